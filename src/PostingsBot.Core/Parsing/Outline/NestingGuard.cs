using System.Buffers;

namespace PostingsBot.Core.Parsing.Outline;

/// <summary>
/// Keeps markup from nesting so deep that a recursive reader runs out of stack, and from filling one line without end: what goes deeper or
/// further is blanked, lines and columns stay.
/// </summary>
internal static class NestingGuard
{
    private const int MaxMarkers = 40;
    private const int MaxOpenBrackets = 60;
    private const int MaxEmphasisRun = 12;
    private const int MaxMarkupColumn = 200_000;

    private static readonly SearchValues<char> Markup = SearchValues.Create("\n<>[]()|*_~`&!@:");
    private static readonly SearchValues<char> Nesting = SearchValues.Create("\n<>[]()*_~");

    public static string Bound(string text)
    {
        char[]? bounded = null;
        // Behind the markers at a line's start only these count.
        var counted = text.Length > MaxMarkupColumn ? Markup : Nesting;
        int markers = 0, brackets = 0, run = 0, lineStart = 0;
        var leading = true;
        for (var i = 0; i < text.Length; i++)
        {
            if (!leading && text.AsSpan(i).IndexOfAny(counted) is not 0 and var plain)
            {
                if (plain < 0)
                    break;
                i += plain;
                run = 0;
            }

            var c = text[i];
            if (c is '\n')
            {
                (markers, run, leading, lineStart) = (0, 0, true, i);
                if (i + 1 < text.Length && text[i + 1] is '\n')
                    brackets = 0;
                continue;
            }

            leading = leading && (IsMarker(c) || char.IsWhiteSpace(c) || char.IsAsciiDigit(c));
            var isTooMuch = leading && ++markers > MaxMarkers;
            if (c is '[' or '(' or '<')
                isTooMuch |= ++brackets > MaxOpenBrackets;
            else if (c is ']' or ')' or '>')
                brackets = Math.Max(0, brackets - 1);
            run = c is '*' or '_' or '~' ? run + 1 : 0;
            if (isTooMuch || run > MaxEmphasisRun || (i - lineStart > MaxMarkupColumn && Markup.Contains(c)))
                (bounded ??= text.ToCharArray())[i] = ' ';
        }

        return bounded is null ? text : new string(bounded);
    }

    private static bool IsMarker(char c) => c is '>' or '-' or '+' or '*' or '.';
}
