using System.Buffers.Text;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using PostingsBot.Channels.DirectLine;
using PostingsBot.EndToEnd.Tests.Support;
using static PostingsBot.EndToEnd.Tests.DirectLine.DirectLineRefusalTests;

namespace PostingsBot.EndToEnd.Tests.DirectLine;

/// <summary>People whom a host site signed in: it asks for their tokens with the secret, and nobody else becomes one of them.</summary>
public sealed class SignInTests
{
    private const string Secret = "a-secret-of-the-tests-that-is-long-enough";
    private const string Ana = """{"user":{"id":"dl_ana@example.com","name":"Ana Silva"}}""";

    private static readonly DirectLineOptions SignsIn = new() { Secret = Secret };
    private static readonly object AnaSilva = new { user = new { id = "dl_ana@example.com", name = "Ana Silva" } };

    [Fact]
    public async Task Token_OfAHostSite_CarriesItsUserThroughEveryRenewal()
    {
        await using var host = await EchoHost.StartAsync(SignsIn);
        var client = await DirectLineClient.ConnectAsync(host.Http, Secret, AnaSilva);
        Assert.Equal(("dl_ana@example.com", "Ana Silva"), UserOf(client.Token));
        Assert.Equal("signed in as dl_ana@example.com, Ana Silva", await WhoAsync(client));

        host.Time.Pass(TimeSpan.FromMinutes(29));
        client.Take((await client.SendAsync(HttpMethod.Post, "/tokens/refresh")).Body);
        Assert.Equal("signed in as dl_ana@example.com, Ana Silva", await WhoAsync(client));

        // Taken up again, as after a reload of the page.
        client.Take((await client.SendAsync(HttpMethod.Get, $"/conversations/{client.Conversation}?watermark=0")).Body);
        Assert.Equal("signed in as dl_ana@example.com, Ana Silva", await WhoAsync(client));

        // Another conversation of the same person.
        var before = client.Conversation;
        client.Take((await client.SendAsync(HttpMethod.Post, "/tokens/generate")).Body);
        Assert.NotEqual(before, client.Conversation);
        client.Take((await client.SendAsync(HttpMethod.Post, "/conversations")).Body);
        Assert.Equal("signed in as dl_ana@example.com, Ana Silva", await WhoAsync(client));
    }

    [Theory]
    [InlineData("no secret", null, Ana, HttpStatusCode.Unauthorized, "MissingSecret")]
    [InlineData("no secret, for an origin", null, """{"trustedOrigins":["https://jobs.example.com"]}""", HttpStatusCode.Unauthorized, "MissingSecret")]
    [InlineData("a wrong secret", "another-secret-of-the-same-kind-and-length", Ana, HttpStatusCode.Forbidden, "BadToken")]
    [InlineData("the beginning of the secret", "a-secret-of-the-tests-that-is-long-enoug", Ana, HttpStatusCode.Forbidden, "BadToken")]
    [InlineData("the secret and more", Secret + "!", Ana, HttpStatusCode.Forbidden, "BadToken")]
    [InlineData("a token of nobody in particular", "TOKEN", Ana, HttpStatusCode.Unauthorized, "MissingSecret")]
    [InlineData("an id that is not Direct Line's", Secret, """{"user":{"id":"ana"}}""", HttpStatusCode.BadRequest, "BadArgument")]
    [InlineData("no id", Secret, """{"user":{"name":"Ana"}}""", HttpStatusCode.BadRequest, "BadArgument")]
    [InlineData("an empty id", Secret, """{"user":{"id":"dl_"}}""", HttpStatusCode.BadRequest, "BadArgument")]
    [InlineData("an id of nobody in particular", Secret, """{"user":{"id":"dl_anonymous-AAAAAAAAAAAAAAAAAAAAAA"}}""", HttpStatusCode.BadRequest, "BadArgument")]
    [InlineData("an id with the prefix twice", Secret, """{"user":{"id":"dl_dl_ana"}}""", HttpStatusCode.BadRequest, "BadArgument")]
    [InlineData("an id with a space", Secret, """{"user":{"id":"dl_ana silva"}}""", HttpStatusCode.BadRequest, "BadArgument")]
    [InlineData("an id with a look-alike letter", Secret, """{"user":{"id":"dl_аna"}}""", HttpStatusCode.BadRequest, "BadArgument")]
    [InlineData("an id with markup", Secret, """{"user":{"id":"dl_<b>"}}""", HttpStatusCode.BadRequest, "BadArgument")]
    [InlineData("an id that is no text", Secret, """{"user":{"id":7}}""", HttpStatusCode.BadRequest, "BadArgument")]
    [InlineData("a body that is no JSON", Secret, "user=ana", HttpStatusCode.BadRequest, "BadArgument")]
    [InlineData("a body that is a list", Secret, "[]", HttpStatusCode.BadRequest, "BadArgument")]
    [InlineData("every origin", Secret, """{"trustedOrigins":["*"]}""", HttpStatusCode.BadRequest, "BadArgument")]
    [InlineData("an origin with a path", Secret, """{"trustedOrigins":["https://jobs.example.com/page"]}""", HttpStatusCode.BadRequest, "BadArgument")]
    [InlineData("an origin that is null", Secret, """{"trustedOrigins":[null]}""", HttpStatusCode.BadRequest, "BadArgument")]
    [InlineData("too many origins", Secret, """{"trustedOrigins":["https://a.a","https://b.b","https://c.c","https://d.d","https://e.e","https://f.f"]}""", HttpStatusCode.BadRequest, "BadArgument")]
    public async Task Generate_ForAUser_IsRefused(string with, string? bearer, string body, HttpStatusCode status, string code)
    {
        await using var host = await EchoHost.StartAsync(SignsIn);
        if (bearer is "TOKEN")
            bearer = (await host.ConnectAsync()).Token;

        var answer = await new DirectLineClient(host.Http).SendAsync(HttpMethod.Post, "/tokens/generate", new StringContent(body, Encoding.UTF8, "application/json"), bearer ?? "");

        Assert.True(answer.Status == status, $"{with}: {answer}");
        AssertRefused(answer, status, code);
    }

    [Fact]
    public async Task Generate_OfABotWithoutASecret_SignsNobodyIn()
    {
        await using var host = await EchoHost.StartAsync();
        var client = new DirectLineClient(host.Http);

        AssertRefused(await client.SendAsync(HttpMethod.Post, "/tokens/generate", AnaSilva, token: Secret), HttpStatusCode.Forbidden, "BadToken");
        using var empty = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/tokens/generate") { Content = new StringContent(Ana, Encoding.UTF8, "application/json") };
        empty.Headers.TryAddWithoutValidation("Authorization", "Bearer ");
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Http.SendAsync(empty)).StatusCode);
    }

    [Fact]
    public async Task Visitor_ClaimingToBeSomebody_IsNobody()
    {
        await using var host = await EchoHost.StartAsync(SignsIn);
        var visitor = await host.ConnectAsync();
        Assert.StartsWith("dl_anonymous-", UserOf(visitor.Token).Id, StringComparison.Ordinal);

        var (_, posted) = await visitor.PostAsync(new { type = "message", text = "who", from = new { id = "dl_ana@example.com", name = "Ana Silva", role = "user" } });
        var said = (await visitor.ReadAsync()).Select(one => one.GetProperty("text").GetString()!).ToList();

        Assert.NotEqual("", posted.GetProperty("id").GetString());
        Assert.Contains(said, one => one.StartsWith("not signed in as dl_anonymous-", StringComparison.Ordinal));
        Assert.DoesNotContain(said, one => one.Contains("dl_ana", StringComparison.Ordinal));

        // The claims of a signed-in token under the signature of the visitor's own.
        var ana = await DirectLineClient.ConnectAsync(host.Http, Secret, AnaSilva);
        var (own, hers) = (visitor.Token.Split('.'), ana.Token.Split('.'));
        AssertRefused(await visitor.SendAsync(HttpMethod.Post, "/tokens/refresh", token: $"{own[0]}.{hers[1]}.{own[2]}"), HttpStatusCode.Forbidden, "BadToken");
    }

    [Fact]
    public async Task SomebodySignedIn_ClaimingToBeAnother_StaysWhoTheyAre()
    {
        await using var host = await EchoHost.StartAsync(SignsIn);
        var client = await DirectLineClient.ConnectAsync(host.Http, Secret, AnaSilva);

        await client.PostAsync(new { type = "message", text = "who", from = new { id = "dl_bob@example.com", name = "Bob" } });
        await client.UploadAsync(new MultipartFormDataContent { { new StringContent("x"), "file", "a.md" } });

        var from = (await client.ReadAsync()).Select(one => one.GetProperty("from")).Where(one => one.GetProperty("role").GetString() is "user").ToList();
        Assert.Equal(2, from.Count);
        Assert.All(from, one => Assert.Equal(("dl_ana@example.com", "Ana Silva"), (one.GetProperty("id").GetString(), one.GetProperty("name").GetString())));
    }

    [Fact]
    public async Task Token_OfAnotherUser_DoesNotReachTheConversation()
    {
        await using var host = await EchoHost.StartAsync(SignsIn);
        var ana = await DirectLineClient.ConnectAsync(host.Http, Secret, AnaSilva);
        var bob = await DirectLineClient.ConnectAsync(host.Http, Secret, new { user = new { id = "dl_bob@example.com" } });

        AssertRefused(await ana.SendAsync(HttpMethod.Get, $"/conversations/{ana.Conversation}/activities", token: bob.Token), HttpStatusCode.Forbidden, "BadToken");
        AssertRefused(await ana.SendAsync(HttpMethod.Post, $"/conversations/{ana.Conversation}/activities", new { type = "message", text = "who" }, bob.Token), HttpStatusCode.Forbidden, "BadToken");
        // Without a name of its own the id is shown.
        Assert.Equal(("dl_bob@example.com", "bob@example.com"), UserOf(bob.Token));
    }

    [Fact]
    public async Task SignIn_AfterTwelveHours_EndsHoweverOftenItIsRenewed()
    {
        await using var host = await EchoHost.StartAsync(SignsIn);
        var client = await DirectLineClient.ConnectAsync(host.Http, Secret, AnaSilva);
        for (var minutes = 0; minutes < 11 * 60 + 45; minutes += 15)
        {
            host.Time.Pass(TimeSpan.FromMinutes(15));
            var path = minutes % 60 == 0 ? "/tokens/generate" : "/tokens/refresh";
            client.Take((await client.SendAsync(HttpMethod.Post, path)).Body);
        }

        var (status, last) = await client.SendAsync(HttpMethod.Post, "/tokens/refresh");
        Assert.Equal((HttpStatusCode.OK, 15 * 60), (status, last.GetProperty("expires_in").GetInt32()));
        client.Take(last);
        host.Time.Pass(TimeSpan.FromMinutes(15));

        AssertRefused(await client.SendAsync(HttpMethod.Post, "/tokens/refresh"), HttpStatusCode.Forbidden, "TokenExpired");
        AssertRefused(await client.SendAsync(HttpMethod.Post, "/tokens/generate"), HttpStatusCode.Forbidden, "TokenExpired");
    }

    [Fact]
    public async Task Secret_Changed_EndsEverySignInAndNoOtherConversation()
    {
        var folder = Directory.CreateTempSubdirectory("postingsbot-key-");
        try
        {
            var options = SignsIn with { KeyFile = Path.Combine(folder.FullName, "key") };
            await using var before = await EchoHost.StartAsync(options);
            var (ana, visitor) = (await DirectLineClient.ConnectAsync(before.Http, Secret, AnaSilva), await before.ConnectAsync());

            foreach (var secret in new[] { "the-next-secret-of-the-tests-long-enough", null })
            {
                await using var after = await EchoHost.StartAsync(options with { Secret = secret });
                AssertRefused(await new DirectLineClient(after.Http).SendAsync(HttpMethod.Post, "/tokens/refresh", token: ana.Token), HttpStatusCode.Forbidden, "BadToken");
                Assert.Equal(HttpStatusCode.OK, (await new DirectLineClient(after.Http).SendAsync(HttpMethod.Post, "/tokens/refresh", token: visitor.Token)).Status);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("https://jobs.example.com", HttpStatusCode.Created)]
    [InlineData(null, HttpStatusCode.Forbidden)]
    [InlineData("https://other.example.com", HttpStatusCode.Forbidden)]
    public async Task Token_ForOneOrigin_IsRefusedFromOthers(string? origin, HttpStatusCode expected)
    {
        await using var host = await EchoHost.StartAsync(SignsIn with { Origins = [new Uri("https://jobs.example.com"), new Uri("https://other.example.com")] });
        var client = new DirectLineClient(host.Http);
        client.Take((await client.SendAsync(HttpMethod.Post, "/tokens/generate", new { user = new { id = "dl_ana" }, trustedOrigins = new[] { "https://JOBS.example.com/" } }, Secret)).Body);
        void From(HttpRequestMessage request)
        {
            request.Headers.Host = origin is null ? "jobs.example.com" : new Uri(origin).Authority;
            request.Headers.Add("X-Forwarded-For", "203.0.113.7");
            if (origin is not null) request.Headers.Add("Origin", origin);
        }

        foreach (var path in new[] { "/conversations", "/tokens/refresh", "/tokens/generate", $"/conversations/{client.Conversation}/activities" })
        {
            var (status, body) = await client.SendAsync(HttpMethod.Post, path, new { type = "message", text = "who" }, change: From);
            Assert.True(status == expected || (expected is HttpStatusCode.Created && status is HttpStatusCode.OK), $"{path}: {status}, {body}");
        }
    }

    [Fact]
    public async Task Stream_OfATokenForOneOrigin_IsRefusedWithoutIt()
    {
        await using var host = await EchoHost.StartAsync(SignsIn);
        var here = host.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);
        var client = new DirectLineClient(host.Http);
        client.Take((await client.SendAsync(HttpMethod.Post, "/tokens/generate", new { user = new { id = "dl_ana" }, trustedOrigins = new[] { here } }, Secret)).Body);
        client.Take((await client.SendAsync(HttpMethod.Post, "/conversations", change: request => request.Headers.Add("Origin", here))).Body);

        await Assert.ThrowsAsync<WebSocketException>(client.OpenStreamAsync);
        // A page that reads from its own site sends no origin.
        Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(HttpMethod.Get, $"/conversations/{client.Conversation}/activities")).Status);
    }

    [Fact]
    public async Task HostSite_AskingForManyPeople_IsNotHeldBackAndOneThatGuessesIs()
    {
        await using var host = await EchoHost.StartAsync(SignsIn with { ConversationsPerMinute = 2 });
        var client = new DirectLineClient(host.Http);

        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(HttpMethod.Post, "/tokens/generate", AnaSilva, Secret)).Status);
        for (var i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(HttpMethod.Post, "/tokens/generate", AnaSilva, "guess")).Status);
        AssertRefused(await client.SendAsync(HttpMethod.Post, "/tokens/generate", AnaSilva, "guess"), HttpStatusCode.TooManyRequests, "TooManyRequests");
    }

    private static async Task<string> WhoAsync(DirectLineClient client) => (await client.SayAsync("who"))[0].GetProperty("text").GetString()!;

    private static (string? Id, string? Name) UserOf(string token)
    {
        var claims = JsonSerializer.Deserialize<JsonElement>(Base64Url.DecodeFromChars(token.Split('.')[1]));
        return (claims.GetProperty("user").GetString(), claims.TryGetProperty("name", out var name) ? name.GetString() : null);
    }
}
