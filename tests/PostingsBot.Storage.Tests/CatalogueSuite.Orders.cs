using PostingsBot.Core.Catalogue;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests;

public abstract partial class CatalogueSuite
{
    [SuiteTheory]
    [InlineData(SearchOrder.Newest, "07 09 03 01 02 08 06 12 05 04")]
    [InlineData(SearchOrder.Oldest, "05 12 08 06 02 09 03 01 07 04")]
    [InlineData(SearchOrder.BestPaid, "03 09 02 07 01 06 12 05 08 04")]
    [InlineData(SearchOrder.LowestPaid, "02 09 03 07 01 06 12 05 08 04")]
    [InlineData(SearchOrder.Relevance, "07 09 03 01 02 08 06 12 05 04")]
    public async Task Search_Order_IsTotal(SearchOrder order, string ids)
    {
        Assert.Equal(ids, await IdsAsync(Match.Everything, order));
    }

    [SuiteFact]
    public async Task Search_BestPaid_ComparesOneCurrencyAndCountsTheOthers()
    {
        var page = await Catalogue.SearchAsync(new Search(Match.Everything, SearchOrder.BestPaid, 3), CancellationToken.None);

        Assert.Equal(("EUR", 5), (page.PaidIn, page.OtherPay));
    }

    [SuiteFact]
    public async Task Search_BestPaidWithRates_ConvertsWhatHasOne()
    {
        var rates = new Dictionary<string, decimal> { ["EUR"] = 1.6m, ["USD"] = 1, ["GBP"] = 1.2m };

        var page = await Catalogue.SearchAsync(new Search(Match.Everything, SearchOrder.BestPaid, 20) { Rates = rates }, CancellationToken.None);

        Assert.Equal("03 06 09 01 12 02", string.Join(' ', page.Postings.Select(posting => posting.Id).Take(6)));
        Assert.Null(page.PaidIn);
    }
}
