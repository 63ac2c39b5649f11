using System.Buffers;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Vocabulary;

/// <summary>What may stand between two words of one phrase: a blank, a joining sign, or the dot of a short form ("St. Louis").</summary>
internal static class PhraseGap
{
    private const int Longest = 3;
    private const int LongestShortForm = 3;

    private static readonly SearchValues<char> Signs = SearchValues.Create("-‐‑–/_.&+'’·:(");

    public static bool Joins(string text, Word left, Word right)
    {
        var gap = text.AsSpan((left.Start + left.Length)..right.Start);
        if (gap is " " or "")
            return true;
        var sign = gap.Trim();
        if (gap.Length > Longest || sign.Length > 1 || gap.Count('\n') > 1)
            return false;
        if (sign.IsEmpty)
            return true;
        return Signs.Contains(sign[0]) && (gap.Length == 1 || sign[0] is '&' || (gap[0] is '.' && left.Length <= LongestShortForm));
    }
}
