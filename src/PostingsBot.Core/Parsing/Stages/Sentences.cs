namespace PostingsBot.Core.Parsing.Stages;

/// <summary>Sentences of a line, for facts that are remarks in the document's own words.</summary>
internal static class Sentences
{
    private const int Longest = 400;

    private static readonly string[] Ends = [". ", "! ", "? ", "。", "！", "？"];

    /// <summary>The sentence around a position, at most 400 characters.</summary>
    public static string At(string text, int position)
    {
        var start = 0;
        var end = text.Length;
        foreach (var mark in Ends)
        {
            if (position > 0 && text.LastIndexOf(mark, position - 1, StringComparison.Ordinal) is var before and >= 0)
                start = Math.Max(start, before + mark.Length);
            if (text.IndexOf(mark, position, StringComparison.Ordinal) is var after and >= 0)
                end = Math.Min(end, after + 1);
        }

        start = Math.Min(start, position);
        return text[start..Math.Min(end, start + Longest)].Trim();
    }
}
