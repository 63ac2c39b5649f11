using System.Text.Json.Nodes;
using PostingsBot.Cards;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Delivered;

namespace PostingsBot.Digests;

/// <summary>Draws a digest as the list of roles that it is, from the roles as they are when it is sent.</summary>
internal sealed class DigestDrawing(CardRenderer cards, ICatalogue catalogue)
{
    public async Task<(JsonObject Card, Answer Answer)> DrawAsync(DigestMessage message, CardDialect dialect, CancellationToken ct)
    {
        var rows = new List<(Posting Role, string Note)>();
        foreach (var row in message.Roles)
        {
            if (await catalogue.FindPostingAsync(row.Id, ct) is { } role)
                rows.Add((role, DigestWording.NoteOf(row, role.IsOpen)));
        }

        var answer = new RoleListAnswer([], HasMore: false)
        {
            Text = message.Text,
            Postings = rows.ConvertAll(row => row.Role),
            Total = message.Total,
            Alerts = message.Alerts,
            Suggestions = message.Suggestions,
        };
        return (cards.Draw(budget => WithNotes(cards.ModelOf(answer, budget), rows, message.Roles.Count - rows.Count), dialect), answer);
    }

    private static Cards.Models.CardModel WithNotes(Cards.Models.CardModel model, List<(Posting Role, string Note)> rows, int gone)
    {
        var drawn = model.Data["roles"]!.AsArray();
        for (var i = 0; i < drawn.Count; i++)
            drawn[i]!["note"] = rows[i].Note;
        if (gone > 0)
            model.Data["gone"] = gone == 1 ? "One more has left the catalogue meanwhile." : FormattableString.Invariant($"{gone} more have left the catalogue meanwhile.");
        return model;
    }
}
