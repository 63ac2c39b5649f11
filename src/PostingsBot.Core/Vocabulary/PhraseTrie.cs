using System.Runtime.InteropServices;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Vocabulary;

/// <summary>Phrases by their folded words. Words are numbered, so that a text costs one look-up a word and then only numbers are compared.</summary>
internal sealed class PhraseTrie<T>
    where T : class
{
    private readonly Dictionary<string, int> words = [];
    private readonly Dictionary<long, int> edges = [];
    private readonly List<T?> values = [null];

    /// <summary>The place for the phrase's value; it holds null when the phrase is new.</summary>
    public ref T? Slot(string phrase, IReadOnlyList<Word> split)
    {
        var node = 0;
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

    /// <summary>The number of each word; -1 for words that no phrase holds.</summary>
    public int[] Ids(IReadOnlyList<Word> text)
    {
        var ids = new int[text.Count];
        var split = text is List<Word> list ? CollectionsMarshal.AsSpan(list) : [.. text];
        for (var i = 0; i < ids.Length; i++)
            ids[i] = words.GetValueOrDefault(split[i].Folded, -1);
        return ids;
    }

    /// <summary>The longest phrase that starts at a word: its value and how many words it takes; 0 when none does.</summary>
    public int Longest(string text, IReadOnlyList<Word> split, int[] ids, int start, out T? value)
    {
        var (node, taken) = (0, 0);
        value = null;
        for (var i = start; i < ids.Length && ids[i] >= 0; i++)
        {
            if (i > start && !PhraseGap.Joins(text, split[i - 1], split[i]))
                break;
            if (!edges.TryGetValue(Edge(node, ids[i]), out node))
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
