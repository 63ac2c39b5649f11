namespace PostingsBot.Core.Vocabulary;

/// <summary>What a name needs to count as a place.</summary>
internal enum AreaMark
{
    /// <summary>Only its capital, and not even that in a question.</summary>
    None,

    /// <summary>Written in exactly this case; in a question a cue.</summary>
    ThisCase,

    /// <summary>A cue, a region or country behind it, or nothing else in the text.</summary>
    Cue,

    /// <summary>A region or country behind it: the name is an everyday word of postings ("Mobile").</summary>
    Qualified,

    /// <summary>A word such as "citizens" or "companies" behind it.</summary>
    Demonym,
}

/// <summary>All areas that share a spelling.</summary>
internal sealed class AreaSpelling
{
    public List<AreaName> Names { get; } = new(1);
}

/// <summary>A name of an area; <paramref name="People"/> in thousands, for cities.</summary>
internal sealed record AreaName(Area Area, int People, string Written, AreaMark Mark, string Where);
