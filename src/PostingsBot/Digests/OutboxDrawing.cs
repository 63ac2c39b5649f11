using System.Text.Json.Nodes;
using PostingsBot.Cards;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Catalogue;

namespace PostingsBot.Digests;

/// <summary>Draws whatever the outbox holds, as it is when it is sent.</summary>
internal sealed class OutboxDrawing(CardRenderer cards, ICatalogue catalogue)
{
    private readonly DigestDrawing digests = new(cards, catalogue);
    private readonly NoticeDrawing notices = new(cards, catalogue);

    public Task<(JsonObject Card, Answer Answer)> DrawAsync(OutboxMessage message, CardDialect dialect, CancellationToken ct) => message switch
    {
        DigestMessage digest => digests.DrawAsync(digest, dialect, ct),
        NoticeMessage notice => notices.DrawAsync(notice, dialect, ct),
        _ => throw new ArgumentOutOfRangeException(nameof(message), message, "no drawing"),
    };
}
