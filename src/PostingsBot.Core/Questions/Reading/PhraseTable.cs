using PostingsBot.Core.Text;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>Phrases by their folded words, longest first. Articles inside a phrase may be left out or put in.</summary>
internal sealed class PhraseTable<T>
{
    private readonly Dictionary<string, List<(string[] Words, T Value)>> byFirst = new(StringComparer.Ordinal);

    public IEnumerable<string> SingleWords => byFirst.Where(e => e.Value.Exists(p => p.Words.Length == 1)).Select(e => e.Key);

    public void Add(string phrase, T value)
    {
        var words = Words.Split(phrase).Select(w => w.Folded).Where((w, i) => i == 0 || !IsArticle(w)).ToArray();
        if (words.Length == 0)
            return;
        if (!byFirst.TryGetValue(words[0], out var list))
            byFirst.Add(words[0], list = []);
        var at = list.FindIndex(p => p.Words.Length < words.Length);
        list.Insert(at < 0 ? list.Count : at, (words, value));
    }

    /// <summary>All phrases that start at a word, with the word after each.</summary>
    public IEnumerable<(int End, T Value)> AllAt(IReadOnlyList<Word> words, int start)
    {
        if (!byFirst.TryGetValue(words[start].Folded, out var list))
            yield break;
        foreach (var (phrase, value) in list)
        {
            if (EndOf(phrase, words, start) is { } end)
                yield return (end, value);
        }
    }

    /// <summary>All values of the longest phrase that starts at a word, and the word after it; nothing when none does.</summary>
    public IEnumerable<(int End, T Value)> At(IReadOnlyList<Word> words, int start)
    {
        if (!byFirst.TryGetValue(words[start].Folded, out var list))
            yield break;
        var longest = 0;
        foreach (var (phrase, value) in list)
        {
            if (phrase.Length < longest)
                yield break;
            if (EndOf(phrase, words, start) is not { } end)
                continue;
            longest = phrase.Length;
            yield return (end, value);
        }
    }

    private static int? EndOf(string[] phrase, IReadOnlyList<Word> words, int start)
    {
        var at = start + 1;
        for (var i = 1; i < phrase.Length; i++, at++)
        {
            if (at < words.Count && words[at].Folded != phrase[i] && IsArticle(words[at].Folded))
                at++;
            if (at >= words.Count || words[at].Folded != phrase[i])
                return null;
        }

        return at;
    }

    private static bool IsArticle(string word) => word is "the" or "an";
}
