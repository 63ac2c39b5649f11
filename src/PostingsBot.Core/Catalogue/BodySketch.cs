namespace PostingsBot.Core.Catalogue;

/// <summary>
/// A text as the smallest hashes of its runs of four words (a bottom-k sketch, Broder 1997): what share of their runs two texts have in common
/// is told from a fixed number of hashes, however long the texts are. The hashes are the same on every machine.
/// </summary>
internal static class BodySketch
{
    private const int Run = 4;
    private const int Size = 96;
    private const int MostWords = 20_000;
    private const double AlikeFrom = 0.5;

    /// <summary>Of no more than 96 hashes half are then not shared.</summary>
    private const int MostDifferent = (int)(Size * (1 - AlikeFrom));

    /// <summary>The hashes in rising order; all of them when there are fewer than 96.</summary>
    public static IReadOnlyList<uint> Of(IReadOnlyList<string> words)
    {
        var count = Math.Min(words.Count, MostWords);
        if (count < Run)
            return [];
        var hashes = new uint[count];
        for (var i = 0; i < count; i++)
            hashes[i] = Hash(words[i]);
        var runs = new uint[count - Run + 1];
        for (var i = 0; i < runs.Length; i++)
            runs[i] = Mix((((((hashes[i] * 31) + hashes[i + 1]) * 31) + hashes[i + 2]) * 31) + hashes[i + 3]);
        Array.Sort(runs);
        return runs[..KeepFirst(runs)];
    }

    /// <summary>Moves the smallest hashes, each once, to the front of a rising list; gives their number.</summary>
    private static int KeepFirst(uint[] rising)
    {
        var kept = 0;
        foreach (var hash in rising)
        {
            if (kept == Size)
                break;
            if (kept == 0 || rising[kept - 1] != hash)
                rising[kept++] = hash;
        }

        return kept;
    }

    /// <summary>At least half of what either text says stands in both. Re-posts were measured at 0.6 and above, other roles of one employer below 0.3.</summary>
    public static bool Alike(IReadOnlyList<uint> one, IReadOnlyList<uint> other)
    {
        int i = 0, j = 0, seen = 0, shared = 0;
        while (seen < Size && (i < one.Count || j < other.Count))
        {
            var order = i == one.Count ? 1 : j == other.Count ? -1 : one[i].CompareTo(other[j]);
            if (order == 0)
                shared++;
            else if (seen - shared == MostDifferent)
                return false;
            if (order <= 0)
                i++;
            if (order >= 0)
                j++;
            seen++;
        }

        return seen > 0 && shared >= AlikeFrom * seen;
    }

    private static uint Hash(string word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
            hash = (hash ^ c) * 16777619u;
        return Mix(hash);
    }

    /// <summary>The finalizer of MurmurHash3: every bit of the input moves every bit of the output.</summary>
    private static uint Mix(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x85ebca6bu;
        hash = (hash ^ (hash >> 13)) * 0xc2b2ae35u;
        return hash ^ (hash >> 16);
    }
}
