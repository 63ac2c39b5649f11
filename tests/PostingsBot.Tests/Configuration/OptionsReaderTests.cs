using Microsoft.Extensions.Configuration;
using PostingsBot.Configuration;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Configuration;

public sealed class OptionsReaderTests
{
    [Fact]
    public void Read_NothingSet_HasTheDefaults()
    {
        var options = Read();

        Assert.EndsWith("seeds", Assert.Single(options.Catalogue), StringComparison.Ordinal);
        Assert.True(Directory.Exists(options.Catalogue[0]));
        Assert.Equal(("data", true), (options.DataFolder, options.Watch));
    }

    [Fact]
    public void Read_AllSet_TakesThem()
    {
        var options = Read(("Catalogue:0", Repository.Path("seeds")), ("Catalogue:1", Repository.Path("README.md")), ("DataFolder", "elsewhere"), ("Watch", "False"));

        Assert.Equal([Repository.Path("seeds"), Repository.Path("README.md")], options.Catalogue);
        Assert.Equal(("elsewhere", false), (options.DataFolder, options.Watch));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("  ", null)]
    [InlineData("Host=db;Database=jobs", "Host=db;Database=jobs")]
    public void Read_Postgres_EmptyMeansADatabaseOfItsOwn(string set, string? read) => Assert.Equal(read, Read(("Postgres", set)).Postgres);

    [Fact]
    public void Read_OnePathWithoutANumber_IsTheCatalogue() =>
        Assert.Equal([Repository.Path("seeds")], Read(("Catalogue", Repository.Path("seeds"))).Catalogue);

    [Theory]
    [InlineData("DataFoldr", "x", "PostingsBot:DataFoldr")]
    [InlineData("Colour:Deep", "blue", "PostingsBot:Colour")]
    [InlineData("Catalogue:0", "no-such-folder", "no-such-folder")]
    [InlineData("Catalogue", "no-such-folder", "no-such-folder")]
    [InlineData("Watch", "perhaps", "PostingsBot:Watch is \"perhaps\"")]
    [InlineData("Watch", "", "PostingsBot:Watch")]
    [InlineData("DataFolder", " ", "PostingsBot:DataFolder")]
    public void Read_BadSetting_IsRefusedByName(string key, string value, string named)
    {
        var refused = Assert.Throws<ConfigurationErrorException>(() => Read((key, value)));

        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
    }

    private static PostingsBotOptions Read(params (string Key, string Value)[] settings) => OptionsReader.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>("PostingsBot:" + s.Key, s.Value)))
        .Build());
}
