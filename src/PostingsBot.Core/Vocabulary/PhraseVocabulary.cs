using PostingsBot.Core.Text;

namespace PostingsBot.Core.Vocabulary;

/// <summary>
/// Phrases that stand for a value. Case and accents do not matter, words must be whole, the longest phrase wins and matches do not overlap.
/// A phrase marked "=" in its file counts only in exactly that case ("=PA"), one marked "-" hides what stands inside it.
/// </summary>
public sealed class PhraseVocabulary<T>
{
    private readonly PhraseTrie<Entry> trie = new();

    private readonly bool signs;
    private readonly TextMemo<IReadOnlyList<TermMatch<T>>> found;

    /// <param name="value">What the first column stands for.</param>
    /// <param name="signs">Whether currency signs are words.</param>
    /// <param name="files">The files, read in order.</param>
    internal PhraseVocabulary(Func<string, T> value, bool signs, params string[] files)
    {
        this.signs = signs;
        found = new(text => Find(text, Words.Split(text)));
        foreach (var line in files.SelectMany(DataFile.Read))
        {
            foreach (var phrase in line.List(1))
                Add(line, phrase, value);
        }
    }

    public IReadOnlyList<TermMatch<T>> Find(string text) => found.Of(text);

    /// <param name="text">The text.</param>
    /// <param name="words">The text's own words, for callers that look into several vocabularies.</param>
    public IReadOnlyList<TermMatch<T>> Find(string text, IReadOnlyList<Word> words)
    {
        List<TermMatch<T>>? matches = null;
        if (signs)
            words = CurrencySigns.Add(text, words);
        var split = Words.AsSpan(words);
        for (var i = 0; i < split.Length;)
        {
            var taken = trie.Longest(text, split, i, out var entry);
            if (taken == 0)
            {
                i++;
                continue;
            }

            var start = split[i].Start;
            var length = split[i + taken - 1].Start + split[i + taken - 1].Length - start;
            i += taken;
            if (!entry!.Hides && (entry.Exact is null || text.AsSpan(start, length).SequenceEqual(entry.Exact)))
                (matches ??= []).Add(new TermMatch<T>(start, length, entry.Value));
        }

        return matches ?? (IReadOnlyList<TermMatch<T>>)[];
    }

    private void Add(DataLine line, string phrase, Func<string, T> value)
    {
        var exact = phrase.StartsWith('=') ? phrase[1..] : null;
        ref var slot = ref trie.Slot(phrase, Split(phrase));
        if (slot is { } other)
            throw line.Fault($"\"{phrase}\" stands already in {other.Where}");
        slot = line[0] == "-" ? new Entry(default!, null, true, line.Where) : new Entry(value(line[0]), exact, false, line.Where);
    }

    private IReadOnlyList<Word> Split(string phrase) => signs ? CurrencySigns.Add(phrase, Words.Split(phrase)) : Words.Split(phrase);

    private sealed record Entry(T Value, string? Exact, bool Hides, string Where);
}
