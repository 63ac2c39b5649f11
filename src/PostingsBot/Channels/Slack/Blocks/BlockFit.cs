using System.Text.Json.Nodes;
using static PostingsBot.Channels.Slack.Blocks.CardJson;

namespace PostingsBot.Channels.Slack.Blocks;

/// <summary>Keeps blocks within what one message or view may hold. Long texts are shortened before parts are left out, and both are said; the buttons at the end stay.</summary>
internal static class BlockFit
{
    /// <summary>Characters that a text keeps, tried one after the other.</summary>
    private static readonly int[] Shorter = [2_000, 1_200, 800, 500, 300, 200, 150, 100];

    public static JsonArray Fit(IReadOnlyList<JsonObject> blocks, int most)
    {
        blocks = Shortened(blocks);
        if (blocks.Count > most)
            blocks = [.. blocks.Where(block => Text(block, "type") is not "divider")];
        return new JsonArray([.. IsFitting(blocks, most) ? blocks : Begun(blocks, most)]);
    }

    /// <summary>Characters of all texts.</summary>
    internal static int TextLength(JsonNode? part) => Texts(part).Sum(text => Text(text, "text").Length);

    private static bool IsFitting(IReadOnlyList<JsonObject> blocks, int most) => blocks.Count <= most && blocks.Sum(TextLength) <= BlockKitLimits.AllText;

    private static IReadOnlyList<JsonObject> Shortened(IReadOnlyList<JsonObject> blocks)
    {
        if (blocks.Sum(TextLength) <= BlockKitLimits.AllText)
            return blocks;
        var notice = Block.Contexts([BlockWording.Shortened]).Single();
        foreach (var longest in Shorter)
        {
            foreach (var text in blocks.SelectMany(Texts).Where(text => Text(text, "text").Length > longest))
                SlackText.Shorten(text, longest);
            if (blocks.Sum(TextLength) + TextLength(notice) <= BlockKitLimits.AllText)
                break;
        }

        return [.. blocks.SkipLast(1), .. Text(blocks[^1], "type") is "actions" ? new[] { notice, blocks[^1] } : [blocks[^1], notice]];
    }

    /// <summary>The first blocks, what is left out in words, and the last buttons.</summary>
    private static List<JsonObject> Begun(IReadOnlyList<JsonObject> blocks, int most)
    {
        var end = Text(blocks[^1], "type") is "actions" ? blocks[^1] : null;
        var room = BlockKitLimits.AllText - BlockWording.LeftOut(blocks.Count).Length - TextLength(end);
        var kept = blocks.SkipLast(end is null ? 0 : 1).Take(most - 2).TakeWhile(block => (room -= TextLength(block)) >= 0).ToList();
        kept.AddRange(Block.Contexts([BlockWording.LeftOut(blocks.Count - kept.Count - (end is null ? 0 : 1))]));
        if (end is not null)
            kept.Add(end);
        return kept;
    }

    private static IEnumerable<JsonObject> Texts(JsonNode? part) => part switch
    {
        JsonObject one when Text(one, "type") is "plain_text" or "mrkdwn" or "raw_text" => [one],
        JsonObject one => one.SelectMany(field => Texts(field.Value)),
        JsonArray list => list.SelectMany(Texts),
        _ => [],
    };
}
