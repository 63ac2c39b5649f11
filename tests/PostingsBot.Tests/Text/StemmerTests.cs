using PostingsBot.Core.Text;

namespace PostingsBot.Tests.Text;

public class StemmerTests
{
    [Theory]
    [InlineData("invest", "investor", "investors", "invested", "investment")]
    [InlineData("engineer", "engineers", "engineering")]
    [InlineData("require", "required", "requires", "requirement", "requirements")]
    [InlineData("benefit", "benefits")]
    [InlineData("apply", "applied", "applying", "applies")]
    [InlineData("company", "companies")]
    [InlineData("family", "families")]
    [InlineData("measure", "measured", "measuring", "measurements")]
    [InlineData("develop", "developer", "development", "developing")]
    [InlineData("manage", "manager", "management", "managed")]
    [InlineData("ship", "shipping", "shipped", "ships")]
    [InlineData("process", "processes")]
    public void Stem_FormsOfOneWord_Meet(params string[] forms) => Assert.Single(forms.Select(Stemmer.Stem).Distinct());

    [Theory]
    [InlineData("measure", "metric")]
    [InlineData("offer", "off")]
    [InlineData("apply", "app")]
    [InlineData("comment", "com")]
    [InlineData("user", "us")]
    public void Stem_DifferentWords_StayApart(string one, string other) => Assert.NotEqual(Stemmer.Stem(one), Stemmer.Stem(other));

    [Theory]
    [InlineData("c++")]
    [InlineData("node.js")]
    [InlineData("401k")]
    [InlineData("aws")]
    public void Stem_NoPlainWord_Stays(string word) => Assert.Equal(word, Stemmer.Stem(word));
}
