namespace PostingsBot.Commands.Evaluation;

/// <summary>
/// How alike two texts are, from 0 to 1: twice the length of what they share, block by block, over their length (Ratcliff and Obershelp).
/// Characters that fill a long second text are no anchors, as in Python's difflib, whose figures these are.
/// </summary>
internal sealed class Similarity
{
    private const int LongText = 200;

    private readonly int[] first;
    private readonly int[] second;
    private readonly Dictionary<int, List<int>> anchors = [];

    private Similarity(string first, string second)
    {
        this.first = [.. first.EnumerateRunes().Select(rune => rune.Value)];
        this.second = [.. second.EnumerateRunes().Select(rune => rune.Value)];
        for (var i = 0; i < this.second.Length; i++)
        {
            if (!anchors.TryGetValue(this.second[i], out var places))
                anchors.Add(this.second[i], places = []);
            places.Add(i);
        }

        if (this.second.Length < LongText)
            return;
        var most = (this.second.Length / 100) + 1;
        foreach (var popular in anchors.Where(anchor => anchor.Value.Count > most).Select(anchor => anchor.Key).ToList())
            anchors.Remove(popular);
    }

    public static double Of(string first, string second)
    {
        var texts = new Similarity(first, second);
        var length = texts.first.Length + texts.second.Length;
        return length == 0 ? 1 : 2.0 * texts.Shared(0, texts.first.Length, 0, texts.second.Length) / length;
    }

    private int Shared(int firstStart, int firstEnd, int secondStart, int secondEnd)
    {
        var (i, j, size) = Longest(firstStart, firstEnd, secondStart, secondEnd);
        return size == 0 ? 0 : size + Shared(firstStart, i, secondStart, j) + Shared(i + size, firstEnd, j + size, secondEnd);
    }

    private (int First, int Second, int Size) Longest(int firstStart, int firstEnd, int secondStart, int secondEnd)
    {
        var (bestI, bestJ, size) = (firstStart, secondStart, 0);
        var lengths = new Dictionary<int, int>();
        for (var i = firstStart; i < firstEnd; i++)
        {
            var next = new Dictionary<int, int>();
            foreach (var j in anchors.GetValueOrDefault(first[i]) ?? [])
            {
                if (j < secondStart)
                    continue;
                if (j >= secondEnd)
                    break;
                var length = next[j] = lengths.GetValueOrDefault(j - 1) + 1;
                if (length > size)
                    (bestI, bestJ, size) = (i - length + 1, j - length + 1, length);
            }

            lengths = next;
        }

        while (bestI > firstStart && bestJ > secondStart && first[bestI - 1] == second[bestJ - 1])
            (bestI, bestJ, size) = (bestI - 1, bestJ - 1, size + 1);
        while (bestI + size < firstEnd && bestJ + size < secondEnd && first[bestI + size] == second[bestJ + size])
            size++;
        return (bestI, bestJ, size);
    }
}
