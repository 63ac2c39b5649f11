using PostingsBot.Core.Catalogue;

namespace PostingsBot.Storage.Index;

/// <summary>The orders that need no words.</summary>
internal static class RowOrder
{
    /// <returns>How pay was compared, where the order is by pay.</returns>
    public static PayOrder? Offer(IndexView view, RowSet found, Search search, TopRows best)
    {
        if (search.Take == 0)
            return null;
        var pay = search.Order is SearchOrder.BestPaid or SearchOrder.LowestPaid ? new PayOrder(view, found, search.Rates) : null;
        switch (search.Order)
        {
            case SearchOrder.BestPaid:
                foreach (var row in found)
                    best.Offer(pay!.OfBest(row), row);
                break;
            case SearchOrder.LowestPaid:
                foreach (var row in found)
                    best.Offer(pay!.OfLowest(row), row);
                break;
            case SearchOrder.Oldest:
                foreach (var row in found)
                    best.Offer(view.Days[row] is not IndexView.NoDay and var day ? day : float.MaxValue, row);
                break;
            case SearchOrder.LeastExperience or SearchOrder.MostExperience:
                var years = Years(view);
                var sign = search.Order is SearchOrder.LeastExperience ? 1 : -1;
                foreach (var row in found)
                    best.Offer(years[row] is 0 ? float.MaxValue : years[row] * sign, row);
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

        return pay;
    }

    /// <summary>One more than the years of experience that each row asks for; 0 for none.</summary>
    private static float[] Years(IndexView view)
    {
        var years = new float[view.Rows];
        for (var asked = 0; asked <= PostingTokens.MostYears; asked++)
            view.Tokens.Find(PostingTokens.AsksYears(asked))?.AddTo(years, asked + 1, view.Rows);
        return years;
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
