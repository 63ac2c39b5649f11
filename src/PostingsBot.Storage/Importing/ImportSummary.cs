namespace PostingsBot.Storage.Importing;

/// <summary>What an import did. Document counts are of documents, posting counts of roles.</summary>
public sealed record ImportSummary
{
    /// <summary>Files found; an archive is one.</summary>
    public int Files { get; init; }

    /// <summary>Documents that were new or had changed, and were read.</summary>
    public int Read { get; init; }

    public int Unchanged { get; init; }

    /// <summary>Documents that are gone.</summary>
    public int Withdrawn { get; init; }

    public int PostingsAdded { get; init; }

    public int PostingsChanged { get; init; }

    public int PostingsWithdrawn { get; init; }

    /// <summary>What the documents that were read held.</summary>
    public ReadingTally Contents { get; init; } = new();

    /// <summary>What was left out, and why. What such a file said at its last good reading stays in the catalogue.</summary>
    public IReadOnlyList<SkippedFile> Skipped { get; init; } = [];

    /// <summary>A file was being written while it was read: import again soon.</summary>
    public bool IsUnsettled { get; init; }

    public bool HasChanges => Read > 0 || Withdrawn > 0;
}

/// <summary>A file or role that was left out. <paramref name="Code"/> is for machines, <paramref name="Message"/> a sentence for people.</summary>
public sealed record SkippedFile(string File, string Code, string Message);

/// <summary>How far an import is: files done of all, and documents met in them.</summary>
public sealed record ImportProgress(int Done, int Files, int Documents);
