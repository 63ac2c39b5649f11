using System.Globalization;
using System.Net;
using PostingsBot.Channels.DirectLine;
using PostingsBot.EndToEnd.Tests.Support;
using static PostingsBot.EndToEnd.Tests.DirectLine.DirectLineRefusalTests;

namespace PostingsBot.EndToEnd.Tests.DirectLine;

/// <summary>The page opened to others: through a proxy on this machine, under a configured origin.</summary>
public sealed class OpenPageTests
{
    private static readonly DirectLineOptions Open = new() { Origins = [new Uri("https://jobs.example.com")] };

    [Theory]
    [InlineData("jobs.example.com", null, HttpStatusCode.OK)]
    [InlineData("JOBS.example.com", "https://jobs.example.com", HttpStatusCode.OK)]
    [InlineData("jobs.example.com", "http://jobs.example.com", HttpStatusCode.Forbidden)]
    [InlineData("jobs.example.com", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("jobs.example.com", "https://jobs.example.com.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("jobs.example.com", "null", HttpStatusCode.Forbidden)]
    [InlineData("jobs.example.com:8443", null, HttpStatusCode.Forbidden)]
    [InlineData("evil.example", null, HttpStatusCode.Forbidden)]
    [InlineData("localhost", null, HttpStatusCode.Forbidden)]
    public async Task Token_ThroughAProxy_IsGivenUnderTheConfiguredOriginOnly(string host, string? origin, HttpStatusCode expected)
    {
        await using var bot = await EchoHost.StartAsync(Open);

        var (status, _) = await new DirectLineClient(bot.Http).SendAsync(HttpMethod.Post, "/tokens/generate", change: request => Through(request, host, "203.0.113.7", origin));

        Assert.Equal(expected, status);
    }

    [Fact]
    public async Task Stream_UnderAnHttpsOrigin_IsNamedAsASecureOne()
    {
        await using var bot = await EchoHost.StartAsync(Open);
        var client = new DirectLineClient(bot.Http);
        var (_, token) = await client.SendAsync(HttpMethod.Post, "/tokens/generate", change: request => Through(request, "jobs.example.com", "203.0.113.7"));
        client.Take(token);

        var (_, begun) = await client.SendAsync(HttpMethod.Post, "/conversations", change: request => Through(request, "jobs.example.com", "203.0.113.7"));

        Assert.StartsWith("wss://jobs.example.com/v3/directline/", begun.GetProperty("streamUrl").GetString());
    }

    [Fact]
    public async Task Page_UnderAConfiguredOrigin_IsServed()
    {
        await using var bot = await EchoHost.StartAsync(Open);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/roles/0123456789");
        Through(request, "jobs.example.com", "203.0.113.7");

        using var response = await bot.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.DoesNotContain("script-src 'self' ", Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
    }

    [Fact]
    public async Task Conversations_OfOneAddress_AreLimitedAndOthersAreNot()
    {
        await using var bot = await EchoHost.StartAsync(Open with { ConversationsPerMinute = 2 });

        Assert.Equal(HttpStatusCode.OK, await BeginAsync(bot, "203.0.113.7"));
        Assert.Equal(HttpStatusCode.OK, await BeginAsync(bot, "203.0.113.7"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await BeginAsync(bot, "203.0.113.7"));
        // What stands before the proxy's own entry is the caller's word.
        Assert.Equal(HttpStatusCode.TooManyRequests, await BeginAsync(bot, "198.51.100.1, 203.0.113.7"));
        Assert.Equal(HttpStatusCode.OK, await BeginAsync(bot, "198.51.100.1"));
    }

    [Fact]
    public async Task Conversations_OfOneIpv6Network_AreLimitedTogether()
    {
        await using var bot = await EchoHost.StartAsync(Open with { ConversationsPerMinute = 1 });

        Assert.Equal(HttpStatusCode.OK, await BeginAsync(bot, "2001:db8:1:2::1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await BeginAsync(bot, "2001:db8:1:2:ffff::9"));
        Assert.Equal(HttpStatusCode.OK, await BeginAsync(bot, "2001:db8:1:3::1"));
    }

    [Fact]
    public async Task Messages_TooMany_AreRefusedWithATimeToWait()
    {
        await using var bot = await EchoHost.StartAsync(new DirectLineOptions { MessagesPerMinute = 1 });
        var client = await bot.ConnectAsync();
        await client.PostAsync(new { type = "message", text = "one" });

        AssertRefused(await client.PostAsync(new { type = "message", text = "two" }), HttpStatusCode.TooManyRequests, "TooManyRequests");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{client.Conversation}/activities");
        using var response = await bot.Http.SendAsync(request);
        Assert.InRange(int.Parse(Assert.Single(response.Headers.GetValues("Retry-After")), CultureInfo.InvariantCulture), 1, 60);
    }

    [Fact]
    public async Task Uploads_TooMany_AreRefused()
    {
        await using var bot = await EchoHost.StartAsync(new DirectLineOptions { UploadsPerMinute = 1 });
        var client = await bot.ConnectAsync();
        await client.UploadAsync(new MultipartFormDataContent { { new StringContent("x"), "file", "a.md" } });

        AssertRefused(await client.UploadAsync(new MultipartFormDataContent { { new StringContent("x"), "file", "a.md" } }), HttpStatusCode.TooManyRequests, "TooManyRequests");
    }

    [Fact]
    public async Task Requests_TooMany_AreRefused()
    {
        await using var bot = await EchoHost.StartAsync(new DirectLineOptions { RequestsPerMinute = 2 });

        Assert.Equal(HttpStatusCode.OK, (await bot.Http.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await bot.Http.GetAsync("/page.css")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await bot.Http.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Token_OfABotWithTheSameKeyFile_IsAccepted()
    {
        var folder = Directory.CreateTempSubdirectory("postingsbot-key-");
        try
        {
            var options = new DirectLineOptions { KeyFile = Path.Combine(folder.FullName, "key") };
            await using var one = await EchoHost.StartAsync(options);
            await using var other = await EchoHost.StartAsync(options);
            await using var stranger = await EchoHost.StartAsync();
            var client = await one.ConnectAsync();

            Assert.Equal(HttpStatusCode.OK, (await new DirectLineClient(other.Http).SendAsync(HttpMethod.Post, "/tokens/refresh", token: client.Token)).Status);
            AssertRefused(await new DirectLineClient(stranger.Http).SendAsync(HttpMethod.Post, "/tokens/refresh", token: client.Token), HttpStatusCode.Forbidden, "BadToken");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<HttpStatusCode> BeginAsync(EchoHost bot, string forwardedFor) =>
        (await new DirectLineClient(bot.Http).SendAsync(HttpMethod.Post, "/tokens/generate", change: request => Through(request, "jobs.example.com", forwardedFor))).Status;

    private static void Through(HttpRequestMessage request, string host, string forwardedFor, string? origin = null)
    {
        request.Headers.Host = host;
        request.Headers.Add("X-Forwarded-For", forwardedFor);
        if (origin is not null) request.Headers.Add("Origin", origin);
    }
}
