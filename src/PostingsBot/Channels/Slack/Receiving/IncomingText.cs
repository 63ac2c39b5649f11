using System.Text;

namespace PostingsBot.Channels.Slack.Receiving;

/// <summary>What people write, out of Slack's markup: "&lt;https://a.example|here&gt;", "&lt;@U1&gt;", "&amp;lt;".</summary>
internal static class IncomingText
{
    /// <summary>Slack cuts longer messages itself.</summary>
    public const int Longest = 40_000;

    private const int LongestId = 20;

    /// <summary>As said to the bot: its own mention is gone, links are their words, people and channels are named where Slack names them.</summary>
    /// <param name="text">As Slack sends it.</param>
    /// <param name="bot">The bot's own id: mentions of others are kept as "&lt;@U1&gt;" then; null drops them all.</param>
    public static string Said(string text, string? bot = null) => Read(text, token => token switch
    {
        ['@', 'U' or 'W', ..] when bot is not null && NameOf(token) is null && Person(token) is { } person => person == bot ? " " : $"<@{person}>",
        ['@', ..] or ['#', ..] or ['!', ..] => NameOf(token) ?? " ",
        _ => NameOf(token) ?? token,
    }).Trim();

    /// <summary>As a document for the parser: links in Markdown, nobody's mention.</summary>
    public static string Document(string text) => Read(text, token => token switch
    {
        ['@', ..] or ['#', ..] => "",
        ['!', ..] => NameOf(token) ?? "",
        _ when token.StartsWith("mailto:", StringComparison.Ordinal) => NameOf(token) ?? token["mailto:".Length..],
        _ when NameOf(token) is { } name => $"[{name}]({token[..token.IndexOf('|', StringComparison.Ordinal)]})",
        _ => $"&lt;{token}&gt;",
    });

    private static string Read(string text, Func<string, string> inWords)
    {
        if (text.Length > Longest)
            text = text[..Longest];
        var words = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('<', at);
            var close = open < 0 ? -1 : text.IndexOf('>', open);
            if (close < 0)
            {
                words.Append(text, at, text.Length - at);
                break;
            }

            words.Append(text, at, open - at).Append(inWords(text[(open + 1)..close]));
            at = close + 1;
        }

        return words.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&").ToString();
    }

    private static string? Person(string token) => token[1..].Split('|')[0] is { Length: > 1 and <= LongestId } id && id.All(char.IsAsciiLetterOrDigit) ? id : null;

    private static string? NameOf(string token) => token.IndexOf('|', StringComparison.Ordinal) is >= 0 and var at && at + 1 < token.Length ? token[(at + 1)..] : null;
}
