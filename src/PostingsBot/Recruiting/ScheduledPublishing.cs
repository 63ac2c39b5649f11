using PostingsBot.Recruiting.Drafting;
using PostingsBot.Storage;

namespace PostingsBot.Recruiting;

/// <summary>Publishes drafts whose time has come. Of several bots each takes others; one that stops in between leaves its drafts to the next look.</summary>
internal sealed class ScheduledPublishing(RecruitingDesk desk, TimeProvider clock, ILogger<ScheduledPublishing> logger) : BackgroundService
{
    private const int MostAtOnce = 20;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Publishes all that is due.</summary>
    /// <returns>How many drafts were due.</returns>
    public async Task<int> StepAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await desk.Book.ClaimDueAsync(now, Lease, MostAtOnce, ct);
        foreach (var draft in due)
        {
            if (await desk.Publishing.PublishAsync(draft, draft.Content.From, now, ct) is not Publication.Refused refused)
                continue;
            // It waits for its owner, who finds the reason beside it.
            var basis = DraftBook.BasisOf(draft.Content);
            var shown = basis is null ? null : DraftBook.Shown(draft.Content, basis, draft.Owner.Name);
            await desk.Book.UpdateAsync(draft, draft.Content with { State = DraftState.Saved, Failed = RecruitingWording.PublicationFailed(shown, refused.Why) }, due: null, now, ct);
        }

        return due.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                try
                {
                    while (await StepAsync(stoppingToken) == MostAtOnce)
                    {
                        // More may be due.
                    }
                }
                catch (StorageException error)
                {
                    HostLog.AfterOutOfReach(logger, error.Message);
                }

                await Task.Delay(Look, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Asked to stop.
        }
    }
}
