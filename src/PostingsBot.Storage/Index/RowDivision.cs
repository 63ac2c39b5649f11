using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Questions;

namespace PostingsBot.Storage.Index;

/// <summary>How the rows that a search found divide.</summary>
internal sealed class RowDivision(IndexView view, RowSet found)
{
    private int[]? inhabited;

    private int[] InhabitedWords => inhabited ??= Inhabited(found);

    public FacetCounts Of(CountBy by, int most)
    {
        var values = new PriorityQueue<(TokenList List, int Count), int>();
        var lists = view.Tokens.Of(by, view.Rows);
        foreach (var list in lists)
        {
            // The longest come first: what follows cannot be among the commonest any more.
            if (values.Count >= most && values.TryPeek(out _, out var least) && list.Count < least)
                break;
            var count = list.CountIn(found.Bits, InhabitedWords);
            if (count == 0)
                continue;
            if (values.Count < most)
                values.Enqueue((list, count), count);
            else
                values.EnqueueDequeue((list, count), count);
        }

        return new FacetCounts(by, Stated(by, lists), [.. values.UnorderedItems.Select(item => Value(item.Element.List, item.Element.Count)).OrderByDescending(v => v.Count).ThenBy(v => v.Label, StringComparer.Ordinal)]);
    }

    private FacetCount Value(TokenList list, int count) => new(list.Token, view.EmployerNames.GetValueOrDefault(list.Token) ?? list.Label!, count);

    /// <summary>Where a row is among 64: most results are few rows of many.</summary>
    private static int[] Inhabited(RowSet found)
    {
        var words = new List<int>();
        for (var i = 0; i < found.Words; i++)
        {
            if (found.Bits[i] != 0)
                words.Add(i);
        }

        return [.. words];
    }

    private int Stated(CountBy by, TokenList[] lists)
    {
        if (Facets.StatedToken(by) is { } token)
            return view.Tokens.Find(token)?.CountIn(found.Bits, InhabitedWords) ?? 0;
        using var stated = RowSet.Empty(found.Rows);
        foreach (var list in lists)
            list.OrInto(stated.Bits, stated.Words);
        stated.And(found);
        return stated.Count();
    }
}
