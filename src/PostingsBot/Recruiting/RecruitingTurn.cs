using NodaTime;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Questions;
using PostingsBot.Dialogs;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Subscriptions;

namespace PostingsBot.Recruiting;

/// <summary>What somebody says or presses about posting and changing roles, and what surrounds it.</summary>
/// <param name="Context">The turn.</param>
/// <param name="Me">Null when the channel does not prove who speaks.</param>
/// <param name="Standing">What that person may, as of this turn.</param>
/// <param name="Conversation">What is spoken of.</param>
/// <param name="Memory">What waits.</param>
/// <param name="Now">The time.</param>
internal sealed record RecruitingTurn(ITurnContext Context, Actor? Me, Standing Standing, Conversation Conversation, RecruitingMemory Memory, DateTimeOffset Now)
{
    private const string FallbackZone = "UTC";

    public Activity Activity => Context.Activity;

    /// <summary>Where the person is.</summary>
    public LocalDate Today { get; } = LocalDate.FromDateTime((Context.Activity.LocalTimestamp ?? Now).DateTime);

    /// <summary>Of the profile, else UTC.</summary>
    public string Zone { get; } = Readers.ZoneOf(Context.Activity) ?? FallbackZone;

    /// <summary>Channel and conversation, for the audit.</summary>
    public string From { get; } = $"{Context.Activity.ChannelId} {Context.Activity.Conversation?.Id}";

    /// <summary>Where the person is known: the channel, but for those who are signed in on the chat page.</summary>
    public string Channel { get; } = Me?.Channel ?? Context.Activity.ChannelId;

    /// <summary>Others read along.</summary>
    public bool IsShared { get; } = Readers.DestinationOf(Context.Activity).Kind is not Core.Digests.DestinationKind.Person;

    public string Person { get; } = Me?.User ?? Context.Activity.From?.Id ?? "";

    /// <summary>What is spoken of from now on: postings, and no alerts.</summary>
    private Conversation Spoken => Conversation with { Subscriptions = [], IsRecruiting = true };

    public Desk Desk => Memory.Of(Person);

    /// <summary>A reply after which nothing of the person waits.</summary>
    public RecruitingReply Reply(Answer answer, RecruitingMemory? memory = null) => new(answer, (memory ?? Memory).With(new Desk(Person)), Spoken);

    /// <summary>A reply after which something waits.</summary>
    public RecruitingReply Wait(Answer answer, Waits waits, string? id = null, RecruitingMemory? memory = null, string? said = null) =>
        new(answer, (memory ?? Memory).With(new Desk(Person) { Waits = waits, Id = id, Said = said }), Spoken);

    /// <summary>Words, after which nothing waits.</summary>
    public RecruitingReply Say(string text, RecruitingMemory? memory = null) => Reply(Words(text), memory);

    /// <summary>Words beside what waits, which goes on.</summary>
    public RecruitingReply SayAside(string text) => new(Words(text), Memory, Conversation with { IsRecruiting = true });

    public static MessageAnswer Words(string text) => new(AnswerKind.Other) { Text = text };
}

/// <summary>What is answered, and what is remembered after it.</summary>
/// <param name="Remark">Said beside the answer; null for nothing.</param>
internal sealed record RecruitingReply(Answer Answer, RecruitingMemory Memory, Conversation Conversation, string? Remark = null);
