using System.Text.Json.Nodes;
using PostingsBot.Core.Answers.Recruiting;

namespace PostingsBot.Cards.Models;

internal static class NoticeModel
{
    public static CardModel Of(NoticeAnswer answer, CardBudget budget)
    {
        var data = Parts.Common(answer, budget);
        data["rows"] = Parts.List(answer.Rows, row => Row(row, answer.Rows.Count == 1 ? "Details" : FormattableString.Invariant($"Details of {answer.Rows.ToList().IndexOf(row) + 1}"), budget));
        return new CardModel("notice", data);
    }

    private static JsonObject Row(NoticeRow row, string details, CardBudget budget)
    {
        var data = new JsonObject
        {
            ["title"] = CardText.Cut(row.Title, budget.Text),
            ["note"] = CardText.Cut(row.Note, budget.Text),
            ["asks"] = Parts.Asks(row.Buttons, button => button.Title, button => button.Say, budget),
        };
        if (row.Role is not null)
            (data["role"], data["details"]) = (row.Role, details);
        return data;
    }
}
