using PostingsBot.Core.Answers;

namespace PostingsBot.Cards.Models;

/// <summary>Words and suggestions only; help has a card of its own.</summary>
internal static class MessageModel
{
    public static CardModel Of(Answer answer, CardBudget budget) =>
        new(answer.Kind is AnswerKind.Help ? "help" : "message", Parts.Common(answer, budget));
}
