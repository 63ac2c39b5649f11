using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PostingsBot.Channels.Slack.Blocks;

namespace PostingsBot.Tests.Channels.Slack.Blocks;

/// <summary>Reads blocks as Slack shows them: the words, with whatever acts in them found out.</summary>
internal static partial class SlackReading
{
    /// <summary>All words that a person can get to see: in the blocks, in what their buttons open, and what a screen reader says of buttons.</summary>
    public static string WordsOf(JsonNode blocks)
    {
        var parts = BlockWalk.Objects(blocks).ToList();
        var words = parts.Where(IsText).Select(Words)
            .Concat(parts.SelectMany(part => new[] { (string?)part["accessibility_label"], (string?)part["alt_text"], (string?)part["url"] }).OfType<string>())
            .Concat(parts.Where(part => (string?)part["type"] == "button").Select(button => BlockAction.ViewOf(JsonSerializer.SerializeToElement(button))).OfType<SlackView>().Select(view => WordsOf(view.Json)));
        return string.Join('\n', words);
    }

    /// <summary>What acts in a text object although it is nobody's markup but a posting's; null when nothing does.</summary>
    public static string? Acting(JsonObject text)
    {
        var written = (string)text["text"]!;
        if (Unescaped().IsMatch(Ours().Replace(written, "")))
            return "unescaped: " + written;
        if ((string?)text["type"] != "mrkdwn")
            return (bool?)text["emoji"] is true ? "emoji: " + written : null;
        if ((bool?)text["verbatim"] is not true)
            return "not verbatim: " + written;
        return Ours().Replace(written, "").Split('\n').Select(Bare).Any(line => Mark().IsMatch(line)) ? "formats: " + written : null;
    }

    public static bool IsText(JsonObject part) => (string?)part["type"] is "plain_text" or "mrkdwn" or "raw_text";

    public static string Words(JsonObject text) => SlackText.Unescape((string?)text["type"] == "mrkdwn"
        ? string.Join('\n', Ours().Replace((string)text["text"]!, "${url} ${label}").Split('\n').Select(Bare))
        : (string)text["text"]!);

    /// <summary>A line without the asterisks that make the whole of it bold.</summary>
    private static string Bare(string line) => line is ['*', _, .., '*'] ? line[1..^1] : line;

    /// <summary>A line that is quoted, or two marks of a kind that stand where they can begin and end something.</summary>
    [GeneratedRegex(@"^&gt;|\*[^*]*\*|~[^~]*~|`[^`]*`|(?<![\p{L}\p{N}])_.+_(?![\p{L}\p{N}])|:[^:\s]+:", RegexOptions.None, 1000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"[<>]|&(?!amp;|lt;|gt;)", RegexOptions.None, 1000)]
    private static partial Regex Unescaped();

    [GeneratedRegex(@"<(?<url>mailto:[^<>|]+)\|(?<label>[^<>|]+)>", RegexOptions.None, 1000)]
    private static partial Regex Ours();
}
