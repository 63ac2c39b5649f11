using NodaTime;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>What the stages have read of one role so far.</summary>
internal sealed class Findings
{
    public Stated<string>? Title { get; set; }

    public Stated<string>? Company { get; set; }

    public Stated<Workplace>? Workplace { get; set; }

    public PlaceFindings? Places { get; set; }

    public IReadOnlyList<Stated<EmploymentType>>? EmploymentTypes { get; set; }

    public IReadOnlyList<Stated<Seniority>>? Seniorities { get; set; }

    public IReadOnlyList<Stated<string>>? Disciplines { get; set; }

    public IReadOnlyList<Stated<Salary>>? Salaries { get; set; }

    public Stated<LocalDate>? Posted { get; set; }

    public Stated<LocalDate>? ValidThrough { get; set; }

    public Stated<string>? ApplyUrl { get; set; }

    public IReadOnlyList<Skill>? Skills { get; set; }

    public Stated<Degree>? Degree { get; set; }

    public Stated<Experience>? Experience { get; set; }

    public Stated<string>? Visa { get; set; }

    public Stated<string>? TimeZones { get; set; }

    public Stated<string>? Language { get; set; }

    public Stated<PostingStatus>? Status { get; set; }
}

/// <summary>Where the job is, and where remote work is limited to.</summary>
internal sealed record PlaceFindings(IReadOnlyList<Stated<Place>> Locations, IReadOnlyList<Stated<Place>> RemoteWithin);
