using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Digests.Matching;

/// <summary>How many roles of a sample carry each token: tells what is rare. A token that the sample has not is the rarest.</summary>
public sealed class TokenFrequencies
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    public TokenFrequencies(IEnumerable<Posting> sample)
    {
        foreach (var posting in sample)
        {
            foreach (var token in MatchEvaluator.TokensOf(posting))
                counts[token] = counts.GetValueOrDefault(token) + 1;
        }
    }

    public int Of(string token) => counts.GetValueOrDefault(token);
}
