using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Catalogue;

/// <summary>For whom remote work is that states no limit.</summary>
public sealed class UnsaidLimitTests
{
    [Theory]
    [InlineData("Backend Engineer", "Berlin", "WORLD", true)]
    [InlineData("Backend Engineer", "Germany", "DE", false)]
    [InlineData("Backend Engineer", "Ontario", "CA", false)]
    [InlineData("Backend Engineer (Germany)", "Berlin", "DE", false)]
    [InlineData("Backend Engineer - Latam", "Bogotá", "LATAM", false)]
    [InlineData("Backend Engineer, worldwide", "Bogotá", "WORLD", true)]
    [InlineData("Backend Engineer for Brazil", "Berlin", "WORLD", true)]
    public void Of_RemoteFromAPlace_AnywhereUnlessTitleOrPlaceSaysOtherwise(string title, string place, string within, bool isAnywhere)
    {
        var posting = Examples.Nameless with
        {
            Title = new Stated<string>(title, new Evidence(1, 1, title)),
            Locations = [new(Examples.Place(place), new Evidence(2, 2, place))],
        };

        var facets = PostingTokens.Of(posting).Facets.Where(facet => facet.StartsWith("within:", StringComparison.Ordinal));

        Assert.Equal([isAnywhere ? PostingTokens.RemoteAnywhere : PostingTokens.Within(within)], facets);
    }

    [Theory]
    [InlineData("You are authorized to work lawfully in the United States of America.", "US")]
    [InlineData("Applicants must have the right to live and work in the UK", "GB")]
    [InlineData("If you live in the US you must be authorized to work in the United States", null)]
    [InlineData("We sponsor visas.", null)]
    public void Of_RemoteWithARemarkOnTheRightToWork_IsForThatCountry(string remark, string? within)
    {
        var posting = Examples.Nameless with { Locations = [], Visa = new Stated<string>(remark, new Evidence(3, 3, remark)) };

        var facets = PostingTokens.Of(posting).Facets.Where(facet => facet.StartsWith("within:", StringComparison.Ordinal));

        Assert.Equal([within is null ? PostingTokens.RemoteAnywhere : PostingTokens.Within(within)], facets);
    }
}
