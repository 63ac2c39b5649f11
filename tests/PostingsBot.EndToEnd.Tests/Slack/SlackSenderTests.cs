using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PostingsBot.EndToEnd.Tests.Support;
using PostingsBot.EndToEnd.Tests.Support.Slack;

namespace PostingsBot.EndToEnd.Tests.Slack;

/// <summary>What our tests post in Slack's name is what Slack's own @slack/bolt takes from Slack; <c>clients/slack/bolt.mjs</c> says what it saw.</summary>
public sealed class SlackSenderTests : IAsyncLifetime, IDisposable
{
    private const string Secret = "signing-secret-of-the-test";

    private readonly HttpClient _http = new() { BaseAddress = new Uri($"http://127.0.0.1:{HostProcess.FreePort()}"), Timeout = TimeSpan.FromSeconds(20) };
    private HostProcess? _bolt;

    public Task InitializeAsync() => Task.CompletedTask;

    public void Dispose() => _http.Dispose();

    public async Task DisposeAsync()
    {
        if (_bolt is not null) await _bolt.DisposeAsync();
    }

    [NodeClientFact("slack")]
    public async Task Send_EachKind_IsTakenByBoltAsMeant()
    {
        var sender = await StartAsync(Secret);
        var response = new Uri("https://hooks.slack.com/actions/1");
        var message = new JsonObject { ["ts"] = "1.2", ["channel"] = SlackEvents.Channel, ["text"] = "x" };
        var view = new JsonObject { ["type"] = "modal", ["id"] = "V1", ["callback_id"] = "find", ["blocks"] = new JsonArray() };

        HttpResponseMessage[] answers =
        [
            await sender.EventAsync(SlackEvents.Message("senior python")),
            await sender.EventAsync(SlackEvents.Mention("any in Berlin?")),
            await sender.EventAsync(SlackEvents.HomeOpened()),
            await sender.EventAsync(SlackEvents.LinkShared("https://jobs.example/roles/1")),
            await sender.EventAsync(SlackEvents.Uninstalled("T1")),
            await sender.EventAsync(SlackEvents.TokensRevoked("T1"), retry: 1),
            await sender.CommandAsync(SlackEvents.Command("remote go", response, "1.t")),
            await sender.InteractionAsync(SlackEvents.Action(message, new JsonObject { ["type"] = "button", ["block_id"] = "b", ["action_id"] = "more", ["value"] = "2" }, response, "1.t")),
            await sender.InteractionAsync(SlackEvents.ViewAction(view, new JsonObject { ["type"] = "button", ["block_id"] = "b", ["action_id"] = "in view", ["value"] = "3" }, "1.t")),
            await sender.InteractionAsync(SlackEvents.Submission(view, new JsonObject { ["what"] = new JsonObject { ["text"] = new JsonObject { ["type"] = "plain_text_input", ["value"] = "go" } } }, "1.t")),
            await sender.InteractionAsync(SlackEvents.Shortcut("find_roles", "1.t")),
            await sender.InteractionAsync(SlackEvents.MessageShortcut("new_posting", "We hire", response, "1.t")),
            await sender.OptionsAsync(SlackEvents.Suggestion("skill", "b", "pyt")),
        ];

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(
            [
                "action in view 3", "action more 2", "command remote go", $"event app_home_opened {SlackEvents.Direct}", $"event app_mention {SlackEvents.Channel}", "event app_uninstalled",
                $"event link_shared {SlackEvents.Channel}", "event tokens_revoked", "message im senior python", "message shortcut new_posting We hire", "options skill pyt", "shortcut find_roles", "view find what",
            ],
            await SeenAsync(13));
    }

    [NodeClientFact("slack")]
    public async Task Send_WrongSecretOrTime_IsRefusedByBolt()
    {
        var sender = await StartAsync(Secret);
        var late = new SignedSender(_http, Secret) { Skew = TimeSpan.FromMinutes(-6) };
        var stranger = new SignedSender(_http, "another-secret");

        Assert.Equal(HttpStatusCode.Unauthorized, (await late.EventAsync(SlackEvents.Message("x"))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.EventAsync(SlackEvents.Message("x"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await sender.EventAsync(SlackEvents.Message("x"))).StatusCode);
    }

    private async Task<SignedSender> StartAsync(string secret)
    {
        _bolt = HostProcess.Start(Tools.Node!, [Path.Combine(Tools.Client("slack"), "bolt.mjs"), _http.BaseAddress!.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), secret], Tools.Client("slack"));
        await _bolt.AnswersAsync(_http, "/seen");
        return new SignedSender(_http, secret) { Paths = ("/slack/events", "/slack/events", "/slack/events", "/slack/events") };
    }

    /// <summary>Bolt goes on after it has answered.</summary>
    private async Task<IReadOnlyList<string>> SeenAsync(int count)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var seen = await _http.GetFromJsonAsync<List<string>>("/seen", limit.Token);
            if (seen!.Count >= count) return [.. seen.Order(StringComparer.Ordinal)];
            await Task.Delay(50, limit.Token);
        }
    }
}
