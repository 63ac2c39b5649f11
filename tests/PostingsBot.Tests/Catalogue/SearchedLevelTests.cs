using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;

namespace PostingsBot.Tests.Catalogue;

public class SearchedLevelTests
{
    [Fact]
    public void Level_Entry_IsFoundAsJunior() => Assert.Equal(PostingTokens.Level(Seniority.Junior), PostingTokens.Level(Seniority.Entry));

    [Fact]
    public void Level_Intern_IsFoundAsItself() => Assert.NotEqual(PostingTokens.Level(Seniority.Junior), PostingTokens.Level(Seniority.Intern));
}
