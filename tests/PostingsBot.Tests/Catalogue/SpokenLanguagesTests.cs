using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Catalogue;

public sealed class SpokenLanguagesTests
{
    [Theory]
    [InlineData("Fluent in English and German", "English German")]
    [InlineData("Sehr gute Deutsch- und Englischkenntnisse", "German English")]
    [InlineData("Inglês avançado ou fluente", "English")]
    [InlineData("Vous parlez anglais couramment", "English")]
    [InlineData("German (B2)", "German")]
    [InlineData("日本語ビジネスレベル", "Japanese")]
    [InlineData("No German required, we work in English", "English")]
    [InlineData("Deutsch ist nicht erforderlich", "")]
    [InlineData("You polish our user interface and communicate well", "")]
    [InlineData("We sell ferries to Norwegian and Danish harbours around the coast of the North Sea", "")]
    public void Of_Sentence_LanguagesAskedFor(string sentence, string languages)
    {
        var posting = Examples.Harbour with { Sections = [new Section("Requirements", SectionKind.Requirements, 9, 9, [new Evidence(9, 9, sentence)])] };

        Assert.Equal(languages, string.Join(' ', SpokenLanguages.Of(posting).Select(language => language.Value)));
    }
}
