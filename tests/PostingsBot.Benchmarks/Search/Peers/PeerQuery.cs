using PostingsBot.Core.Catalogue;

namespace PostingsBot.Benchmarks.Search.Peers;

/// <summary>A search that every engine can run: facets that all hold, and words of which all or any hold.</summary>
internal sealed record PeerQuery(IReadOnlyList<string> Facets, IReadOnlyList<string> Words, bool IsAny)
{
    private const int Count = 100;

    public Match Match => new Match.All(
    [
        .. Facets.Select(token => new Match.Token(token)),
        .. IsAny ? [new Match.Any([.. WordTokens])] : WordTokens,
    ]);

    private IEnumerable<Match> WordTokens => Words.Select(word => new Match.Token(PostingTokens.Word(word)));

    /// <summary>The types of the prototypes that have words, 100 of each.</summary>
    public static IReadOnlyList<(string Type, IReadOnlyList<PeerQuery> Queries)> All(PostingMaker maker)
    {
        string[] countries = ["DE", "CA", "FR", "GB", "US", "IN", "ES", "AU", "IE", "PL"];
        var random = new Random(7);
        string Skill() => PostingTokens.Skill(maker.SkillNames[(int)(Math.Pow(random.NextDouble(), 2) * 120)]);
        string Country() => PostingTokens.In(countries[random.Next(countries.Length)]);
        string Word(int from, int count) => Core.Text.Words.Split(maker.Vocabulary.Words[from + random.Next(count)])[0].Stem;
        string Common() => Word(5, 60);
        string Middle() => Word(60, 1_500);
        (string, IReadOnlyList<PeerQuery>) Of(string type, Func<PeerQuery> make) => (type, [.. Enumerable.Range(0, Count).Select(_ => make())]);
        return
        [
            Of("words and facets", () => new PeerQuery([Skill(), Country()], [Middle()], IsAny: false)),
            Of("three words, all", () => new PeerQuery([], [Middle(), Middle(), Common()], IsAny: false)),
            Of("three words, any", () => new PeerQuery([], [Middle(), Middle(), Common()], IsAny: true)),
            Of("common word and country", () => new PeerQuery([Country()], [Common()], IsAny: false)),
        ];
    }
}
