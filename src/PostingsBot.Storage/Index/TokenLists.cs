using System.Collections.Concurrent;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Questions;

namespace PostingsBot.Storage.Index;

/// <summary>The lists of rows by facet token, and which of them divide a result.</summary>
internal sealed class TokenLists
{
    private static readonly CountBy[] Divisions = Enum.GetValues<CountBy>();

    private readonly ConcurrentDictionary<string, TokenList> lists = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TokenList>.AlternateLookup<ReadOnlySpan<char>> byText;
    private readonly List<TokenList>[] divisions = [.. Divisions.Select(_ => new List<TokenList>())];

    private readonly Sorted?[] sorted = new Sorted?[Divisions.Length];

    public TokenLists() => byText = lists.GetAlternateLookup<ReadOnlySpan<char>>();

    public TokenList? Find(string token) => lists.GetValueOrDefault(token);

    public void Add(ReadOnlySpan<char> token, int row)
    {
        if (!byText.TryGetValue(token, out var list))
            list = Make(token.ToString());
        list.Add(row);
    }

    /// <summary>The lists of one division, longest first.</summary>
    /// <param name="by">The division.</param>
    /// <param name="rows">As many rows as were added: the order is kept until there are more.</param>
    public TokenList[] Of(CountBy by, int rows)
    {
        var division = divisions[(int)by];
        if (sorted[(int)by] is { } known && known.Rows == rows)
            return known.Lists;
        TokenList[] found;
        lock (division)
            found = [.. division];
        var lengths = Array.ConvertAll(found, list => -list.Count);
        Array.Sort(lengths, found);
        sorted[(int)by] = new Sorted(rows, found);
        return found;
    }

    private TokenList Make(string token)
    {
        var by = Array.FindIndex(Divisions, division => Facets.LabelOf(division, token) is not null);
        var list = new TokenList(token, by < 0 ? null : Facets.LabelOf(Divisions[by], token));
        if (by >= 0)
        {
            lock (divisions[by])
                divisions[by].Add(list);
        }

        lists[token] = list;
        return list;
    }

    private sealed record Sorted(int Rows, TokenList[] Lists);
}
