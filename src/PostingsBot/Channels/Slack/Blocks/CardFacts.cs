using System.Text.Json.Nodes;
using static PostingsBot.Channels.Slack.Blocks.CardJson;

namespace PostingsBot.Channels.Slack.Blocks;

/// <summary>
/// Rows of a label and what belongs to it, from fact sets and from column sets of two. They become fields side by side, and below them what is said aside of
/// them, such as the lines in which they stand; a line that several facts share is said once. Bold values are figures: they become a short list.
/// </summary>
internal sealed class CardFacts(List<JsonObject> blocks)
{
    /// <summary>Characters that read well in half the width.</summary>
    private const int LongestBeside = 200;

    private readonly List<(string Label, string Value, bool IsFigure, string Aside)> rows = [];

    /// <summary>False for an element that is no row of facts.</summary>
    public bool Take(JsonObject element)
    {
        switch (Text(element, "type"))
        {
            case "FactSet":
                rows.AddRange(Parts(element, "facts").Select(fact => (Words(fact, "title"), Words(fact, "value"), false, "")));
                return true;
            case "ColumnSet" when Parts(element, "columns").ToList() is [var first, var second] && Texts(first) is [var label] && Texts(second) is { Count: > 0 } texts:
                var values = texts.Where(text => !IsAside(text)).ToList();
                rows.Add((WordsOf(label)!, string.Join('\n', values.Select(WordsOf)), values.Exists(IsBold) && !IsBold(label), string.Join('\n', texts.Where(IsAside).Select(WordsOf))));
                return true;
            default:
                return false;
        }
    }

    public void Flush()
    {
        if (rows.TrueForAll(row => row.IsFigure))
        {
            blocks.AddRange(Block.Sections(rows.Select(row => new SlackLine($"{row.Value}  {row.Label}"))));
        }
        else
        {
            var fields = new List<JsonObject>();
            foreach (var (label, value, _, aside) in rows)
            {
                SlackLine[] lines = [new(label, true), .. (value.Length > 0 ? value : aside.Length > 0 ? aside : BlockWording.NoValue).Split('\n').Select(line => new SlackLine(line))];
                if (lines.Sum(line => SlackText.Length(line.Text)) <= LongestBeside)
                {
                    fields.Add(SlackText.Of(lines));
                    continue;
                }

                Fields(fields);
                blocks.AddRange(Block.Sections(lines));
            }

            Fields(fields);
            blocks.AddRange(Block.Contexts(rows.Where(row => row.Value.Length > 0 && row.Aside.Length > 0).GroupBy(row => row.Aside, row => row.Label).Select(group => $"{string.Join(", ", group)}: {group.Key}")));
        }

        rows.Clear();
    }

    private void Fields(List<JsonObject> fields)
    {
        blocks.AddRange(fields.Chunk(BlockKitLimits.Fields).Select(Block.Fields));
        fields.Clear();
    }

    /// <summary>Null when the column holds anything but texts.</summary>
    private static List<JsonObject>? Texts(JsonObject column)
    {
        var items = Parts(column, "items").ToList();
        return !IsHidden(column) && items.TrueForAll(item => WordsOf(item) is { Length: > 0 } && !IsHidden(item)) ? items : null;
    }
}
