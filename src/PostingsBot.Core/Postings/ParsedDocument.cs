namespace PostingsBot.Core.Postings;

/// <summary>A document about an employer rather than a role. Its skills are the company's tools, never a role's requirements.</summary>
public sealed record CompanyDocument
{
    public Stated<string>? Name { get; init; }

    /// <summary>Other names the document uses for the same employer ("Parallel" for "Parallel Learning").</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public IReadOnlyList<Skill> Skills { get; init; } = [];

    /// <summary>Where the document sends people who look for openings; only web addresses and mail addresses.</summary>
    public Stated<string>? CareersUrl { get; init; }

    public Stated<Workplace>? Workplace { get; init; }

    public IReadOnlyList<Section> Sections { get; init; } = [];
}

/// <summary>Something the reader of a document should know: what, where, what was done about it.</summary>
public sealed record Diagnostic(string Code, string Message, int? Line);

/// <summary>All that was read from one document.</summary>
public sealed record ParsedDocument
{
    public required string File { get; init; }

    public required DocumentKind Kind { get; init; }

    /// <summary>False when nothing could be read from the bytes; the diagnostics say why.</summary>
    public bool IsRead { get; init; } = true;

    public IReadOnlyList<Posting> Postings { get; init; } = [];

    public CompanyDocument? Company { get; init; }

    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
}
