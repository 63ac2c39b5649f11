using PostingsBot.Core.Catalogue;

namespace PostingsBot.Storage.Tests.Support;

/// <summary>Match trees over the sample's tokens, the same for the same seed.</summary>
internal sealed class MatchGenerator(int seed)
{
    private static readonly string[] Tokens = [.. Sample.Postings
        .Select(PostingTokens.Of)
        .SelectMany(tokens => tokens.Facets.Concat(tokens.TitleWords.Select(word => "title:" + word)).Concat(tokens.BodyWords.Select(word => "word:" + word)))
        .Append("skill:cobol").Append("word:nowhere").Append("title:\"").Append("place:us-ca/san-francisco")
        .Distinct()
        .Order(StringComparer.Ordinal)];

    private readonly Random random = new(seed);

    public Match Next(int depth) => random.Next(depth == 0 ? 6 : 11) switch
    {
        0 or 1 or 2 => new Match.Token(Tokens[random.Next(Tokens.Length)]),
        3 => new Match.PostedBetween(Day(), Day()),
        4 => new Match.PaysBetween(Amount(), Amount(), random.Next(3) switch { 0 => "EUR", 1 => "USD", _ => null }),
        5 => new Match.Ids([.. Sample.Postings.Where(_ => random.Next(3) == 0).Select(posting => posting.Id)]),
        6 or 7 => new Match.All(Parts(depth)),
        8 or 9 => new Match.Any(Parts(depth)),
        _ => new Match.Not(Next(depth - 1)),
    };

    private Match[] Parts(int depth) => [.. Enumerable.Range(0, random.Next(5)).Select(_ => Next(depth - 1))];

    private NodaTime.LocalDate? Day() => random.Next(3) == 0 ? null : Sample.Day(2026, 1, 1).PlusDays(random.Next(-10, 150));

    private decimal? Amount() => random.Next(3) == 0 ? null : random.Next(10, 250) * 1000;
}
