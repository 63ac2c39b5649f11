using System.Globalization;
using System.Text.Json.Nodes;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Postings;

namespace PostingsBot.Cards.Models;

/// <summary>The parts of the data that several cards share. Text is plain here; the finisher escapes it.</summary>
internal static class Parts
{
    private const int LongestFallback = 600;
    private const int LongestButton = 40;
    private const int MostButtons = 6;

    /// <summary>What every template may use: text, speak, fallback, mended, chips, suggestions.</summary>
    public static JsonObject Common(Answer answer, CardBudget budget)
    {
        var data = new JsonObject
        {
            ["text"] = CardText.Cut(answer.Text, budget.Text),
            ["speak"] = CardText.Cut(answer.Text, budget.Text),
            ["fallback"] = CardText.Cut(PlainText.Of(answer), Math.Min(LongestFallback, budget.Text * 2)),
            ["chips"] = List([.. answer.Chips.Where(c => c.Key.Length <= budget.Payload)], Chip),
            ["suggestions"] = Asks(answer.Suggestions, say => say, say => say, budget),
        };
        var fixedChips = answer.Chips.Where(c => c.Key.Length > budget.Payload).Select(c => CardText.Cut(c.Label, budget.Text)).ToArray();
        if (fixedChips.Length > 0)
            data["fixedChips"] = string.Join(" · ", fixedChips);
        if (answer.Mended.Count > 0)
            data["mended"] = CardText.Cut(MendedLine(answer), budget.Text);
        return data;
    }

    public static string MendedLine(Answer answer) => "I read " + string.Join(" and ", answer.Mended.Select(m => $"“{m.Written}” as “{m.Read}”")) + ".";

    public static JsonArray Roles(Answer answer, CardBudget budget)
    {
        var roles = new JsonArray();
        for (var i = 0; i < answer.Postings.Count; i++)
        {
            var posting = answer.Postings[i];
            var role = new JsonObject
            {
                ["id"] = posting.Id,
                ["title"] = CardText.Cut(posting.Title.Value, budget.Text),
                ["button"] = DetailsButton(answer, i),
                ["employer"] = CardText.Cut(RoleFacts.Employer(posting), budget.Text),
                ["where"] = CardText.Cut(RoleFacts.Where(posting), budget.Text),
                ["rest"] = RoleFacts.Rest(posting),
            };
            Source(role, Sources.ForRole(answer, i), budget);
            roles.Add((JsonNode)role);
        }

        return roles;
    }

    /// <summary>Names the role; roles of one title are told apart by the employer, or else by their number.</summary>
    public static string DetailsButton(Answer answer, int index)
    {
        var posting = answer.Postings[index];
        var name = "Details: " + CardText.Cut(posting.Title.Value, LongestButton);
        var twins = answer.Postings.Where(p => p.Title.Value == posting.Title.Value).ToArray();
        if (twins.Length == 1)
            return name;
        return posting.Company is { } company && twins.Count(p => p.Company?.Value == company.Value) == 1
            ? $"{name}, {CardText.Cut(company.Value, LongestButton)}"
            : $"{name}, {(Array.IndexOf(twins, posting) + 1).ToString(CultureInfo.InvariantCulture)}";
    }

    public static JsonArray Quotes(IReadOnlyList<Quote> quotes, CardBudget budget) => List(quotes, quote => Source([], quote, budget));

    /// <summary>Adds <c>quote</c> (the words, unless the budget leaves no room) and <c>source</c> (file and line).</summary>
    public static JsonObject Source(JsonObject data, Quote quote, CardBudget budget)
    {
        if (budget.Quote > 0)
            data["quote"] = "“" + CardText.Cut(quote.Text, budget.Quote) + "”";
        data["source"] = Sources.Of(quote);
        return data;
    }

    /// <summary>Buttons that say something.</summary>
    public static JsonArray Asks<T>(IEnumerable<T> items, Func<T, string> title, Func<T, string> say, CardBudget budget) =>
        List([.. items.Where(i => say(i).Length <= budget.Payload)], i => new JsonObject { ["title"] = CardText.Cut(title(i), LongestButton), ["say"] = say(i) });

    /// <summary>Buttons that change the search, each with the number of roles it leads to.</summary>
    public static JsonArray Narrowings(IReadOnlyList<Relaxation> relaxations, CardBudget budget) =>
        Asks(relaxations.Take(MostButtons), r => $"{CardText.Cut(r.Label, LongestButton - 8)} ({r.Count.ToString(CultureInfo.InvariantCulture)})", r => r.Say, budget);

    private static JsonObject Chip(Chip chip) => new()
    {
        ["title"] = "✕ " + CardText.Cut(chip.Label, LongestButton),
        ["label"] = CardText.Cut(chip.Label, LongestButton * 2),
        ["key"] = chip.Key,
    };

    public static JsonArray Ids(IEnumerable<Posting> postings) => [.. postings.Select(p => (JsonNode)JsonValue.Create(p.Id))];

    public static JsonArray List<T>(IReadOnlyList<T> items, Func<T, JsonObject> make) => [.. items.Select(i => (JsonNode)make(i))];
}
