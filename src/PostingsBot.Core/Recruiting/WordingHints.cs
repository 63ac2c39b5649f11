using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Recruiting;

/// <summary>Wording that keeps people away who could do the work, from wording-hints.tsv.</summary>
internal static class WordingHints
{
    private static readonly Lazy<Dictionary<string, List<(string[] Words, WordingHint Hint)>>> ByFirst = new(Load);

    /// <summary>The hints for a line, each once, with the words as written.</summary>
    public static IEnumerable<(string Written, WordingHint Hint)> Of(string line)
    {
        var words = Words.Split(line);
        for (var i = 0; i < words.Count; i++)
        {
            if (!ByFirst.Value.TryGetValue(words[i].Folded, out var hints))
                continue;
            foreach (var (phrase, hint) in hints.Where(hint => Stands(words, i, hint.Words)).Take(1))
                yield return (line[words[i].Start..(words[i + phrase.Length - 1].Start + words[i + phrase.Length - 1].Length)], hint);
        }
    }

    private static bool Stands(IReadOnlyList<Word> words, int at, string[] phrase)
    {
        if (at + phrase.Length > words.Count)
            return false;
        for (var i = 0; i < phrase.Length; i++)
        {
            if (words[at + i].Folded != phrase[i])
                return false;
        }

        return true;
    }

    private static Dictionary<string, List<(string[] Words, WordingHint Hint)>> Load()
    {
        var hints = new Dictionary<string, List<(string[] Words, WordingHint Hint)>>(StringComparer.Ordinal);
        foreach (var line in DataFile.Read("wording-hints.tsv"))
        {
            var hint = line[1].Length > 0 && line[2].Length > 0 ? new WordingHint(line[1], line[2]) : throw line.Fault("a hint needs what it does and what to write instead");
            foreach (var phrase in line.List(0).Select(phrase => Words.Split(phrase).Select(word => word.Folded).ToArray()).Where(phrase => phrase.Length > 0))
                (hints.TryGetValue(phrase[0], out var list) ? list : hints[phrase[0]] = []).Add((phrase, hint));
        }

        foreach (var list in hints.Values)
            list.Sort((one, other) => other.Words.Length.CompareTo(one.Words.Length));
        return hints;
    }
}

/// <param name="Effect">"speaks of age".</param>
/// <param name="Instead">What to write.</param>
internal sealed record WordingHint(string Effect, string Instead);
