using PostingsBot.Core.Digests;
using PostingsBot.Recruiting;

namespace PostingsBot.Subscriptions;

/// <summary>Who may change a subscription: whoever set it up, and in a place that others share an admin as well.</summary>
/// <param name="whoMay">Who is an admin; null where nobody is.</param>
internal sealed class AlertRights(WhoMay? whoMay)
{
    public async Task<bool> IsAdminAsync(SubscriptionTurn turn, CancellationToken ct) =>
        whoMay is not null && turn is { IsShared: true, Person: { } person } && (await whoMay.OfAsync(person, ct)).IsAdmin;

    public async Task<bool> MayAsync(SubscriptionTurn turn, Subscription subscription, CancellationToken ct) =>
        subscription.Owner == turn.Me || (subscription.Destination == turn.Here && await IsAdminAsync(turn, ct));

    /// <summary>An admin; where the bot knows no admins, anybody for what belongs to nobody any more.</summary>
    public async Task<bool> MayTakeAsync(SubscriptionTurn turn, Subscription subscription, CancellationToken ct) =>
        turn.IsShared && subscription.Destination == turn.Here && (await IsAdminAsync(turn, ct) || (subscription.Owner.IsNobody && (await AdminsAsync(turn, ct)).Count == 0));

    /// <summary>The names of admins.</summary>
    public async Task<IReadOnlyList<string>> AdminsAsync(SubscriptionTurn turn, CancellationToken ct) => whoMay is null ? [] : await whoMay.AdminsAsync(turn.Me.Channel, ct);
}
