using System.Text.Json.Nodes;
using static PostingsBot.Channels.Slack.Blocks.CardJson;

namespace PostingsBot.Channels.Slack.Blocks;

/// <summary>A table, or below each other what does not fit into one of Slack's.</summary>
internal static class CardTable
{
    public static IEnumerable<JsonObject> Of(JsonObject table, bool canDraw)
    {
        var rows = Parts(table, "rows").Select(row => Parts(row, "cells").Select(Words).ToList()).Where(row => row.Count > 0).ToList();
        if (rows.Count == 0)
            return [];
        return canDraw && rows.Count <= BlockKitLimits.TableRows && rows.TrueForAll(row => row.Count <= BlockKitLimits.TableColumns) && rows.Sum(row => row.Sum(SlackText.Length)) <= BlockKitLimits.TableText
            ? [Drawn(rows)]
            : Listed(rows);
    }

    private static JsonObject Drawn(List<List<string>> rows) => new()
    {
        ["type"] = "table",
        ["rows"] = new JsonArray([.. rows.Select(row => new JsonArray([.. row.Select(words => new JsonObject { ["type"] = "raw_text", ["text"] = SlackText.Escape(words) })]))]),
        ["column_settings"] = new JsonArray([.. Enumerable.Range(0, rows.Max(row => row.Count)).Select(_ => new JsonObject { ["is_wrapped"] = true })]),
    };

    /// <summary>Each row with its first cell as heading, and each value after the head of its column.</summary>
    private static IEnumerable<JsonObject> Listed(List<List<string>> rows)
    {
        var heads = rows[0];
        return rows.Skip(rows.Count > 1 ? 1 : 0).SelectMany(row => Block.Sections(
            row.Skip(1).Select((words, at) => new SlackLine(at + 1 < heads.Count ? $"{heads[at + 1]}: {words}" : words)).Prepend(new SlackLine(row[0], true))));
    }

    private static string Words(JsonObject cell) =>
        string.Join('\n', Parts(cell, "items").Select(item => WordsOf(item) ?? Text(item, "altText")).Where(words => !string.IsNullOrEmpty(words))) is { Length: > 0 } text ? text : BlockWording.NoValue;
}
