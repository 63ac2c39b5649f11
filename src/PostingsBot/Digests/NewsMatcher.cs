using PostingsBot.Core.Answers;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Digests.Matching;
using PostingsBot.Core.Postings;
using PostingsBot.Storage;
using PostingsBot.Storage.Digests;

namespace PostingsBot.Digests;

/// <summary>
/// Finds which changed roles are news to which saved questions. A question that is new itself is also asked of the roles that changed in the last minutes:
/// one that came while the question was being saved is in neither's sight otherwise. What a subscription knows already its ledger keeps out.
/// </summary>
/// <param name="digests">Where the news are kept.</param>
/// <param name="changes">The change log.</param>
/// <param name="catalogue">The roles.</param>
/// <param name="reached">Waits until the catalogue shows a change; false when that takes too long.</param>
/// <param name="clock">For the last minutes.</param>
internal sealed class NewsMatcher(IDigests digests, ICatalogueStore changes, ICatalogue catalogue, Func<long, CancellationToken, Task<bool>> reached, TimeProvider clock)
{
    private const int ChangesAtOnce = 1_000;
    private const int QuestionsAtOnce = 5_000;
    private const int Sample = 500;
    private const int MostRecent = 20_000;

    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(10);

    private readonly Queue<(DateTimeOffset At, string Role)> recent = new();
    private QuestionIndex? index;
    private long lastQuestion;

    /// <summary>Matches what changed since the last time, a thousand changes at most.</summary>
    /// <returns>Whether there may be more.</returns>
    public async Task<bool> StepAsync(CancellationToken ct)
    {
        var from = await digests.MatchedChangeAsync(ct);
        var log = await changes.ChangesAsync(from, ChangesAtOnce, ct);
        var to = log.Count > 0 ? log[^1].Sequence : from;
        if (log.Count > 0 && !await reached(to, ct))
            return false;
        var isStart = index is null;
        var asked = await NewQuestionsAsync(ct);
        if (log.Count == 0 && (asked.Count == 0 || recent.Count == 0))
            return false;

        var changed = log.Select(change => change.PostingId).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var roles = index!.Count > 0 ? await RolesAsync(changed, ct) : ([], []);
        var news = roles.Open.SelectMany(role => index.Matching(role).Select(question => new QuestionNews(question, role.Id)));
        // At the start all questions are new to the index, and were matched before.
        var late = isStart ? [] : await LateAsync(asked, ct);
        foreach (var role in changed)
            recent.Enqueue((clock.GetUtcNow(), role));
        await digests.NoteNewsAsync(new MatchedNews(from, to, changed, [.. news.Concat(late).Distinct()], roles.Closed), clock.GetUtcNow(), ct);
        return log.Count == ChangesAtOnce;
    }

    private async Task<List<StandingQuestion>> NewQuestionsAsync(CancellationToken ct)
    {
        index ??= new QuestionIndex(new TokenFrequencies((await catalogue.SearchAsync(new Search(Match.Everything, SearchOrder.Newest, Sample), ct)).Postings));
        var added = new List<StandingQuestion>();
        while (await digests.QuestionsAsync(lastQuestion, QuestionsAtOnce, ct) is { Count: > 0 } questions)
        {
            foreach (var question in questions)
                index.Add(question.Number, SearchText.MatchOf(question.Constraints));
            added.AddRange(questions);
            lastQuestion = questions[^1].Number;
        }

        return added;
    }

    private async Task<(IReadOnlyList<Posting> Open, IReadOnlyList<string> Closed)> RolesAsync(IEnumerable<string> ids, CancellationToken ct)
    {
        var open = new Dictionary<string, Posting>(StringComparer.Ordinal);
        var closed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            if (await catalogue.FindPostingAsync(id, ct) is { IsOpen: true } role)
                open[role.Id] = role;
            else
                closed.Add(id);
        }

        return ([.. open.Values], [.. closed.Except(open.Keys)]);
    }

    private async Task<IReadOnlyList<QuestionNews>> LateAsync(List<StandingQuestion> asked, CancellationToken ct)
    {
        while (recent.TryPeek(out var oldest) && (oldest.At < clock.GetUtcNow() - Recent || recent.Count > MostRecent))
            recent.Dequeue();
        if (asked.Count == 0 || recent.Count == 0)
            return [];
        var (open, _) = await RolesAsync(recent.Select(one => one.Role), ct);
        return [.. asked.SelectMany(question => open.Where(role => RoleMatch.Holds(question.Constraints, role)).Select(role => new QuestionNews(question.Number, role.Id)))];
    }
}
