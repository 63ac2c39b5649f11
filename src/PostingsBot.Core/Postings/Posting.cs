using NodaTime;

namespace PostingsBot.Core.Postings;

/// <summary>One advertised role. What the document does not say is null or empty.</summary>
public sealed record Posting
{
    /// <summary>Stable over re-imports: 10 lower-case hexadecimal digits. A role that stands in several documents keeps the id it was first known by.</summary>
    public required string Id { get; init; }

    /// <summary>The document's path as it was given to the import.</summary>
    public required string File { get; init; }

    public required Stated<string> Title { get; init; }

    public Stated<string>? Company { get; init; }

    public IReadOnlyList<Stated<Place>> Locations { get; init; } = [];

    public Stated<Workplace>? Workplace { get; init; }

    /// <summary>Where remote work is limited to; empty when remote work is not limited.</summary>
    public IReadOnlyList<Stated<Place>> RemoteWithin { get; init; } = [];

    public IReadOnlyList<Stated<EmploymentType>> EmploymentTypes { get; init; } = [];

    public IReadOnlyList<Stated<Seniority>> Seniorities { get; init; } = [];

    /// <summary>Names from the vocabulary ("backend", "engineering management").</summary>
    public IReadOnlyList<Stated<string>> Disciplines { get; init; } = [];

    /// <summary>Several when the document gives pay by place or level.</summary>
    public IReadOnlyList<Stated<Salary>> Salaries { get; init; } = [];

    public Stated<LocalDate>? Posted { get; init; }

    public Stated<LocalDate>? ValidThrough { get; init; }

    /// <summary>A web address or mailto: plus the address.</summary>
    public Stated<string>? ApplyUrl { get; init; }

    public IReadOnlyList<Skill> Skills { get; init; } = [];

    public Stated<Degree>? Degree { get; init; }

    public Stated<Experience>? Experience { get; init; }

    /// <summary>The remark about visas, sponsorship, work permits or clearance, in the document's words.</summary>
    public Stated<string>? Visa { get; init; }

    /// <summary>The remark about the time zones that the work is limited to, in the document's words.</summary>
    public Stated<string>? TimeZones { get; init; }

    /// <summary>The language that the text is written in: ISO 639-1, lower case.</summary>
    public Stated<string>? Language { get; init; }

    /// <summary>Null means open: the default that documents seldom write.</summary>
    public Stated<PostingStatus>? Status { get; init; }

    public bool IsOpen => Status is null or { Value: PostingStatus.Open };

    public IReadOnlyList<Section> Sections { get; init; } = [];

    /// <summary>The other places where the same role stands, newest first; what they say is not repeated here, but for an earlier <see cref="Posted"/>.</summary>
    public IReadOnlyList<PostingSource> Sources { get; init; } = [];
}
