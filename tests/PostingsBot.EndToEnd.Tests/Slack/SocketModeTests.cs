using System.Text.Json.Nodes;
using PostingsBot.EndToEnd.Tests.Support.Slack;
using PostingsBot.Tests.Support.Slack;

namespace PostingsBot.EndToEnd.Tests.Slack;

/// <summary>The real host without a public address: it calls Slack, and Slack hands out envelopes on the socket.</summary>
public sealed class SocketModeTests : IAsyncLifetime
{
    private SlackHost host = null!;

    public async Task InitializeAsync() => host = await SlackHost.SocketAsync();

    public Task DisposeAsync() => host.DisposeAsync().AsTask();

    [Fact]
    public async Task Envelope_WithAMessage_IsAcknowledgedAndAnswered()
    {
        var acknowledged = await host.Slack.Sockets.SendAsync("events_api", SlackEvents.Message("which roles are remote?"));

        Assert.Null(acknowledged["payload"]);
        Assert.Contains("role", SlackHost.Words(await host.Slack.MessageAsync(SlackEvents.Direct)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Envelope_Twice_IsAnsweredOnce()
    {
        var asked = SlackEvents.Message("which roles are remote?");
        await host.Slack.Sockets.SendAsync("events_api", asked);
        await host.Slack.Sockets.SendAsync("events_api", asked);
        await host.Slack.Sockets.SendAsync("events_api", SlackEvents.Message("how many roles are there?"));
        await host.Slack.MessageAsync(SlackEvents.Direct, 2);

        Assert.Equal(2, host.Slack.Slack.Read(slack => slack.Messages.All.Count(message => message["user"]?.ToString() == SlackInstalls.BotUser)));
    }

    [Fact]
    public async Task Envelope_WithASubmission_IsAnsweredInItsAcknowledgement()
    {
        await host.Slack.Sockets.SendAsync("interactive", SlackEvents.Shortcut("find_roles", host.Slack.Slack.Read(slack => slack.Views.NewTrigger())));
        var form = await host.Slack.UntilAsync(slack => slack.Views.Opened.Values.FirstOrDefault()?.DeepClone().AsObject());
        var values = new JsonObject { ["words"] = new JsonObject { ["in-words"] = new JsonObject { ["type"] = "plain_text_input", ["value"] = "which roles are there" } } };
        var acknowledged = await host.Slack.Sockets.SendAsync("interactive", SlackEvents.Submission(form, values, "submit.1"));

        Assert.Equal("update", acknowledged["payload"]!["response_action"]!.ToString());
    }

    [Fact]
    public async Task Envelope_WithACommand_IsAnsweredAtItsAddress()
    {
        var address = host.Slack.NewResponseUrl();
        var fields = new JsonObject([.. SlackEvents.Command("which roles are remote?", address, "command.1").Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value))]);
        await host.Slack.Sockets.SendAsync("slash_commands", fields);

        Assert.Equal("ephemeral", (await host.Slack.ResponseAsync(address))["response_type"]!.ToString());
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    public async Task Disconnect_Announced_TheNextSocketTakesOver(string reason)
    {
        await host.Slack.Sockets.NewestAsync();
        await host.Slack.Sockets.DisconnectAsync(reason);
        await host.Slack.Sockets.SendAsync("events_api", SlackEvents.Message("which roles are remote?"));

        Assert.Contains("role", SlackHost.Words(await host.Slack.MessageAsync(SlackEvents.Direct)), StringComparison.Ordinal);
        Assert.Equal(2, host.Slack.Sockets.Opened);
    }

    [Fact]
    public async Task Envelope_Truncated_IsAcknowledgedAndLeavesTheSocketOpen()
    {
        await host.Slack.Sockets.SendAsync("events_api", new JsonObject { ["type"] = "event_callback" });
        await host.Slack.Sockets.SendAsync("events_api", SlackEvents.Message("which roles are remote?"));

        Assert.NotEmpty(SlackHost.Words(await host.Slack.MessageAsync(SlackEvents.Direct)));
        Assert.Equal(1, host.Slack.Sockets.Opened);
    }
}
