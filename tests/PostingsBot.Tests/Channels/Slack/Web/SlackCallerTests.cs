using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using PostingsBot.Channels.Slack.Web;
using PostingsBot.Configuration;
using PostingsBot.Tests.Support;
using PostingsBot.Tests.Support.Slack;

namespace PostingsBot.Tests.Channels.Slack.Web;

/// <summary>Slack's limits and failures in virtual time.</summary>
public class SlackCallerTests
{
    private const int Messages = 2_000;

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    public void Call_ThousandsOfDirectMessages_KeepsEveryWindowAndPostsEachOnce(double failures)
    {
        var time = new VirtualTime();
        var slack = new StrictSlack(time, failures);
        var channels = Channels(slack, "D", 100);
        var results = Post(time, slack, channels);

        Assert.Empty(slack.Exceeded);
        Assert.All(results, result => Assert.IsType<SlackResult.Ok>(result));
        Assert.Equal(Enumerable.Range(0, Messages).Select(Name), slack.Messages.All.Select(TextOf).Order(StringComparer.Ordinal));
        Assert.Equal(slack.Messages.All.Select(Place).Order(StringComparer.Ordinal), results.Select(result => Place(((SlackResult.Ok)result).Reply)).Order(StringComparer.Ordinal));
        Assert.InRange(time.Now.TotalMinutes, Messages / 300, 1.3 * Messages / 200);
    }

    [Fact]
    public void Call_ChannelsThatCannotBeRead_LosesNothing()
    {
        var time = new VirtualTime();
        var slack = new StrictSlack(time, 0.1);
        var results = Post(time, slack, Channels(slack, "C", 100));

        Assert.Empty(slack.Exceeded);
        Assert.All(results, result => Assert.IsType<SlackResult.Ok>(result));
        Assert.Equal(Enumerable.Range(0, Messages).Select(Name), slack.Messages.All.Select(TextOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Call_ManyToOneChannel_OneASecondInOrder()
    {
        var time = new VirtualTime();
        var slack = new StrictSlack(time);
        var caller = Caller(time, slack);

        time.Run(() => Task.WhenAll(Enumerable.Range(0, 60).Select(i => PostAsync(caller, "C0000001", Name(i)))));

        Assert.Empty(slack.Exceeded);
        Assert.Equal(Enumerable.Range(0, 60).Select(Name), slack.Messages.All.Select(TextOf));
        Assert.InRange(time.Now.TotalSeconds, 59, 63);
    }

    [Theory]
    [InlineData("chat.update", 50)]
    [InlineData("users.info", 100)]
    [InlineData("views.publish", 100)]
    [InlineData("bookmarks.add", 20)]
    public void Call_MoreThanAMethodsTier_WaitsForItsMinute(string method, int perMinute)
    {
        var time = new VirtualTime();
        var slack = new StrictSlack(time);
        var caller = Caller(time, slack);

        time.Run(() => Task.WhenAll(Enumerable.Range(0, perMinute + 1).Select(_ => caller.CallAsync(StrictSlack.Team, StrictSlack.Token, method, [], CancellationToken.None))));

        Assert.Equal((0, perMinute + 1), (slack.Exceeded.Count, slack.Calls.Count));
        Assert.InRange(time.Now.TotalSeconds, 60, 62);
    }

    [Fact]
    public void Call_TwoWorkspaces_HaveLimitsOfTheirOwn()
    {
        var time = new VirtualTime();
        var slack = new StrictSlack(time);
        var caller = Caller(time, slack);

        time.Run(() => Task.WhenAll(Enumerable.Range(0, 200).Select(i => caller.CallAsync(i % 2 == 0 ? StrictSlack.Team : "T2", i % 2 == 0 ? StrictSlack.Token : "xoxb-none", "users.info", [], CancellationToken.None))));

        Assert.InRange(time.Now.TotalSeconds, 0, 1);
    }

    [Fact]
    public void Call_RetryAfter_HoldsTheMethodAndIsHonoured()
    {
        var time = new VirtualTime();
        var handler = new ScriptedSlack(ScriptedSlack.Limited(20), ScriptedSlack.Fine, ScriptedSlack.Fine);
        var caller = Caller(time, handler);
        List<TimeSpan> ended = [];

        time.Run(async () =>
        {
            var first = EndedAsync("C1");
            await Task.Delay(TimeSpan.FromSeconds(1), time);
            await Task.WhenAll(first, EndedAsync("C2"));
        });

        Assert.All(ended, at => Assert.InRange(at.TotalSeconds, 20, 26));
        async Task EndedAsync(string channel)
        {
            await PostAsync(caller, channel, "x");
            ended.Add(time.Now);
        }
    }

    [Fact]
    public void Call_RetryAfterTooLong_IsToldToTheCaller()
    {
        var time = new VirtualTime();
        var caller = Caller(time, new ScriptedSlack(ScriptedSlack.Limited(3600)));
        SlackResult? result = null;

        time.Run(async () => result = await PostAsync(caller, "C1", "x"));

        Assert.Equal(new SlackResult.Refused("ratelimited", SlackRemedy.Retry), result);
        Assert.Equal(TimeSpan.Zero, time.Now);
    }

    [Theory]
    [InlineData("channel_not_found", nameof(SlackRemedy.DestinationGone), 1)]
    [InlineData("is_archived", nameof(SlackRemedy.DestinationGone), 1)]
    [InlineData("token_revoked", nameof(SlackRemedy.Reauthorise), 1)]
    [InlineData("missing_scope", nameof(SlackRemedy.Reauthorise), 1)]
    [InlineData("invalid_blocks", nameof(SlackRemedy.GiveUp), 1)]
    [InlineData("an_error_of_tomorrow", nameof(SlackRemedy.GiveUp), 1)]
    [InlineData("internal_error", nameof(SlackRemedy.Retry), 6)]
    public void Call_Error_IsToldWithItsRemedy(string error, string remedy, int attempts)
    {
        var time = new VirtualTime();
        var handler = new ScriptedSlack(ScriptedSlack.Error(error));
        var caller = Caller(time, handler);
        SlackResult? result = null;

        time.Run(async () => result = await caller.CallAsync("T1", "xoxb-1", "chat.update", [], CancellationToken.None));

        Assert.Equal(new SlackResult.Refused(error, Enum.Parse<SlackRemedy>(remedy)), result);
        Assert.Equal(attempts, handler.Requests.Count);
    }

    [Fact]
    public void Call_SilentSlack_EndsEachAttemptAfterTenSeconds()
    {
        var time = new VirtualTime();
        var caller = Caller(time, new ScriptedSlack(ScriptedSlack.Silent));
        SlackResult? result = null;

        time.Run(async () => result = await caller.CallAsync("T1", "xoxb-1", "users.info", [], CancellationToken.None));

        Assert.Equal(new SlackResult.Refused(SlackErrors.Unreachable, SlackRemedy.Retry), result);
        Assert.InRange(time.Now.TotalSeconds, 60 + 31, 60 + 31 * 1.21);
    }

    [Fact]
    public void Call_Log_HoldsNoSecretAndNoText()
    {
        var time = new VirtualTime();
        var log = new LogLines();
        var caller = new SlackCaller(new SlackHttp(new HttpClient(new ScriptedSlack(ScriptedSlack.Error("internal_error"))), time), new SlackOptions(), time, log);

        time.Run(() => caller.CallAsync("T1", "xoxb-secret", "chat.postMessage", new JsonObject { ["channel"] = "C1", ["text"] = "private words" }, CancellationToken.None));
        time.Run(() => caller.RespondAsync(new Uri("https://hooks.slack.com/commands/secret-path"), new JsonObject { ["text"] = "private words" }, CancellationToken.None));

        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, line => line.Contains("secret", StringComparison.Ordinal) || line.Contains("private", StringComparison.Ordinal));
    }

    [Fact]
    public void Call_Nested_GoesAsJsonInAForm()
    {
        var time = new VirtualTime();
        var handler = new ScriptedSlack(ScriptedSlack.Fine);
        var caller = Caller(time, handler);

        time.Run(() => caller.CallAsync("T1", "xoxb-1", "views.open", new JsonObject { ["trigger_id"] = "1.2", ["view"] = new JsonObject { ["type"] = "modal" }, ["x"] = null, ["flag"] = true }, CancellationToken.None));

        var (address, authorization, body) = Assert.Single(handler.Requests);
        Assert.Equal(("https://slack.com/api/views.open", "Bearer xoxb-1", "trigger_id=1.2&view=%7B%22type%22%3A%22modal%22%7D&flag=true"), (address, authorization, body));
    }

    private static List<string> Channels(StrictSlack slack, string kind, int count)
    {
        var channels = Enumerable.Range(0, count).Select(i => kind + Name(i)).ToList();
        slack.Messages.Channels.UnionWith(channels);
        return channels;
    }

    private static List<SlackResult> Post(VirtualTime time, StrictSlack slack, List<string> channels)
    {
        var caller = Caller(time, slack);
        List<SlackResult> results = [];
        time.Run(async () => results.AddRange(await Task.WhenAll(Enumerable.Range(0, Messages).Select(i => PostAsync(caller, channels[i % channels.Count], Name(i))))));
        return results;
    }

    private static Task<SlackResult> PostAsync(SlackCaller caller, string channel, string text) =>
        caller.CallAsync(StrictSlack.Team, StrictSlack.Token, "chat.postMessage", new JsonObject { ["channel"] = channel, ["text"] = text }, CancellationToken.None);

    private static SlackCaller Caller(VirtualTime time, StrictSlack slack) => Caller(time, new SlackHandler(slack));

    private static SlackCaller Caller(VirtualTime time, HttpMessageHandler handler) => new(new SlackHttp(new HttpClient(handler), time), new SlackOptions(), time, NullLogger.Instance);

    private static string Place(System.Text.Json.JsonElement reply) => $"{reply.GetProperty("channel")} {reply.GetProperty("ts")}";

    private static string Place(JsonObject message) => $"{message["channel"]} {message["ts"]}";

    private static string TextOf(JsonObject message) => message["text"]!.ToString();

    private static string Name(int number) => number.ToString("00000", CultureInfo.InvariantCulture);
}
