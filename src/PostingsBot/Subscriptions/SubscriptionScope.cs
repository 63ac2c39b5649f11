using PostingsBot.Core.Answers.Subscribing;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Questions.Subscribing;
using PostingsBot.Storage.Digests;

namespace PostingsBot.Subscriptions;

/// <summary>The subscriptions that a reader sees: alone with the bot all of the reader's own, elsewhere those that come to this place.</summary>
internal sealed class SubscriptionScope
{
    private readonly SubscriptionTurn turn;

    private readonly bool isAdmin;
    private readonly bool mayTake;

    private SubscriptionScope(SubscriptionTurn turn, IReadOnlyList<StoredSubscription> all, bool isAdmin, bool mayTake) => (this.turn, All, this.isAdmin, this.mayTake) = (turn, all, isAdmin, mayTake);

    /// <summary>In the order in which they were made; that is how they are numbered.</summary>
    public IReadOnlyList<StoredSubscription> All { get; }

    public static async Task<SubscriptionScope> OfAsync(SubscriptionTurn turn, ISubscriptions subscriptions, AlertRights rights, CancellationToken ct)
    {
        var all = turn.IsShared ? await subscriptions.OfDestinationAsync(turn.Here.Channel, turn.Here.Conversation, ct) : await subscriptions.OfOwnerAsync(turn.Me, ct);
        var administers = all.Any(one => one.Subscription.Owner != turn.Me) && await rights.IsAdminAsync(turn, ct);
        var free = all.FirstOrDefault(one => one.Subscription.Owner.IsNobody)?.Subscription;
        return new SubscriptionScope(turn, all, administers, free is not null && await rights.MayTakeAsync(turn, free, ct));
    }

    /// <summary>Whether the reader may change one of them.</summary>
    public bool May(Subscription subscription) => subscription.Owner == turn.Me || isAdmin;

    public StoredSubscription? Find(string id) => All.FirstOrDefault(one => one.Subscription.Id == id);

    public SubscriptionRow RowOf(Subscription subscription)
    {
        var number = All.TakeWhile(one => one.Subscription.Id != subscription.Id).Count() + 1;
        return SubscriptionRow.Of(subscription.AsOf(turn.Now), number > All.Count ? 0 : number, turn.Here, turn.Now) with
        {
            IsMine = May(subscription) && !subscription.Owner.IsNobody,
            IsOwn = subscription.Owner == turn.Me,
            IsFree = subscription.Owner.IsNobody && mayTake,
        };
    }

    /// <summary>A page of them.</summary>
    public SubscriptionListAnswer List(string text, IReadOnlyList<StoredSubscription> which, int from = 0) =>
        new([.. which.Skip(from).Take(PageSize).Select(one => RowOf(one.Subscription))], from, which.Count) { Text = text };

    /// <summary>Which are meant; null, and what to ask back, when that is not clear.</summary>
    public (IReadOnlyList<StoredSubscription>? Found, SubscriptionListAnswer? Ask) Which(SubscriptionTarget? target)
    {
        var spokenOf = turn.Conversation.Subscriptions.Select(Find).OfType<StoredSubscription>().ToList();
        var listed = spokenOf.Count > 1 ? spokenOf : All;
        switch (target)
        {
            case SubscriptionTarget.All:
                return (All, null);
            case SubscriptionTarget.Ordinal(var number):
                // What was listed keeps the numbers of the whole list; "the second" of a few may also mean the second of them.
                if (number > 0 && number <= All.Count && listed.Contains(All[number - 1]))
                    return ([All[number - 1]], null);
                var at = number < 0 ? listed.Count + number : number - 1;
                return at >= 0 && at < listed.Count ? ([listed[at]], null) : (null, List(SubscriptionWording.NoSuchNumber(listed.Count), All));
            case SubscriptionTarget.Described(var constraints):
                var keys = constraints.Select(constraint => constraint.Key).ToHashSet(StringComparer.Ordinal);
                var described = All.Where(one => keys.IsSubsetOf(one.Subscription.Question.Constraints.Select(constraint => constraint.Key))).ToList();
                return described.Count switch
                {
                    0 => (null, List(SubscriptionWording.NoSuch(constraints), All)),
                    1 => (described, null),
                    _ => (null, List(SubscriptionWording.WhichOne, described)),
                };
            default:
                return spokenOf.Count == 1 ? (spokenOf, null) : All.Count == 1 ? (All, null) : (null, List(SubscriptionWording.WhichOne, listed));
        }
    }

    /// <summary>A page must fit a card with all its buttons.</summary>
    public const int PageSize = 6;
}
