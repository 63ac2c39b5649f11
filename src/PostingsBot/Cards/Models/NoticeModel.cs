using System.Text.Json.Nodes;
using PostingsBot.Core.Answers.Recruiting;

namespace PostingsBot.Cards.Models;

internal static class NoticeModel
{
    public static CardModel Of(NoticeAnswer answer, CardBudget budget)
    {
        var data = Parts.Common(answer, budget);
        data["rows"] = Parts.List(answer.Rows, row => new JsonObject
        {
            ["title"] = CardText.Cut(row.Title, budget.Text),
            ["note"] = CardText.Cut(row.Note, budget.Text),
            ["asks"] = Parts.Asks(row.Buttons.Where(button => button is { Do: null, Alert: null }), button => button.Title, button => button.Say, budget),
            ["edits"] = Parts.List([.. row.Buttons.Where(button => button.Do is not null)], Edit),
            ["alerts"] = Parts.List([.. row.Buttons.Where(button => button.Alert is not null)], button => new JsonObject { ["title"] = button.Title, ["do"] = button.Alert, ["id"] = button.Id }),
        });
        return new CardModel("notice", data);
    }

    private static JsonObject Edit(NoticeButton button) => new() { ["title"] = button.Title, ["do"] = button.Do, ["id"] = button.Id, ["field"] = button.Field ?? "" };
}
