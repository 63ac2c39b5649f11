using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PostingsBot.Channels.Slack.Web;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Channels.Slack.Web;

public class SlackPeopleTests
{
    [Fact]
    public void Find_Person_IsReadAndKeptForAnHour()
    {
        var time = new VirtualTime();
        var api = new Users(time, _ => """{"ok":true,"user":{"name":"mia","team_id":"T1","real_name":"Mia M","tz":"Europe/Berlin","locale":"de-DE","is_bot":false,"profile":{"display_name":"Mia"}}}""");
        var people = new SlackPeople(api, time);

        time.Run(async () =>
        {
            Assert.Equal(new SlackPerson("U1", "Mia", "de-DE", "Europe/Berlin", "T1", IsBot: false), await people.FindAsync("T1", "U1", CancellationToken.None));
            await people.FindAsync("T1", "U1", CancellationToken.None);
            Assert.Equal(1, api.Calls);
            await people.FindAsync("T2", "U1", CancellationToken.None);
            Assert.Equal(2, api.Calls);
            await Task.Delay(TimeSpan.FromMinutes(61), time);
            await people.FindAsync("T1", "U1", CancellationToken.None);
            Assert.Equal(3, api.Calls);
        });
    }

    [Theory]
    [InlineData("""{"ok":true,"user":{"name":"mia","real_name":"Mia M","profile":{"display_name":""}}}""", "Mia M")]
    [InlineData("""{"ok":true,"user":{"name":"mia"}}""", "mia")]
    [InlineData("""{"ok":true,"user":{}}""", null)]
    public void Find_FieldsMissing_AreNull(string reply, string? name)
    {
        var time = new VirtualTime();

        time.Run(async () => Assert.Equal(new SlackPerson("U1", name, null, null, null, IsBot: false), await new SlackPeople(new Users(time, _ => reply), time).FindAsync("T1", "U1", CancellationToken.None)));
    }

    [Theory]
    [InlineData("""{"ok":true}""")]
    [InlineData("""{"ok":true,"user":7}""")]
    [InlineData(null)]
    public void Find_NoAnswer_IsNullAndAskedAgainAfterAMinute(string? reply)
    {
        var time = new VirtualTime();
        var api = new Users(time, _ => reply);
        var people = new SlackPeople(api, time);

        time.Run(async () =>
        {
            Assert.Null(await people.FindAsync("T1", "U1", CancellationToken.None));
            Assert.Null(await people.FindAsync("T1", "U1", CancellationToken.None));
            Assert.Equal(1, api.Calls);
            await Task.Delay(TimeSpan.FromSeconds(61), time);
            Assert.Null(await people.FindAsync("T1", "U1", CancellationToken.None));
            Assert.Equal(2, api.Calls);
        });
    }

    [Fact]
    public void Find_SlowSlack_WaitsTwoSeconds()
    {
        var time = new VirtualTime();

        time.Run(async () => Assert.Null(await new SlackPeople(new Users(time, _ => "{}", delay: TimeSpan.FromMinutes(1)), time).FindAsync("T1", "U1", CancellationToken.None)));

        Assert.Equal(2, time.Now.TotalSeconds);
    }

    [Fact]
    public void Find_ManyAtOnce_AsksAboutAFewAndAboutTheOthersLater()
    {
        var time = new VirtualTime();
        var api = new Users(time, _ => """{"ok":true,"user":{"name":"mia"}}""", delay: TimeSpan.FromSeconds(1));
        var people = new SlackPeople(api, time);

        time.Run(async () =>
        {
            var found = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => people.FindAsync("T1", i.ToString(CultureInfo.InvariantCulture), CancellationToken.None)));
            Assert.Equal((SlackPeople.MostAtOnce, SlackPeople.MostAtOnce), (found.Count(person => person is not null), api.Calls));
            Assert.NotNull(await people.FindAsync("T1", "99", CancellationToken.None));
        });
    }

    [Fact]
    public void Find_MorePeopleThanAreKept_StaysBounded()
    {
        var time = new VirtualTime();
        var people = new SlackPeople(new Users(time, _ => """{"ok":true,"user":{}}"""), time);

        time.Run(async () =>
        {
            for (var i = 0; i < SlackPeople.MostKept + 10; i++)
                await people.FindAsync("T1", i.ToString(CultureInfo.InvariantCulture), CancellationToken.None);
        });

        Assert.InRange(people.Count, 1, SlackPeople.MostKept);
    }

    /// <summary>Null for a refusal.</summary>
    private sealed class Users(TimeProvider time, Func<string, string?> answer, TimeSpan delay = default) : ISlackApi
    {
        public int Calls { get; private set; }

        public async Task<SlackResult> CallAsync(string team, string method, JsonObject arguments, CancellationToken ct)
        {
            Assert.Equal(("users.info", "true"), (method, arguments["include_locale"]!.ToString()));
            Calls++;
            if (delay > TimeSpan.Zero)
                await Task.Delay(delay, time, ct);
            return answer(arguments["user"]!.ToString()) is { } text ? new SlackResult.Ok(JsonSerializer.Deserialize<JsonElement>(text)) : SlackErrors.Refused("user_not_found");
        }

        public Task<SlackResult> CallAsAppAsync(string method, JsonObject arguments, CancellationToken ct) => throw new InvalidOperationException();

        public Task<SlackResult> RespondAsync(Uri responseUrl, JsonObject message, CancellationToken ct) => throw new InvalidOperationException();
    }
}
