using PostingsBot.Core.Answers;

namespace PostingsBot.Cards.Models;

internal static class NothingFoundModel
{
    public static CardModel Of(NothingFoundAnswer answer, CardBudget budget)
    {
        var data = Parts.Common(answer, budget);
        if (answer.Emptied is { } emptied)
            data["emptied"] = emptied.Label;
        data["relaxations"] = Parts.Narrowings(answer.Relaxations);
        return new CardModel("nothing-found", data);
    }
}
