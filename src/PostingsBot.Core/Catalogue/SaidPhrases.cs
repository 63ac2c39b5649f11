using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Catalogue;

/// <summary>
/// The phrases of text-terms.tsv that a posting says word after word, as stems. A "4-day week" is not said by a text in which "four", "day" and "week" stand apart.
/// </summary>
internal static class SaidPhrases
{
    private static readonly Lazy<Dictionary<string, string[][]>> ByFirstStem = new(Load);

    /// <summary>The phrases, each as its stems.</summary>
    public static IEnumerable<IReadOnlyList<string>> In(IReadOnlyList<Word> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            foreach (var phrase in ByFirstStem.Value.GetValueOrDefault(words[i].Stem) ?? [])
            {
                if (StandsAt(words, i, phrase))
                    yield return phrase;
            }
        }
    }

    /// <summary>Whether the words stand one after the other somewhere among the others.</summary>
    public static bool Holds(IReadOnlyList<Word> words, IReadOnlyList<string> phrase) =>
        Enumerable.Range(0, words.Count).Any(i => words[i].Stem == phrase[0] && StandsAt(words, i, phrase));

    private static bool StandsAt(IReadOnlyList<Word> words, int start, IReadOnlyList<string> phrase)
    {
        if (start + phrase.Count > words.Count)
            return false;
        for (var k = 1; k < phrase.Count; k++)
        {
            if (words[start + k].Stem != phrase[k])
                return false;
        }

        return true;
    }

    private static Dictionary<string, string[][]> Load() =>
        DataFile.Read("text-terms.tsv").SelectMany(line => line.List(2))
            .Select(phrase => Words.Split(phrase).Select(word => word.Stem).ToArray())
            .Where(stems => stems.Length > 1)
            .GroupBy(stems => stems[0], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.DistinctBy(stems => string.Join(' ', stems)).ToArray(), StringComparer.Ordinal);
}
