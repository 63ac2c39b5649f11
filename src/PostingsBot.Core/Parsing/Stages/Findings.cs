using NodaTime;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>What the stages have read of one role so far.</summary>
internal sealed class Findings
{
    private const int NearTitle = 5;
    private const int ShortLine = 90;

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

    // The line under the role's own title begins with the name.
    private bool IsUnderTitle => Company is { } company && Title is { } title && company.Evidence.FirstLine - title.Evidence.LastLine is > 0 and <= NearTitle && company.Evidence.Text.Length <= ShortLine && company.Evidence.Text.Contains(company.Value, StringComparison.Ordinal);

    /// <summary>Takes what only the shared part of the document states; the employer is its, whoever else a role's text names, unless the line under the title does.</summary>
    public void FillFrom(Findings shared)
    {
        Title ??= shared.Title;
        Company = IsUnderTitle ? Company : shared.Company ?? Company;
        Workplace ??= shared.Workplace;
        Places ??= shared.Places;
        EmploymentTypes ??= shared.EmploymentTypes;
        Seniorities ??= shared.Seniorities;
        Disciplines ??= shared.Disciplines;
        Salaries ??= shared.Salaries;
        Posted ??= shared.Posted;
        ValidThrough ??= shared.ValidThrough;
        ApplyUrl ??= shared.ApplyUrl;
        Skills = [.. (Skills ?? []).Concat(shared.Skills ?? []).DistinctBy(skill => skill.Name)];
        Degree ??= shared.Degree;
        Experience ??= shared.Experience;
        Visa ??= shared.Visa;
        Status ??= shared.Status;
    }
}

/// <summary>Where the job is, and where remote work is limited to.</summary>
internal sealed record PlaceFindings(IReadOnlyList<Stated<Place>> Locations, IReadOnlyList<Stated<Place>> RemoteWithin);
