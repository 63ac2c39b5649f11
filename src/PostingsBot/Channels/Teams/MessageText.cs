using System.Text;
using System.Text.RegularExpressions;

namespace PostingsBot.Channels.Teams;

/// <summary>A message of a chat as a document for the parser, whose lines are those that people see.</summary>
internal static partial class MessageText
{
    private const int MostBytes = 200 * 1024;

    /// <summary>Null when there is nothing to read.</summary>
    public static string? Of(MessageActionsPayload? message)
    {
        if (message is not { Deleted: not true, Body.Content: { } content } || string.IsNullOrWhiteSpace(content) || IsTooLong(content))
            return null;
        if (message.Body.ContentType is not "html")
            return content;
        // HTML has its lines in the tags. People who are mentioned are no facts of a role.
        return LineEnds().Replace(Mention().Replace(content.ReplaceLineEndings(" "), ""), "$0\n");
    }

    public static bool IsTooLong(string content) => content.Length > MostBytes || Encoding.UTF8.GetByteCount(content) > MostBytes;

    [GeneratedRegex(@"((</(p|div|li|h[1-6]|tr|blockquote|pre|ul|ol|table)>|<br\s*/?>)\s*)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LineEnds();

    [GeneratedRegex(@"<at\b[^>]*>[^<]*</at>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Mention();
}
