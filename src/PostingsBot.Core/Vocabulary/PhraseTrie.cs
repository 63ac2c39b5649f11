using System.Runtime.InteropServices;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Vocabulary;

/// <summary>Phrases by their folded words. Most words of a text begin no phrase: a filter passes over them without a look-up.</summary>
internal sealed class PhraseTrie<T>
    where T : class
{
    private readonly WordFilter firstWords = new();
    private readonly Dictionary<string, int> words = [];
    private readonly Dictionary<long, int> edges = [];
    private readonly List<T?> values = [null];

    /// <summary>The place for the phrase's value; it holds null when the phrase is new.</summary>
    public ref T? Slot(string phrase, IReadOnlyList<Word> split)
    {
        var node = 0;
        if (split.Count > 0)
            firstWords.Add(split[0].Number);
        foreach (var word in split)
        {
            if (!words.TryGetValue(word.Folded, out var id))
                words.Add(word.Folded, id = words.Count);
            ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(edges, Edge(node, id), out var known);
            if (!known)
            {
                next = values.Count;
                values.Add(null);
            }

            node = next;
        }

        if (node == 0)
            throw new InvalidDataException($"the phrase \"{phrase}\" has no word");
        return ref CollectionsMarshal.AsSpan(values)[node];
    }

    /// <summary>The longest phrase that starts at a word: its value and how many words it takes; 0 when none does.</summary>
    public int Longest(string text, ReadOnlySpan<Word> split, int start, out T? value)
    {
        value = null;
        if (!firstWords.MayHold(split[start].Number))
            return 0;
        var (node, taken) = (0, 0);
        for (var i = start; i < split.Length && words.TryGetValue(split[i].Folded, out var id); i++)
        {
            if (i > start && !PhraseGap.Joins(text, split[i - 1], split[i]))
                break;
            if (!edges.TryGetValue(Edge(node, id), out node))
                break;
            if (values[node] is not { } found)
                continue;
            value = found;
            taken = i - start + 1;
        }

        return taken;
    }

    private static long Edge(int node, int word) => ((long)node << 32) | (uint)word;
}
