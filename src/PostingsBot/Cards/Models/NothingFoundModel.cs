using PostingsBot.Core.Answers;

namespace PostingsBot.Cards.Models;

internal static class NothingFoundModel
{
    public static CardModel Of(NothingFoundAnswer answer, CardBudget budget)
    {
        var data = Parts.Common(answer, budget);
        data["relaxations"] = Parts.Narrowings(answer.Relaxations, budget);
        return new CardModel("nothing-found", data);
    }
}
