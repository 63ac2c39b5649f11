using System.Globalization;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Vocabulary;

/// <summary>Currency signs are no words elsewhere; here each is one, together with the letters before it: "€", "R$", "US$".</summary>
internal static class CurrencySigns
{
    private const int LongestPrefix = 3;

    public static IReadOnlyList<Word> Add(string text, IReadOnlyList<Word> words)
    {
        if (!HasSign(text))
            return words;
        var all = new List<Word>(words.Count + 4);
        var (next, position) = (0, 0);
        while (position < text.Length)
        {
            if (next < words.Count && words[next].Start == position)
            {
                all.Add(words[next]);
                position += words[next++].Length;
                continue;
            }

            if (IsSign(text[position]))
                AddSign(text, position, all);
            position++;
        }

        return all;
    }

    private static bool HasSign(string text)
    {
        foreach (var c in text)
        {
            if (IsSign(c))
                return true;
        }

        return false;
    }

    private static bool IsSign(char c) => c is '$' || (!char.IsAscii(c) && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.CurrencySymbol);

    private static void AddSign(string text, int position, List<Word> all)
    {
        var start = position;
        if (all.Count > 0 && all[^1] is var before && before.Start + before.Length == position && before.Length <= LongestPrefix && before.Folded.All(char.IsAsciiLetter))
        {
            start = before.Start;
            all.RemoveAt(all.Count - 1);
        }

        all.Add(new Word(start, position + 1 - start, Words.FormOf(text.AsSpan(start..(position + 1)))));
    }
}
