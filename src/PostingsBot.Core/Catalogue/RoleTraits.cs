using NodaTime;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Catalogue;

/// <summary>What tells whether two postings are one role, and which of them is shown: small enough to be kept beside every posting.</summary>
public sealed record RoleTraits
{
    /// <summary>Fewer words of text than this are a row of a list, not a description.</summary>
    private const int LeastBody = 40;

    /// <summary>Postings of different keys are different roles; null is no other's twin.</summary>
    public required string? Key { get; init; }

    public required string Id { get; init; }

    public required string File { get; init; }

    /// <summary>The line of the title.</summary>
    public required int Line { get; init; }

    public LocalDate? Posted { get; init; }

    public bool IsOpen { get; init; }

    public string? ApplyUrl { get; init; }

    /// <summary>The apply address in its one form.</summary>
    public string? Address { get; init; }

    /// <summary>The address leads to this role alone.</summary>
    public bool NamesRole { get; init; }

    /// <summary>As <see cref="RolePlaces"/> writes them, each once, in ordinal order.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>What remote work is limited to, written as <see cref="Places"/> are.</summary>
    public IReadOnlyList<string> Limits { get; init; } = [];

    public bool IsRemote { get; init; }

    public IReadOnlyList<Seniority> Levels { get; init; } = [];

    public IReadOnlyList<EmploymentType> Types { get; init; } = [];

    public IReadOnlyList<YearlyPay> Pay { get; init; } = [];

    /// <summary>Words under all headings.</summary>
    public int BodyWords { get; init; }

    /// <summary>See <see cref="BodySketch"/>.</summary>
    public IReadOnlyList<uint> Sketch { get; init; } = [];

    public bool HasBody => BodyWords >= LeastBody;

    /// <param name="posting">The posting as its document states it.</param>
    /// <param name="tokens">The posting's own tokens.</param>
    public static RoleTraits Of(Posting posting, PostingTokens tokens)
    {
        var address = RoleAddress.Canonical(posting.ApplyUrl?.Value);
        return new RoleTraits
        {
            Key = RoleKey.Of(posting, address),
            Id = posting.Id,
            File = posting.File,
            Line = posting.Title.Evidence.FirstLine,
            Posted = posting.Posted?.Value,
            IsOpen = posting.IsOpen,
            ApplyUrl = posting.ApplyUrl?.Value,
            Address = address,
            NamesRole = address is not null && RoleAddress.NamesRole(address, posting.Title.Value),
            Places = RolePlaces.Of(posting.Locations),
            Limits = RolePlaces.Of(posting.RemoteWithin),
            IsRemote = posting.Workplace?.Value is Workplace.Remote,
            Levels = [.. posting.Seniorities.Select(s => s.Value).Distinct().Order()],
            Types = [.. posting.EmploymentTypes.Select(t => t.Value).Distinct().Order()],
            Pay = [.. posting.Salaries.Select(s => YearlyPay.Of(s.Value)).OfType<YearlyPay>().Distinct()],
            BodyWords = tokens.BodyWords.Count,
            Sketch = BodySketch.Of(tokens.BodyWords),
        };
    }
}

/// <summary>A stated salary per year.</summary>
public sealed record YearlyPay(string? Currency, decimal Low, decimal High)
{
    public static YearlyPay? Of(Salary salary) => PayMath.YearlyRange(salary) is var (low, high) ? new YearlyPay(salary.Currency, low, high) : null;
}
