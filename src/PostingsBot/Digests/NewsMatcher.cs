using NodaTime;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Digests.Matching;
using PostingsBot.Core.Postings;
using PostingsBot.Storage;
using PostingsBot.Storage.Digests;

namespace PostingsBot.Digests;

/// <summary>
/// Finds which changed roles are news to which saved questions. A question that is new itself is also asked of the roles that changed in the minutes before:
/// one that came while the question was being saved is in neither's sight otherwise. So are all questions at the start, for whoever stopped before it asked.
/// What a subscription knows already its ledger keeps out.
/// </summary>
/// <param name="digests">Where the news are kept.</param>
/// <param name="changes">The change log.</param>
/// <param name="catalogue">The roles.</param>
/// <param name="reached">Waits until the catalogue shows a change; false when that takes too long.</param>
/// <param name="clock">For those minutes.</param>
internal sealed class NewsMatcher(IDigests digests, ICatalogueStore changes, ICatalogue catalogue, Func<long, CancellationToken, Task<bool>> reached, TimeProvider clock)
{
    private const int ChangesAtOnce = 1_000;
    private const int QuestionsAtOnce = 5_000;
    private const int Sample = 500;
    private const int MostRecent = 20_000;

    private static readonly Duration Recent = Duration.FromMinutes(10);

    /// <summary>Questions that were not asked of the roles that changed before them. They stay until their news are kept.</summary>
    private readonly HashSet<long> unasked = [];

    /// <summary>The sample is read with the first question: most of it is held as long as the bot runs.</summary>
    private QuestionIndex index = new(new TokenFrequencies([]));

    private long lastQuestion;
    private Instant? looked;

    /// <summary>Matches what changed since the last time, a thousand changes at most.</summary>
    /// <returns>Whether there may be more.</returns>
    public async Task<bool> StepAsync(CancellationToken ct)
    {
        var from = await digests.MatchedChangeAsync(ct);
        var log = await changes.ChangesAsync(from, ChangesAtOnce, ct);
        var to = log.Count > 0 ? log[^1].Sequence : from;
        if (!await reached(to, ct))
            return false;
        var questions = await QuestionsAsync(ct);
        if (log.Count == 0 && unasked.Count == 0)
        {
            looked = Now;
            return false;
        }

        var changed = RolesIn(log);
        var roles = questions.Count > 0 ? await RolesAsync(changed, ct) : ([], []);
        var news = roles.Open.SelectMany(role => questions.Matching(role).Select(question => new QuestionNews(question, role.Id)));
        var late = unasked.Count > 0 ? await LateAsync(questions, from, ct) : [];
        if (!await digests.NoteNewsAsync(new MatchedNews(from, to, changed, [.. news.Concat(late).Distinct()], roles.Closed), clock.GetUtcNow(), ct))
            return true;
        unasked.Clear();
        looked = Now;
        return log.Count == ChangesAtOnce;
    }

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    private async Task<QuestionIndex> QuestionsAsync(CancellationToken ct)
    {
        while (await digests.QuestionsAsync(lastQuestion, QuestionsAtOnce, ct) is { Count: > 0 } questions)
        {
            if (index.Count == 0)
                index = new QuestionIndex(new TokenFrequencies((await catalogue.SearchAsync(new Search(Match.Everything, SearchOrder.Newest, Sample), ct)).Postings));
            foreach (var question in questions)
            {
                index.Add(question.Number, SearchText.MatchOf(question.Constraints));
                unasked.Add(question.Number);
            }

            lastQuestion = questions[^1].Number;
        }

        return index;
    }

    private static List<string> RolesIn(IEnumerable<CatalogueChange> log) => [.. log.Select(change => change.PostingId).OfType<string>().Distinct(StringComparer.Ordinal)];

    private async Task<(IReadOnlyList<Posting> Open, IReadOnlyList<string> Closed)> RolesAsync(IEnumerable<string> ids, CancellationToken ct)
    {
        var open = new Dictionary<string, Posting>(StringComparer.Ordinal);
        var closed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            if (await catalogue.FindPostingAsync(id, ct) is { IsOpen: true } role)
                open[role.Id] = role;
            else
                closed.Add(id);
        }

        return ([.. open.Values], [.. closed.Except(open.Keys)]);
    }

    private async Task<IReadOnlyList<QuestionNews>> LateAsync(QuestionIndex questions, long before, CancellationToken ct)
    {
        // The last minutes before the last look, however long ago that was: the last change that was matched tells of a look before the start.
        var last = looked ?? (await changes.ChangesAsync(before - 1, 1, ct)) switch { [var change] => change.At, _ => Now };
        var from = await changes.ChangeBeforeAsync(last - Recent, ct);
        var log = await changes.ChangesAsync(Math.Max(from, before - MostRecent), MostRecent, ct);
        var (open, _) = await RolesAsync(RolesIn(log.Where(change => change.Sequence <= before)), ct);
        return [.. open.SelectMany(role => questions.Matching(role).Where(unasked.Contains).Select(question => new QuestionNews(question, role.Id)))];
    }
}
