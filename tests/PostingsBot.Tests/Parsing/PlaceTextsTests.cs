using PostingsBot.Core.Parsing.Stages;

namespace PostingsBot.Tests.Parsing;

public class PlaceTextsTests
{
    [Theory]
    [InlineData("Italy, Poland, Romania, Spain", "Italy; Poland; Romania; Spain")]
    [InlineData("San Francisco, CA, New York, NY, Portland, OR", "San Francisco; New York; Portland")]
    [InlineData("NYC, London + Others", "New York; London")]
    [InlineData("Fremont, CA & more", "Fremont")]
    [InlineData("Renton, WA 98057", "Renton")]
    [InlineData("Austin (Oakhill), San Jose (Plumeria Dr)", "Austin; San Jose")]
    [InlineData("em um dos nossos escritórios em Maringá, Curitiba ou São Paulo", "Maringá; Curitiba; São Paulo")]
    [InlineData("our Toronto, Ontario, Canada headquarters", "Toronto")]
    [InlineData("Angel Court", "Angel Court")]
    [InlineData("St. Louis, MO", "St. Louis")]
    [InlineData("Location not specified", "")]
    [InlineData("hours", "")]
    [InlineData("100%", "")]
    [InlineData("Bungie-Approved Remote Locations", "")]
    [InlineData("Product engineers, backend engineers", "")]
    public void Read_WrittenPlace_FindsPlaces(string text, string places) =>
        Assert.Equal(places, string.Join("; ", PlaceTexts.Read(text, true).Select(place => place.City ?? place.Text)));

    [Fact]
    public void Read_UnknownNotAsked_LeavesItOut() => Assert.Empty(PlaceTexts.Read("Angel Court", false));
}
