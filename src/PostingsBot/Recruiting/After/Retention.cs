using PostingsBot.Configuration;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.State;

namespace PostingsBot.Recruiting.After;

/// <summary>Forgets what was kept long enough, as the configuration says.</summary>
internal sealed class Retention(IDocumentStore store, IDrafts drafts, IUnanswered unanswered, RetentionOptions options, TimeProvider clock, ILogger logger)
{
    /// <summary>In the keys of what a conversation remembers, on every channel.</summary>
    public const string Conversations = "/conversations/";

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromHours(1);

    private DateTimeOffset looked = DateTimeOffset.MinValue;

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now - looked < BetweenLooks)
            return;
        looked = now;
        var forgotten = 0;
        if (options.ConversationDays > 0)
            forgotten += await store.PruneAsync(Conversations, now - TimeSpan.FromDays(options.ConversationDays), ct);
        if (options.DraftDays > 0)
            forgotten += await drafts.PruneAsync(now - TimeSpan.FromDays(options.DraftDays), ct);
        if (options.UnansweredDays > 0)
            forgotten += await unanswered.PruneAsync(now - TimeSpan.FromDays(options.UnansweredDays), ct);
        if (forgotten > 0)
            HostLog.Forgotten(logger, forgotten);
    }
}
