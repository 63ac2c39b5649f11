using System.Text.Json.Nodes;
using static PostingsBot.Channels.Slack.Blocks.CardJson;

namespace PostingsBot.Channels.Slack.Blocks;

/// <summary>Texts that follow each other: one section, or one context for what is said aside.</summary>
internal sealed class CardRun(List<JsonObject> blocks)
{
    /// <summary>Characters of a heading that reads well large or bold. A longer one is a sentence.</summary>
    public const int LongestHeading = 80;

    private readonly List<(SlackLine Line, bool Aside)> lines = [];

    /// <summary>Goes beside the next section; null when it has gone there.</summary>
    public JsonObject? Accessory { get; set; }

    /// <summary>Whether the texts are quoted: what is said aside of a quote, its source, stands below it.</summary>
    public bool IsQuote { get; set; }

    /// <summary>A text without space above it belongs to the one before it.</summary>
    public void Add(JsonObject text)
    {
        if (WordsOf(text) is not { Length: > 0 } words)
            return;
        var aside = IsAside(text);
        if (lines.Count > 0 && (IsSpaced(text) || IsQuote) && aside != lines.TrueForAll(line => line.Aside))
            Flush();
        lines.Add((new SlackLine(words, IsBold(text) && !(IsHeading(text) && words.Length > LongestHeading)), aside));
    }

    public void Flush()
    {
        if (lines.Count == 0)
            return;
        if (lines.TrueForAll(line => line.Aside))
        {
            blocks.AddRange(Block.Contexts(lines.Select(line => line.Line.Text)));
        }
        else
        {
            blocks.AddRange(Block.Sections(lines.Select(line => line.Line), Accessory));
            Accessory = null;
        }

        lines.Clear();
    }
}
