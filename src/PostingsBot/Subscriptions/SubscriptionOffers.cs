using NodaTime;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Answers.Subscribing;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Questions.Subscribing;
using PostingsBot.Storage.Digests;

namespace PostingsBot.Subscriptions;

/// <summary>Subscriptions before they are kept: proposed, given another time, confirmed once, dropped.</summary>
internal sealed class SubscriptionOffers(ISubscriptions subscriptions, AlertRights rights, SubscriptionAnswers answers, DestinationBook book, OwnerNames names, int mostOfOwner)
{
    private const int IdLength = 10;

    private static readonly Rhythm.OnDays Usual = new(Weekdays.EveryDay, new LocalTime(8, 0), "UTC");

    /// <summary>Proposes what the question asks for, with what it does not state assumed and said.</summary>
    public async Task<SubscriptionReply> ProposeAsync(SubscriptionTurn turn, Question question, CancellationToken ct)
    {
        var request = question.Subscription?.Rhythm ?? new RhythmRequest();
        var asked = new Question(Intent.FindRoles) { Constraints = [.. question.Constraints.Where(constraint => constraint is not AmongConstraint)], Text = question.Text, Mended = question.Mended, Unused = question.Unused, Unread = question.Unread, IsCut = question.IsCut };
        var notes = new List<string>();
        if (asked.Constraints.Count < question.Constraints.Count)
            notes.Add(SubscriptionWording.NotAmong);
        var (zone, note) = await ZoneAsync(turn, ct);
        var rhythm = request.Over(Usual with { Zone = zone });
        notes.AddRange(Assumed(request, rhythm, request.Zone is null ? note : null));
        if (turn.IsShared)
            notes.Add(SubscriptionWording.SharedPlace);
        if (request.Quiet is { } quiet)
            notes.Add(rhythm is Rhythm.AtOnce ? SubscriptionWording.QuietAtOnce : SubscriptionWording.QuietChanged(quiet).TrimEnd());
        var subscription = new Subscription
        {
            Id = RolePrint.Hash($"{turn.Me}\u001F{turn.Here}\u001F{turn.Activity.Id}\u001F{turn.Now}\u001F{question.Text}")[..IdLength],
            Owner = turn.Me,
            Destination = turn.Here,
            Question = asked,
            Rhythm = rhythm,
            QuietDays = request.Quiet ?? QuietDays.Nothing,
            Progress = new Progress(turn.Now, null),
        };
        var offer = new Offer(subscription) { NeedsTime = request.Problems.Count > 0, Notes = notes };
        if (await TwinAsync(turn, subscription, ct) is { } twin)
        {
            var scope = await SubscriptionScope.OfAsync(turn, subscriptions, rights, ct);
            if (twin.Subscription.Owner != turn.Me)
                return turn.Say(SubscriptionWording.AgainOf(await names.FindAsync(twin.Subscription.Owner, ct) ?? "somebody"));
            if (!request.IsStated || (request.Problems.Count == 0 && request.Over(twin.Subscription.Rhythm, Days(twin.Subscription.Rhythm, zone)) == twin.Subscription.Rhythm && (request.Quiet ?? twin.Subscription.QuietDays) == twin.Subscription.QuietDays))
                return turn.Reply(new SubscriptionAnswer(scope.RowOf(twin.Subscription), SubscriptionStage.Kept) { Text = SubscriptionWording.Again(twin.Subscription) }, turn.Memory, twin.Subscription.Id);
            offer = offer with
            {
                Subscription = subscription with { Rhythm = request.Over(twin.Subscription.Rhythm, Days(twin.Subscription.Rhythm, zone)), QuietDays = request.Quiet ?? twin.Subscription.QuietDays },
                Replaces = twin.Subscription.Id,
                Notes = [],
            };
        }

        return offer.NeedsTime ? Form(turn, offer, string.Join(' ', request.Problems)) : await ShowAsync(turn, offer, ct);
    }

    /// <summary>The offer again, as it is now.</summary>
    public async Task<SubscriptionReply> ShowAsync(SubscriptionTurn turn, Offer offer, CancellationToken ct)
    {
        var row = SubscriptionRow.Of(offer.Subscription, 0, turn.Here, turn.Now);
        var text = offer.Replaces is { } id && await subscriptions.FindAsync(id, ct) is { Subscription.Rhythm: var before }
            ? SubscriptionWording.OfferToChange(offer.Subscription, before)
            : SubscriptionWording.Offer(offer.Subscription);
        return turn.Reply(await answers.OfferAsync(row, offer.Subscription.Question, text, offer.Notes, ct), turn.Memory.With(offer), row.Id);
    }

    /// <summary>Asks for the time of an offer.</summary>
    public static SubscriptionReply Form(SubscriptionTurn turn, Offer offer, string text) =>
        turn.Reply(new SubscriptionFormAnswer(offer.Subscription.Id, Days(offer.Subscription.Rhythm, turn.Zone), offer.Subscription.QuietDays) { Text = text }, turn.Memory.With(offer), offer.Subscription.Id);

    /// <summary>Another time for an offer.</summary>
    public Task<SubscriptionReply> ChangeAsync(SubscriptionTurn turn, Offer offer, RhythmRequest request, CancellationToken ct)
    {
        if (request.Problems.Count > 0)
            return Task.FromResult(Form(turn, offer, string.Join(' ', request.Problems)));
        var rhythm = request.Over(offer.Subscription.Rhythm, Days(offer.Subscription.Rhythm, turn.Zone));
        return ShowAsync(turn, offer with { Subscription = offer.Subscription with { Rhythm = rhythm, QuietDays = request.Quiet ?? offer.Subscription.QuietDays }, NeedsTime = offer.NeedsTime && !request.IsTimeStated, Notes = turn.IsShared ? [SubscriptionWording.SharedPlace] : [] }, ct);
    }

    /// <summary>Keeps it. However often it is pressed, it is kept once.</summary>
    public async Task<SubscriptionReply> ConfirmAsync(SubscriptionTurn turn, string id, CancellationToken ct)
    {
        if (await subscriptions.FindAsync(id, ct) is { } there)
            return there.Subscription.Owner == turn.Me ? await KeptAsync(turn, there.Subscription, SubscriptionWording.SavedBefore, ct) : await NotYoursAsync(turn, there.Subscription.Owner, ct);
        if (turn.Memory.OfferOf(id) is not { } offer)
            return turn.Say(SubscriptionWording.OfferGone);
        if (offer.Subscription.Owner != turn.Me)
            return turn.SayAside(SubscriptionWording.OfferedToOther);
        if (offer.NeedsTime)
            return Form(turn, offer, SubscriptionWording.ChooseTime);
        var memory = turn.Memory.Without(id);
        if ((offer.Replaces is { } replaced ? await subscriptions.FindAsync(replaced, ct) : await TwinAsync(turn, offer.Subscription, ct)) is { } twin && twin.Subscription.Owner == turn.Me)
        {
            var changed = twin.Subscription.AsOf(turn.Now).WithRhythm(offer.Subscription.Rhythm, turn.Now) with { QuietDays = offer.Subscription.QuietDays };
            return await subscriptions.UpdateAsync(twin, changed, known: null, turn.Now.ToDateTimeOffset(), ct)
                ? await KeptAsync(turn with { Memory = memory }, changed, row => SubscriptionWording.Changed([row]), ct)
                : turn.Say(SubscriptionWording.NotNow);
        }

        // Where it goes is noted first: a digest must never be due for a place that nobody knows.
        await book.RememberAsync(turn.Activity, ct);
        if (turn.IsShared)
            await names.RememberAsync(turn.Me, turn.Activity.From, ct);
        var subscription = offer.Subscription with { Progress = new Progress(turn.Now, null) };
        var known = await answers.KnownAsync(subscription.Question.Constraints, ct);
        return await subscriptions.CreateAsync(subscription, known, mostOfOwner, turn.Now.ToDateTimeOffset(), ct)
            ? await KeptAsync(turn with { Memory = memory }, subscription, row => SubscriptionWording.Saved(subscription, row), ct)
            : turn.Say(SubscriptionWording.Limit(mostOfOwner), memory);
    }

    /// <summary>Drops it; what was kept meanwhile stays.</summary>
    public async Task<SubscriptionReply> CancelAsync(SubscriptionTurn turn, string id, CancellationToken ct)
    {
        if (turn.Memory.OfferOf(id) is { } offer)
            return offer.Subscription.Owner == turn.Me ? turn.Say(SubscriptionWording.Cancelled, turn.Memory.Without(id)) : turn.SayAside(SubscriptionWording.OfferedToOther);
        return await subscriptions.FindAsync(id, ct) is { } there && there.Subscription.Owner == turn.Me
            ? await KeptAsync(turn, there.Subscription, SubscriptionWording.SavedBefore, ct)
            : turn.Say(SubscriptionWording.OfferGone);
    }

    public async Task<SubscriptionReply> NotYoursAsync(SubscriptionTurn turn, Owner owner, CancellationToken ct) =>
        turn.SayAside(!turn.IsShared ? SubscriptionWording.NotThere : owner.IsNobody ? SubscriptionWording.Nobodys : SubscriptionWording.NotYours(await names.FindAsync(owner, ct)));

    /// <summary>What a rhythm without days starts from when it gets some.</summary>
    public static Rhythm.OnDays Days(Rhythm rhythm, string? zone) => rhythm as Rhythm.OnDays ?? (zone is null ? Usual : Usual with { Zone = zone });

    private async Task<SubscriptionReply> KeptAsync(SubscriptionTurn turn, Subscription subscription, Func<SubscriptionRow, string> text, CancellationToken ct)
    {
        var row = (await SubscriptionScope.OfAsync(turn, subscriptions, rights, ct)).RowOf(subscription);
        return turn.Reply(new SubscriptionAnswer(row, SubscriptionStage.Kept) { Text = text(row) }, turn.Memory, row.Id);
    }

    /// <summary>The subscription of the same place that asks the same.</summary>
    private async Task<StoredSubscription?> TwinAsync(SubscriptionTurn turn, Subscription subscription, CancellationToken ct)
    {
        var keys = KeysOf(subscription);
        return (await subscriptions.OfDestinationAsync(turn.Here.Channel, turn.Here.Conversation, ct)).FirstOrDefault(one => KeysOf(one.Subscription).SetEquals(keys));
    }

    private static HashSet<string> KeysOf(Subscription subscription) => [.. subscription.Question.Constraints.Select(constraint => constraint.Key)];

    /// <summary>The zone of the profile, else that of the reader's latest subscription, else UTC; and what is to be said of it.</summary>
    private async Task<(string Zone, string Note)> ZoneAsync(SubscriptionTurn turn, CancellationToken ct)
    {
        if (turn.Zone is { } profile)
            return (profile, SubscriptionWording.ProfileZone(profile));
        var earlier = (await subscriptions.OfOwnerAsync(turn.Me, ct)).Select(one => one.Subscription.Rhythm).OfType<Rhythm.OnDays>().LastOrDefault();
        return earlier is null ? (Usual.Zone, SubscriptionWording.UnknownZone) : (earlier.Zone, SubscriptionWording.EarlierZone(earlier.Zone));
    }

    private static IEnumerable<string> Assumed(RhythmRequest request, Rhythm rhythm, string? zoneNote)
    {
        if (rhythm is not Rhythm.OnDays on)
            yield break;
        if (request is { Days: null, IsWeekly: false, At: null })
            yield return SubscriptionWording.AssumedTime(on);
        else if (request.At is null)
            yield return SubscriptionWording.AssumedHour(on.At);
        else if (request.IsHourRough)
            yield return SubscriptionWording.RoughHour;
        if (zoneNote is not null)
            yield return zoneNote;
    }
}
