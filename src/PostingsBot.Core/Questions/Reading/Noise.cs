namespace PostingsBot.Core.Questions.Reading;

/// <summary>Tells typing at random from words in any language.</summary>
internal static class Noise
{
    private const int ShortText = 40;
    private const int LongWord = 5;

    /// <summary>Longer texts of which less than half the characters belong to words that could be spoken.</summary>
    public static bool Is(string text)
    {
        if (text.Length < ShortText)
            return IsMash(text);
        var (spoken, start) = (0, -1);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                start = start < 0 ? i : start;
                continue;
            }

            if (start >= 0 && CouldBeSpoken(text.AsSpan(start, i - start)))
                spoken += i - start + 1;
            start = -1;
        }

        return spoken * 2 < text.Length;
    }

    /// <summary>A few words, most of which hold no vowel though they are too long for an abbreviation: "asdf qwlkj zxcmn".</summary>
    private static bool IsMash(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && words.Count(w => w.Length >= LongWord && w.All(char.IsAsciiLetter) && !w.Any(c => "aeiouyAEIOUY".Contains(c))) * 2 > words.Length;
    }

    private static bool CouldBeSpoken(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > 30)
            return false;
        var vowels = 0;
        foreach (var c in word)
        {
            if (!char.IsLetter(c))
                return false;
            vowels += !char.IsAscii(c) || "aeiouyAEIOUY".Contains(c) ? 1 : 0;
        }

        return vowels > 0 || word.Length <= 4;
    }
}
