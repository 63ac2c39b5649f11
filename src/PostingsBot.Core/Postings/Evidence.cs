namespace PostingsBot.Core.Postings;

/// <summary>
/// Where a value was read. Lines count from 1 in the document as it stands on disk; the text is as written. Line 0 stands for the file's name.
/// <paramref name="File"/> is null for the posting's own document, else the other source of the same role that states it.
/// </summary>
public sealed record Evidence(int FirstLine, int LastLine, string Text, string? File = null);

/// <summary>A value that a document states, with the lines that state it.</summary>
public sealed record Stated<T>(T Value, Evidence Evidence)
    where T : notnull;
