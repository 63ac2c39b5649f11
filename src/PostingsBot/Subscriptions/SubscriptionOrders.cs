using NodaTime;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Answers.Subscribing;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Questions.Subscribing;
using PostingsBot.Storage.Digests;

namespace PostingsBot.Subscriptions;

/// <summary>What is done with subscriptions that are there. Everybody in a place sees its subscriptions; their owners and admins change them.</summary>
internal sealed class SubscriptionOrders(ISubscriptions subscriptions, AlertRights rights, SubscriptionOffers offers, DestinationBook book, OwnerNames names)
{
    /// <summary>Attempts at a subscription that a digest or another message changes at the same time.</summary>
    private const int MostAttempts = 4;

    public async Task<SubscriptionReply> DoAsync(SubscriptionTurn turn, SubscriptionRequest request, CancellationToken ct)
    {
        var scope = await SubscriptionScope.OfAsync(turn, subscriptions, rights, ct);
        if (scope.All.Count == 0)
            return turn.Say(turn.IsShared ? SubscriptionWording.NoneHere : SubscriptionWording.NoneYet);
        if (request.Action is SubscriptionAction.List || (request is { Action: SubscriptionAction.NextRun, Target: null or SubscriptionTarget.Focus } && turn.Conversation.Subscriptions.Count != 1))
            return List(turn, scope, 0);
        var (found, ask) = scope.Which(request.Target);
        if (found is null)
            return Reply(turn, request.Action is SubscriptionAction.Why ? ask! with { Text = SubscriptionWording.WhyAny } : ask!);
        return request.Action switch
        {
            SubscriptionAction.Why when found is [var one] => await WhyAsync(turn, scope, one.Subscription, ct),
            SubscriptionAction.Why or SubscriptionAction.NextRun => Told(turn, scope, found),
            SubscriptionAction.Delete => await AskDeleteAsync(turn, scope, found, ct),
            SubscriptionAction.Change => await ChangeAsync(turn, found, request.Rhythm, ct),
            SubscriptionAction.Pause => await PauseAsync(turn, found, request.Until, ct),
            SubscriptionAction.TakeOver => await TakeOverAsync(turn, found, ct),
            _ => await ResumeAsync(turn, found, ct),
        };
    }

    public async Task<SubscriptionReply> ListAsync(SubscriptionTurn turn, int from, CancellationToken ct)
    {
        var scope = await SubscriptionScope.OfAsync(turn, subscriptions, rights, ct);
        return scope.All.Count == 0 ? turn.Say(turn.IsShared ? SubscriptionWording.NoneHere : SubscriptionWording.NoneYet) : List(turn, scope, from < scope.All.Count ? from : 0);
    }

    /// <summary>Those of a digest that several made.</summary>
    public async Task<SubscriptionReply> WhichAsync(SubscriptionTurn turn, IReadOnlyList<string> ids, CancellationToken ct)
    {
        var scope = await SubscriptionScope.OfAsync(turn, subscriptions, rights, ct);
        var which = scope.All.Where(one => ids.Contains(one.Subscription.Id)).ToList();
        return which switch
        {
            [] => turn.Say(SubscriptionWording.NotThere),
            [var one] => await WhyAsync(turn, scope, one.Subscription, ct),
            _ => Reply(turn, scope.List(SubscriptionWording.TheseAreWhy, which)),
        };
    }

    /// <summary>They are the speaker's from then on.</summary>
    public async Task<SubscriptionReply> TakeOverAsync(SubscriptionTurn turn, IReadOnlyList<StoredSubscription> which, CancellationToken ct)
    {
        if (which.All(one => one.Subscription.Owner == turn.Me))
            return turn.Say(SubscriptionWording.YoursAlready);
        var taken = new List<StoredSubscription>();
        foreach (var one in which.Where(one => one.Subscription.Owner != turn.Me))
        {
            if (await rights.MayTakeAsync(turn, one.Subscription, ct))
                taken.Add(one);
        }

        if (taken.Count == 0)
        {
            var owner = which[0].Subscription.Owner;
            return owner.IsNobody ? turn.SayAside(SubscriptionWording.MayNotTake(await rights.AdminsAsync(turn, ct))) : await offers.NotYoursAsync(turn, owner, ct);
        }

        await book.RememberAsync(turn.Activity, ct);
        await names.RememberAsync(turn.Me, turn.Activity.From, ct);
        return await ChangedAsync(
            turn, taken, 0, one => (one.State is SubscriptionState.Active ? one : one.Resumed(turn.Now)) with { Owner = turn.Me }, SubscriptionWording.TakenOver, isZoneStated: true, ct);
    }

    /// <summary>As it is.</summary>
    public async Task<SubscriptionReply> ShowAsync(SubscriptionTurn turn, StoredSubscription one, string text, CancellationToken ct)
    {
        var row = (await SubscriptionScope.OfAsync(turn, subscriptions, rights, ct)).RowOf(one.Subscription);
        return turn.Reply(new SubscriptionAnswer(row, SubscriptionStage.Kept) { Text = text }, turn.Memory, row.Id);
    }

    public async Task<SubscriptionReply> WhyAsync(SubscriptionTurn turn, SubscriptionScope scope, Subscription subscription, CancellationToken ct)
    {
        var row = scope.RowOf(subscription);
        return turn.Reply(new SubscriptionAnswer(row, SubscriptionStage.Kept) { Text = SubscriptionWording.Why(row, row.IsOwn ? null : await names.FindAsync(subscription.Owner, ct)) }, turn.Memory, row.Id);
    }

    public Task<SubscriptionReply> PauseAsync(SubscriptionTurn turn, IReadOnlyList<StoredSubscription> which, LocalDate? until, CancellationToken ct)
    {
        Instant? EndOf(Subscription one) => until?.AtStartOfDayInZone(ZoneOf(turn, one.Rhythm)).ToInstant();
        return until is { } day && which.Any(one => EndOf(one.Subscription) <= turn.Now)
            ? Task.FromResult(turn.SayAside(SubscriptionWording.PauseOver(day)))
            : UpdateAsync(turn, which, one => one with { State = new SubscriptionState.Paused(EndOf(one)) }, SubscriptionWording.Paused, ct);
    }

    public async Task<SubscriptionReply> ResumeAsync(SubscriptionTurn turn, IReadOnlyList<StoredSubscription> which, CancellationToken ct)
    {
        // The bot may have been removed and come back since: where it goes is noted anew.
        if (which.Any(one => one.Subscription.Destination == turn.Here))
            await book.RememberAsync(turn.Activity, ct);
        return await UpdateAsync(turn, which, one => one.State is SubscriptionState.Active ? one : one.Resumed(turn.Now), SubscriptionWording.Resumed, ct);
    }

    /// <summary>Another time. What is not stated stays; nothing stated asks for it.</summary>
    public async Task<SubscriptionReply> ChangeAsync(SubscriptionTurn turn, IReadOnlyList<StoredSubscription> which, RhythmRequest request, CancellationToken ct)
    {
        if (which is [var one] && await rights.MayAsync(turn, one.Subscription, ct) && (!request.IsStated || request.Problems.Count > 0))
            return Form(turn, one.Subscription, request.Problems.Count > 0 ? string.Join(' ', request.Problems) : SubscriptionWording.ChooseTime);
        if (request.Problems.Count > 0 || !request.IsStated)
            return turn.Say(request.Problems.Count > 0 ? string.Join(' ', request.Problems) : SubscriptionWording.ChooseTime);
        return await UpdateAsync(turn, which, each => Changed(turn, each, request), rows => Said(request, rows), ct, isZoneStated: request.Zone is not null || !request.IsTimeStated);
    }

    private static Subscription Changed(SubscriptionTurn turn, Subscription subscription, RhythmRequest request) =>
        subscription.WithRhythm(request.Over(subscription.Rhythm, SubscriptionOffers.Days(subscription.Rhythm, turn.Zone)), turn.Now) with { QuietDays = request.Quiet ?? subscription.QuietDays };

    private static string Said(RhythmRequest request, IReadOnlyList<SubscriptionRow> rows) => request.Quiet is not { } quiet ? SubscriptionWording.Changed(rows)
        : rows.All(row => row.Quiet is null) ? SubscriptionWording.QuietAtOnce
        : SubscriptionWording.QuietChanged(quiet) + SubscriptionWording.Changed(rows);

    /// <summary>Asks for another time.</summary>
    public static SubscriptionReply Form(SubscriptionTurn turn, Subscription subscription, string text) =>
        turn.Reply(new SubscriptionFormAnswer(subscription.Id, SubscriptionOffers.Days(subscription.Rhythm, turn.Zone), subscription.QuietDays) { Text = text }, turn.Memory, subscription.Id);

    /// <summary>Asks once.</summary>
    public async Task<SubscriptionReply> AskDeleteAsync(SubscriptionTurn turn, SubscriptionScope scope, IReadOnlyList<StoredSubscription> which, CancellationToken ct)
    {
        var mine = which.Where(one => scope.May(one.Subscription)).ToList();
        if (mine.Count == 0)
            return await offers.NotYoursAsync(turn, which[0].Subscription.Owner, ct);
        var memory = turn.Memory with { Deleting = new Deletion(turn.Me.User, [.. mine.Select(one => one.Subscription.Id)]) };
        var text = SubscriptionWording.Deleting([.. mine.Select(one => SubscriptionWording.What(one.Subscription.Question.Constraints))]) + SubscriptionWording.LeftOthers(which.Count - mine.Count);
        Answer answer = mine is [var only]
            ? new SubscriptionAnswer(scope.RowOf(only.Subscription), SubscriptionStage.Deleting) { Text = text }
            : new ClarifyAnswer([new Choice("Delete them", "yes"), new Choice("Keep them", "no")]) { Text = text };
        return turn.Reply(answer, memory, memory.Deleting.Ids);
    }

    public async Task<SubscriptionReply> DeleteAsync(SubscriptionTurn turn, IReadOnlyList<string> ids, CancellationToken ct)
    {
        var deleted = new List<string>();
        foreach (var id in ids)
        {
            if (await subscriptions.FindAsync(id, ct) is { } one && await rights.MayAsync(turn, one.Subscription, ct) && await subscriptions.DeleteAsync(id, ct))
                deleted.Add(SubscriptionWording.What(one.Subscription.Question.Constraints));
        }

        if (deleted.Count > 0 && (await subscriptions.OfOwnerAsync(turn.Me, ct)).Count == 0)
            await names.ForgetAsync(turn.Me, ct);
        return turn.Say(deleted.Count == 0 ? SubscriptionWording.NotThere : SubscriptionWording.Deleted(deleted));
    }

    private static SubscriptionReply List(SubscriptionTurn turn, SubscriptionScope scope, int from) => Reply(turn, scope.List(SubscriptionWording.List(scope.All.Count, turn.IsShared), scope.All, from), scope);

    private static SubscriptionReply Reply(SubscriptionTurn turn, SubscriptionListAnswer list, SubscriptionScope? all = null) =>
        turn.Reply(list, turn.Memory, all is null ? list.Rows.Select(row => row.Id) : all.All.Select(one => one.Subscription.Id));

    private static SubscriptionReply Told(SubscriptionTurn turn, SubscriptionScope scope, IReadOnlyList<StoredSubscription> which) => which is [var one]
        ? turn.Reply(new SubscriptionAnswer(scope.RowOf(one.Subscription), SubscriptionStage.Kept) { Text = SubscriptionWording.NextRun(scope.RowOf(one.Subscription)) }, turn.Memory, one.Subscription.Id)
        : Reply(turn, scope.List(SubscriptionWording.List(which.Count, turn.IsShared), which));

    private async Task<SubscriptionReply> UpdateAsync(
        SubscriptionTurn turn, IReadOnlyList<StoredSubscription> which, Func<Subscription, Subscription> change, Func<IReadOnlyList<SubscriptionRow>, string> text, CancellationToken ct, bool isZoneStated = true)
    {
        var all = await SubscriptionScope.OfAsync(turn, subscriptions, rights, ct);
        var mine = which.Where(one => all.May(one.Subscription)).ToList();
        return mine.Count == 0 ? await offers.NotYoursAsync(turn, which[0].Subscription.Owner, ct) : await ChangedAsync(turn, mine, which.Count - mine.Count, change, text, isZoneStated, ct);
    }

    private async Task<SubscriptionReply> ChangedAsync(
        SubscriptionTurn turn, IReadOnlyList<StoredSubscription> which, int left, Func<Subscription, Subscription> change, Func<IReadOnlyList<SubscriptionRow>, string> text, bool isZoneStated, CancellationToken ct)
    {
        var changed = new List<Subscription>();
        foreach (var one in which)
        {
            if (await UpdateAsync(turn, one, change, ct) is { } done)
                changed.Add(done);
        }

        if (changed.Count == 0)
            return turn.Say(SubscriptionWording.NotNow);
        var scope = await SubscriptionScope.OfAsync(turn, subscriptions, rights, ct);
        var rows = changed.ConvertAll(scope.RowOf);
        var said = text(rows) + SubscriptionWording.LeftOthers(left);
        if (rows is not [var row])
            return turn.Reply(new SubscriptionListAnswer([.. rows.Take(SubscriptionScope.PageSize)], 0, rows.Count) { Text = said }, turn.Memory, rows.Select(each => each.Id));
        IReadOnlyList<string> notes = !isZoneStated && turn.Zone is { } profile && changed[0].Rhythm is Rhythm.OnDays { Zone: var kept } && kept != profile
            ? [SubscriptionWording.OtherProfileZone(kept, profile)]
            : [];
        return turn.Reply(new SubscriptionAnswer(row, SubscriptionStage.Kept) { Text = said, Notes = notes }, turn.Memory, row.Id);
    }

    private async Task<Subscription?> UpdateAsync(SubscriptionTurn turn, StoredSubscription one, Func<Subscription, Subscription> change, CancellationToken ct)
    {
        for (var (attempt, current) = (0, (StoredSubscription?)one); attempt < MostAttempts && current is not null; attempt++)
        {
            var changed = change(current.Subscription.AsOf(turn.Now));
            if (await subscriptions.UpdateAsync(current, changed, known: null, turn.Now.ToDateTimeOffset(), ct))
                return changed;
            current = await subscriptions.FindAsync(one.Subscription.Id, ct);
        }

        return null;
    }

    private static DateTimeZone ZoneOf(SubscriptionTurn turn, Rhythm rhythm) => rhythm is Rhythm.OnDays on ? Zones.Of(on.Zone) : Zones.Of(turn.Zone ?? "UTC");
}
