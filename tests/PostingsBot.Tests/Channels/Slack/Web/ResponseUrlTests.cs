using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using PostingsBot.Channels.Slack.Web;
using PostingsBot.Configuration;
using PostingsBot.Tests.Support;
using PostingsBot.Tests.Support.Slack;

namespace PostingsBot.Tests.Channels.Slack.Web;

public class ResponseUrlTests
{
    private static readonly Uri Address = new("https://hooks.slack.com/actions/T1/2/3");

    [Theory]
    [InlineData("https://hooks.slack.com/commands/T1/2/3", "https://slack.com/api/", true)]
    [InlineData("https://hooks.slack-gov.com/commands/T1/2/3", "https://slack.com/api/", true)]
    [InlineData("http://hooks.slack.com/commands/T1", "https://slack.com/api/", false)]
    [InlineData("https://hooks.slack.com:8443/commands/T1", "https://slack.com/api/", false)]
    [InlineData("https://user@hooks.slack.com/commands/T1", "https://slack.com/api/", false)]
    [InlineData("https://hooks.slack.com.example/commands/T1", "https://slack.com/api/", false)]
    [InlineData("https://example.com/", "https://slack.com/api/", false)]
    [InlineData("https://127.0.0.1/", "https://slack.com/api/", false)]
    [InlineData("http://127.0.0.1:81/r/1", "http://127.0.0.1:80/api/", true)]
    [InlineData("http://192.0.2.1:81/r/1", "http://127.0.0.1:80/api/", false)]
    public void Respond_Address_IsCalledOnlyWhenItIsSlacks(string address, string api, bool isCalled)
    {
        var handler = new ScriptedSlack(ScriptedSlack.Says(HttpStatusCode.OK, "ok"));
        var result = Respond(handler, new VirtualTime(), new Uri(address), new SlackOptions { ApiAddress = new Uri(api) });

        Assert.Equal(isCalled ? 1 : 0, handler.Requests.Count);
        Assert.Equal(isCalled, result is SlackResult.Ok);
        Assert.Equal(isCalled ? null : SlackErrors.BadResponseUrl, (result as SlackResult.Refused)?.Error);
    }

    [Fact]
    public void Respond_SixthTime_IsRefusedWithoutACall()
    {
        var handler = new ScriptedSlack(ScriptedSlack.Says(HttpStatusCode.OK, "ok"));
        var time = new VirtualTime();
        var caller = Caller(handler, time, new SlackOptions());
        List<SlackResult> results = [];

        time.Run(async () =>
        {
            for (var i = 0; i < 6; i++)
                results.Add(await caller.RespondAsync(Address, [], CancellationToken.None));
        });

        Assert.Equal(5, handler.Requests.Count);
        Assert.Equal(new SlackResult.Refused(SlackErrors.ResponseUrlSpent, SlackRemedy.DestinationGone), results[5]);
        Assert.InRange(time.Now.TotalSeconds, 4, 6.2);
    }

    [Fact]
    public void Respond_AfterHalfAnHour_IsRefusedWithoutACall()
    {
        var handler = new ScriptedSlack(ScriptedSlack.Says(HttpStatusCode.OK, "ok"));
        var time = new VirtualTime();
        var caller = Caller(handler, time, new SlackOptions());

        time.Run(async () =>
        {
            await caller.RespondAsync(Address, [], CancellationToken.None);
            await Task.Delay(TimeSpan.FromMinutes(31), time);
            Assert.Equal(SlackErrors.ResponseUrlSpent, Assert.IsType<SlackResult.Refused>(await caller.RespondAsync(Address, [], CancellationToken.None)).Error);
        });

        Assert.Single(handler.Requests);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "used_url", "used_url", nameof(SlackRemedy.DestinationGone))]
    [InlineData(HttpStatusCode.OK, """{"ok":false,"error":"expired_url"}""", "expired_url", nameof(SlackRemedy.DestinationGone))]
    [InlineData(HttpStatusCode.BadRequest, "<html>Sorry</html>", "unreadable_answer", nameof(SlackRemedy.GiveUp))]
    public void Respond_Refusal_IsToldWithItsRemedy(HttpStatusCode status, string body, string error, string remedy) =>
        Assert.Equal(new SlackResult.Refused(error, Enum.Parse<SlackRemedy>(remedy)), Respond(new ScriptedSlack(ScriptedSlack.Says(status, body)), new VirtualTime(), Address, new SlackOptions()));

    [Fact]
    public void Respond_Limited_IsTriedAgainAndCountsOnce()
    {
        var handler = new ScriptedSlack([.. Enumerable.Range(0, 10).Select(i => i % 2 == 0 ? ScriptedSlack.Limited(1) : ScriptedSlack.Says(HttpStatusCode.OK, "ok"))]);
        var time = new VirtualTime();
        var caller = Caller(handler, time, new SlackOptions());

        time.Run(async () =>
        {
            for (var i = 0; i < 5; i++)
                Assert.IsType<SlackResult.Ok>(await caller.RespondAsync(Address, [], CancellationToken.None));
        });

        Assert.Equal(10, handler.Requests.Count);
    }

    private static SlackResult Respond(ScriptedSlack handler, VirtualTime time, Uri address, SlackOptions options)
    {
        SlackResult? result = null;
        time.Run(async () => result = await Caller(handler, time, options).RespondAsync(address, new JsonObject { ["text"] = "x" }, CancellationToken.None));
        return result!;
    }

    private static SlackCaller Caller(ScriptedSlack handler, VirtualTime time, SlackOptions options) => new(new SlackHttp(new HttpClient(handler), time), options, time, NullLogger.Instance);
}
