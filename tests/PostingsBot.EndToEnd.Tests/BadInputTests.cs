using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using PostingsBot.EndToEnd.Tests.Support;

namespace PostingsBot.EndToEnd.Tests;

/// <summary>Whatever comes in, there is a clear sentence or status, and the process lives.</summary>
[Collection(SharedHost.Name)]
public sealed class BadInputTests(RunningHost host) : IAsyncLifetime
{
    public static TheoryData<string, string> Texts => new()
    {
        { "empty", "" },
        { "blanks", " \t\n " },
        { "a lone mark", "?" },
        { "noise", new string([.. Enumerable.Range(0, 10_000).Select(i => (char)('!' + (i * 7919 % 94)))]) },
        { "one long word", new string('x', 10_000) },
        { "many brackets", new string('[', 10_000) },
        { "markup", "<script>alert(1)</script>" },
        { "a mention of all", "@everyone <!channel> <at>all</at>" },
        { "the weather", "what will the weather be like in Berlin tomorrow?" },
        { "half a surrogate", "hello \ud83d world" },
        { "zero characters", "roles\0\0in\0Berlin" },
        { "right to left", "\u202eroles in Berlin" },
    };

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        Assert.True(host.IsRunning, host.Log);
        return Task.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Message_OddText_IsAnsweredWithOneClearReply(string what, string text)
    {
        var reply = Assert.Single(await new MessagesClient(host.Http).AskAsync(text));

        var words = Reply.Words(reply);
        Assert.True(words.Length is > 10 and < 6_000, $"{what}: {words}");
        Assert.DoesNotContain("Something went wrong", words);
        Assert.DoesNotContain("<script>", words);
        Assert.DoesNotContain("<!channel>", words);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task DirectLine_OddText_IsAnsweredWithOneClearReply(string what, string text)
    {
        var client = await DirectLineClient.ConnectAsync(host.Http);

        var reply = Assert.Single(await client.SayAsync(text));

        Assert.True(Reply.Words(reply).Length > 10, what);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("\"message\"")]
    [InlineData("""{"type":"message","conversation":"a word"}""")]
    public async Task Messages_BadJson_IsRefusedWithASentence(string json) =>
        await AssertRefusedAsync(await new MessagesClient(host.Http).SendAsync(json), HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("conversation")]
    [InlineData("type")]
    [InlineData("channelId")]
    public async Task Messages_ActivityWithout_IsRefusedByName(string field)
    {
        var client = new MessagesClient(host.Http);
        var message = client.Message("hello");
        message.Remove(field);

        var said = await AssertRefusedAsync(await client.SendAsync(message), HttpStatusCode.BadRequest);

        Assert.Contains(field, said);
    }

    [Fact]
    public async Task Messages_NotJson_IsRefused() =>
        await AssertRefusedAsync(await new MessagesClient(host.Http).SendAsync("type=message", "application/x-www-form-urlencoded"), HttpStatusCode.UnsupportedMediaType);

    [Fact]
    public async Task Messages_UnknownInvoke_IsNotImplemented()
    {
        var client = new MessagesClient(host.Http);
        var invoke = client.Message(null);
        invoke["type"] = "invoke";
        invoke["name"] = "no/such";
        invoke.Remove("deliveryMode");

        using var response = await client.SendAsync(invoke);

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
    }

    [Theory]
    [InlineData("""{"verb":"detail","id":"gone"}""")]
    [InlineData("""{"verb":"similar","id":"gone"}""")]
    [InlineData("""{"verb":"compare","ids":["gone","lost"]}""")]
    [InlineData("""{"verb":"drop","key":"gone"}""")]
    [InlineData("""{"verb":"more"}""")]
    [InlineData("""{"verb":"explode"}""")]
    [InlineData("""{"verb":["detail"]}""")]
    [InlineData("""["detail"]""")]
    [InlineData("""7""")]
    public async Task CardButton_OfWhatIsGone_IsAnsweredWithASentence(string value)
    {
        var client = new MessagesClient(host.Http);
        var message = client.Message(null);
        message["value"] = JsonNode.Parse(value);

        var reply = Assert.Single(await client.AskAsync(message));

        var words = Reply.Words(reply);
        Assert.True(words.Length > 10, words);
        Assert.DoesNotContain("Something went wrong", words);
    }

    private static async Task<string> AssertRefusedAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var body = await response.Content.ReadAsStringAsync();
        response.Dispose();
        Assert.True(response.StatusCode == expected, $"{response.StatusCode}: {body}");
        var message = JsonSerializer.Deserialize<JsonElement>(body).GetProperty("error").GetProperty("message").GetString()!;
        Assert.EndsWith(".", message);
        return message;
    }
}
