using System.Text.Json.Nodes;
using PostingsBot.Core.Answers;

namespace PostingsBot.Cards.Models;

internal static class ComparisonModel
{
    public static CardModel Of(CompareAnswer answer, CardBudget budget)
    {
        var cell = Math.Min(160, budget.Text);
        var data = Parts.Common(answer, budget);
        data["columns"] = Parts.List(answer.Columns, name => new JsonObject { ["name"] = CardText.Cut(name, cell) });
        data["differ"] = Rows(answer.Rows.Where(r => r.Differs), cell);
        data["same"] = Parts.List([.. answer.Rows.Where(r => !r.Differs && r.Values.Any(v => v is not null))], r => new JsonObject
        {
            ["label"] = FactData.Capital(r.Label),
            ["value"] = CardText.Cut(r.Values.OfType<string>().First(), budget.Text),
        });
        var unknown = answer.Rows.Where(r => !r.Differs && r.Values.All(v => v is null)).Select(r => r.Label).ToArray();
        if (unknown.Length > 0)
            data["notStated"] = string.Join(", ", unknown);
        data["roles"] = Parts.List([.. answer.Postings.Take(4)], p => new JsonObject { ["id"] = p.Id, ["button"] = "Details: " + CardText.Cut(p.Title.Value, 40) });
        data["quotes"] = Parts.Quotes(answer.Quotes, budget);
        return new CardModel("comparison", data);
    }

    private static JsonArray Rows(IEnumerable<CompareRow> rows, int cell) => Parts.List([.. rows], row => new JsonObject
    {
        ["label"] = FactData.Capital(row.Label),
        ["values"] = Parts.List(row.Values, value => new JsonObject { ["text"] = value is null ? "not stated" : CardText.Cut(value, cell) }),
    });
}
