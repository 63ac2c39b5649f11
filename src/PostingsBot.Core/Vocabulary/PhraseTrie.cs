using System.Runtime.InteropServices;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Vocabulary;

/// <summary>Phrases by their folded words. Most words of a text begin no phrase: a filter passes over them without a look-up.</summary>
internal sealed class PhraseTrie<T>
    where T : class
{
    private readonly WordFilter firstWords = new();
    private readonly Dictionary<string, int> firsts = [];
    private readonly Dictionary<(int Node, string Word), int> edges = [];
    private readonly List<Node> nodes = [default];

    /// <summary>The place for the phrase's value; it holds null when the phrase is new.</summary>
    public ref T? Slot(string phrase, IReadOnlyList<Word> split)
    {
        if (split.Count == 0)
            throw new InvalidDataException($"the phrase \"{phrase}\" has no word");
        firstWords.Add(split[0].Number);
        var node = Place(ref CollectionsMarshal.GetValueRefOrAddDefault(firsts, split[0].Folded, out _));
        foreach (var word in split.Skip(1))
        {
            CollectionsMarshal.AsSpan(nodes)[node].GoesOn = true;
            node = Place(ref CollectionsMarshal.GetValueRefOrAddDefault(edges, (node, word.Folded), out _));
        }

        return ref CollectionsMarshal.AsSpan(nodes)[node].Value;
    }

    /// <summary>The longest phrase that starts at a word: its value and how many words it takes; 0 when none does.</summary>
    public int Longest(string text, ReadOnlySpan<Word> split, int start, out T? value)
    {
        value = null;
        if (!firstWords.MayHold(split[start].Number) || !firsts.TryGetValue(split[start].Folded, out var at))
            return 0;
        var taken = 0;
        for (var i = start; ; i++)
        {
            var node = nodes[at];
            if (node.Value is not null)
                (value, taken) = (node.Value, i - start + 1);
            if (!node.GoesOn || i + 1 == split.Length || !PhraseGap.Joins(text, split[i], split[i + 1]) || !edges.TryGetValue((at, split[i + 1].Folded), out at))
                return taken;
        }
    }

    // Node 0 is none, so that an edge that is new leads there.
    private int Place(ref int node)
    {
        if (node == 0)
        {
            node = nodes.Count;
            nodes.Add(default);
        }

        return node;
    }

    private struct Node
    {
        public T? Value;

        /// <summary>Longer phrases begin so; without them the next word need not be looked up.</summary>
        public bool GoesOn;
    }
}
