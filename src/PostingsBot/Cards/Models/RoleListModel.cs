using System.Text.Json.Nodes;
using PostingsBot.Core.Answers;

namespace PostingsBot.Cards.Models;

internal static class RoleListModel
{
    private const int MostCompared = 4;

    public static CardModel Of(RoleListAnswer answer, CardBudget budget)
    {
        var data = Parts.Common(answer, budget);
        if (answer.HasMore || answer.First > 1)
            data["range"] = Range(answer);
        data["roles"] = Parts.Roles(answer, budget);
        data["facets"] = Parts.Narrowings(answer.Facets, budget);
        data["hasMore"] = answer.HasMore;
        if (answer.Search is { } search)
            data["alert"] = search;
        if (answer.Alerts is [var only])
            data["digest"] = new JsonObject { ["id"] = only };
        else if (answer.Alerts.Count > 1)
            data["digests"] = new JsonObject { ["ids"] = new JsonArray([.. answer.Alerts.Take(CardAction.MostIds).Select(id => (JsonNode)id)]) };
        if (answer.Postings.Count is > 1 and <= MostCompared)
            data["compare"] = new JsonObject { ["ids"] = Parts.Ids(answer.Postings) };
        return new CardModel("role-list", data);
    }

    /// <summary>"1–3 of 3".</summary>
    public static string Range(RoleListAnswer answer)
    {
        var total = answer.Total ?? answer.First - 1 + answer.Postings.Count;
        var last = answer.First - 1 + answer.Postings.Count;
        return answer.First == last ? $"{last} of {total}" : $"{answer.First}–{last} of {total}";
    }
}
