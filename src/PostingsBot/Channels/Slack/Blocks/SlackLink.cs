using System.Text.Json.Nodes;
using PostingsBot.Cards;

namespace PostingsBot.Channels.Slack.Blocks;

/// <summary>Addresses as Slack may open them: https and mailto, percent-encoded.</summary>
internal static class SlackLink
{
    /// <summary>For a button; null when the address is no https one or too long.</summary>
    public static string? OfButton(string address) => Of(address, Uri.UriSchemeHttps, BlockKitLimits.ButtonUrl);

    public static string? OfImage(string address) => Of(address, Uri.UriSchemeHttps, BlockKitLimits.ImageUrl);

    /// <summary>A section with a link in its text, for addresses that a button does not open; null unless it is a mail address.</summary>
    public static JsonObject? ToMail(string title, string address) => Of(address, Uri.UriSchemeMailto, BlockKitLimits.SectionText / 2) is { } url
        ? new() { ["type"] = "section", ["text"] = new JsonObject { ["type"] = "mrkdwn", ["text"] = $"<{url}|{Label(title)}>", ["verbatim"] = true } }
        : null;

    private static string? Of(string address, string scheme, int most) =>
        SafeLink.IsSafe(address) && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == scheme && Encoded(uri) is { } url && url.Length <= most ? url : null;

    private static string Encoded(Uri uri) => uri.AbsoluteUri
        .Replace("|", "%7C", StringComparison.Ordinal).Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal);

    private static string Label(string title) => SlackText.Escape(SlackText.Cut(title, BlockKitLimits.ButtonText)).Replace("|", "¦", StringComparison.Ordinal);
}
