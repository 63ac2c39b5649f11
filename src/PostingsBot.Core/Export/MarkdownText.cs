using System.Buffers;
using System.Text;

namespace PostingsBot.Core.Export;

/// <summary>Text as Markdown that reads as that text, with addresses left whole.</summary>
internal static class MarkdownText
{
    private const string Always = @"\`*[]<~";

    private static readonly SearchValues<char> EntityLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789#");

    public static string Escape(string line)
    {
        var escaped = new StringBuilder(line.Length + 8);
        for (var i = 0; i < line.Length; i++)
        {
            if (Acts(line, i))
                escaped.Append('\\');
            escaped.Append(line[i]);
        }

        return escaped.ToString();
    }

    private static bool Acts(string line, int at) => line[at] switch
    {
        var c when Always.Contains(c, StringComparison.Ordinal) => true,
        '_' => !(IsWord(line, at - 1) && IsWord(line, at + 1)),
        '|' or '!' => at + 1 < line.Length && line[at + 1] is '[' or '|',
        '&' => line.AsSpan(at + 1) is var rest && rest.IndexOf(';') is > 0 and var end && rest[..end].IndexOfAnyExcept(EntityLetters) < 0,
        '#' or '-' or '+' or '>' or '=' or ':' => at == 0,
        '.' or ')' => at is > 0 and < 10 && line.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0,
        _ => false,
    };

    private static bool IsWord(string line, int at) => at >= 0 && at < line.Length && char.IsLetterOrDigit(line[at]);
}
