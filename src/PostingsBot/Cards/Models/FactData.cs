using System.Text.Json.Nodes;
using PostingsBot.Core.Answers;

namespace PostingsBot.Cards.Models;

internal static class FactData
{
    /// <summary>Label, value ("not stated" when there is none) and, where there is one, the quoted line.</summary>
    public static JsonObject Of(FactRow fact, CardBudget budget)
    {
        var data = new JsonObject
        {
            ["label"] = CardText.Cut(Capital(fact.Label), 60),
            ["value"] = fact.Value is { } value ? CardText.Cut(value, budget.Text) : "not stated",
        };
        return fact.Source is { } source ? Parts.Source(data, source, budget) : data;
    }

    public static string Capital(string label) => label.Length == 0 ? label : char.ToUpperInvariant(label[0]) + label[1..];
}
