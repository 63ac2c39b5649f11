using System.Net;
using System.Text;
using System.Text.Json;
using PostingsBot.Channels.DirectLine;
using PostingsBot.EndToEnd.Tests.Support;

namespace PostingsBot.EndToEnd.Tests.DirectLine;

/// <summary>Each refusal has its status, a stable code and a sentence.</summary>
public sealed class DirectLineRefusalTests
{
    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest, "BadArgument")]
    [InlineData("[]", HttpStatusCode.BadRequest, "BadArgument")]
    [InlineData("null", HttpStatusCode.BadRequest, "BadArgument")]
    [InlineData("""{"text":"no type"}""", HttpStatusCode.BadRequest, "BadArgument")]
    [InlineData("""{"type":"invoke","name":"x"}""", HttpStatusCode.BadRequest, "BadArgument")]
    [InlineData("""{"type":"message","text":{"a":1}}""", HttpStatusCode.BadRequest, "BadArgument")]
    public async Task Post_BadActivity_IsRefused(string json, HttpStatusCode expected, string code)
    {
        await using var host = await EchoHost.StartAsync();
        var client = await host.ConnectAsync();

        var answer = await client.PostAsync(new StringContent(json, Encoding.UTF8, "application/json"));

        AssertRefused(answer, expected, code);
    }

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("Forwarded")]
    public async Task Generate_ThroughAProxy_IsRefused(string header)
    {
        await using var host = await EchoHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/tokens/generate") { Headers = { { header, "for=192.0.2.1" } } };

        Assert.Equal(HttpStatusCode.Forbidden, (await host.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Begin_SignatureThatIsNoBase64_IsRefused()
    {
        await using var host = await EchoHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/conversations") { Headers = { { "Authorization", "Bearer a.b." + new string('!', 43) } } };

        Assert.Equal(HttpStatusCode.Forbidden, (await host.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Post_TooLarge_IsRefused()
    {
        await using var host = await EchoHost.StartAsync(new DirectLineOptions { MaxBodyBytes = 2048 });
        var client = await host.ConnectAsync();

        AssertRefused(await client.PostAsync(new { type = "message", text = new string('x', 3000) }), HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig");
    }

    [Fact]
    public async Task Post_NotJson_IsRefused()
    {
        await using var host = await EchoHost.StartAsync();
        var client = await host.ConnectAsync();

        AssertRefused(await client.PostAsync(new StringContent("hello")), HttpStatusCode.UnsupportedMediaType, "UnsupportedMediaType");
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("abc")]
    [InlineData("99999999999999999999")]
    public async Task Read_BadWatermark_IsRefused(string watermark)
    {
        await using var host = await EchoHost.StartAsync();
        var client = await host.ConnectAsync();

        AssertRefused(await client.SendAsync(HttpMethod.Get, $"/conversations/{client.Conversation}/activities?watermark={watermark}"), HttpStatusCode.BadRequest, "BadArgument");
    }

    [Fact]
    public async Task Token_Expired_IsRefusedUnlessRefreshedInTime()
    {
        await using var host = await EchoHost.StartAsync();
        var client = await host.ConnectAsync();
        host.Time.Pass(TimeSpan.FromMinutes(29));
        var (_, refreshed) = await client.SendAsync(HttpMethod.Post, "/tokens/refresh");
        host.Time.Pass(TimeSpan.FromMinutes(2));

        AssertRefused(await client.SendAsync(HttpMethod.Get, $"/conversations/{client.Conversation}"), HttpStatusCode.Forbidden, "TokenExpired");

        client.Take(refreshed);
        var (status, _) = await client.SendAsync(HttpMethod.Get, $"/conversations/{client.Conversation}");
        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task Token_Missing_IsRefused()
    {
        await using var host = await EchoHost.StartAsync();

        AssertRefused(await new DirectLineClient(host.Http).SendAsync(HttpMethod.Post, "/conversations"), HttpStatusCode.Unauthorized, "MissingToken");
    }

    [Fact]
    public async Task Token_OfAnotherConversation_IsRefused()
    {
        await using var host = await EchoHost.StartAsync();
        var one = await host.ConnectAsync();
        var other = await host.ConnectAsync();

        AssertRefused(await one.SendAsync(HttpMethod.Get, $"/conversations/{other.Conversation}/activities"), HttpStatusCode.Forbidden, "BadToken");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("a.b.c")]
    [InlineData("..")]
    public async Task Token_Forged_IsRefused(string token)
    {
        await using var host = await EchoHost.StartAsync();

        AssertRefused(await new DirectLineClient(host.Http).SendAsync(HttpMethod.Post, "/tokens/refresh", token: token), HttpStatusCode.Forbidden, "BadToken");
    }

    [Fact]
    public async Task Token_WithOneCharacterChanged_IsRefused()
    {
        await using var host = await EchoHost.StartAsync();
        var client = await host.ConnectAsync();
        var middle = client.Token.Length / 2;
        var changed = client.Token[..middle] + (client.Token[middle] == 'A' ? 'B' : 'A') + client.Token[(middle + 1)..];

        AssertRefused(await client.SendAsync(HttpMethod.Post, "/tokens/refresh", token: changed), HttpStatusCode.Forbidden, "BadToken");
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("192.168.1.20:3978")]
    public async Task Host_NotOfThisMachine_IsRefused(string name)
    {
        await using var host = await EchoHost.StartAsync();

        var answer = await new DirectLineClient(host.Http).SendAsync(HttpMethod.Post, "/tokens/generate", change: request => request.Headers.Host = name);

        AssertRefused(answer, HttpStatusCode.Forbidden, "Forbidden");
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1:1")]
    public async Task Origin_OfAnotherSite_IsRefused(string origin)
    {
        await using var host = await EchoHost.StartAsync();

        var answer = await new DirectLineClient(host.Http).SendAsync(HttpMethod.Post, "/tokens/generate", change: request => request.Headers.Add("Origin", origin));

        AssertRefused(answer, HttpStatusCode.Forbidden, "Forbidden");
    }

    [Fact]
    public async Task Address_Unknown_IsRefused()
    {
        await using var host = await EchoHost.StartAsync();

        AssertRefused(await new DirectLineClient(host.Http).SendAsync(HttpMethod.Get, "/session/getsessionid"), HttpStatusCode.NotFound, "NotFound");
    }

    internal static void AssertRefused((HttpStatusCode Status, JsonElement Body) answer, HttpStatusCode status, string code)
    {
        Assert.Equal(status, answer.Status);
        var error = answer.Body.GetProperty("error");
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.EndsWith(".", error.GetProperty("message").GetString());
    }
}
