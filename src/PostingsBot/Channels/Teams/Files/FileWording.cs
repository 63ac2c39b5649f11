using PostingsBot.Core.Answers;
using PostingsBot.Core.Postings;

namespace PostingsBot.Channels.Teams.Files;

/// <summary>What the bot says about files. File names are escaped by whoever shows them.</summary>
internal static class FileWording
{
    public const string BadAddress = "it has no address that I may open.";
    public const string NotDownloaded = "it could not be fetched from where it is kept. Please send it again.";
    public const string FileOnly = "I read what was sent as a file. Please send questions in a message of their own.";
    public const string OfferSent = "I have asked you in the chat whether I may save it to your OneDrive.";
    public const string OnlyInPersonalChat = "Files can be saved in a chat with me alone, on Teams.";
    public const string NoOffer = "That offer is used up, too old, or was not made to you. Press “Save as file” on the role again.";
    public const string RoleGone = "That role has left the catalogue meanwhile, so there is nothing to save.";
    public const string NotUploaded = "The file could not be saved. Press “Save as file” on the role to try again.";
    public const string Declined = "All right, I did not save it.";

    public static string TooLarge(int mostBytes) => $"it has more than {mostBytes / (1024 * 1024)} MB, which is more than I read.";

    public static string NotRead(string name, string reason) => $"I could not read “{name}”: {reason}";

    public static string TooMany(int most) => $"I read the first {most} files only. Please send the others again.";

    public static string Read(string name, int roles, int shown) =>
        $"I read “{name}”: it holds {Show.Count(roles, "role", "roles")}. Each value names the line it stands in.{(shown < roles ? $" Only the first {shown} are shown." : "")}";

    /// <summary>Why a document gave no role.</summary>
    public static string NoRole(string name, ParsedDocument document) => document switch
    {
        { IsRead: false, Diagnostics: [var first, ..] } => NotRead(name, first.Message),
        { Kind: DocumentKind.Company, Company.Name: { } employer } => $"“{name}” is about the employer {employer.Value}, and I find no role in it.",
        { Kind: DocumentKind.Company } => $"“{name}” is about an employer, and I find no role in it.",
        _ => $"“{name}” does not read as a job posting: I find no role in it.",
    };

    public static string Offer(Posting posting) => $"{Show.Name(posting)}, as Markdown";

    public static string Saved(Posting posting) => $"Saved: {Show.Name(posting)}.{(posting is { IsOpen: false, Status: { } status } ? $" This role is {TermNames.Of(status.Value)} now." : "")}";
}
