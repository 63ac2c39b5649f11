using System.Text;

namespace PostingsBot.Benchmarks.Search;

/// <summary>64,000 made-up words that occur as often as words do (Zipf): the n-th about 1/n as often as the first.</summary>
internal sealed class Vocabulary
{
    public const int Size = 64_000;
    private const double Flattening = 12;

    private static readonly string[] Onsets = ["b", "br", "d", "dr", "f", "fl", "g", "gr", "h", "k", "kl", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "tr", "v", "w", "z"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "ai", "ea", "oo"];

    private readonly double[] upTo = new double[Size];

    public Vocabulary(int seed)
    {
        var random = new Random(seed);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var words = new List<string>(Size);
        while (words.Count < Size)
        {
            var word = new StringBuilder();
            for (var syllables = 3 + random.Next(2); syllables > 0; syllables--)
                word.Append(Onsets[random.Next(Onsets.Length)]).Append(Vowels[random.Next(Vowels.Length)]);
            word.Append("bdgkmptvz"[random.Next(9)]);
            if (seen.Add(word.ToString()))
                words.Add(word.ToString());
        }

        Words = words;
        var sum = 0.0;
        for (var i = 0; i < Size; i++)
            upTo[i] = sum += 1 / (i + Flattening);
        for (var i = 0; i < Size; i++)
            upTo[i] /= sum;
    }

    /// <summary>The commonest first.</summary>
    public IReadOnlyList<string> Words { get; }

    public string Next(Random random)
    {
        var at = Array.BinarySearch(upTo, random.NextDouble());
        return Words[Math.Min(at < 0 ? ~at : at, Size - 1)];
    }
}
