using System.Numerics;
using System.Runtime.CompilerServices;

namespace PostingsBot.Core.Parsing.Text;

/// <summary>
/// Finds in one pass which cues can occur in a text: the automaton of Aho and Corasick over the anchors of all cues, with one table
/// look-up a character.
/// </summary>
internal sealed class AnchorScan
{
    // A state in which an anchor ends carries this mark in the table.
    private const ushort End = 1 << 15;
    private const int MinShared = 16;

    // More characters say little more, and a state for each of them would crowd the table out of the cache.
    private const int LongestAnchor = 8;

    private readonly byte[] classes = new byte[char.MaxValue + 1];
    private readonly ushort[] next;
    private readonly CueSet[] outputs;
    private readonly int shift;
    private readonly int count;
    private readonly CueSet unfounded;

    /// <param name="anchors">The folded anchors of each cue, by the cue's number; a cue without any is never ruled out.</param>
    /// <param name="asWritten">The anchors stand in their own case, and so must the text; else both are folded.</param>
    public AnchorScan(IReadOnlyList<IReadOnlyList<string>> anchors, bool asWritten = false)
    {
        anchors = [.. anchors.Select(literals => literals.Select(Telling).Distinct().ToList())];
        count = Math.Min(anchors.Count, CueSet.Capacity);
        shift = Classify(anchors, asWritten);
        var (edges, holds) = Trie(anchors, out unfounded);
        outputs = [.. holds];
        next = new ushort[outputs.Length << shift];
        Complete(edges);
        for (var i = 0; i < next.Length; i++)
            next[i] |= outputs[next[i]].IsEmpty ? (ushort)0 : End;
    }

    /// <summary>
    /// The cues that neither scan rules out: of each it found an anchor, or the cue has none. Both read the text at once, since a step waits for
    /// memory most of its time.
    /// </summary>
    public static CueSet FindInBoth(AnchorScan one, AnchorScan other, ReadOnlySpan<char> text)
    {
        var (found, others) = (one.unfounded, other.unfounded);
        var (state, otherState) = (0, 0);
        foreach (var c in text)
        {
            state = one.Step(state, c, ref found);
            otherState = other.Step(otherState, c, ref others);
        }

        found.Keep(others);
        return found;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Step(int state, char c, ref CueSet found)
    {
        state = next[(state << shift) + classes[c]];
        if (state < End)
            return state;
        state -= End;
        found.Add(outputs[state]);
        return state;
    }

    // The part of a literal that is looked for. Where two words meet a text is rarer than inside one: of "engineer at " that is "neer at ".
    private static string Telling(string literal)
    {
        if (literal.Length <= LongestAnchor)
            return literal;
        return Enumerable.Range(0, literal.Length - LongestAnchor + 1).Select(start => literal.Substring(start, LongestAnchor)).MaxBy(Meets)!;
    }

    // Higher the deeper inside the part words meet.
    private static int Meets(string part) => part.Select((c, at) => char.IsLetter(c) ? 0 : 1 + Math.Min(at, part.Length - 1 - at)).Sum();

    // Characters that no anchor holds share class 0, which leads back to the start. The table stays small, so that it stays in the cache:
    // letters beyond ASCII share what classes are left, and so an anchor of theirs may be found where another one stands.
    private int Classify(IReadOnlyList<IReadOnlyList<string>> anchors, bool asWritten)
    {
        var letters = anchors.SelectMany(literals => literals).SelectMany(literal => literal).Distinct().Order().ToList();
        var plain = letters.Count(char.IsAscii);
        var bitCount = BitOperations.Log2((uint)(plain + MinShared)) + 1;
        for (var i = 0; i < letters.Count; i++)
            classes[letters[i]] = (byte)(i < plain ? i + 1 : plain + 1 + (letters[i] % ((1 << bitCount) - plain - 1)));
        for (var c = '\0'; c < char.MaxValue && !asWritten; c++)
            classes[c] = classes[RequiredText.Fold(c)];
        return bitCount;
    }

    private (List<Dictionary<byte, ushort>> Edges, List<CueSet> Outputs) Trie(IReadOnlyList<IReadOnlyList<string>> anchors, out CueSet without)
    {
        List<Dictionary<byte, ushort>> edges = [[]];
        List<CueSet> holds = [default];
        without = default;
        for (var number = 0; number < count; number++)
        {
            if (anchors[number].Count == 0)
                without.Add(number);
            foreach (var literal in anchors[number])
            {
                var state = Path(literal, edges, holds);
                var held = holds[state];
                held.Add(number);
                holds[state] = held;
            }
        }

        // Cues that came too late are never ruled out.
        for (var number = count; number < CueSet.Capacity; number++)
            without.Add(number);
        return (edges, holds);
    }

    private int Path(string literal, List<Dictionary<byte, ushort>> edges, List<CueSet> holds)
    {
        var state = 0;
        foreach (var c in literal)
        {
            if (!edges[state].TryGetValue(classes[c], out var child))
            {
                edges[state].Add(classes[c], child = checked((ushort)(short)edges.Count));
                edges.Add([]);
                holds.Add(default);
            }

            state = child;
        }

        return state;
    }

    // Breadth first, so that the longest proper suffix of a state is complete before the state is.
    private void Complete(List<Dictionary<byte, ushort>> edges)
    {
        var suffix = new ushort[edges.Count];
        var waiting = new Queue<ushort>([0]);
        while (waiting.TryDequeue(out var state))
        {
            var row = next.AsSpan(state << shift, 1 << shift);
            if (state > 0)
            {
                next.AsSpan(suffix[state] << shift, 1 << shift).CopyTo(row);
                outputs[state].Add(outputs[suffix[state]]);
            }

            foreach (var (letter, child) in edges[state])
            {
                suffix[child] = state == 0 ? (ushort)0 : row[letter];
                row[letter] = child;
                waiting.Enqueue(child);
            }
        }
    }
}

/// <summary>A set of cues by their numbers.</summary>
[InlineArray(Capacity / 64)]
internal struct CueSet : IEquatable<CueSet>
{
    public const int Capacity = 256;

    private ulong bits;

    public readonly bool Equals(CueSet other) => this[0] == other[0] && this[1] == other[1] && this[2] == other[2] && this[3] == other[3];

    public override readonly bool Equals(object? obj) => obj is CueSet other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(this[0], this[1], this[2], this[3]);

    public readonly bool IsEmpty => (this[0] | this[1] | this[2] | this[3]) == 0;

    public void Add(int number) => this[number >> 6] |= 1UL << (number & 63);

    public void Add(CueSet other)
    {
        for (var i = 0; i < Capacity / 64; i++)
            this[i] |= other[i];
    }

    /// <summary>Leaves only those that the other set holds as well.</summary>
    public void Keep(CueSet other)
    {
        for (var i = 0; i < Capacity / 64; i++)
            this[i] &= other[i];
    }

    public readonly bool Contains(int number) => (this[number >> 6] & (1UL << (number & 63))) != 0;
}
