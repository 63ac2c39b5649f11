using System.Globalization;
using NodaTime;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Questions;
using PostingsBot.Delivered;
using PostingsBot.Recruiting;
using PostingsBot.Subscriptions;

namespace PostingsBot.Dialogs;

/// <summary>
/// The conversation about roles: each turn is a question from text or from a card's button, answered at once. What it remembers
/// is one named value of a version; a value that cannot be read starts the conversation over and says so.
/// </summary>
internal sealed class AskDialog(Assistant assistant, Replies replies, TimeProvider clock) : Dialog(nameof(AskDialog))
{
    private const string ConversationKey = "conversation";
    private const string SpokenKey = "spoken";
    private const string SubscriptionsKey = "subscriptions";
    private const string RecruitingKey = "recruiting";

    /// <summary>After so long without a turn a text begins anew; zero keeps the conversation for ever. A button still finds what its card spoke of.</summary>
    public TimeSpan ForgetAfter { get; init; }

    /// <summary>Answers what comes in.</summary>
    public TurnRouting Routing { get; init; } = new(assistant, clock);

    /// <summary>Follows the roles on the cards that are sent; null follows none.</summary>
    public LiveCards? Live { get; init; }

    public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default) =>
        ContinueDialogAsync(dc, cancellationToken);

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var state = dc.ActiveDialog!.State;
        var (conversation, unreadable) = Remembered(state, ConversationKey, ConversationJson.Read, Conversation.Empty);
        var (memory, isLost) = Remembered(state, SubscriptionsKey, SubscriptionMemory.Read, SubscriptionMemory.Empty);
        var (recruiting, isGone) = Remembered(state, RecruitingKey, RecruitingMemory.Read, RecruitingMemory.Empty);
        var lost = unreadable || isLost || isGone || dc.Context.TurnState.Get<LostMemory>() is not null;
        var incoming = dc.Context.TurnState.Get<AttachedFiles>() is { } attached ? new Incoming.Attached(attached.Files) : Incoming.Of(dc.Context.Activity);
        if (incoming is Incoming.Text && IsForgotten(state))
            conversation = Conversation.Empty;
        var outcome = await Routing.AnswerAsync(dc.Context, new TurnMemory(conversation, memory, recruiting), incoming, cancellationToken);
        if (outcome is not null)
            Remember(state, outcome);
        var reply = outcome is null ? Replies.UnknownButton() : replies.Of(outcome.Answer, dc.Context.Activity);
        if (dc.Context.TurnState.Get<MemoryOutOfReach>() is not null)
            reply = Replies.WithMemoryOutOfReach(reply);
        else if (lost)
            reply = Replies.WithMemoryLost(reply);
        if (outcome?.Remark is { } remark)
            reply = Replies.With(remark, reply);
        var sent = await InvokeReply.SendAsync(dc.Context, reply, cancellationToken);
        foreach (var message in outcome?.Messages ?? [])
            await dc.Context.SendActivityAsync(MessageFactory.Text(message), cancellationToken);
        if (outcome is not null && Live is not null)
            await Live.RememberAsync(dc.Context.Activity, outcome.Answer, sent, cancellationToken);
        return EndOfTurn;
    }

    private void Remember(IDictionary<string, object> state, TurnOutcome outcome)
    {
        if (outcome.Forgets)
        {
            state.Clear();
            return;
        }

        state[ConversationKey] = ConversationJson.Write(outcome.Memory.Conversation);
        if (outcome.Memory.Subscriptions != SubscriptionMemory.Empty)
            state[SubscriptionsKey] = outcome.Memory.Subscriptions.Write();
        if (outcome.Memory.Recruiting != RecruitingMemory.Empty || state.ContainsKey(RecruitingKey))
            state[RecruitingKey] = outcome.Memory.Recruiting.Write();
        state[SpokenKey] = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
    }

    private static (T Value, bool Unreadable) Remembered<T>(IDictionary<string, object> state, string key, Func<string, T?> read, T none)
        where T : class
    {
        if (!state.TryGetValue(key, out var stored))
            return (none, false);
        return read(stored?.ToString() ?? "") is { } value ? (value, false) : (none, true);
    }

    private bool IsForgotten(IDictionary<string, object> state) =>
        ForgetAfter > TimeSpan.Zero && state.TryGetValue(SpokenKey, out var spoken) && long.TryParse(spoken?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && clock.GetUtcNow() - DateTimeOffset.UnixEpoch > TimeSpan.FromSeconds(seconds) + ForgetAfter;

    /// <summary>The date where the person is, when the channel says so; else where the bot runs.</summary>
    public static LocalDate Today(Activity activity, TimeProvider clock) =>
        activity.LocalTimestamp is null && Readers.ZoneOf(activity) is { } zone
            ? Instant.FromDateTimeOffset(clock.GetUtcNow()).InZone(Core.Digests.Zones.Of(zone)).Date
            : LocalDate.FromDateTime((activity.LocalTimestamp ?? clock.GetLocalNow()).DateTime);
}
