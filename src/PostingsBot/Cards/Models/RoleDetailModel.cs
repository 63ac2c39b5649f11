using System.Globalization;
using System.Text.Json.Nodes;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Postings;

namespace PostingsBot.Cards.Models;

internal static class RoleDetailModel
{
    private const int MostSections = 5;

    public static CardModel Of(DetailAnswer answer, CardBudget budget)
    {
        var posting = answer.Posting;
        var data = Parts.Common(answer, budget);
        data["id"] = posting.Id;
        Stated(data, answer, budget);
        if (Sources.Others(posting) is { } others)
            data["others"] = CardText.Cut(others, budget.Text);
        if (budget.Passages > 0)
            data["sections"] = Parts.List([.. answer.Sections.Where(s => s.Passages.Count > 0).Take(MostSections)], s => Section(posting.File, s, budget));
        if (answer.Postings.Count > 1)
            data["compare"] = new JsonObject { ["ids"] = Parts.Ids(answer.Postings.Take(4)) };
        return new CardModel("role-detail", data);
    }

    /// <summary>Adds what a role's document states: <c>title</c>, <c>employer</c>, <c>facts</c>, <c>notStated</c>, <c>apply</c>.</summary>
    public static JsonObject Stated(JsonObject data, DetailAnswer answer, CardBudget budget)
    {
        var posting = answer.Posting;
        data["title"] = CardText.Cut(posting.Title.Value, budget.Text);
        data["employer"] = CardText.Cut(RoleFacts.Employer(posting), budget.Text);
        data["facts"] = Parts.List([.. answer.Facts.Where(f => f.Value is not null)], fact => FactData.Of(fact, budget));
        var unknown = answer.NotStated.Concat(answer.Facts.Where(f => f.Value is null).Select(f => f.Label)).Distinct().ToArray();
        if (unknown.Length > 0)
            data["notStated"] = string.Join(", ", unknown.Select(u => CardText.Cut(u, 60)));
        if (SafeLink.IsSafe(posting.ApplyUrl?.Value))
            data["apply"] = posting.ApplyUrl!.Value;
        return data;
    }

    private static JsonObject Section(string file, Section section, CardBudget budget)
    {
        var left = section.Passages.Count - budget.Passages;
        return new JsonObject
        {
            ["heading"] = CardText.Cut(section.Heading, 60),
            ["passages"] = Parts.List([.. section.Passages.Take(budget.Passages)], p => new JsonObject { ["text"] = "• " + CardText.Cut(p.Text, budget.Passage) }),
            ["source"] = (left > 0 ? $"and {left.ToString(CultureInfo.InvariantCulture)} more, " : "") + Sources.Of(file, section.FirstLine),
        };
    }
}
