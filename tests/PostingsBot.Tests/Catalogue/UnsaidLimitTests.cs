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
}
