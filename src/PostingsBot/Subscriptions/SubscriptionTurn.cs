using NodaTime;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Questions;
using PostingsBot.Storage.Recruiting;
using Destination = PostingsBot.Core.Digests.Destination;

namespace PostingsBot.Subscriptions;

/// <summary>What somebody says or presses about subscriptions, and what surrounds it.</summary>
internal sealed record SubscriptionTurn(Activity Activity, Owner Me, Conversation Conversation, SubscriptionMemory Memory, Instant Now)
{
    /// <summary>Who speaks, as the record of who may do what knows it; null when the channel does not prove it.</summary>
    public Actor? Person { get; init; }

    public Destination Here { get; } = Readers.DestinationOf(Activity);

    /// <summary>Of the profile; null when the channel does not say.</summary>
    public string? Zone { get; } = Readers.ZoneOf(Activity);

    /// <summary>Others read along.</summary>
    public bool IsShared => Here.Kind is not DestinationKind.Person;

    /// <summary>Null when the channel does not say who speaks.</summary>
    public static SubscriptionTurn? Of(Activity activity, Conversation conversation, SubscriptionMemory memory, DateTimeOffset now, Actor? person) =>
        Readers.OwnerOf(activity) is { } me ? new SubscriptionTurn(activity, me, conversation, memory, Instant.FromDateTimeOffset(now)) { Person = person } : null;

    /// <summary>A reply; what is spoken of from now on are these subscriptions.</summary>
    public SubscriptionReply Reply(Answer answer, SubscriptionMemory? memory = null, params IEnumerable<string> spokenOf) =>
        new(answer, memory ?? Memory, Conversation with { Subscriptions = [.. spokenOf] });

    /// <summary>Words beside what is spoken of, which goes on.</summary>
    public SubscriptionReply SayAside(string text) => Reply(new MessageAnswer(AnswerKind.Other) { Text = text }, Memory, Conversation.Subscriptions);

    /// <summary>A reply of nothing but words.</summary>
    public SubscriptionReply Say(string text, SubscriptionMemory? memory = null) => Reply(new MessageAnswer(AnswerKind.Other) { Text = text }, memory);
}

/// <summary>What is answered, and what is remembered after it.</summary>
/// <param name="Remark">Said beside the answer; null for nothing.</param>
internal sealed record SubscriptionReply(Answer Answer, SubscriptionMemory Memory, Conversation Conversation, string? Remark = null);
