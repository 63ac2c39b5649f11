using System.Globalization;
using NodaTime;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Questions;

namespace PostingsBot.Dialogs;

/// <summary>
/// The conversation about roles: each turn is a question from text or from a card's button, answered at once. What it remembers
/// is one named value of a version; a value that cannot be read starts the conversation over and says so.
/// </summary>
internal sealed class AskDialog(Assistant assistant, Replies replies, TimeProvider clock) : Dialog(nameof(AskDialog))
{
    private const string ConversationKey = "conversation";
    private const string SpokenKey = "spoken";

    /// <summary>After so long without a turn a text begins anew; zero keeps the conversation for ever. A button still finds what its card spoke of.</summary>
    public TimeSpan ForgetAfter { get; init; }

    public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default) =>
        ContinueDialogAsync(dc, cancellationToken);

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var (conversation, unreadable) = Remembered(dc.ActiveDialog!.State);
        var lost = unreadable || dc.Context.TurnState.Get<LostMemory>() is not null;
        var incoming = Incoming.Of(dc.Context.Activity);
        if (incoming is Incoming.Text && IsForgotten(dc.ActiveDialog.State))
            conversation = Conversation.Empty;
        var today = Today(dc.Context.Activity, clock);
        var outcome = incoming switch
        {
            Incoming.Text(var text) => await assistant.AskAsync(text, conversation, today, cancellationToken),
            Incoming.Asked(var question) => await assistant.AnswerAsync(question(conversation), conversation, today, cancellationToken),
            _ => null,
        };
        if (outcome is not null)
        {
            dc.ActiveDialog!.State[ConversationKey] = ConversationJson.Write(outcome.Conversation);
            dc.ActiveDialog.State[SpokenKey] = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        }

        var reply = outcome is null ? Replies.UnknownButton() : replies.Of(outcome.Answer, dc.Context.Activity);
        if (dc.Context.TurnState.Get<MemoryOutOfReach>() is not null)
            reply = Replies.WithMemoryOutOfReach(reply);
        else if (lost)
            reply = Replies.WithMemoryLost(reply);
        await InvokeReply.SendAsync(dc.Context, reply, cancellationToken);
        return EndOfTurn;
    }

    private static (Conversation Conversation, bool Unreadable) Remembered(IDictionary<string, object> state)
    {
        if (!state.TryGetValue(ConversationKey, out var stored))
            return (Conversation.Empty, false);
        return ConversationJson.Read(stored?.ToString() ?? "") is { } conversation ? (conversation, false) : (Conversation.Empty, true);
    }

    private bool IsForgotten(IDictionary<string, object> state) =>
        ForgetAfter > TimeSpan.Zero && state.TryGetValue(SpokenKey, out var spoken) && long.TryParse(spoken?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && clock.GetUtcNow() - DateTimeOffset.UnixEpoch > TimeSpan.FromSeconds(seconds) + ForgetAfter;

    /// <summary>The date where the person is, when the channel says so; else where the bot runs.</summary>
    public static LocalDate Today(Activity activity, TimeProvider clock) =>
        LocalDate.FromDateTime((activity.LocalTimestamp ?? clock.GetLocalNow()).DateTime);
}
