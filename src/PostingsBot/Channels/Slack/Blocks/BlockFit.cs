using System.Text.Json.Nodes;

namespace PostingsBot.Channels.Slack.Blocks;

/// <summary>Keeps blocks within what one message or view may hold. What does not fit is said, and the buttons at the end stay.</summary>
internal static class BlockFit
{
    public static JsonArray Fit(IReadOnlyList<JsonObject> blocks, int most)
    {
        if (blocks.Count > most)
            blocks = [.. blocks.Where(block => (string?)block["type"] is not "divider")];
        if (blocks.Count <= most && blocks.Sum(TextLength) <= SlackLimits.AllText)
            return [.. blocks];
        var end = blocks[^1] is var last && (string?)last["type"] is "actions" ? last : null;
        var notice = Block.Contexts([BlockWording.LeftOut(blocks.Count)]).Single();
        var room = SlackLimits.AllText - TextLength(notice) - (end is null ? 0 : TextLength(end));
        var kept = new List<JsonObject>();
        foreach (var block in blocks)
        {
            room -= TextLength(block);
            if (room < 0 || kept.Count == most - 2)
                break;
            kept.Add(block);
        }

        kept.AddRange(Block.Contexts([BlockWording.LeftOut(blocks.Count - kept.Count - (end is null ? 0 : 1))]));
        if (end is not null)
            kept.Add(end);
        return [.. kept];
    }

    /// <summary>Characters of all texts.</summary>
    internal static int TextLength(JsonNode? part) => part switch
    {
        JsonObject one when (string?)one["type"] is "plain_text" or "mrkdwn" or "raw_text" => ((string?)one["text"])?.Length ?? 0,
        JsonObject one => one.Sum(field => TextLength(field.Value)),
        JsonArray list => list.Sum(TextLength),
        _ => 0,
    };
}
