using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using PostingsBot.Channels.Slack.Web;
using PostingsBot.Configuration;
using PostingsBot.EndToEnd.Tests.Support.Slack;

namespace PostingsBot.EndToEnd.Tests.Slack;

/// <summary>Our client against a Slack that nobody here wrote.</summary>
public sealed class SlackEmulatorTests
{
    private const string Redirect = "https://jobs.example/slack/oauth";

    [EmulatorFact]
    public async Task Call_EveryMethodTheEmulatorKnows_IsTaken()
    {
        await using var emulator = await Emulator.StartAsync(Redirect);
        var caller = Caller(emulator);
        Assert.Equal("T000000001", (await OkAsync(caller, "auth.test", [])).GetProperty("team_id").GetString());
        var user = Emulator.Admin;
        var begun = TimeProvider.System.GetUtcNow();

        var channel = (await OkAsync(caller, "conversations.open", new JsonObject { ["users"] = user })).GetProperty("channel").GetProperty("id").GetString()!;
        var people = new SlackPeople(new OneTeam(caller), TimeProvider.System);
        var person = await people.FindAsync("T000000001", user, CancellationToken.None);
        Assert.Equal(("admin", "T000000001", false), (person!.Name, person.Team, person.IsBot));

        var message = SentMessages.WithKey(new JsonObject { ["channel"] = channel, ["text"] = "2 roles", ["blocks"] = Blocks("*2 roles* & more") }, "delivery-1");
        var posted = await OkAsync(caller, "chat.postMessage", message);
        var ts = posted.GetProperty("ts").GetString()!;
        var found = await new SentMessages((method, arguments) => CallAsync(caller, method, arguments), begun).FindAsync(message);
        Assert.Equal((channel, ts), (Text(found, "channel"), Text(found, "ts")));
        Assert.Null(await new SentMessages((method, arguments) => CallAsync(caller, method, arguments), begun).FindAsync(SentMessages.WithKey(new JsonObject { ["channel"] = channel }, "delivery-2")));

        var answer = SentMessages.WithKey(new JsonObject { ["channel"] = channel, ["text"] = "in the thread", ["thread_ts"] = ts }, "delivery-3");
        var replied = await OkAsync(caller, "chat.postMessage", answer);
        Assert.Equal(replied.GetProperty("ts").GetString(), Text(await new SentMessages((method, arguments) => CallAsync(caller, method, arguments), begun).FindAsync(answer), "ts"));

        await OkAsync(caller, "chat.update", new JsonObject { ["channel"] = channel, ["ts"] = ts, ["text"] = "1 role", ["blocks"] = Blocks("*1 role*") });
        var history = await OkAsync(caller, "conversations.history", new JsonObject { ["channel"] = channel });
        var kept = history.GetProperty("messages").EnumerateArray().Single(one => one.GetProperty("ts").GetString() == ts);
        Assert.Equal(("1 role", "*1 role*"), (kept.GetProperty("text").GetString(), kept.GetProperty("blocks")[0].GetProperty("text").GetProperty("text").GetString()));
        await OkAsync(caller, "chat.postEphemeral", new JsonObject { ["channel"] = channel, ["user"] = user, ["text"] = "for you" });
        await OkAsync(caller, "chat.delete", new JsonObject { ["channel"] = channel, ["ts"] = ts });

        Assert.Equal(new SlackResult.Refused("channel_not_found", SlackRemedy.DestinationGone), await CallAsync(caller, "chat.postMessage", new JsonObject { ["channel"] = "C404", ["text"] = "x" }));
        Assert.Equal(new SlackResult.Refused("missing_scope", SlackRemedy.Reauthorise), await CallAsync(caller, "conversations.list", []));
    }

    [EmulatorFact]
    public async Task Views_OpenUpdateAndPublish_AreTaken()
    {
        await using var emulator = await Emulator.StartAsync(Redirect);
        var caller = Caller(emulator);
        var user = (await OkAsync(caller, "auth.test", [])).GetProperty("user_id").GetString();
        var trigger = (await OkAsync(caller, "views.generateTriggerId", [])).GetProperty("trigger_id").GetString();

        var opened = await OkAsync(caller, "views.open", new JsonObject { ["trigger_id"] = trigger, ["view"] = Modal("Find roles") });
        var view = opened.GetProperty("view");
        var updated = await OkAsync(caller, "views.update", new JsonObject { ["view_id"] = view.GetProperty("id").GetString(), ["hash"] = view.GetProperty("hash").GetString(), ["view"] = Modal("3 roles") });
        await OkAsync(caller, "views.publish", new JsonObject { ["user_id"] = user, ["view"] = new JsonObject { ["type"] = "home", ["blocks"] = Blocks("Hello") } });

        Assert.Equal("3 roles", updated.GetProperty("view").GetProperty("title").GetProperty("text").GetString());
        Assert.Equal(SlackRemedy.GiveUp, Assert.IsType<SlackResult.Refused>(await CallAsync(caller, "views.open", new JsonObject { ["trigger_id"] = trigger, ["view"] = Modal("again") })).Remedy);
    }

    private static SlackCaller Caller(Emulator emulator) => new(
        new SlackHttp(SlackHttp.CreateClient(), TimeProvider.System), new SlackOptions { ApiAddress = emulator.ApiAddress }, TimeProvider.System, NullLogger.Instance);

    private static JsonArray Blocks(string text) => new(new JsonObject { ["type"] = "section", ["text"] = new JsonObject { ["type"] = "mrkdwn", ["text"] = text } });

    private static JsonObject Modal(string title) => new() { ["type"] = "modal", ["title"] = new JsonObject { ["type"] = "plain_text", ["text"] = title }, ["blocks"] = Blocks(title) };

    private static Task<SlackResult> CallAsync(SlackCaller caller, string method, JsonObject arguments) => caller.CallAsync("T000000001", Emulator.Token, method, arguments, CancellationToken.None);

    private static async Task<JsonElement> OkAsync(SlackCaller caller, string method, JsonObject arguments)
    {
        var result = await CallAsync(caller, method, arguments);
        return result is SlackResult.Ok ok ? ok.Reply : throw new InvalidOperationException($"{method}: {result}");
    }

    private static string? Text(SlackResult? result, string name) => Assert.IsType<SlackResult.Ok>(result).Reply.GetProperty(name).GetString();

    private sealed class OneTeam(SlackCaller caller) : ISlackApi
    {
        public Task<SlackResult> CallAsync(string team, string method, JsonObject arguments, CancellationToken ct) => caller.CallAsync(team, Emulator.Token, method, arguments, ct);

        public Task<SlackResult> CallAsAppAsync(string method, JsonObject arguments, CancellationToken ct) => throw new InvalidOperationException();

        public Task<SlackResult> RespondAsync(Uri responseUrl, JsonObject message, CancellationToken ct) => caller.RespondAsync(responseUrl, message, ct);
    }
}
