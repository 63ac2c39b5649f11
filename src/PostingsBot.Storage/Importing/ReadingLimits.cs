using PostingsBot.Core.Parsing;

namespace PostingsBot.Storage.Importing;

/// <summary>Bounds of what is read from disk; what is beyond them is left out and named.</summary>
public sealed record ReadingLimits
{
    /// <summary>Of one document, unpacked. Default: what the parser takes.</summary>
    public int MostBytes { get; init; } = DocumentParser.DefaultMaxBytes;

    /// <summary>Of all that one archive unpacks to. Default: 1 GB.</summary>
    public long MostArchiveBytes { get; init; } = 1_000_000_000;

    /// <summary>Default: 100,000.</summary>
    public int MostArchiveEntries { get; init; } = 100_000;

    /// <summary>How many times its own size an archive may unpack to, once that is more than <see cref="AnyRatioBytes"/>. Default: 200; text seldom reaches 50.</summary>
    public int MostArchiveRatio { get; init; } = 200;

    /// <summary>Small archives may be packed as tightly as they like. Default: 10 MB.</summary>
    public long AnyRatioBytes { get; init; } = 10_000_000;
}
