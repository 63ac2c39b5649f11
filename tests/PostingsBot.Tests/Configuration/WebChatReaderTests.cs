using Microsoft.Extensions.Configuration;
using PostingsBot.Configuration;

namespace PostingsBot.Tests.Configuration;

public sealed class WebChatReaderTests
{
    [Fact]
    public void Read_Nothing_IsOnForThisMachineAlone()
    {
        var options = Read([]);

        Assert.True(options.Enabled);
        Assert.Empty(options.Origins);
        Assert.Null(options.KeyFile);
        Assert.Null(options.Secret);
    }

    [Fact]
    public void Read_Origins_AsAListOrOne()
    {
        Assert.Equal(["https://a.example/", "http://localhost:5000/"], Read(new() { ["Origins:0"] = "https://a.example", ["Origins:1"] = "http://localhost:5000" }).Origins.Select(one => one.ToString()));
        Assert.Equal("https://a.example/", Assert.Single(Read(new() { ["Origins"] = "https://a.example/" }).Origins).ToString());
    }

    [Theory]
    [InlineData("http://jobs.example.com")]
    [InlineData("https://jobs.example.com/page")]
    [InlineData("https://user@jobs.example.com")]
    [InlineData("jobs.example.com")]
    [InlineData("*")]
    public void Read_OriginThatIsNone_IsRefused(string origin) => AssertRefused(new() { ["Origins:0"] = origin }, "PostingsBot:WebChat:Origins", origin);

    [Theory]
    [InlineData("Enabled", "perhaps")]
    [InlineData("Colour", "red")]
    [InlineData("KeyFile", "no/such/folder/key")]
    [InlineData("Secret", "short")]
    [InlineData("Secret", "thirty-two characters with spaces")]
    public void Read_WrongValue_NamesTheKey(string key, string value) => AssertRefused(new() { [key] = value }, "PostingsBot:WebChat:" + key);

    private static void AssertRefused(Dictionary<string, string?> values, params string[] named)
    {
        var error = Assert.Throws<ConfigurationErrorException>(() => Read(values));
        Assert.All(named, one => Assert.Contains(one, error.Message, StringComparison.Ordinal));
    }

    private static WebChatOptions Read(Dictionary<string, string?> values) => WebChatReader.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(values.ToDictionary(pair => "PostingsBot:WebChat:" + pair.Key, pair => pair.Value))
        .Build().GetSection("PostingsBot:WebChat"));
}
