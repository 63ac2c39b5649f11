using NodaTime;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Catalogue;

/// <summary>What a search asks of a posting, as a tree that every store can evaluate. Facets and words are tokens (see <see cref="PostingTokens"/>).</summary>
public abstract record Match
{
    private Match()
    {
    }

    /// <summary>The posting carries this token.</summary>
    public sealed record Token(string Value) : Match;

    /// <summary>All parts hold; an empty list holds for every posting.</summary>
    public sealed record All(IReadOnlyList<Match> Parts) : Match;

    /// <summary>At least one part holds; an empty list holds for none.</summary>
    public sealed record Any(IReadOnlyList<Match> Parts) : Match;

    public sealed record Not(Match Part) : Match;

    /// <summary>Posted on one of these days, both ends included. A posting without a date never matches.</summary>
    public sealed record PostedBetween(LocalDate? From, LocalDate? To) : Match;

    /// <summary>
    /// One stated salary, turned into a yearly figure, reaches into the range; amounts in <paramref name="Currency"/> per year.
    /// Without a currency every currency is compared by its number. A posting without a figure never matches.
    /// </summary>
    public sealed record PaysBetween(decimal? Min, decimal? Max, string? Currency) : Match;

    public sealed record Ids(IReadOnlyList<string> Values) : Match;

    public static Match Everything { get; } = new All([]);
}

public enum SearchOrder
{
    /// <summary>Best match first: words by relevance, then newest, then title.</summary>
    Relevance,
    Newest,

    /// <summary>Highest yearly pay first, in the currency that most matches state (see <see cref="Search.Rates"/>); then other currencies, then those without a figure.</summary>
    BestPaid,

    /// <summary>Lowest yearly pay first, by the most that each states, else as <see cref="BestPaid"/>.</summary>
    LowestPaid,

    /// <summary>Those that meet most alternatives of the match's first <see cref="Match.Any"/> first, rare ones counting more; then newest.</summary>
    MostShared,

    /// <summary>Oldest first; those without a date last.</summary>
    Oldest,

    /// <summary>Fewest years of experience asked for first; those that ask for none in years last.</summary>
    LeastExperience,

    /// <summary>Most years of experience asked for first.</summary>
    MostExperience,
}

/// <summary>One page of a search.</summary>
public sealed record Search(Match Match, SearchOrder Order, int Take)
{
    /// <summary>Ids of roles that were shown before: they are counted but not on this page. Pages so neither repeat nor miss a role while the catalogue changes.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    /// <summary>Roles at the head of the order that are passed over, for clients that page by number. Pages may repeat or miss a role when the catalogue changes between them.</summary>
    public int Skip { get; init; }

    /// <summary>What to count all matches by, on this page or not.</summary>
    public IReadOnlyList<CountBy> Facets { get; init; } = [];

    /// <summary>How many values of each are returned, the commonest first.</summary>
    public int MostValues { get; init; } = 20;

    /// <summary>What one unit of a currency is worth, for orders by pay: amounts in a currency that stands here are converted, others compared with their own kind only.</summary>
    public IReadOnlyDictionary<string, decimal> Rates { get; init; } = CurrencyRates.None.InBase;
}

public sealed record SearchPage(int Total, IReadOnlyList<Posting> Postings)
{
    /// <summary>One for each that was asked for, in that order.</summary>
    public IReadOnlyList<FacetCounts> Facets { get; init; } = [];

    /// <summary>Of an order by pay: the one currency that was compared; null when several were, by their rates, or when the roles name none.</summary>
    public string? PaidIn { get; init; }

    /// <summary>Of an order by pay: matches that state only pay which cannot be compared with that of the first. They come after those that can.</summary>
    public int OtherPay { get; init; }
}

/// <summary>How the matches divide. A match with several values counts for each. <paramref name="Stated"/>: matches with at least one value.</summary>
public sealed record FacetCounts(CountBy By, int Stated, IReadOnlyList<FacetCount> Values);

/// <summary>Matches that carry the token, and what people call it.</summary>
public sealed record FacetCount(string Token, string Label, int Count);
