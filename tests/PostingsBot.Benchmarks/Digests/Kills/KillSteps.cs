using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Digests;
using PostingsBot.Storage;
using PostingsBot.Storage.Digests;
using PostingsBot.Storage.State;

namespace PostingsBot.Benchmarks.Digests.Kills;

/// <summary>Tells the killer which step the worker enters, and stops it at the one that it is to die at.</summary>
internal sealed class KillSteps(Action<string> say)
{
    private readonly Lock gate = new();
    private string aim = "";
    private int left;
    private TaskCompletionSource released = new();

    public void Aim(string step, int times)
    {
        lock (gate)
            (aim, left, released) = (step, times, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
    }

    public void Release() => released.TrySetResult();

    public async Task<T> AroundAsync<T>(string step, Func<Task<T>> work)
    {
        await AtAsync(step + ".before");
        var result = await work();
        await AtAsync(step + ".after");
        return result;
    }

    public void Say(string line) => say(line);

    private Task AtAsync(string step)
    {
        lock (gate)
        {
            var isFlying = aim == step + KillNames.Flying;
            if ((aim != step && !isFlying) || --left != 0)
                return Task.CompletedTask;
            say($"{(isFlying ? KillNames.Passing : KillNames.Reached)} {step}");
            return isFlying ? Task.CompletedTask : released.Task;
        }
    }
}

internal sealed class SteppedDigests(IDigests digests, KillSteps steps) : IDigests
{
    public Task<long> MatchedChangeAsync(CancellationToken ct) => digests.MatchedChangeAsync(ct);

    public Task<IReadOnlyList<StandingQuestion>> QuestionsAsync(long after, int take, CancellationToken ct) => digests.QuestionsAsync(after, take, ct);

    public Task<bool> NoteNewsAsync(MatchedNews news, DateTimeOffset now, CancellationToken ct) => steps.AroundAsync("match.note", () => digests.NoteNewsAsync(news, now, ct));

    public Task<IReadOnlyList<DueSubscription>> ClaimAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken ct) =>
        steps.AroundAsync("claim", () => digests.ClaimAsync(now, lease, most, ct));

    public Task<IReadOnlyList<BundleVerdict>> CommitAsync(IReadOnlyList<DigestBundle> bundles, DateTimeOffset now, CancellationToken ct) =>
        steps.AroundAsync("commit", () => digests.CommitAsync(bundles, now, ct));

    public Task<IReadOnlyList<DueSubscription>> PeekAsync(DateTimeOffset now, (string Channel, string Conversation)? after, int most, CancellationToken ct) => digests.PeekAsync(now, after, most, ct);

    public Task PruneAsync(DateTimeOffset before, CancellationToken ct) => digests.PruneAsync(before, ct);

    public Task<DigestStatus> StatusAsync(DateTimeOffset now, CancellationToken ct) => digests.StatusAsync(now, ct);
}

internal sealed class SteppedOutbox(IOutbox outbox, KillSteps steps) : IOutbox
{
    public Task<bool> PutAsync(NewDelivery message, DateTimeOffset now, CancellationToken ct) => outbox.PutAsync(message, now, ct);

    public Task<IReadOnlyList<DueDelivery>> ClaimAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken ct) =>
        steps.AroundAsync("send.claim", () => outbox.ClaimAsync(now, lease, most, ct));

    public Task<bool> SentAsync(DueDelivery due, string? activity, DateTimeOffset now, CancellationToken ct) => steps.AroundAsync("send.note", async () =>
    {
        var isNoted = await outbox.SentAsync(due, activity, now, ct);
        var roles = DigestMessage.Read(due.Delivery.Payload)!.Roles.Select(row => KillRoles.NumberOf(row.Id)).Order();
        if (isNoted)
            steps.Say($"{KillNames.Noted} {due.Delivery.Conversation} {string.Join(' ', roles)}");
        return isNoted;
    });

    public Task<bool> PostponeAsync(DueDelivery due, DateTimeOffset until, string error, CancellationToken ct)
    {
        steps.Say($"{KillNames.Failed} a message was put off: {error}");
        return outbox.PostponeAsync(due, until, error, ct);
    }

    public Task<bool> GiveUpAsync(DueDelivery due, string error, DateTimeOffset now, CancellationToken ct)
    {
        steps.Say($"{KillNames.Failed} a message was given up: {error}");
        return outbox.GiveUpAsync(due, error, now, ct);
    }

    public Task<IReadOnlyList<DeadDelivery>> DeadAsync(int take, CancellationToken ct) => outbox.DeadAsync(take, ct);

    public Task<bool> ReplayAsync(long number, DateTimeOffset now, CancellationToken ct) => outbox.ReplayAsync(number, now, ct);
}

/// <summary>What digests are built from, or messages drawn from, by the name of the step.</summary>
internal sealed class SteppedCatalogue(ICatalogue catalogue, KillSteps steps, string step) : ICatalogue
{
    public Task<SearchPage> SearchAsync(Core.Catalogue.Search search, CancellationToken ct) => catalogue.SearchAsync(search, ct);

    public Task<int> CountAsync(Match match, CancellationToken ct) => catalogue.CountAsync(match, ct);

    public Task<IReadOnlyList<Posting>> NotOpenAsync(Match match, int take, CancellationToken ct) => catalogue.NotOpenAsync(match, take, ct);

    public Task<Posting?> FindPostingAsync(string id, CancellationToken ct) => steps.AroundAsync(step, () => catalogue.FindPostingAsync(id, ct));

    public Task<ParsedDocument?> FindDocumentAsync(string file, CancellationToken ct) => catalogue.FindDocumentAsync(file, ct);

    public Task<IReadOnlyList<Employer>> EmployersAsync(CancellationToken ct) => catalogue.EmployersAsync(ct);

    public Task<IReadOnlyList<PassageHit>> PassagesAsync(IReadOnlyList<string> words, int take, CancellationToken ct) => catalogue.PassagesAsync(words, take, ct);
}

/// <summary>The records of destinations with this worker's own way to the channel, so that the channel knows who sends.</summary>
internal sealed class OwnSink(IDocumentStore store, string sink) : IDocumentStore
{
    public async Task<IReadOnlyDictionary<string, StoredItem>> ReadAsync(IReadOnlyList<string> keys, CancellationToken ct) =>
        (await store.ReadAsync(keys, ct)).ToDictionary(item => item.Key, item => item.Value with { Json = item.Value.Json.Replace(KillNames.AnySink, sink, StringComparison.Ordinal) }, StringComparer.Ordinal);

    public Task<WriteResult> WriteAsync(IReadOnlyDictionary<string, StateChange> changes, CancellationToken ct) => store.WriteAsync(changes, ct);

    public Task DeleteAsync(IReadOnlyList<string> keys, CancellationToken ct) => store.DeleteAsync(keys, ct);

    public Task DeleteBelowAsync(string prefix, CancellationToken ct) => store.DeleteBelowAsync(prefix, ct);

    public Task<int> PruneAsync(string part, DateTimeOffset before, CancellationToken ct) => store.PruneAsync(part, before, ct);
}
