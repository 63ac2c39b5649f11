using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime.Text;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Postings;
using PostingsBot.Recruiting.Answers;

namespace PostingsBot.Cards.Models;

/// <summary>The cards of recruiters: the preview of a posting, changes, their history, lists and forms.</summary>
internal static class RecruitingModel
{
    /// <summary>Names of inputs, with what they hold when nothing is stated.</summary>
    private static readonly (string Name, string None)[] Inputs =
        [("title", ""), ("employer", ""), ("location", ""), ("workplace", Show.NotStated), ("eligible", ""), ("employment", ""), ("level", ""), ("pay", ""), ("closing", ""), ("apply", ""), ("skills", ""), ("nice", "")];

    private const int LongestLine = 400;

    public static CardModel Of(PreviewAnswer answer, CardBudget budget)
    {
        var data = RoleDetailModel.Stated(With(answer, answer.Notes, budget), answer.Role, budget);
        var headings = answer.Role.Sections.Select(section => section.Heading).Where(heading => heading.Length > 0).ToList();
        if (headings.Count > 0)
            data["sections"] = CardText.Cut("Text: " + string.Join(", ", headings), budget.Text);
        data["warnings"] = Parts.List(answer.Warnings, warning =>
        {
            var one = new JsonObject { ["warning"] = CardText.Cut(warning.Text, budget.Text) };
            return warning.Source is { } source ? Parts.Source(one, source, budget) : one;
        });
        data["twins"] = Parts.List([.. answer.Twins.Select((twin, index) => (Role: twin, Number: index + 1))], twin => Twin(twin.Role, twin.Number, budget));
        Buttons(data, answer.Buttons);
        return Hinted(new CardModel("posting-preview", data), answer.Hint, budget);
    }

    public static CardModel Of(RoleChangeAnswer answer, CardBudget budget)
    {
        var data = With(answer, answer.Notes, budget);
        data["roles"] = Parts.List(answer.Roles, role => new JsonObject
        {
            ["title"] = CardText.Cut(role.Name, budget.Text),
            ["changes"] = Parts.List(role.Changes, change => new JsonObject
            {
                ["label"] = CardText.Cut(FactData.Capital(TermNames.Of(change.Field)), 60),
                ["after"] = CardText.Cut(Shown(change.After), Math.Min(budget.Text, LongestLine)),
                ["before"] = CardText.Cut("before: " + Shown(change.Before), Math.Min(budget.Text, LongestLine)),
            }),
        });
        if (answer.More > 0)
            data["more"] = $"and {Show.Count(answer.More, "more role", "more roles")}";
        Buttons(data, answer.Buttons);
        return Hinted(new CardModel("role-change", data), answer.Hint, budget);
    }

    public static CardModel Of(HistoryAnswer answer, CardBudget budget)
    {
        var data = With(answer, [], budget);
        data["entries"] = Parts.List(answer.Rows, row => new JsonObject
        {
            ["what"] = CardText.Cut(row.What, Math.Min(budget.Text, LongestLine)),
            ["when"] = CardText.Cut(row.When, Math.Min(budget.Text, LongestLine)),
            ["changes"] = Parts.List(row.Changes, change => new JsonObject { ["change"] = CardText.Cut(change, Math.Min(budget.Text, LongestLine)) }),
        });
        if (answer.HasMore)
            data["more"] = "and earlier ones";
        Buttons(data, answer.Buttons);
        return new CardModel("role-history", data);
    }

    public static CardModel Of(DeskListAnswer answer, CardBudget budget)
    {
        var data = With(answer, answer.Notes, budget);
        data["rows"] = Parts.List(answer.Rows, row =>
        {
            var one = new JsonObject { ["title"] = CardText.Cut(row.Title, Math.Min(budget.Text, LongestLine)) };
            if (row.Note is { } note)
                one["note"] = CardText.Cut(note, Math.Min(budget.Text, LongestLine));
            return Buttons(one, row.Buttons);
        });
        if (answer.More > 0)
            data["more"] = $"and {answer.More.ToString(CultureInfo.InvariantCulture)} more";
        Buttons(data, answer.Buttons);
        return new CardModel("desk-list", data);
    }

    public static CardModel Of(RoleFormAnswer answer, CardBudget budget)
    {
        var data = With(answer, answer.Notes, budget);
        foreach (var (name, none) in Inputs)
            data[name] = answer.Values.TryGetValue(name, out var value) && value.Length > 0 ? CardText.Cut(value, budget.Text) : none;
        if (answer.Values.TryGetValue("about", out var about))
            data["about"] = about;
        data["done"] = answer.Version is null ? "Show the preview" : "Show the change";
        if (answer.Version is { } version)
        {
            data["edit"] = new JsonObject { ["id"] = answer.Id, ["version"] = version.ToString(CultureInfo.InvariantCulture) };
            return new CardModel("role-form", data);
        }

        data["post"] = new JsonObject { ["id"] = answer.Id.Length > 0 ? answer.Id : NewPosting };
        if (answer.Id.Length > 0)
            data["back"] = new JsonObject { ["id"] = answer.Id };
        return new CardModel("role-form", data);
    }

    public static CardModel Of(PublishLaterAnswer answer, CardBudget budget)
    {
        var data = Parts.Common(answer, budget);
        data["id"] = answer.Id;
        data["date"] = LocalDatePattern.Iso.Format(answer.Day);
        data["hour"] = RhythmWords.Of(answer.Hour);
        data["zone"] = answer.Zone;
        return new CardModel("publish-later", data);
    }

    /// <summary>In place of a draft's id in the form of a posting that begins with it.</summary>
    public const string NewPosting = "new";

    public static string Shown(string value) => value.Length > 0 ? value : Show.NotStated;

    private static JsonObject Twin(Posting twin, int number, CardBudget budget) => new()
    {
        ["id"] = twin.Id,
        ["name"] = CardText.Cut(Show.Name(twin), budget.Text),
        ["rest"] = CardText.Cut($"{RoleFacts.Where(twin)} · {RoleFacts.Rest(twin)}", budget.Text),
        ["number"] = number,
        ["button"] = $"Details of {number.ToString(CultureInfo.InvariantCulture)}",
    };

    private static JsonObject With(Answer answer, IReadOnlyList<string> notes, CardBudget budget)
    {
        var data = Parts.Common(answer, budget);
        data["notes"] = Parts.List(notes, note => new JsonObject { ["note"] = CardText.Cut(note, budget.Text) });
        return data;
    }

    private static CardModel Hinted(CardModel model, string? hint, CardBudget budget)
    {
        if (hint is not null)
            model.Data["hint"] = CardText.Cut(hint, Math.Max(budget.Text, LongestLine));
        return model;
    }

    private static JsonObject Buttons(JsonObject data, IReadOnlyList<DeskButton> buttons)
    {
        data["posts"] = Parts.List([.. buttons.OfType<DeskButton.Post>()], button =>
        {
            var one = Button(button);
            one["number"] = button.Number;
            one["seen"] = button.Seen;
            return one;
        });
        data["edits"] = Parts.List([.. buttons.OfType<DeskButton.Edit>()], Button);
        return data;
    }

    private static JsonObject Button(DeskButton button) => new()
    {
        ["title"] = button.Title,
        ["do"] = button.Do,
        ["id"] = button.Id,
        ["style"] = button.IsDestructive ? "destructive" : button.IsPositive ? "positive" : "default",
    };
}
