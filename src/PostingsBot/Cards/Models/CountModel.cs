using System.Globalization;
using System.Text.Json.Nodes;
using PostingsBot.Core.Answers;

namespace PostingsBot.Cards.Models;

internal static class CountModel
{
    public static CardModel Of(CountAnswer answer, CardBudget budget)
    {
        var data = Parts.Common(answer, budget);
        data["rows"] = Parts.List([.. answer.Breakdown.Take(20)], row => new JsonObject
        {
            ["label"] = FactData.Capital(CardText.Cut(row.Label, 80)),
            ["count"] = row.Count.ToString("#,##0", CultureInfo.InvariantCulture),
        });
        if (answer.Breakdown.Count > 20)
            data["left"] = $"and {answer.Breakdown.Count - 20} more";
        return new CardModel("count", data);
    }
}
