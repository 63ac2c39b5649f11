using PostingsBot.Core.Answers;

namespace PostingsBot.Cards.Models;

internal static class ClarifyModel
{
    public static CardModel Of(ClarifyAnswer answer, CardBudget budget)
    {
        var data = Parts.Common(answer, budget);
        data["choices"] = Parts.Asks(answer.Choices.Take(10), c => c.Label, c => c.Say, budget);
        return new CardModel("clarify", data);
    }
}
