using System.Net;
using System.Threading.Channels;
using PostingsBot.BotSdk;
using PostingsBot.Cards;
using PostingsBot.Channels;
using PostingsBot.Channels.Slack;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Answers.Subscribing;
using PostingsBot.Core.Digests;
using PostingsBot.Delivered;
using PostingsBot.Dialogs;
using PostingsBot.Storage.Digests;
using PostingsBot.Subscriptions;

namespace PostingsBot.Digests;

/// <summary>
/// Sends what is in the outbox, each destination's messages in their order. Nothing is lost: a message is there until its channel took it or it was given up,
/// and what was given up can be replayed. A message is doubled only when the channel took it and this process died before that was noted; Slack is asked then.
/// </summary>
internal sealed class OutboxSender(
    IOutbox outbox, ISubscriptions subscriptions, DestinationBook book, OutboxDrawing drawing, MatchedCatalogue matched, LiveCards live, ChannelAdapters adapters, TimeProvider clock, ILogger logger)
{
    /// <summary>Enough that several tenants of Teams are at their limits, each with some that wait for their turn.</summary>
    private const int AtOnce = 400;

    /// <summary>With fewer under way more are claimed.</summary>
    private const int FewUnderWay = AtOnce * 3 / 4;

    /// <summary>Slack's calls of one workspace go in their order: answers to people would wait behind more.</summary>
    private const int MostInSlack = 16;

    private const int MostAttempts = 30;
    private const int MostDoublings = 7;
    private const string Unreadable = "It was written by another version and cannot be read.";

    /// <summary>Longer than a channel's patience with all retries: a message is not sent by two bots at once.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>So long after the claim a message may still begin to be sent.</summary>
    private static readonly TimeSpan HeldSurely = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>Not longer ago was the first attempt at what is tried now.</summary>
    private static readonly TimeSpan LongestTried = LongestPause * MostAttempts;

    /// <summary>Holds one item for each message under way to Slack.</summary>
    private readonly Channel<DueDelivery> inSlack = Channel.CreateBounded<DueDelivery>(MostInSlack);

    /// <summary>Sends what is due. Others are claimed while some still wait for their channel, so that none of them holds up the rest.</summary>
    /// <returns>How many deliveries were tried.</returns>
    public async Task<int> StepAsync(CancellationToken ct)
    {
        if (!await matched.IsShownAsync(ct))
            return 0;
        var (tried, sending) = (0, new List<Task>());
        try
        {
            do
            {
                if (sending.Count <= FewUnderWay)
                {
                    var claimed = clock.GetUtcNow();
                    var due = await outbox.ClaimAsync(claimed, Lease, AtOnce - sending.Count, ct);
                    sending.AddRange(due.Select(delivery => DeliverAsync(delivery, claimed + HeldSurely, ct)));
                    tried += due.Count;
                }

                if (sending.Count > 0)
                {
                    var ended = await Task.WhenAny(sending);
                    sending.Remove(ended);
                    await ended;
                }
            }
            while (sending.Count > 0);
            return tried;
        }
        finally
        {
            // One that failed does not leave the others behind.
            await Task.WhenAll(sending);
        }
    }

    private async Task DeliverAsync(DueDelivery due, DateTimeOffset heldUntil, CancellationToken ct)
    {
        var delivery = due.Delivery;
        if (OutboxMessage.Read(delivery.Payload) is not { } message)
        {
            HostLog.DigestGivenUp(logger, delivery.Channel, due.Attempt, Unreadable);
            await outbox.GiveUpAsync(due, Unreadable, clock.GetUtcNow(), ct);
            return;
        }

        if (await book.FindAsync(delivery.Channel, delivery.Conversation, ct) is not { } reference)
        {
            await TroubleAsync(due, "The bot does not know how to reach it any more. Say something to the bot there, then resume its alerts.", ct);
            return;
        }

        if (delivery.Channel != SlackAdapter.ChannelId)
        {
            await SendAsync(due, message, reference, heldUntil, ct);
            return;
        }

        await inSlack.Writer.WriteAsync(due, ct);
        try
        {
            await SendAsync(due, message, reference, heldUntil, ct);
        }
        finally
        {
            inSlack.Reader.TryRead(out _);
        }
    }

    private async Task SendAsync(DueDelivery due, OutboxMessage message, ConversationReference reference, DateTimeOffset heldUntil, CancellationToken ct)
    {
        var delivery = due.Delivery;
        // A machine that slept meanwhile: another bot may have it by now, or this one will when the lease is over.
        if (clock.GetUtcNow() > heldUntil)
            return;
        if (due.Attempt > 1)
            DigestMetrics.SentAgain.Add(1, new KeyValuePair<string, object?>("channel", delivery.Channel));
        var (taken, failure) = await TrySendAsync(due, message, reference, ct);
        if (taken is not null)
        {
            await outbox.SentAsync(due, taken.Id, clock.GetUtcNow(), ct);
            DigestMetrics.Sent.Add(1, new KeyValuePair<string, object?>("channel", delivery.Channel));
            await live.RememberAsync(taken.Turn, taken.Answer, taken.Id, ct);
        }
        else if (ActivityValues.RefusedWith(failure!) is HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
            await TroubleAsync(due, $"The bot may not write there any more: {failure!.Message}", ct);
        else
            await PostponeAsync(due, failure!, ct);
    }

    /// <summary>One of both. What happens after the channel took the message does not make it unsent.</summary>
    private async Task<(Taken? Taken, Exception? Failure)> TrySendAsync(DueDelivery due, OutboxMessage message, ConversationReference reference, CancellationToken ct)
    {
        Taken? taken = null;
        Exception? failure = null;
        try
        {
            var (card, answer) = await drawing.DrawAsync(message, CardDialects.Of(reference.ChannelId), ct);
            await adapters.ContinueAsync(
                reference,
                async (turn, stop) =>
                {
                    try
                    {
                        if (due.Delivery.Channel == SlackAdapter.ChannelId)
                            turn.TurnState.Add(new SlackTurn(due.Delivery.Key) { Begun = due.Attempt > 1 ? clock.GetUtcNow() - LongestTried : null });
                        var sent = await turn.SendActivityAsync(MessageOf(due, card, answer), stop);
                        taken = new Taken(sent?.Id, turn.Activity, answer);
                    }
                    catch (Exception error) when (!ct.IsCancellationRequested)
                    {
                        // Not left to the adapter, which would apologise to people who asked nothing.
                        failure = error;
                    }
                },
                ct);
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            // Whatever it is, this message waits and the others go on.
            failure = error;
        }

        return taken is null ? (null, failure ?? new InvalidOperationException("The turn did not run.")) : (taken, null);
    }

    private static Activity MessageOf(DueDelivery due, System.Text.Json.Nodes.JsonObject card, Answer answer)
    {
        var message = Replies.WithCard(card, answer.Text);
        message.Id = due.Delivery.Key;
        if (CardDialects.Of(due.Delivery.Channel) is CardDialect.Submit)
            message.Summary = PlainText.Of(answer);
        return message;
    }

    private async Task PostponeAsync(DueDelivery due, Exception failure, CancellationToken ct)
    {
        if (due.Attempt >= MostAttempts)
        {
            HostLog.DigestGivenUp(logger, due.Delivery.Channel, due.Attempt, failure.Message);
            await outbox.GiveUpAsync(due, failure.Message, clock.GetUtcNow(), ct);
            return;
        }

        var pause = Pause(due);
        HostLog.DigestPostponed(logger, due.Delivery.Channel, due.Attempt, pause, failure.Message);
        await outbox.PostponeAsync(due, clock.GetUtcNow() + pause, failure.Message, ct);
    }

    /// <summary>Doubled each time up to an hour, less up to a quarter: those that failed together are not tried together. The share is the delivery's own, so that it needs no chance.</summary>
    private static TimeSpan Pause(DueDelivery due)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(due.Attempt - 1, MostDoublings));
        return (pause < LongestPause ? pause : LongestPause) * (1 - (due.Number % 64 / 256.0));
    }

    /// <summary>The destination is gone: its subscriptions pause, and their owners are told where they can be.</summary>
    private async Task TroubleAsync(DueDelivery due, string reason, CancellationToken ct)
    {
        HostLog.DestinationGone(logger, due.Delivery.Channel, reason);
        await outbox.GiveUpAsync(due, reason, clock.GetUtcNow(), ct);
        foreach (var paused in await subscriptions.TroubleAsync(due.Delivery.Channel, due.Delivery.Conversation, reason, clock.GetUtcNow(), ct))
            await TellOwnerAsync(paused, reason, ct);
    }

    private async Task TellOwnerAsync(Subscription paused, string reason, CancellationToken ct)
    {
        var own = (await subscriptions.OfOwnerAsync(paused.Owner, ct)).Select(stored => stored.Subscription.Destination)
            .FirstOrDefault(destination => destination.Kind is DestinationKind.Person && destination != paused.Destination);
        if (own is null || await book.FindAsync(own.Channel, own.Conversation, ct) is not { } reference)
            return;
        try
        {
            var words = $"Your alert “{SubscriptionWording.What(paused.Question.Constraints)}” is paused. {reason} Say “list my alerts” to resume or delete it.";
            await adapters.ContinueAsync(reference, (turn, stop) => turn.SendActivityAsync(MessageFactory.Text(words), stop), ct);
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            // The alert says it too when it is listed.
            HostLog.DestinationGone(logger, own.Channel, error.Message);
        }
    }

    /// <summary>A message that a channel took.</summary>
    private sealed record Taken(string? Id, Activity Turn, Answer Answer);
}
