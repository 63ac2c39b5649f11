using System.Net;
using NodaTime;
using PostingsBot.BotSdk;
using PostingsBot.Core.Catalogue;
using PostingsBot.Delivered;
using PostingsBot.Dialogs;
using PostingsBot.Storage;
using PostingsBot.Storage.Delivered;

namespace PostingsBot.Workers;

/// <summary>
/// Replaces delivered cards whose roles changed. A card is replaced once for each change that shows on it; a place that is gone is forgotten; any other
/// failure is logged and tried again, less and less often, for as long as the card is followed.
/// </summary>
/// <param name="cards">The delivered cards.</param>
/// <param name="drawing">Draws them.</param>
/// <param name="catalogue">The roles.</param>
/// <param name="reached">Waits until the catalogue shows a change; false when that takes too long.</param>
/// <param name="adapterOf">Leads to a channel, at its pace; null where the bot is no longer on it.</param>
/// <param name="appId">The bot's; empty on a machine of one's own.</param>
/// <param name="clock">For leases and pauses.</param>
/// <param name="logger">For failures.</param>
internal sealed class LiveCardUpdates(
    IDeliveredCards cards, LiveDrawing drawing, ICatalogue catalogue, Func<long, CancellationToken, Task<bool>> reached, Func<string, BotAdapter?> adapterOf, string appId, TimeProvider clock, ILogger logger)
{
    /// <summary>How long a card is followed.</summary>
    public static readonly TimeSpan Followed = TimeSpan.FromDays(7);

    /// <summary>Longer than a channel's patience with all retries: a card is not replaced by two bots at once.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
    private const int AtOnce = 8;
    private const int MostDoublings = 7;

    /// <summary>Finds what changed and replaces what is due now.</summary>
    /// <returns>How many cards were looked at.</returns>
    public async Task<int> StepAsync(CancellationToken ct)
    {
        await cards.MarkAsync(clock.GetUtcNow(), ct);
        var looked = 0;
        while (await cards.ClaimAsync(clock.GetUtcNow(), Lease, AtOnce, ct) is { Count: > 0 } due)
        {
            await Task.WhenAll(due.Select(card => ReplaceAsync(card, ct)));
            looked += due.Count;
        }

        return looked;
    }

    public Task PruneAsync(CancellationToken ct) => cards.PruneAsync(clock.GetUtcNow() - Followed, ct);

    private async Task ReplaceAsync(DueCard due, CancellationToken ct)
    {
        if (LiveCard.Read(due.Card.Card) is not { } live || ActivityValues.ReadReference(due.Card.Reference) is not { } reference)
        {
            HostLog.CardUnreadable(logger, due.Card.Channel);
            await cards.ForgetAsync(due, ct);
            return;
        }

        if (adapterOf(due.Card.Channel) is not { } adapter)
        {
            HostLog.CardGone(logger, due.Card.Channel, "the bot is no longer on that channel");
            await cards.ForgetAsync(due, ct);
            return;
        }

        var failure = await TryReplaceAsync(due, live, reference, adapter, ct);
        if (failure is null)
            return;
        if (ActivityValues.RefusedWith(failure) is HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        {
            HostLog.CardGone(logger, due.Card.Channel, failure.Message);
            await cards.ForgetAsync(due, ct);
            return;
        }

        var pause = FirstPause * Math.Pow(2, Math.Min(due.Attempt - 1, MostDoublings));
        pause = pause < LongestPause ? pause : LongestPause;
        HostLog.CardNotReplaced(logger, due.Card.Channel, due.Attempt, pause, failure.Message);
        await cards.PostponeAsync(due, clock.GetUtcNow() + pause, ct);
    }

    private async Task<Exception?> TryReplaceAsync(DueCard due, LiveCard live, ConversationReference reference, BotAdapter adapter, CancellationToken ct)
    {
        try
        {
            if (!await reached(due.Change, ct))
                return new StorageUnavailableException("The search index has not reached the change yet.");
            var now = await drawing.DrawAsync(live, catalogue, LocalDate.FromDateTime(clock.GetLocalNow().DateTime), ct);
            if (now.Live.Drawn != live.Drawn && await PutAsync(adapter, reference, due.Card.Activity, now, ct) is { } refused)
                return refused;
            await cards.SettleAsync(due, now.Live.Write(), clock.GetUtcNow(), ct);
            return null;
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            // Whatever it is, this card waits and the others go on.
            return error;
        }
    }

    /// <summary>What went wrong; null when the channel shows the card. The adapter's own handling of failed turns is for people who wait for an answer.</summary>
    private async Task<Exception?> PutAsync(BotAdapter adapter, ConversationReference reference, string activityId, Redrawn now, CancellationToken ct)
    {
        var message = Replies.WithCard(now.Card, now.Words);
        message.Id = activityId;
        Exception? failure = new InvalidOperationException("The turn did not run.");
        await adapter.ContinueConversationAsync(
            appId,
            reference,
            async (turn, stop) =>
            {
                try
                {
                    await turn.UpdateActivityAsync(message, stop);
                    failure = null;
                }
                catch (Exception error) when (!ct.IsCancellationRequested)
                {
                    failure = error;
                }
            },
            ct);
        return failure;
    }
}
