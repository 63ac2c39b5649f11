using NodaTime.Text;
using PostingsBot.Cards;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Answers.Subscribing;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Questions.Subscribing;
using PostingsBot.Dialogs;
using PostingsBot.Recruiting;
using PostingsBot.Storage.Digests;
using CardVerb = PostingsBot.Cards.CardAction;

namespace PostingsBot.Subscriptions;

/// <summary>
/// The talk about subscriptions: what is said, what is pressed, and what answers a question of the bot. It decides; what is proposed and what is done stands
/// in its neighbours.
/// </summary>
internal sealed class SubscriptionTalk
{
    private static readonly LocalTimePattern Hour = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private readonly ISubscriptions subscriptions;
    private readonly SubscriptionOffers offers;
    private readonly SubscriptionOrders orders;
    private readonly AlertRights rights;

    public SubscriptionTalk(ISubscriptions subscriptions, ICatalogue catalogue, DestinationBook book, OwnerNames names, int mostOfOwner, WhoMay? whoMay = null)
    {
        this.subscriptions = subscriptions;
        rights = new AlertRights(whoMay);
        offers = new SubscriptionOffers(subscriptions, rights, new SubscriptionAnswers(catalogue), book, names, mostOfOwner);
        orders = new SubscriptionOrders(subscriptions, rights, offers, book, names);
    }

    /// <summary>What happens when people leave; null where nobody is told.</summary>
    public OwnerLeaving? Leaving { get; init; }

    /// <summary>What was said in answer to the bot: yes, no, or another time. Null when it says something else.</summary>
    public async Task<SubscriptionReply?> AnsweredAsync(SubscriptionTurn turn, string text, CancellationToken ct)
    {
        var (deleting, offer) = (turn.Memory.Deleting, WaitingFor(turn));
        turn = turn with { Memory = turn.Memory with { Deleting = null } };
        if (deleting?.By == turn.Me.User)
        {
            return OfferAnswer.Of(text) switch
            {
                OfferAnswer.Yes => await orders.DeleteAsync(turn, deleting.Ids, ct),
                OfferAnswer.No => turn.Say(SubscriptionWording.KeptAsItWas),
                _ => null,
            };
        }

        if (offer is null)
            return await StoppedAsync(turn, text, ct);
        return OfferAnswer.Of(text) switch
        {
            OfferAnswer.Yes => await offers.ConfirmAsync(turn, offer.Subscription.Id, ct),
            OfferAnswer.No => await offers.CancelAsync(turn, offer.Subscription.Id, ct),
            OfferAnswer.Time time => await offers.ChangeAsync(turn, offer, time.Rhythm, ct),
            _ => null,
        };
    }

    /// <summary>"Stop" alone, whatever was spoken of last: to somebody who has alerts it can mean nothing else.</summary>
    private async Task<SubscriptionReply?> StoppedAsync(SubscriptionTurn turn, string text, CancellationToken ct) =>
        text.Trim().TrimEnd('.', '!').Equals("stop", StringComparison.OrdinalIgnoreCase) && (await SubscriptionScope.OfAsync(turn, subscriptions, rights, ct)).All.Count > 0
            ? await orders.DoAsync(turn, new SubscriptionRequest(SubscriptionAction.Delete), ct)
            : null;

    /// <summary>A question about subscriptions.</summary>
    public async Task<SubscriptionReply> AskedAsync(SubscriptionTurn turn, Question question, CancellationToken ct)
    {
        var offer = WaitingFor(turn);
        turn = turn with { Memory = turn.Memory with { Deleting = null } };
        if (question.Intent is Intent.Subscribe)
        {
            var proposed = await offers.ProposeAsync(turn, question, ct);
            return proposed with { Conversation = proposed.Conversation.Wishing(question.Constraints) };
        }

        var request = question.Subscription ?? new SubscriptionRequest(SubscriptionAction.List);
        // What is spoken of is not kept yet: "make it 9", "stop".
        return await ((offer, request.Target, request.Action) switch
        {
            ({ } waiting, null or SubscriptionTarget.Focus, SubscriptionAction.Change) => request.Rhythm.IsStated
                ? offers.ChangeAsync(turn, waiting, request.Rhythm, ct)
                : Task.FromResult(SubscriptionOffers.Form(turn, waiting, SubscriptionWording.ChooseTime)),
            ({ } waiting, null or SubscriptionTarget.Focus, SubscriptionAction.Delete) => offers.CancelAsync(turn, waiting.Subscription.Id, ct),
            ({ } waiting, null or SubscriptionTarget.Focus, SubscriptionAction.NextRun or SubscriptionAction.Pause or SubscriptionAction.Resume) => offers.ShowAsync(turn, waiting, ct),
            _ => orders.DoAsync(turn, request, ct),
        });
    }

    /// <summary>A button.</summary>
    public async Task<SubscriptionReply> PressedAsync(SubscriptionTurn turn, CardVerb action, CancellationToken ct)
    {
        turn = turn with { Memory = turn.Memory with { Deleting = null } };
        if (action is CardVerb.Subscribe { Search: var search })
        {
            return turn.Memory.SearchOf(search) is { } constraints
                ? await offers.ProposeAsync(turn, new Question(Intent.Subscribe) { Constraints = constraints }, ct)
                : turn.Say(SubscriptionWording.SearchGone);
        }

        var pressed = (CardVerb.Alert)action;
        switch (pressed.Step)
        {
            case AlertStep.List:
                return await orders.ListAsync(turn, pressed.From, ct);
            case AlertStep.Which:
                return await orders.WhichAsync(turn, pressed.Ids, ct);
            case AlertStep.Confirm:
                return await offers.ConfirmAsync(turn, pressed.Id, ct);
            case AlertStep.Cancel:
                return await offers.CancelAsync(turn, pressed.Id, ct);
            case AlertStep.DeleteNow:
                return await orders.DeleteAsync(turn, [pressed.Id], ct);
        }

        if (turn.Memory.OfferOf(pressed.Id) is { } offer)
            return offer.Subscription.Owner == turn.Me ? await OfOfferAsync(turn, offer, pressed, ct) : turn.SayAside(SubscriptionWording.OfferedToOther);
        return await OfKeptAsync(turn, pressed, ct);
    }

    /// <summary>After a question about something else: what waits is offered once more, then let go.</summary>
    public static SubscriptionReply Interrupted(SubscriptionTurn turn, Answer answer, Conversation conversation)
    {
        var memory = turn.Memory with { Deleting = null };
        if (answer is RoleListAnswer or NothingFoundAnswer && conversation.Constraints.Count > 0)
        {
            (memory, var key) = memory.With(conversation.Constraints);
            answer = answer with { Search = key };
        }

        // What somebody else here was asked still waits for that person.
        var ofOther = turn.Conversation.Subscriptions is [var other] && memory.OfferOf(other)?.Subscription.Owner is { } owner && owner != turn.Me;
        conversation = conversation with { Subscriptions = ofOther ? turn.Conversation.Subscriptions : [] };
        return WaitingFor(turn) switch
        {
            null => new SubscriptionReply(answer, memory, conversation),
            { IsReminded: true } offer => new SubscriptionReply(answer, memory.Without(offer.Subscription.Id), conversation, SubscriptionWording.LetGo),
            var offer => new SubscriptionReply(
                answer, memory.With(offer with { IsReminded = true }), conversation with { Subscriptions = [offer.Subscription.Id] }, SubscriptionWording.NotSavedYet(offer.Subscription)),
        };
    }

    /// <summary>The offer that was spoken of last, when it was made to the one who speaks.</summary>
    private static Offer? WaitingFor(SubscriptionTurn turn) =>
        turn.Conversation.Subscriptions is [var id] && turn.Memory.OfferOf(id) is { } offer && offer.Subscription.Owner == turn.Me ? offer : null;

    private async Task<SubscriptionReply> OfOfferAsync(SubscriptionTurn turn, Offer offer, CardVerb.Alert pressed, CancellationToken ct) => pressed.Step switch
    {
        AlertStep.Form => SubscriptionOffers.Form(turn, offer, SubscriptionWording.ChooseTime),
        AlertStep.AtOnce => await offers.ChangeAsync(turn, offer, new RhythmRequest { AtOnce = true }, ct),
        AlertStep.Save => await offers.ChangeAsync(turn, offer, Filled(pressed), ct),
        _ => await offers.ShowAsync(turn, offer, ct),
    };

    private async Task<SubscriptionReply> OfKeptAsync(SubscriptionTurn turn, CardVerb.Alert pressed, CancellationToken ct)
    {
        if (await subscriptions.FindAsync(pressed.Id, ct) is not { Subscription: var subscription } one)
            return turn.Say(pressed.Step is AlertStep.Form or AlertStep.Save or AlertStep.AtOnce or AlertStep.Show ? SubscriptionWording.OfferGone : SubscriptionWording.NotThere);
        var isHere = subscription.Destination == turn.Here;
        if (isHere && pressed.Step is AlertStep.Take)
            return await orders.TakeOverAsync(turn, [one], ct);
        if (!await rights.MayAsync(turn, subscription, ct) && !(isHere && pressed.Step is AlertStep.Why or AlertStep.Show))
            return isHere ? await offers.NotYoursAsync(turn, subscription.Owner, ct) : turn.Say(SubscriptionWording.NotThere);
        var scope = await SubscriptionScope.OfAsync(turn, subscriptions, rights, ct);
        return pressed.Step switch
        {
            AlertStep.Form => SubscriptionOrders.Form(turn, subscription, SubscriptionWording.ChooseTime),
            AlertStep.Save => await orders.ChangeAsync(turn, [one], Filled(pressed), ct),
            AlertStep.AtOnce => await orders.ChangeAsync(turn, [one], new RhythmRequest { AtOnce = true }, ct),
            AlertStep.Take => turn.Say(SubscriptionWording.YoursAlready),
            AlertStep.Pause => await orders.PauseAsync(turn, [one], until: null, ct),
            AlertStep.Resume => await orders.ResumeAsync(turn, [one], ct),
            AlertStep.Delete => await orders.AskDeleteAsync(turn, scope, [one], ct),
            AlertStep.Why => await orders.WhyAsync(turn, scope, subscription, ct),
            _ => await orders.ShowAsync(turn, one, SubscriptionWording.KeptAsItWas, ct),
        };
    }

    /// <summary>What was filled into the form.</summary>
    private static RhythmRequest Filled(CardVerb.Alert pressed)
    {
        var problems = new List<string>();
        var days = (pressed.Days ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(Weekdays.None, (all, name) => Enum.TryParse<Weekdays>(name, ignoreCase: true, out var day) && Enum.IsDefined(day) ? all | day : all);
        if (days is Weekdays.None)
            problems.Add(SubscriptionWording.NoDay);
        var at = Hour.Parse(pressed.Hour ?? "") is { Success: true, Value: var time } ? time : RhythmReader.Read("at " + pressed.Hour).At;
        if (at is null)
            problems.Add(SubscriptionWording.NoSuchTime(pressed.Hour ?? ""));
        var zone = pressed.Zone is { } name ? Zones.IdOf(name) ?? RhythmReader.Read("time zone " + name).Zone : null;
        if (zone is null && pressed.Zone is not null)
            problems.Add(SubscriptionWording.NoSuchZone(pressed.Zone));
        QuietDays? quiet = pressed.Quiet switch { CardVerb.Alert.OneLine => QuietDays.OneLine, CardVerb.Alert.Nothing => QuietDays.Nothing, _ => null };
        return new RhythmRequest { Days = days, At = at, Zone = zone, Quiet = quiet, Problems = [.. problems] };
    }
}
