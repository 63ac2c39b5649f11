using System.Globalization;
using System.Text.Json.Nodes;
using PostingsBot.Core.Answers;

namespace PostingsBot.Cards.Models;

internal static class ComparisonModel
{
    public static CardModel Of(CompareAnswer answer, CardBudget budget)
    {
        var cell = Math.Min(300, budget.Text);
        var data = Parts.Common(answer, budget);
        data["columns"] = Parts.List(answer.Columns, name => new JsonObject { ["name"] = CardText.Cut(name, cell) });
        data["differ"] = Rows(answer.Rows.Where(r => r.Differs), cell);
        data["same"] = Parts.List([.. answer.Rows.Where(r => !r.Differs && r.Values.Any(v => v is not null))], r => new JsonObject
        {
            ["label"] = CardText.Cut(FactData.Capital(r.Label), 60),
            ["value"] = CardText.Cut(r.Values.OfType<string>().First(), budget.Text),
        });
        var unknown = answer.Rows.Where(r => !r.Differs && r.Values.All(v => v is null)).Select(r => r.Label).ToArray();
        if (unknown.Length > 0)
            data["notStated"] = string.Join(", ", unknown.Select(u => CardText.Cut(u, 60)));
        data["roles"] = Parts.List([.. Enumerable.Range(0, Math.Min(4, answer.Postings.Count))], i => new JsonObject { ["id"] = answer.Postings[i].Id, ["button"] = Parts.DetailsButton(answer, i) });
        if (answer.Quotes.Count > 0)
            data["sources"] = CardText.Cut(string.Join("; ", answer.Quotes.GroupBy(q => q.File).Select(Lines)), budget.Text);
        return new CardModel("comparison", data);
    }

    /// <summary>"seeds/003.txt:1, 3, 8".</summary>
    private static string Lines(IGrouping<string, Quote> file)
    {
        var lines = file.Select(q => q.Line).Distinct().Order().ToList();
        return string.Join(", ", lines.Skip(1).Select(line => line.ToString(CultureInfo.InvariantCulture)).Prepend(Sources.Of(file.Key, lines[0])));
    }

    private static JsonArray Rows(IEnumerable<CompareRow> rows, int cell) => Parts.List([.. rows], row => new JsonObject
    {
        ["label"] = CardText.Cut(FactData.Capital(row.Label), 60),
        ["values"] = Parts.List(row.Values, value => new JsonObject { ["text"] = value is null ? "not stated" : CardText.Cut(value, cell) }),
    });
}
