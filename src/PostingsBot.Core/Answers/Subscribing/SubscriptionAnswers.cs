using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Answers.Subscribing;

/// <summary>What subscriptions look up in the catalogue.</summary>
public sealed class SubscriptionAnswers(ICatalogue catalogue)
{
    public const int PreviewSize = 3;

    private const int LedgerPage = 200;

    /// <summary>A subscription to be confirmed, with the first roles that match now.</summary>
    /// <param name="row">The subscription.</param>
    /// <param name="question">As it was asked; its constraints are what the subscription asks.</param>
    /// <param name="text">What is said above.</param>
    /// <param name="notes">What was assumed.</param>
    /// <param name="ct">Stops the search.</param>
    public async Task<SubscriptionAnswer> OfferAsync(SubscriptionRow row, Question question, string text, IReadOnlyList<string> notes, CancellationToken ct)
    {
        var page = await catalogue.SearchAsync(new Search(ConstraintMatch.Of(question.Constraints), SearchOrder.Newest, PreviewSize), ct);
        return new SubscriptionAnswer(row, SubscriptionStage.Offered)
        {
            Text = text + Wording.NotRead(question),
            Notes = notes,
            Preview = SubscriptionWording.Preview(page.Total, page.Postings.Count),
            Postings = page.Postings,
            Quotes = [.. page.Postings.Select(posting => Show.Quote(posting.File, WhyMatched.Lines(posting, question.Constraints)[0]))],
            Total = page.Total,
            Mended = question.Mended,
        };
    }

    /// <summary>The roles that match already: the ledger of a new subscription begins with them.</summary>
    public async Task<IReadOnlyList<Told>> KnownAsync(IEnumerable<Constraint> constraints, CancellationToken ct)
    {
        var match = ConstraintMatch.Of(constraints);
        var known = new Dictionary<string, Told>(StringComparer.Ordinal);
        for (var skip = 0; ; skip += LedgerPage)
        {
            var page = await catalogue.SearchAsync(new Search(match, SearchOrder.Newest, LedgerPage) { Skip = skip }, ct);
            foreach (var posting in page.Postings)
                known[posting.Id] = Told.Of(posting);
            if (page.Postings.Count < LedgerPage)
                return [.. known.Values];
        }
    }
}
