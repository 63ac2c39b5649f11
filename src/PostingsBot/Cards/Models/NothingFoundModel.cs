using PostingsBot.Core.Answers;

namespace PostingsBot.Cards.Models;

internal static class NothingFoundModel
{
    public static CardModel Of(NothingFoundAnswer answer, CardBudget budget)
    {
        var data = Parts.Common(answer, budget);
        data["relaxations"] = Parts.Narrowings(answer.Relaxations, budget);
        if (answer.Search is { } search)
            data["alert"] = search;
        return new CardModel("nothing-found", data);
    }
}
