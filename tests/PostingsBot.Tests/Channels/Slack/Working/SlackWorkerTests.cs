using Microsoft.Extensions.DependencyInjection;
using PostingsBot.Channels.Slack.Receiving;
using PostingsBot.Channels.Slack.Working;
using PostingsBot.Storage.Inbox;

namespace PostingsBot.Tests.Channels.Slack.Working;

/// <summary>What fails is tried again; what cannot succeed is given up. The clock is moved until something has come of it.</summary>
public sealed class SlackWorkerTests : IAsyncLifetime, IDisposable
{
    private readonly SlackTalk talk = new();

    private SlackWorker Worker => talk.Services.GetRequiredService<SlackWorker>();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Worker.StopAsync(CancellationToken.None);

    public void Dispose() => talk.Dispose();

    [Fact]
    public async Task Work_SlackFailsOnce_AnswersLater()
    {
        talk.Slack.Refusals.Enqueue(("chat.postMessage", "internal_error"));
        await talk.DeliverAsync(SlackKind.Event, Payloads.Message(1, "remote roles"));
        await Worker.StartAsync(CancellationToken.None);

        await UntilAsync(() => talk.Said.Count == 1);

        Assert.Contains(talk.Log.Lines, line => line.Contains("attempt 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Work_OneConversationFails_TheOthersGoOn()
    {
        talk.Slack.Refusals.Enqueue(("chat.postMessage", "internal_error"));
        await Worker.StartAsync(CancellationToken.None);
        await talk.DeliverAsync(SlackKind.Event, Payloads.Message(1, "remote roles"));
        await UntilAsync(() => talk.Slack.Refusals.Count == 0, moves: false);
        await talk.DeliverAsync(SlackKind.Event, Payloads.Message(2, "frontend roles"));
        await talk.DeliverAsync(SlackKind.Event, Payloads.Mention(3, "data roles"));
        await UntilAsync(() => talk.Said.Count == 1, moves: false);

        Assert.Equal(SlackTalk.Channel, talk.Said[0]["channel"]!.ToString());
        await UntilAsync(() => talk.Said.Count == 3);
        Assert.Contains("Frontend Developer", SlackTalk.Words(talk.Said[^1]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("is_archived")]
    [InlineData("token_revoked")]
    [InlineData("msg_too_long")]
    public async Task Work_RefusedForGood_IsGivenUpAtOnce(string error)
    {
        talk.Slack.Refusals.Enqueue(("chat.postMessage", error));
        await talk.DeliverAsync(SlackKind.Event, Payloads.Message(1, "remote roles"));
        await Worker.StartAsync(CancellationToken.None);
        await UntilAsync(() => talk.Log.Lines.Any(line => line.Contains("given up after attempt 1", StringComparison.Ordinal)));
        await talk.DeliverAsync(SlackKind.Event, Payloads.Message(2, "frontend roles"));

        await UntilAsync(() => talk.Said.Count == 1);
    }

    [Fact]
    public async Task Work_FailsEveryTime_IsGivenUpAndLetsTheNextThrough()
    {
        for (var attempt = 0; attempt < SlackWorker.MostAttempts; attempt++)
            talk.Slack.Refusals.Enqueue(("chat.postMessage", "internal_error"));
        await talk.DeliverAsync(SlackKind.Event, Payloads.Message(1, "remote roles"));
        await talk.DeliverAsync(SlackKind.Event, Payloads.Message(2, "frontend roles"));
        await Worker.StartAsync(CancellationToken.None);

        await UntilAsync(() => talk.Said.Count == 1);

        Assert.Contains("Frontend Developer", SlackTalk.Words(talk.Said[0]), StringComparison.Ordinal);
        Assert.Single(talk.Log.Lines, line => line.Contains("given up", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Work_AnsweredBeforeTheProcessDied_IsNotAnsweredTwice()
    {
        await talk.DeliverAsync(SlackKind.Event, Payloads.Message(1, "remote roles"));
        var claimed = await talk.Inbox.ClaimAsync(talk.Clock.GetUtcNow(), TimeSpan.FromMinutes(1), 1, CancellationToken.None);
        await talk.Services.GetRequiredService<SlackDesk>().WorkAsync(claimed[0], CancellationToken.None);
        await Worker.StartAsync(CancellationToken.None);
        await talk.DeliverAsync(SlackKind.Event, Payloads.Message(2, "frontend roles"));

        await UntilAsync(() => talk.Said.Count > 1);

        Assert.Equal(2, talk.Said.Count);
        Assert.Contains("Frontend Developer", SlackTalk.Words(talk.Said[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_StartedAfterAMissedFlood_LeavesTheProcessorToDeliveriesForAWhile()
    {
        await talk.Inbox.KeepAsync(
            [.. Enumerable.Range(1, 300).Select(number => new Envelope($"Ev{number}", "waiting", nameof(SlackKind.Event), Payloads.Message(number, "remote roles")))], talk.Clock.GetUtcNow(), CancellationToken.None);
        await Worker.StartAsync(CancellationToken.None);
        for (var look = 0; look < 20; look++)
        {
            Worker.Came(0);
            await Task.Delay(10);
        }

        Assert.Equal(1, Assert.Single(await talk.Inbox.ClaimAsync(talk.Clock.GetUtcNow(), TimeSpan.FromSeconds(1), 1, CancellationToken.None)).Attempt);
        await UntilAsync(() => talk.Said.Count > 0);
    }

    private async Task UntilAsync(Func<bool> isSo, bool moves = true)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!isSo())
        {
            if (moves)
                talk.Clock.Later += TimeSpan.FromSeconds(5);
            Worker.Came(0);
            await Task.Delay(10, limit.Token);
        }
    }
}
