namespace PostingsBot.Core.Parsing.Stages;

/// <summary>Divides a line into sentences: behind ". ", "! " and "? " before a capital letter, and behind the full stop of Chinese and Japanese.</summary>
internal static class Sentences
{
    private const int Longest = 400;

    private static readonly string[] Marks = [". ", "! ", "? ", "。", "！", "？"];

    /// <summary>The sentence around a position, at most 400 characters.</summary>
    public static string At(string text, int position)
    {
        var start = 0;
        var end = text.Length;
        foreach (var mark in Marks)
        {
            if (position > 0 && text.LastIndexOf(mark, position - 1, StringComparison.Ordinal) is var before and >= 0)
                start = Math.Max(start, before + mark.Length);
            if (text.IndexOf(mark, position, StringComparison.Ordinal) is var after and >= 0)
                end = Math.Min(end, after + 1);
        }

        start = Math.Min(start, position);
        return text[start..Math.Min(end, start + Longest)].Trim();
    }

    /// <summary>The sentences in order, with the blanks between them.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!Ends(text, i))
                continue;
            yield return text[start..(i + 1)];
            start = i + 1;
        }

        if (start < text.Length)
            yield return text[start..];
    }

    private static bool Ends(string text, int at)
    {
        if (text[at] is '。' or '！' or '？')
            return true;
        if (text[at] is not ('.' or '!' or '?') || at + 2 >= text.Length || text[at + 1] is not (' ' or '\u00A0'))
            return false;
        // "e.g. Berlin", "St. Gallen", "U.S. Citizen": a short word before the dot ends no sentence.
        var word = at;
        while (word > 0 && char.IsLetter(text[word - 1]))
            word--;
        return char.IsUpper(text[at + 2]) && (text[at] is not '.' || at - word > 2);
    }
}
