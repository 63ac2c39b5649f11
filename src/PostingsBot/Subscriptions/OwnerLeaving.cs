using NodaTime;
using NodaTime.Text;
using PostingsBot.Cards;
using PostingsBot.Core.Answers.Recruiting;
using PostingsBot.Core.Answers.Subscribing;
using PostingsBot.Core.Digests;
using PostingsBot.Digests;
using PostingsBot.Storage.Digests;
using CardVerb = PostingsBot.Cards.CardAction;

namespace PostingsBot.Subscriptions;

/// <summary>
/// What becomes of the subscriptions of channels and groups when whoever set them up leaves: they belong to nobody, pause, and the place is told once, with a button to keep
/// them going. A broken database throws a <see cref="Storage.StorageException"/>.
/// </summary>
internal sealed class OwnerLeaving(ISubscriptions subscriptions, IOutbox outbox, OwnerNames names, TimeProvider clock)
{
    /// <summary>Attempts at a subscription that a digest or a message changes at the same time.</summary>
    private const int MostAttempts = 4;

    /// <summary>Somebody left a place.</summary>
    /// <param name="channel">The channel's id.</param>
    /// <param name="conversation">The conversation's id in it.</param>
    /// <param name="isGone">Whether an owner, by the person's id and by the id that the channel uses for the person in conversations, is who left.</param>
    /// <param name="ct">Stops it.</param>
    public async Task LeftAsync(string channel, string conversation, Func<Owner, string?, bool> isGone, CancellationToken ct)
    {
        foreach (var one in await subscriptions.OfDestinationAsync(channel, conversation, ct))
        {
            var owner = one.Subscription.Owner;
            if (!owner.IsNobody && isGone(owner, await names.FindIdAsync(owner, ct)))
                await LeaveAsync(one, await names.FindAsync(owner, ct), ct);
        }
    }

    /// <summary>Somebody is gone for good.</summary>
    /// <param name="owner">Who.</param>
    /// <param name="isNamed">False for a person who asked to be forgotten.</param>
    /// <param name="ct">Stops it.</param>
    public async Task GoneAsync(Owner owner, bool isNamed, CancellationToken ct)
    {
        var name = isNamed ? await names.FindAsync(owner, ct) : null;
        foreach (var one in await subscriptions.OfOwnerAsync(owner, ct))
            await LeaveAsync(one, name, ct);
        await names.ForgetAsync(owner, ct);
    }

    private async Task LeaveAsync(StoredSubscription one, string? name, CancellationToken ct)
    {
        var (subscription, owner) = (one.Subscription, one.Subscription.Owner);
        if (subscription.Destination.Kind is DestinationKind.Person)
            return;
        // Told first: whoever dies in between is told of the leaving again, and then this is there already.
        await TellAsync(subscription, name, ct);
        for (var (attempt, current) = (0, (StoredSubscription?)one); attempt < MostAttempts && current is not null && current.Subscription.Owner == owner; attempt++)
        {
            var left = current.Subscription with { Owner = Owner.Nobody(owner.Channel), State = new SubscriptionState.Troubled(SubscriptionWording.OwnerLeft) };
            if (await subscriptions.UpdateAsync(current, left, known: null, clock.GetUtcNow(), ct))
                return;
            current = await subscriptions.FindAsync(subscription.Id, ct);
        }
    }

    private async Task TellAsync(Subscription subscription, string? name, CancellationToken ct)
    {
        var here = await subscriptions.OfDestinationAsync(subscription.Destination.Channel, subscription.Destination.Conversation, ct);
        var number = here.TakeWhile(one => one.Subscription.Id != subscription.Id).Count() + 1;
        var now = clock.GetUtcNow();
        var notice = new NoticeMessage
        {
            Text = SubscriptionWording.Left(name, SubscriptionWording.What(subscription.Question.Constraints)),
            Rows =
            [
                new NoticeRow(SubscriptionWording.What(subscription.Question.Constraints), SubscriptionWording.LeftNote(SubscriptionWording.When(subscription.Rhythm)))
                {
                    Buttons = [new NoticeButton(SubscriptionWording.KeepItGoing, FormattableString.Invariant($"take over alert {number}")) { Alert = CardVerb.NameOf(AlertStep.Take), Id = subscription.Id }],
                },
            ],
        };
        var today = LocalDatePattern.Iso.Format(Instant.FromDateTimeOffset(now).InUtc().Date);
        await outbox.PutAsync(notice.DeliveryTo(subscription.Destination, $"left {subscription.Id} {today}"), now, ct);
    }
}
