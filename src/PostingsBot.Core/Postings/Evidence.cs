namespace PostingsBot.Core.Postings;

/// <summary>Where a value was read. Lines count from 1 in the document as it stands on disk; the text is as written. Line 0 stands for the file's name.</summary>
public sealed record Evidence(int FirstLine, int LastLine, string Text);

/// <summary>A value that a document states, with the lines that state it.</summary>
public sealed record Stated<T>(T Value, Evidence Evidence)
    where T : notnull;
