using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Tests.Vocabulary;

public sealed class TownsTests
{
    [Theory]
    [InlineData("Deggendorf", "Deggendorf", "Bavaria", "Germany", "DE-BY")]
    [InlineData("Zweibrücken", "Zweibrücken", "Rhineland-Palatinate", "Germany", "DE-RP")]
    [InlineData("aabenraa", "Aabenraa", null, "Denmark", "DK")]
    public void Locate_Town_LiesInItsRegionOrCountry(string text, string city, string? region, string country, string area) =>
        Assert.Equal(new Place(text, city, region, country, area), Towns.Locate(text));

    [Theory]
    [InlineData("Elections Service Center")]
    [InlineData("Anywhere")]
    [InlineData("東京")]
    [InlineData("")]
    public void Locate_NoTown_StaysAsWritten(string text) => Assert.Equal(new Place(text, null, null, null, null), Towns.Locate(text));

    [Fact]
    public void Locate_TextThatFoldingMakesLonger_StaysAsWritten()
    {
        var text = new string('ß', 40);

        Assert.Equal(new Place(text, null, null, null, null), Towns.Locate(text));
    }

    [Fact]
    public void Locate_EveryLineOfTheFile_FindsItself()
    {
        var lines = DataFile.Read("towns.tsv").ToList();

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Equal((line[2], line[1]), (Towns.Locate(line[0]).City, Towns.Locate(line[0]).Area)));
    }
}
