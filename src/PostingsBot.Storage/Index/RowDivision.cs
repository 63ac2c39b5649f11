using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Questions;

namespace PostingsBot.Storage.Index;

/// <summary>How the rows that a search found divide.</summary>
internal sealed class RowDivision(IndexView view, RowSet found)
{
    public FacetCounts Of(CountBy by, int most)
    {
        var values = new PriorityQueue<FacetCount, int>();
        var lists = view.Tokens.Of(by);
        foreach (var list in lists)
        {
            // The longest come first: what follows cannot be among the commonest any more.
            if (values.Count >= most && values.TryPeek(out _, out var least) && list.Count < least)
                break;
            var count = list.CountIn(found.Bits, found.Words);
            if (count == 0)
                continue;
            values.Enqueue(new FacetCount(list.Token, view.EmployerNames.GetValueOrDefault(list.Token) ?? list.Label!, count), count);
            if (values.Count > most)
                values.Dequeue();
        }

        return new FacetCounts(by, Stated(by, lists), [.. values.UnorderedItems.Select(item => item.Element).OrderByDescending(v => v.Count).ThenBy(v => v.Label, StringComparer.Ordinal)]);
    }

    private int Stated(CountBy by, TokenList[] lists)
    {
        if (Facets.StatedToken(by) is { } token)
            return view.Tokens.Find(token)?.CountIn(found.Bits, found.Words) ?? 0;
        using var stated = RowSet.Empty(found.Rows);
        foreach (var list in lists)
            list.OrInto(stated.Bits, stated.Words);
        stated.And(found);
        return stated.Count();
    }
}
