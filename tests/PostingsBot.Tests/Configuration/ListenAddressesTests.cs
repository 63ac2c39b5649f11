using Microsoft.Extensions.Configuration;
using PostingsBot.Configuration;

namespace PostingsBot.Tests.Configuration;

public sealed class ListenAddressesTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("http://localhost:3978")]
    [InlineData("http://LOCALHOST:3978")]
    [InlineData("https://127.0.0.1:0")]
    [InlineData("http://127.8.9.10:80")]
    [InlineData("http://[::1]:3978")]
    [InlineData("http://localhost:1; http://[::1]:2 ;")]
    public void Check_ThisMachineAlone_IsAllowed(string? urls) => Check(urls);

    [Theory]
    [InlineData("http://0.0.0.0:3978")]
    [InlineData("http://[::]:3978")]
    [InlineData("http://*:3978")]
    [InlineData("http://+:3978")]
    [InlineData("http://192.168.1.2:3978")]
    [InlineData("http://example.com")]
    [InlineData("http://localhost.example.com")]
    [InlineData("localhost")]
    public void Check_OpenToOthers_IsRefusedByItsAddress(string url)
    {
        var refused = Assert.Throws<ConfigurationErrorException>(() => Check("http://localhost:3978;" + url));

        Assert.Contains(url, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OpenToOthersWithAnAppId_IsAllowed() => Check("http://0.0.0.0:3978", "some-app");

    [Fact]
    public void Check_OpenToOthersWithABlankAppId_IsRefused() => Assert.Throws<ConfigurationErrorException>(() => Check("http://0.0.0.0:3978", " "));

    private static void Check(string? urls, string? appId = null) => ListenAddresses.Check(
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Urls", urls), KeyValuePair.Create("MicrosoftAppId", appId)]).Build());
}
