using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;
using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Storage.Index;

/// <summary>What the index keeps of a role, just as its columns hold it: made before the write lock is taken, where that is possible.</summary>
/// <param name="Employer">As the posting writes it.</param>
/// <param name="Open">Null for a role that is not open: only its employer is known.</param>
internal sealed record IndexedRole(string? Employer, OpenColumns? Open)
{
    public static IndexedRole Of(Posting posting) => posting.IsOpen ? Of(posting, PostingTokens.Of(posting)) : new IndexedRole(posting.Company?.Value, null);

    /// <param name="posting">What is shown of the role.</param>
    /// <param name="tokens">Its tokens.</param>
    public static IndexedRole Of(Posting posting, PostingTokens tokens) => new(posting.Company?.Value, posting.IsOpen ? OpenColumns.Of(posting, tokens) : null);
}

/// <summary>The columns of an open role in "search_rows", and its texts in "search".</summary>
internal sealed record OpenColumns(int? Posted, string Title, int Length, string? Pay, string Facets, string Suggested, string FacetText, string TitleText, string BodyText)
{
    public static OpenColumns Of(Posting posting, PostingTokens tokens) => new(
        posting.Posted is { } posted ? MatchRows.DayOf(posted.Value) : null,
        Words.Fold(posting.Title.Value),
        tokens.Facets.Count + tokens.TitleWords.Count + tokens.BodyWords.Count,
        IndexText.Pay([.. posting.Salaries.Select(salary => YearlyPay.Of(salary.Value)).OfType<YearlyPay>()]),
        IndexText.Tokens(tokens.Facets),
        SuggestionText.Of(posting),
        TokenCode.Join(tokens.Facets),
        TokenCode.Join(tokens.TitleWords),
        TokenCode.Join(tokens.BodyWords));
}
