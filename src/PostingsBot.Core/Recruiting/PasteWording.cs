namespace PostingsBot.Core.Recruiting;

/// <summary>Why a paste or a file is no posting, and what to do.</summary>
internal static class PasteWording
{
    public const string Empty = "There is nothing in it. Paste the text of the posting, or attach it as a text, Markdown or HTML file.";

    public const string Resume = "That reads like a resume, not like a posting: it tells what a person has done. I keep no resumes. Paste the text that advertises the role.";

    public const string CompanyPage = "That is about an employer and advertises no role. Paste the text of one role: its title, and what is asked for.";

    public const string Image = "That is a picture, and I read text alone. Paste the posting's text, or attach it as a text, Markdown or HTML file.";

    public const string NoText = "That file holds no text that I can read. Copy its words and paste them here, or attach a text, Markdown or HTML file.";

    public const string Link = "That is only a link, and I open no links. Paste the posting's text from that page, with the link in it to apply at.";

    public const string NoRole = "I found no role in it. Begin with the title in a line of its own, such as “Senior Backend Engineer”, then what the work is.";

    public static string TooLong(int bytes, int most) => $"That is {Kilobytes(bytes)} KB, and a posting has at most {Kilobytes(most)} KB. Paste the part that advertises the role.";

    private static int Kilobytes(int bytes) => (bytes + 1023) / 1024;
}
