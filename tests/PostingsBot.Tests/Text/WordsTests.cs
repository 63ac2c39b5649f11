using PostingsBot.Core.Text;

namespace PostingsBot.Tests.Text;

public class WordsTests
{
    [Theory]
    [InlineData("C++, C# and .NET", "c++ c# and .net")]
    [InlineData("C#/.NET (.NET Core)", "c# .net .net core")]
    [InlineData("ASP.NET, Node.js.", "asp.net node.js")]
    [InlineData("C#.NET", "c# .net")]
    [InlineData("Python+Django", "python django")]
    [InlineData("C++17 or C++/Go", "c++17 or c++ go")]
    [InlineData("5+ years", "5+ years")]
    [InlineData("São Paulo, Łódź, Ærø, Straße", "sao paulo lodz aero strasse")]
    [InlineData("台北市 Engineer", "台 北 市 engineer")]
    [InlineData("we’re", "we're")]
    public void Split_Text_GivesFoldedWords(string text, string words) =>
        Assert.Equal(words, string.Join(' ', Words.Split(text).Select(w => w.Folded)));

    [Fact]
    public void Split_MoreWordsThanAreKept_GivesEachAsItIs()
    {
        var words = Enumerable.Range(0, 200_000).Select(number => $"word{number}s").ToList();

        for (var round = 0; round < 2; round++)
            Assert.Equal(words, Words.Split(string.Join(' ', words)).Select(w => w.Folded));
        Assert.Equal(words, Words.Split(string.Join(' ', words).ToUpperInvariant()).Select(w => w.Folded));
    }

    [Fact]
    public void Split_Text_KeepsWhereTheWordsStand()
    {
        const string text = "  Über C++!";
        Assert.Equal(["Über", "C++"], Words.Split(text).Select(w => text.Substring(w.Start, w.Length)));
    }
}
