namespace PostingsBot.Core.Vocabulary;

/// <summary>Words that a misspelt word may be mended to, laid out so that the few near ones are found without comparing the others letter by letter.</summary>
internal sealed class SpellingWords
{
    private readonly Dictionary<int, (string Word, uint Letters)[]> byLength;

    /// <param name="words">Folded.</param>
    public SpellingWords(IEnumerable<string> words) => byLength = words
        .Distinct(StringComparer.Ordinal)
        .GroupBy(word => word.Length)
        .ToDictionary(group => group.Key, group => group.Select(word => (word, Spelling.Letters(word))).ToArray());

    /// <summary>As <see cref="Spelling.Nearest"/>.</summary>
    /// <param name="word">Folded.</param>
    /// <param name="first">The letter that the result must begin with; any when null.</param>
    public string? Nearest(string word, char? first = null)
    {
        var (limit, letters) = (Spelling.Limit(word), Spelling.Letters(word));
        var near = new List<string>();
        for (var length = word.Length - limit; length <= word.Length + limit; length++)
        {
            foreach (var (candidate, its) in byLength.GetValueOrDefault(length, []))
            {
                if (Spelling.MayBeNear(letters, its, limit) && (first is null || candidate[0] == first))
                    near.Add(candidate);
            }
        }

        return Spelling.Nearest(word, near);
    }
}
