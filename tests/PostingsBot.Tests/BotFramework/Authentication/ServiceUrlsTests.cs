namespace PostingsBot.Tests.BotFramework.Authentication;

public class ServiceUrlsTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", true, true)]
    [InlineData("https://channel.example/", true, true)]
    [InlineData("http://channel.example/", false, false)]
    [InlineData("http://localhost:56150/_connector", false, true)]
    [InlineData("https://localhost/", false, true)]
    [InlineData("https://127.0.0.1/", false, true)]
    [InlineData("https://[::1]/", false, true)]
    [InlineData("https://2130706433/", false, true)]
    [InlineData("https://10.1.2.3/", false, true)]
    [InlineData("https://169.254.169.254/latest", false, true)]
    [InlineData("https://[fd00::1]/", false, true)]
    [InlineData("https://8.8.8.8/", false, true)]
    [InlineData("https://intranet/", false, true)]
    [InlineData("https://printer.local/", false, true)]
    [InlineData("https://db.internal./", false, true)]
    [InlineData("https://me@channel.example/", false, false)]
    [InlineData("ftp://localhost/", false, false)]
    [InlineData("file:///etc/passwd", false, false)]
    [InlineData("/relative", false, false)]
    [InlineData("no address", false, false)]
    public void Refuse_Address_DependsOnWhereItPoints(string url, bool allowed, bool allowedInDevelopment) => Assert.Equal(
        (allowed, allowedInDevelopment), (new ServiceUrls(false).Refuse(url) is null, new ServiceUrls(true).Refuse(url) is null));

    [Theory]
    [InlineData("https://smba.trafficmanager.net/teams/", true)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/gcc", true)]
    [InlineData("https://webchat.botframework.com/", true)]
    [InlineData("https://evil.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net.evil.example/", false)]
    [InlineData("https://botframework.com.evil.example/", false)]
    [InlineData("https://evilbotframework.com/", false)]
    [InlineData("https://smba.trafficmanager.net:8443/", false)]
    [InlineData("http://smba.trafficmanager.net/", false)]
    [InlineData("https://channel.example/", false)]
    public void IsTrusted_NeverSeen_OnlyMicrosoftsOwn(string url, bool trusted) => Assert.Equal(trusted, new ServiceUrls(false).IsTrusted(url));

    [Fact]
    public void IsTrusted_AfterAVerifiedRequest_ThatAddressOnly()
    {
        var urls = new ServiceUrls(false);
        urls.Verified("https://channel.example/a/");

        Assert.True(urls.IsTrusted("https://CHANNEL.example/a"));
        Assert.False(urls.IsTrusted("https://channel.example/b/"));
        Assert.False(urls.IsTrusted("https://channel.example/"));
    }

    [Fact]
    public void Verified_Endlessly_RemembersTheNewest()
    {
        var urls = new ServiceUrls(false);
        for (var i = 0; i <= ServiceUrls.MostRemembered; i++) urls.Verified($"https://channel.example/{i}");

        Assert.False(urls.IsTrusted("https://channel.example/0"));
        Assert.True(urls.IsTrusted("https://channel.example/1"));
        Assert.True(urls.IsTrusted($"https://channel.example/{ServiceUrls.MostRemembered}"));
    }
}
