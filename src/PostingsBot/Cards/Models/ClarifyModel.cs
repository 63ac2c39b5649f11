using PostingsBot.Core.Answers;

namespace PostingsBot.Cards.Models;

internal static class ClarifyModel
{
    public static CardModel Of(ClarifyAnswer answer, CardBudget budget)
    {
        var data = Parts.Common(answer, budget);
        data["choices"] = Parts.List([.. answer.Choices.Take(10)], choice => Parts.Ask(choice.Label, choice.Say));
        return new CardModel("clarify", data);
    }
}
