using System.Text.Json.Nodes;
using PostingsBot.Core.Answers;

namespace PostingsBot.Cards.Models;

internal static class FactData
{
    /// <summary>Label, value ("not stated" when there is none) and, where there is one, the quoted line.</summary>
    public static JsonObject Of(FactRow fact, CardBudget budget)
    {
        var data = new JsonObject { ["label"] = CardText.Cut(Capital(fact.Label), 60) };
        if (fact.IsQuoted())
        {
            data["quote"] = "“" + CardText.Cut(fact.Value!, budget.Text) + "”";
            data["source"] = Sources.Of(fact.Source!);
            return data;
        }

        data["value"] = fact.Value is { } value ? CardText.Cut(value, budget.Text) : "not stated";
        if (fact.Source is not { } source)
            return data;
        if (source.Text != fact.Value)
            return Parts.Source(data, source, budget);
        data["source"] = Sources.Of(source);
        return data;
    }

    /// <summary>The value is the quoted passage itself: it is shown once.</summary>
    public static bool IsQuoted(this FactRow fact) => fact.Value is { } value && value == fact.Source?.Text && !value.Contains("://", StringComparison.Ordinal);

    public static string Capital(string label) => label.Length == 0 ? label : char.ToUpperInvariant(label[0]) + label[1..];
}
