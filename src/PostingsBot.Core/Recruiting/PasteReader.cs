using System.Text;
using PostingsBot.Core.Parsing;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Recruiting;

/// <summary>Reads what a recruiter pasted or attached as the catalogue's documents are read, or says in a sentence why it is no posting.</summary>
public static class PasteReader
{
    private const int MostBytes = 200 * 1024;

    private static readonly DocumentParser Parser = new(MostBytes);

    /// <param name="text">As pasted.</param>
    /// <param name="name">What its lines are named by.</param>
    public static Paste Read(string text, string name) => text.Length > MostBytes ? TooLong() : Read(Encoding.UTF8.GetBytes(text), name);

    /// <param name="content">The bytes of a file.</param>
    /// <param name="name">What the file is called.</param>
    public static Paste Read(ReadOnlySpan<byte> content, string name)
    {
        if (content.Length > MostBytes)
            return TooLong();
        if (DocumentParser.LinesOf(content) is not { } lines)
            return new Paste.NotAPosting(NoPosting.ImageOnly, "That is a picture, or another file without text, which I cannot read. Paste the text of the job description.");
        var said = lines.Where(line => !string.IsNullOrWhiteSpace(line)).ToList();
        if (said.Count == 0)
            return new Paste.NotAPosting(NoPosting.Empty, "There is no text in it. Paste the job description.");
        var document = Parser.Parse(name, content);
        if (document.Postings.Count > 0)
            return new Paste.Roles(document);
        if (said is [var only] && Uri.TryCreate(only.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return new Paste.NotAPosting(NoPosting.LinkOnly, "That is a link only, and I do not open links. Paste the text that stands there.");
        return document.Kind is DocumentKind.Company
            ? new Paste.NotAPosting(NoPosting.CompanyPage, "I read that as a text about an employer, and find no role in it. Paste the description of one role.")
            : new Paste.NotAPosting(NoPosting.NoRole, "I find no job posting in that: nothing in it reads as the title of a role with facts about it. A first line with the title helps, and lines such as “Company: …” and “Location: …”.");
    }

    private static Paste.NotAPosting TooLong() => new(NoPosting.TooLong, "That has more than 200 KB, which is more than I read. Paste the text of one role.");
}
