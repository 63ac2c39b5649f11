using NodaTime;
using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Answers;

/// <summary>An answer and what the conversation remembers after it.</summary>
public sealed record Outcome(Question Question, Answer Answer, Conversation Conversation);

/// <summary>A question with what surrounds it.</summary>
internal sealed record Asked(Question Question, Conversation Conversation, LocalDate Today)
{
    public Outcome Reply(Answer answer, Conversation? next = null) =>
        new(Question, answer with { Text = answer.Text + Wording.NotRead(Question), Chips = [.. Question.Constraints.Select(c => new Chip(c.Key, c.Label))], Mended = Question.Mended }, next ?? Conversation);
}
