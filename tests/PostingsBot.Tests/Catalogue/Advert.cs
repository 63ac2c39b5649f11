using NodaTime.Text;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Tests.Catalogue;

/// <summary>A posting in the few words that tell roles apart, for tables of rows.</summary>
internal sealed record Advert(string File, string Title = "Backend Engineer", string? Employer = "Acme")
{
    public int Line { get; init; } = 1;

    public string? Url { get; init; }

    /// <summary>Places, separated by ";".</summary>
    public string Place { get; init; } = "";

    public string Within { get; init; } = "";

    public bool IsRemote { get; init; }

    public Seniority? Level { get; init; }

    public EmploymentType? Type { get; init; }

    public Salary? Pay { get; init; }

    public string? Posted { get; init; }

    public PostingStatus? Status { get; init; }

    /// <summary>The number of a text of 120 words; texts of other numbers have no words in common. 0 is none.</summary>
    public int Text { get; init; }

    /// <summary>How many of the words are other ones.</summary>
    public int Changed { get; init; }

    public string Id => $"{File}:{Line}";

    public RoleTraits Traits => RoleTraits.Of(Posting, PostingTokens.Of(Posting));

    public Posting Posting => new()
    {
        Id = Id,
        File = File,
        Title = Said(Title),
        Company = Employer is null ? null : Said(Employer),
        ApplyUrl = Url is null ? null : Said(Url),
        Locations = Places(Place),
        RemoteWithin = Places(Within),
        Workplace = IsRemote ? Said(Workplace.Remote) : null,
        Seniorities = Level is { } level ? [Said(level)] : [],
        EmploymentTypes = Type is { } type ? [Said(type)] : [],
        Salaries = Pay is null ? [] : [Said(Pay)],
        Posted = Posted is null ? null : Said(LocalDatePattern.Iso.Parse(Posted).Value),
        Status = Status is { } status ? Said(status) : null,
        Sections = Text == 0 ? [] : [new Section("", SectionKind.Other, Line + 1, Line + 1, [new Evidence(Line + 1, Line + 1, Body)])],
    };

    private string Body => string.Join(' ', Enumerable.Range(0, 120).Select(i => i < Changed ? $"new{Text}x{i}" : $"word{Text}x{i}"));

    private Stated<T> Said<T>(T value)
        where T : notnull => new(value, new Evidence(Line, Line, value.ToString()!));

    private Stated<Place>[] Places(string names) =>
        [.. names.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(name => Said(AreaVocabulary.Default.Resolve(name) ?? new Place(name, null, null, null, null)))];
}
