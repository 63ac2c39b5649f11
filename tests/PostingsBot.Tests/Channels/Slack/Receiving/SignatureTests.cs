using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PostingsBot.Channels.Slack.Receiving;

namespace PostingsBot.Tests.Channels.Slack.Receiving;

/// <summary>What is refused before anything of it is read, over HTTP as Slack posts it.</summary>
public sealed class SignatureTests : IAsyncLifetime, IDisposable
{
    private const string Text = "an unusual question";

    private readonly SlackTalk talk = new();
    private readonly HttpClient http = new();
    private WebApplication app = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        talk.Services.GetRequiredService<SlackEndpoints>().Map(app);
        await app.StartAsync();
        http.BaseAddress = new Uri(app.Urls.Single());
    }

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    public void Dispose()
    {
        http.Dispose();
        talk.Dispose();
    }

    [Fact]
    public void Sign_TheParts_IsTheHmacThatOpensslGives()
    {
        // printf 'v0:1531420618:token=xyz&command=/roles' | openssl dgst -sha256 -hmac 8f742231b10e8888abcd99yyyzzz85a5
        var signature = new SlackSignature("8f742231b10e8888abcd99yyyzzz85a5", talk.Clock).Sign("1531420618", "token=xyz&command=/roles"u8);

        Assert.Equal("v0=195d629286abe5f2ddab651228dfc6e579e91f41d07808f0ce6a469dc00b90f8", signature);
    }

    [Theory]
    [InlineData("/slack/events")]
    [InlineData("/slack/interactivity")]
    [InlineData("/slack/commands")]
    [InlineData("/slack/options")]
    public async Task Post_WrongSecret_IsRefusedOnEveryAddress(string path) => await RefusedAsync(401, await PostAsync(path, secret: "another"));

    [Theory]
    [InlineData(-301, 401)]
    [InlineData(-299, 200)]
    [InlineData(299, 200)]
    [InlineData(301, 401)]
    public async Task Post_OldOrFuture_IsTakenWithinFiveMinutes(int seconds, int status)
    {
        var response = await PostAsync(late: seconds);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 200 ? 1 : 0, await talk.WorkAsync());
    }

    [Theory]
    [InlineData("X-Slack-Signature", null)]
    [InlineData("X-Slack-Request-Timestamp", null)]
    [InlineData("X-Slack-Signature", "")]
    [InlineData("X-Slack-Signature", "v1=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("X-Slack-Signature", "v0=")]
    [InlineData("X-Slack-Signature", "v0=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("X-Slack-Signature", "0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("X-Slack-Request-Timestamp", "noon")]
    [InlineData("X-Slack-Request-Timestamp", "-5")]
    [InlineData("X-Slack-Request-Timestamp", "99999999999999999999")]
    public async Task Post_HeaderMissingOrOfAnotherForm_IsRefused(string header, string? value) => await RefusedAsync(401, await PostAsync(change: request =>
    {
        request.Headers.Remove(header);
        if (value is not null)
            request.Headers.TryAddWithoutValidation(header, value);
    }));

    [Fact]
    public async Task Post_SignatureInCapitals_IsRefused() => await RefusedAsync(401, await PostAsync(change: request =>
    {
        var signature = request.Headers.GetValues("X-Slack-Signature").Single();
        request.Headers.Remove("X-Slack-Signature");
        request.Headers.Add("X-Slack-Signature", "v0=" + signature[3..].ToUpperInvariant());
    }));

    [Fact]
    public async Task Post_BodyAltered_IsRefused() => await RefusedAsync(401, await PostAsync(sent: Payloads.Message(1, Text + "!")));

    [Fact]
    public async Task Post_OneByteMore_IsRefused() => await RefusedAsync(401, await PostAsync(sent: Payloads.Message(1, Text) + " "));

    [Fact]
    public async Task Post_HugeBody_IsRefused() => await RefusedAsync(413, await PostAsync(body: Payloads.Message(1, Text + new string('x', 1024 * 1024))));

    [Fact]
    public async Task Post_HugeBodyWithoutItsLength_IsRefused()
    {
        var body = Payloads.Message(1, Text + new string('x', 1024 * 1024));

        await RefusedAsync(413, await PostAsync(body: body, change: request =>
        {
            request.Headers.TransferEncodingChunked = true;
            request.Content!.Headers.ContentLength = null;
        }));
    }

    [Fact]
    public async Task Post_NotJsonButWronglySigned_IsRefusedForItsSignature() => await RefusedAsync(401, await PostAsync(body: "{", secret: "another"));

    [Fact]
    public async Task Post_Replayed_ChangesNothing()
    {
        Assert.Equal(HttpStatusCode.OK, (await PostAsync()).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync()).StatusCode);

        Assert.Equal(1, await talk.WorkAsync());
        Assert.Equal(HttpStatusCode.OK, (await PostAsync()).StatusCode);
        Assert.Equal(0, await talk.WorkAsync());
        Assert.Single(talk.Said);
    }

    [Theory]
    [InlineData("/slack/events", "{")]
    [InlineData("/slack/events", "[]")]
    [InlineData("/slack/events", """{"type":"event_callback","event_id":"Ev1","team_id":"T1"}""")]
    [InlineData("/slack/events", """{"type":"event_callback","event_id":"Ev1","team_id":"T1","event":{"type":"message","channel_type":"im","user":"U1"}}""")]
    [InlineData("/slack/interactivity", "payload=%7B")]
    [InlineData("/slack/interactivity", "payload=7")]
    [InlineData("/slack/interactivity", "other=7")]
    [InlineData("/slack/commands", "command=%2Froles&text=python")]
    public async Task Post_SignedButTruncated_IsABadRequest(string path, string body) => await RefusedAsync(400, await PostAsync(path, body));

    [Fact]
    public async Task Post_CheckOfTheCertificate_IsAnsweredAndIgnored()
    {
        var response = await PostAsync("/slack/commands", "ssl_check=1&token=x");

        Assert.Equal((HttpStatusCode.OK, 0), (response.StatusCode, await talk.WorkAsync()));
    }

    [Fact]
    public async Task Post_UrlVerification_AnswersTheChallenge()
    {
        var response = await PostAsync(body: """{"token":"x","challenge":"3eZbrw1aB","type":"url_verification"}""");

        Assert.Equal("""{"challenge":"3eZbrw1aB"}""", await response.Content.ReadAsStringAsync());
    }

    /// <summary>One line in the log, and nothing of what somebody wrote.</summary>
    private async Task RefusedAsync(int status, HttpResponseMessage response)
    {
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync());
        Assert.Equal(0, await talk.WorkAsync());
        var line = Assert.Single(talk.Log.Lines);
        Assert.Contains(status.ToString(CultureInfo.InvariantCulture), line, StringComparison.Ordinal);
        Assert.DoesNotContain(Text, line, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> PostAsync(string path = "/slack/events", string? body = null, string? sent = null, string secret = SlackTalk.Secret, int late = 0, Action<HttpRequestMessage>? change = null)
    {
        body ??= Payloads.Message(1, Text);
        var timestamp = talk.Clock.GetUtcNow().AddSeconds(late).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(sent ?? body)) };
        request.Headers.Add("X-Slack-Signature", new SlackSignature(secret, talk.Clock).Sign(timestamp, Encoding.UTF8.GetBytes(body)));
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        change?.Invoke(request);
        return await http.SendAsync(request);
    }
}
