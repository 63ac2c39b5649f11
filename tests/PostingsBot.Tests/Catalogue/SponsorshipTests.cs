using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Catalogue;

public sealed class SponsorshipTests
{
    [Theory]
    [InlineData("We sponsor visas.", true)]
    [InlineData("Visa sponsorship is available for this role", true)]
    [InlineData("VISA", true)]
    [InlineData("We will help you with the visa and the move.", true)]
    [InlineData("You must relocate to Oslo; we sponsor your visa.", true)]
    [InlineData("We cannot sponsor visas.", false)]
    [InlineData("Unfortunately, sponsorship is out of reach for us.", false)]
    [InlineData("This company doesn’t provide sponsorship", false)]
    [InlineData("Candidates need a valid visa.", false)]
    [InlineData("You must be authorized to work in Canada.", false)]
    [InlineData("Security clearance required", false)]
    [InlineData("Wir können leider kein Visum anbieten.", false)]
    [InlineData("不提供签证", false)]
    public void Of_Remark_OfferedOnlyWhenItOffers(string remark, bool isOffered)
    {
        var posting = Examples.Harbour with { Visa = new Stated<string>(remark, new Evidence(3, 3, remark)) };

        Assert.Equal(isOffered, PostingTokens.Of(posting).Facets.Contains(PostingTokens.Offers(RoleField.Visa)));
    }

    [Fact]
    public void Of_NoRemark_NothingOffered() => Assert.DoesNotContain(PostingTokens.Offers(RoleField.Visa), PostingTokens.Of(Examples.Harbour with { Visa = null }).Facets);
}
