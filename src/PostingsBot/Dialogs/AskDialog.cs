using System.Globalization;
using NodaTime;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Questions;
using PostingsBot.Delivered;
using PostingsBot.Saving;
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

    /// <summary>After so long without a turn a text begins anew; zero keeps the conversation for ever. A button still finds what its card spoke of.</summary>
    public TimeSpan ForgetAfter { get; init; }

    /// <summary>The talk about subscriptions; null where no digests are sent.</summary>
    public SubscriptionTalk? Subscriptions { get; init; }

    /// <summary>The talk about saved roles; null where none are kept.</summary>
    public SavedTalk? Saved { get; init; }

    /// <summary>Follows the roles on the cards that are sent; null follows none.</summary>
    public LiveCards? Live { get; init; }

    public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default) =>
        ContinueDialogAsync(dc, cancellationToken);

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var state = dc.ActiveDialog!.State;
        var (conversation, unreadable) = Remembered(state, ConversationKey, ConversationJson.Read, Conversation.Empty);
        var (memory, isLost) = Remembered(state, SubscriptionsKey, SubscriptionMemory.Read, SubscriptionMemory.Empty);
        var lost = unreadable || isLost || dc.Context.TurnState.Get<LostMemory>() is not null;
        var incoming = Incoming.Of(dc.Context.Activity);
        if (incoming is Incoming.Text && IsForgotten(state))
            conversation = Conversation.Empty;
        var outcome = Subscriptions is not null && SubscriptionTurn.Of(dc.Context.Activity, conversation, memory, clock.GetUtcNow()) is { } turn
            ? await TalkAsync(turn, Subscriptions, incoming, cancellationToken)
            : await AskAsync(incoming, conversation, dc.Context.Activity, cancellationToken) is { } asked ? new SubscriptionReply(asked.Answer, memory, asked.Conversation) : null;
        if (outcome is not null)
        {
            state[ConversationKey] = ConversationJson.Write(outcome.Conversation);
            if (outcome.Memory != SubscriptionMemory.Empty)
                state[SubscriptionsKey] = outcome.Memory.Write();
            state[SpokenKey] = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        }

        var reply = outcome is null ? Replies.UnknownButton() : replies.Of(outcome.Answer, dc.Context.Activity);
        if (dc.Context.TurnState.Get<MemoryOutOfReach>() is not null)
            reply = Replies.WithMemoryOutOfReach(reply);
        else if (lost)
            reply = Replies.WithMemoryLost(reply);
        if (outcome?.Remark is { } remark)
            reply = Replies.With(remark, reply);
        var sent = await InvokeReply.SendAsync(dc.Context, reply, cancellationToken);
        if (outcome is not null && Live is not null)
            await Live.RememberAsync(dc.Context.Activity, outcome.Answer, sent, cancellationToken);
        return EndOfTurn;
    }

    /// <summary>What is about subscriptions goes to their talk, all else is answered as ever; null for a button that is not known.</summary>
    private async Task<SubscriptionReply?> TalkAsync(SubscriptionTurn turn, SubscriptionTalk talk, Incoming incoming, CancellationToken ct)
    {
        if (incoming is Incoming.Subscribing(var action))
            return await talk.PressedAsync(turn, action, ct);
        if (incoming is not Incoming.Text(var text))
            return await AskAsync(incoming, turn.Conversation, turn.Activity, ct) is { } pressed ? SubscriptionTalk.Interrupted(turn, pressed.Answer, pressed.Conversation) : null;
        if (await talk.AnsweredAsync(turn, text, ct) is { } answered)
            return answered;
        var today = Today(turn.Activity, clock);
        var question = await assistant.ReadAsync(text, turn.Conversation, today, ct);
        if (question.Intent is Intent.Subscribe or Intent.Subscriptions)
            return await talk.AskedAsync(turn, question, ct);
        var outcome = await AnswerAsync(question, turn.Conversation, turn.Activity, ct);
        return SubscriptionTalk.Interrupted(turn, outcome.Answer, outcome.Conversation);
    }

    private async Task<Outcome?> AskAsync(Incoming incoming, Conversation conversation, Activity activity, CancellationToken ct) => incoming switch
    {
        Incoming.Text(var text) => await AnswerAsync(await assistant.ReadAsync(text, conversation, Today(activity, clock), ct), conversation, activity, ct),
        Incoming.Asked(var question) => await AnswerAsync(question(conversation), conversation, activity, ct),
        _ => null,
    };

    private Task<Outcome> AnswerAsync(Question question, Conversation conversation, Activity activity, CancellationToken ct) => question.Intent is Intent.Saving && Saved is not null
        ? Saved.AnswerAsync(question, conversation, activity, ct)
        : assistant.AnswerAsync(question, conversation, Today(activity, clock), ct);

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
        LocalDate.FromDateTime((activity.LocalTimestamp ?? clock.GetLocalNow()).DateTime);
}
