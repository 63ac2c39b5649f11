namespace PostingsBot.Core.Parsing.Outline;

/// <summary>Keeps markup from nesting so deep that a recursive reader runs out of stack: what goes deeper is blanked, lines and columns stay.</summary>
internal static class NestingGuard
{
    private const int MaxMarkers = 40;
    private const int MaxOpenBrackets = 60;
    private const int MaxEmphasisRun = 12;

    public static string Bound(string text)
    {
        if (!NeedsBounding(text))
            return text;
        var characters = text.ToCharArray();
        int markers = 0, brackets = 0, run = 0;
        var leading = true;
        for (var i = 0; i < characters.Length; i++)
        {
            var c = characters[i];
            if (c is '\n')
            {
                (markers, run, leading) = (0, 0, true);
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
            if (run > MaxEmphasisRun)
                characters[i] = ' ';
        }

        return new string(characters);
    }

    private static bool NeedsBounding(string text)
    {
        int brackets = 0, leading = 0, run = 0;
        foreach (var c in text)
        {
            if (c is '[' or '(' or '<')
                brackets++;
            else if (c is ']' or ')' or '>')
                brackets = Math.Max(0, brackets - 1);
            leading = c is '\n' ? 0 : IsMarker(c) || c is ' ' or '\t' ? leading + 1 : leading;
            run = c is '*' or '_' or '~' ? run + 1 : 0;
            if (brackets > MaxOpenBrackets || leading > MaxMarkers || run > MaxEmphasisRun)
                return true;
        }

        return false;
    }

    private static bool IsMarker(char c) => c is '>' or '-' or '+' or '*' or '.';
}
