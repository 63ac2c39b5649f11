using System.Collections.Frozen;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Vocabulary;

/// <summary>
/// The language of a text by its script and its function words. Scores are rough numbers of words, so that scripts can be compared;
/// lines are added one by one and <see cref="Best"/> may be asked at any time.
/// </summary>
public sealed class LanguageGuess
{
    private const double FewestWords = 8;

    /// <summary>About two of five words of running text are function words, about half of them in the lists.</summary>
    private const double WordsPerFunctionWord = 4;

    private const double WordsPerIdeograph = 0.5;

    private const double ClearMargin = 1.15;

    private static readonly (FrozenDictionary<string, int[]> Words, string[] Codes) Latin = ReadWords();

    private static readonly WordFilter FunctionWords = Filter();

    private readonly int[] hits = new int[Latin.Codes.Length];
    private int ideographs;
    private int kana;
    private int hangul;

    public void Add(ReadOnlySpan<char> text)
    {
        var lookup = Latin.Words.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> lower = stackalloc char[12];
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetter(text[i]))
            {
                i++;
                continue;
            }

            var length = 0;
            for (; i < text.Length && char.IsLetter(text[i]); i++, length++)
            {
                var letter = text[i];
                if (!char.IsAscii(letter))
                    CountScript(letter);
                if (length < lower.Length)
                    lower[length] = char.IsAscii(letter) ? (char)(letter | 0x20) : char.ToLowerInvariant(letter);
            }

            if (length > lower.Length)
                continue;
            var folded = lower[..length];
            if (!FunctionWords.MayHold(WordFilter.NumberOf(folded)) || !lookup.TryGetValue(folded, out var codes))
                continue;
            foreach (var code in codes)
                hits[code]++;
        }
    }

    /// <summary>ISO 639-1 code, or null when there is too little text or no clear winner.</summary>
    public string? Best
    {
        get
        {
            var (best, second, code) = (0.0, 0.0, "");
            for (var i = 0; i < hits.Length; i++)
                Rank(hits[i] * WordsPerFunctionWord, Latin.Codes[i]);
            Rank((ideographs + kana) * WordsPerIdeograph, kana * 5 >= ideographs + kana && kana > 0 ? "ja" : "zh");
            Rank(hangul * WordsPerIdeograph, "ko");
            return best >= FewestWords && best >= second * ClearMargin ? code : null;

            void Rank(double score, string name)
            {
                if (score > best)
                    (best, second, code) = (score, best, name);
                else if (score > second)
                    second = score;
            }
        }
    }

    private void CountScript(char letter)
    {
        if (letter < '\u3041')
            return;
        if (letter is >= '\u3400' and <= '\u9fff')
            ideographs++;
        else if (letter is >= '\u3041' and <= '\u30ff')
            kana++;
        else if (letter is >= '\uac00' and <= '\ud7a3')
            hangul++;
    }

    private static WordFilter Filter()
    {
        var filter = new WordFilter();
        foreach (var word in Latin.Words.Keys)
            filter.Add(WordFilter.NumberOf(word));
        return filter;
    }

    private static (FrozenDictionary<string, int[]> Words, string[] Codes) ReadWords()
    {
        var lines = DataFile.Read("languages.tsv").ToList();
        var words = lines.SelectMany((line, code) => line.List(1).Select(word => (Word: word, Code: code))).GroupBy(pair => pair.Word);
        return (words.ToFrozenDictionary(group => group.Key, group => group.Select(pair => pair.Code).Distinct().ToArray(), StringComparer.Ordinal), [.. lines.Select(line => line[0])]);
    }
}
