using PostingsBot.Core.Answers;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Questions.Recruiting;
using PostingsBot.Recruiting;
using PostingsBot.Recruiting.After;
using PostingsBot.Saving;
using PostingsBot.Subscriptions;

namespace PostingsBot.Dialogs;

/// <summary>What surrounds something that came in.</summary>
internal sealed record TurnMemory(Conversation Conversation, SubscriptionMemory Subscriptions, RecruitingMemory Recruiting);

/// <summary>What is answered, and what is remembered after it.</summary>
internal sealed record TurnOutcome(Answer Answer, TurnMemory Memory)
{
    /// <summary>Said beside the answer; null for nothing.</summary>
    public string? Remark { get; init; }

    /// <summary>Sent after the answer, one by one.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>What the conversation remembers goes.</summary>
    public bool Forgets { get; init; }
}

/// <summary>Which talk answers what comes in: that of recruiters, that of alerts, that of saved roles, that about what is kept of a person, or the assistant.</summary>
internal sealed class TurnRouting(Assistant assistant, TimeProvider clock)
{
    /// <summary>The talk about subscriptions; null where no digests are sent.</summary>
    public SubscriptionTalk? Subscriptions { get; init; }

    /// <summary>The talk of recruiters; null where roles are not changed.</summary>
    public RecruitingTalk? Recruiting { get; init; }

    /// <summary>The talk about what is kept of a person; null where nothing is.</summary>
    public PersonalTalk? Personal { get; init; }

    /// <summary>The talk about saved roles; null where none are kept.</summary>
    public SavedTalk? Saved { get; init; }

    /// <summary>Counts what could not be answered; null counts nothing.</summary>
    public UnansweredNotes? Unanswered { get; init; }

    /// <returns>Null for a button that is not known.</returns>
    public async Task<TurnOutcome?> AnswerAsync(ITurnContext context, TurnMemory memory, Incoming incoming, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var recruiting = Recruiting?.TurnOf(context, memory.Conversation, memory.Recruiting, now);
        switch (incoming)
        {
            case Incoming.Recruiting(var action) when Recruiting is not null:
                return Of(memory, await Recruiting.PressedAsync(recruiting!, action, ct));
            case Incoming.Attached(var files) when Recruiting is not null:
                return await Recruiting.AttachedAsync(recruiting!, files, ct) is { } attached ? Of(memory, attached) : null;
            case Incoming.Subscribing(var action) when Subscriptions is not null && SubscriptionTurn.Of(context.Activity, memory.Conversation, memory.Subscriptions, now, recruiting?.Me) is { } subscribing:
                return Of(memory, recruiting, await Subscriptions.PressedAsync(subscribing, action, ct));
            case Incoming.Text said:
                return await SaidAsync(context, memory, recruiting, said, ct);
            case Incoming.Asked(var question):
                return await AnsweredAsync(context, memory, recruiting, await OutcomeAsync(context, question(memory.Conversation), memory.Conversation, ct), ct);
            default:
                return null;
        }
    }

    private async Task<TurnOutcome> SaidAsync(ITurnContext context, TurnMemory memory, RecruitingTurn? recruiting, Incoming.Text said, CancellationToken ct)
    {
        var text = said.Value;
        if (Personal is not null && await Personal.AnsweredAsync(text, () => Asking(context, memory, recruiting), ct) is { } personal)
            return Of(memory, personal);
        if (recruiting is not null && await Recruiting!.AnsweredAsync(recruiting, text, ct) is { } desk)
            return Of(memory, desk);
        var subscribing = Subscriptions is null ? null : SubscriptionTurn.Of(context.Activity, memory.Conversation, memory.Subscriptions, clock.GetUtcNow(), recruiting?.Me);
        if (subscribing is not null && await Subscriptions!.AnsweredAsync(subscribing, text, ct) is { } alert)
            return Of(memory, recruiting, alert);
        var today = AskDialog.Today(context.Activity, clock);
        var question = recruiting is not null && said.Marked is { } marked && await assistant.ReadAsync(marked, memory.Conversation, today, ct) is { Recruiting: not null } order
            ? order
            : await assistant.ReadAsync(text, memory.Conversation, today, ct);
        switch (question.Recruiting?.Action)
        {
            case RecruitingAction.ExportMyData when Personal is not null:
                return Of(memory, await Personal.ExportAsync(Asking(context, memory, recruiting), ct));
            case RecruitingAction.ForgetMe when Personal is not null:
                return Of(memory, PersonalTalk.AskForget());
        }

        if (recruiting is not null && await Recruiting!.AskedAsync(recruiting, question, text, ct) is { } asked)
            return Of(memory, asked);
        if (subscribing is not null && question.Intent is Intent.Subscribe or Intent.Subscriptions)
            return Of(memory, recruiting, await Subscriptions!.AskedAsync(subscribing, question, ct));
        return await AnsweredAsync(context, memory, recruiting, await OutcomeAsync(context, question, memory.Conversation, ct), ct);
    }

    private Task<Outcome> OutcomeAsync(ITurnContext context, Question question, Conversation conversation, CancellationToken ct) => question.Intent is Intent.Saving && Saved is not null
        ? Saved.AnswerAsync(question, conversation, context.Activity, ct)
        : assistant.AnswerAsync(question, conversation, AskDialog.Today(context.Activity, clock), ct);

    /// <summary>A question that the assistant answered: what waits is named once more.</summary>
    private async Task<TurnOutcome> AnsweredAsync(ITurnContext context, TurnMemory memory, RecruitingTurn? recruiting, Outcome outcome, CancellationToken ct)
    {
        if (Unanswered is not null)
            await Unanswered.NoteAsync(outcome, context.Activity, ct);
        var answer = recruiting is not null && outcome.Question.Intent is Intent.Help ? await Recruiting!.HelpAsync(recruiting, outcome.Answer, ct) : outcome.Answer;
        return Of(memory, recruiting, Subscriptions is not null && SubscriptionTurn.Of(context.Activity, memory.Conversation, memory.Subscriptions, clock.GetUtcNow(), recruiting?.Me) is { } subscribing
            ? SubscriptionTalk.Interrupted(subscribing, answer, outcome.Conversation)
            : new SubscriptionReply(answer, memory.Subscriptions, outcome.Conversation));
    }

    private static TurnOutcome Of(TurnMemory memory, RecruitingReply reply) => new(reply.Answer, memory with { Conversation = reply.Conversation, Recruiting = reply.Memory }) { Remark = reply.Remark };

    /// <summary>What is not said to a recruiter's talk interrupts it.</summary>
    private static TurnOutcome Of(TurnMemory memory, RecruitingTurn? recruiting, SubscriptionReply reply)
    {
        var (after, remark) = recruiting is null ? (memory.Recruiting, null) : RecruitingTalk.Interrupted(recruiting);
        var goesOn = recruiting is not null && !after.Of(recruiting.Person).IsClear;
        return new TurnOutcome(reply.Answer, new TurnMemory(reply.Conversation with { IsRecruiting = goesOn }, reply.Memory, after))
        {
            Remark = (reply.Remark, remark) switch { (null, _) => remark, (_, null) => reply.Remark, var (one, other) => $"{one} {other}" },
        };
    }

    private static TurnOutcome Of(TurnMemory memory, PersonalReply reply) => new(reply.Answer, memory) { Messages = reply.Messages, Forgets = reply.ForgetsConversation };

    private static PersonAsking Asking(ITurnContext context, TurnMemory memory, RecruitingTurn? recruiting) => new(context.Activity, Readers.OwnerOf(context.Activity), recruiting?.Me, new Dictionary<string, string>
    {
        ["conversation"] = ConversationJson.Write(memory.Conversation),
        ["subscriptions"] = memory.Subscriptions.Write(),
        ["recruiting"] = memory.Recruiting.Write(),
    });
}
