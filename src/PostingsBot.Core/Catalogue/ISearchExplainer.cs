namespace PostingsBot.Core.Catalogue;

/// <summary>Says how a search comes about, for whoever looks for the reason of an answer.</summary>
public interface ISearchExplainer
{
    Task<SearchExplanation> ExplainAsync(Search search, CancellationToken ct);
}

/// <param name="Open">All open roles.</param>
/// <param name="Facets">What is decided without words, in the order in which it narrows.</param>
/// <param name="Words">The words that weigh.</param>
/// <param name="Best">The first roles; without words none has a score.</param>
public sealed record SearchExplanation(
    int Open, IReadOnlyList<ExplainedFacet> Facets, IReadOnlyList<ExplainedWord> Words, IReadOnlyList<ExplainedRole> Best);

/// <param name="Part">What is asked.</param>
/// <param name="Left">Roles that meet it and all before it.</param>
public sealed record ExplainedFacet(Match Part, int Left);

/// <param name="Word">In a title, or in title and text.</param>
/// <param name="Roles">How many open roles hold it.</param>
/// <param name="Weight">Its inverse document frequency.</param>
public sealed record ExplainedWord(Match.Token Word, int Roles, double Weight);

/// <param name="Id">The role.</param>
/// <param name="Shares">What each word adds to its BM25, in the order of the words.</param>
public sealed record ExplainedRole(string Id, IReadOnlyList<double> Shares);
