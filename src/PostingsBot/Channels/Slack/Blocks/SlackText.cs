using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PostingsBot.Cards;

namespace PostingsBot.Channels.Slack.Blocks;

/// <summary>A line of a card's text, without Markdown.</summary>
internal readonly record struct SlackLine(string Text, bool Bold = false);

/// <summary>
/// The one place where words become Slack's text objects. Words are shown as plain text, where Slack formats and links nothing; mrkdwn is used only for a
/// bold line, and only when none of the words beside it would act as mrkdwn. In both <c>&amp;</c>, <c>&lt;</c> and <c>&gt;</c> are escaped, so that nothing mentions, links or disguises.
/// </summary>
internal static partial class SlackText
{
    private const int Marks = 2;

    public static string Escape(string words) => words
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>Slack sends text escaped as it takes it.</summary>
    public static string Unescape(string text) => text
        .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    public static int Length(string words)
    {
        var length = words.Length;
        foreach (var c in words)
            length += c switch { '&' => 4, '<' or '>' => 3, _ => 0 };
        return length;
    }

    /// <summary>At most so many characters with their escapes; what is cut ends with "…".</summary>
    public static string Cut(string words, int most)
    {
        var longest = most;
        while (Length(words) > most)
        {
            words = CardText.Cut(words, longest);
            longest -= Math.Max(1, (Length(words) - most) / 5);
        }

        return words;
    }

    public static JsonObject Plain(string words) => new() { ["type"] = "plain_text", ["text"] = Escape(words), ["emoji"] = false };

    public static JsonObject Plain(string words, int most) => Plain(Cut(words, most));

    /// <summary>One text object of all lines.</summary>
    public static JsonObject Of(IReadOnlyCollection<SlackLine> lines) =>
        lines.Any(line => line.Bold) && !lines.Any(Acts)
            ? new() { ["type"] = "mrkdwn", ["text"] = string.Join('\n', lines.Select(line => line.Bold ? $"*{Escape(line.Text)}*" : Escape(line.Text))), ["verbatim"] = true }
            : Plain(string.Join('\n', lines.Select(line => line.Text)));

    /// <summary>Cuts a text object in its place; a bold line in it loses its weight.</summary>
    public static void Shorten(JsonObject text, int most)
    {
        var lines = ((string)text["text"]!).Split('\n');
        if ((string?)text["type"] is "mrkdwn")
        {
            lines = Array.ConvertAll(lines, line => line is ['*', _, .., '*'] ? line[1..^1] : line);
            (text["type"], text["emoji"]) = ("plain_text", false);
            text.Remove("verbatim");
        }

        text["text"] = Escape(Cut(Unescape(string.Join('\n', lines)), most));
    }

    /// <summary>The lines in groups, each of which is short enough for one text object; a line that is too long goes on in the next one.</summary>
    public static IEnumerable<IReadOnlyList<SlackLine>> Groups(IEnumerable<SlackLine> lines, int most)
    {
        var group = new List<SlackLine>();
        var length = 0;
        foreach (var piece in lines.SelectMany(line => Pieces(line.Text, most - Marks).Select(text => line with { Text = text })))
        {
            var more = Length(piece.Text) + Marks + 1;
            if (group.Count > 0 && length + more > most)
            {
                yield return group;
                (group, length) = ([], 0);
            }

            group.Add(piece);
            length += more;
        }

        if (group.Count > 0)
            yield return group;
    }

    private static IEnumerable<string> Pieces(string words, int most)
    {
        while (Length(words) > most)
        {
            var end = 0;
            for (var length = 0; length <= most - 10; end++)
                length += words[end] switch { '&' => 5, '<' or '>' => 4, _ => 1 };
            end--;
            var blank = words.LastIndexOf(' ', end, Math.Min(end, 100));
            end = blank > 0 ? blank : char.IsHighSurrogate(words[end - 1]) ? end - 1 : end;
            yield return words[..end].TrimEnd();
            words = words[end..].TrimStart();
        }

        if (words.Length > 0)
            yield return words;
    }

    /// <summary>Whether the words of a line would not be shown as they are in mrkdwn.</summary>
    private static bool Acts(SlackLine line)
    {
        var text = line.Text;
        return text.StartsWith('>') || (line.Bold && text.Contains('*', StringComparison.Ordinal))
            || text.Count(c => c is '*') > 1 || text.Count(c => c is '~') > 1 || text.Count(c => c is '`') > 1
            || Enumerable.Range(0, text.Length).Count(at => text[at] is '_' && !IsInsideWord(text, at)) > 1
            || Emoji().IsMatch(text);
    }

    private static bool IsInsideWord(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);

    [GeneratedRegex(@":[^:\s]+:", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Emoji();
}
