namespace PostingsBot.Core.Recruiting;

/// <summary>What a sentence changes of a posting.</summary>
/// <param name="Edit">Null when nothing could be read.</param>
/// <param name="Problems">What could not be read, with what to write instead; a sentence each.</param>
/// <param name="Notes">What was kept or taken for granted; a sentence each.</param>
public sealed record Correction(PostingEdit? Edit, IReadOnlyList<string> Problems, IReadOnlyList<string> Notes)
{
    /// <summary>Nothing in the text is a correction: it may say something else.</summary>
    public bool IsUnread { get; init; }
}
