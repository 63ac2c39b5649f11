using System.Globalization;
using System.Text.Json.Nodes;
using PostingsBot.Core.Answers.Subscribing;
using PostingsBot.Core.Digests;

namespace PostingsBot.Cards.Models;

/// <summary>Subscriptions on cards: one, several, and the form for when.</summary>
internal static class SubscriptionModel
{
    private const int LongestTitle = 200;

    public static CardModel Of(SubscriptionAnswer answer, CardBudget budget)
    {
        var (data, row) = (Parts.Common(answer, budget), answer.Row);
        data["facts"] = Parts.List([.. Facts(row)], fact => new JsonObject { ["label"] = fact.Label, ["value"] = CardText.Cut(fact.Value, budget.Text) });
        data["notes"] = Parts.List(answer.Notes, note => new JsonObject { ["note"] = CardText.Cut(note, budget.Text) });
        data["roles"] = Parts.Roles(answer, budget);
        if (answer.Preview is { } preview)
            data["preview"] = preview;
        foreach (var button in Buttons(answer))
            data[button] = new JsonObject { ["id"] = row.Id };
        return new CardModel("subscription", data);
    }

    public static CardModel Of(SubscriptionListAnswer answer, CardBudget budget)
    {
        var data = Parts.Common(answer, budget);
        data["alerts"] = Parts.List(answer.Rows, row => Listed(row, budget));
        if (answer.HasMore)
            data["more"] = (answer.From + answer.Rows.Count).ToString(CultureInfo.InvariantCulture);
        return new CardModel("subscriptions", data);
    }

    public static CardModel Of(SubscriptionFormAnswer answer, CardBudget budget)
    {
        var data = Parts.Common(answer, budget);
        data["id"] = answer.Id;
        data["days"] = string.Join(',', answer.Rhythm.Days.Days());
        data["hour"] = RhythmWords.Of(answer.Rhythm.At);
        data["zone"] = answer.Rhythm.Zone;
        data["quiet"] = answer.Quiet is QuietDays.OneLine ? CardAction.Alert.OneLine : CardAction.Alert.Nothing;
        return new CardModel("subscription-form", data);
    }

    /// <summary>What is said of a subscription, line by line.</summary>
    public static IEnumerable<(string Label, string Value)> Facts(SubscriptionRow row)
    {
        yield return ("What", row.What);
        yield return ("When", row.When);
        if (row.Next is { } next)
            yield return ("Next", next);
        yield return ("Where", row.Where);
        if (row.Quiet is { } quiet)
            yield return ("Days without news", quiet);
        if (!row.IsActive)
            yield return ("State", row.State);
    }

    public static string StateOf(SubscriptionRow row) => row.Next is { } next ? "Next: " + next : row.State;

    private static IEnumerable<string> Buttons(SubscriptionAnswer answer) => answer switch
    {
        { Row.IsMine: false } => answer.Row.IsFree ? ["take"] : [],
        { Stage: SubscriptionStage.Offered } => ["offer", "change"],
        { Stage: SubscriptionStage.Deleting } => ["deleting"],
        _ => [answer.Row.IsActive ? "pause" : "resume", "change", "kept"],
    };

    private static JsonObject Listed(SubscriptionRow row, CardBudget budget)
    {
        var number = row.Number.ToString(CultureInfo.InvariantCulture);
        var data = new JsonObject
        {
            ["id"] = row.Id,
            ["title"] = $"{number}. {CardText.Cut(row.What, Math.Min(budget.Text, LongestTitle))}",
            ["when"] = row.When,
            ["where"] = row.Where,
            ["state"] = CardText.Cut(StateOf(row), Math.Min(budget.Text, LongestTitle)),
        };
        if (row.IsFree)
            data["take"] = "Take over " + number;
        if (!row.IsMine)
            return data;
        data[row.IsActive ? "pause" : "resume"] = (row.IsActive ? "Pause " : "Resume ") + number;
        data["change"] = "Change time of " + number;
        data["delete"] = "Delete " + number;
        return data;
    }
}
