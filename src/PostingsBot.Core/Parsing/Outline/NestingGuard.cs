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

    public static string Bound(string text)
    {
        if (!NeedsBounding(text))
            return text;
        var characters = text.ToCharArray();
        int markers = 0, brackets = 0, run = 0, lineStart = 0;
        var leading = true;
        for (var i = 0; i < characters.Length; i++)
        {
            var c = characters[i];
            if (c is '\n')
            {
                (markers, run, leading, lineStart) = (0, 0, true, i);
                if (i + 1 < characters.Length && characters[i + 1] is '\n')
                    brackets = 0;
                continue;
            }

            leading = leading && (IsMarker(c) || char.IsWhiteSpace(c) || char.IsAsciiDigit(c));
            if (leading && ++markers > MaxMarkers)
                characters[i] = ' ';
            if (c is '[' or '(' or '<' && ++brackets > MaxOpenBrackets)
                characters[i] = ' ';
            else if (c is ']' or ')' or '>')
                brackets = Math.Max(0, brackets - 1);
            run = c is '*' or '_' or '~' ? run + 1 : 0;
            if (run > MaxEmphasisRun || (i - lineStart > MaxMarkupColumn && IsMarkup(c)))
                characters[i] = ' ';
        }

        return new string(characters);
    }

    private static bool NeedsBounding(string text)
    {
        int brackets = 0, leading = 0, run = 0, column = 0;
        foreach (var c in text)
        {
            if (c is '\n')
            {
                (brackets, leading, run, column) = (column == 0 ? 0 : brackets, 0, 0, 0);
                continue;
            }

            column++;
            if (c is '[' or '(' or '<')
                brackets++;
            else if (c is ']' or ')' or '>')
                brackets = Math.Max(0, brackets - 1);
            leading = IsMarker(c) || c is ' ' or '\t' ? leading + 1 : leading;
            run = c is '*' or '_' or '~' ? run + 1 : 0;
            if (brackets > MaxOpenBrackets || leading > MaxMarkers || run > MaxEmphasisRun || column > MaxMarkupColumn)
                return true;
        }

        return false;
    }

    private static bool IsMarker(char c) => c is '>' or '-' or '+' or '*' or '.';

    private static bool IsMarkup(char c) => c is '<' or '>' or '[' or ']' or '(' or ')' or '|' or '*' or '_' or '~' or '`' or '&' or '!' or '@' or ':';
}
