using PostingsBot.Core.Catalogue;

namespace PostingsBot.Storage.Index;

/// <summary>The orders that need no words.</summary>
internal static class RowOrder
{
    public static void Offer(IndexView view, RowSet found, Search search, TopRows best)
    {
        if (search.Take == 0)
            return;
        switch (search.Order)
        {
            case SearchOrder.BestPaid:
                foreach (var row in found)
                    best.Offer(-view.BestPay(row), row);
                break;
            case SearchOrder.LowestPaid:
                foreach (var row in found)
                    best.Offer(view.BestPay(row) is > 0 and var pay ? pay : float.MaxValue, row);
                break;
            case SearchOrder.Oldest:
                foreach (var row in found)
                    best.Offer(view.Days[row] is not IndexView.NoDay and var day ? day : float.MaxValue, row);
                break;
            case SearchOrder.MostShared:
                var shared = Shared(view, search.Match);
                foreach (var row in found)
                    best.Offer(-shared[row], row);
                break;
            default:
                foreach (var row in found)
                    best.Offer(0, row);
                break;
        }
    }

    private static float[] Shared(IndexView view, Match match)
    {
        var weights = new float[view.Rows];
        var any = match as Match.Any ?? MatchParts.Of(match).OfType<Match.Any>().FirstOrDefault();
        foreach (var token in any?.Parts.OfType<Match.Token>() ?? [])
        {
            if (view.Tokens.Find(token.Value) is { } list)
                list.AddTo(weights, MathF.Log(1 + (view.Rows / (1f + list.Count))), view.Rows);
        }

        return weights;
    }
}
