using System.Text.Json.Nodes;
using PostingsBot.Cards;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Answers.Recruiting;
using PostingsBot.Core.Catalogue;

namespace PostingsBot.Digests;

/// <summary>Draws a notice. A row that only concerns an open role offers nothing once the role is closed.</summary>
internal sealed class NoticeDrawing(CardRenderer cards, ICatalogue catalogue)
{
    private const string Closed = "Closed meanwhile.";

    public async Task<(JsonObject Card, Answer Answer)> DrawAsync(NoticeMessage message, CardDialect dialect, CancellationToken ct)
    {
        var rows = new List<NoticeRow>();
        foreach (var row in message.Rows)
            rows.Add(row is { OnlyWhileOpen: true, Role: { } id } && await catalogue.FindPostingAsync(id, ct) is not { IsOpen: true } ? row with { Note = Closed, Buttons = [] } : row);
        var answer = new NoticeAnswer(rows) { Text = message.Text, Suggestions = message.Suggestions };
        return (cards.Draw(answer, dialect), answer);
    }
}
