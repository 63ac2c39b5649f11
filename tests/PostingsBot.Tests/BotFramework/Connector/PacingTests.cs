using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using PostingsBot.Tests.BotFramework.Fakes;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.BotFramework.Connector;

/// <summary>Teams' limits in virtual time.</summary>
public class PacingTests
{
    private const int Messages = 50_000;
    private const int Conversations = 5_000;
    private const double TenantPerSecond = 50;

    [Theory]
    [InlineData(0)]
    [InlineData(0.02)]
    public void Send_FiftyThousandInOneTenant_KeepsEveryWindowAndLosesNothing(double failures)
    {
        var time = new VirtualTime();
        var teams = new StrictTeams(time, failures);
        var client = Client(time, teams);

        time.Run(() => Task.WhenAll(Enumerable.Range(0, Messages).Select(i => client.SendToConversationAsync(Message(i, i % Conversations), CancellationToken.None))));

        Assert.Equal(0, teams.Exceeded);
        Assert.Equal(Messages, teams.Taken.Count);
        Assert.All(teams.Taken, message => Assert.True(message.Value == 1 || teams.Unacknowledged.Contains(message.Key)));
        Assert.InRange(time.Now.TotalSeconds, 0, 1.05 * teams.Requests / TenantPerSecond);
    }

    [Theory]
    [InlineData(7, 0)]
    [InlineData(8, 1)]
    [InlineData(9, 2)]
    [InlineData(61, 30)]
    [InlineData(1801, 3600)]
    public void Send_ManyToOneConversation_WaitsForItsWindowsInOrder(int messages, int seconds)
    {
        var time = new VirtualTime();
        var teams = new StrictTeams(time);
        var client = Client(time, teams);

        time.Run(() => Task.WhenAll(Enumerable.Range(0, messages).Select(i => client.SendToConversationAsync(Message(i, 0), CancellationToken.None))));

        Assert.Equal(0, teams.Exceeded);
        Assert.Equal(Enumerable.Range(0, messages).Select(NameOf), teams.Taken.Keys.Select(body => ActivityJson.Deserialize<Activity>(body)!.Text));
        Assert.InRange(time.Now.TotalSeconds, seconds, (1.05 * seconds) + 0.5);
    }

    [Fact]
    public void Wait_LaneThatIsFull_HoldsUpNoOther()
    {
        var time = new VirtualTime();
        using var pacer = new LanePacer(time, TeamsLimits.Tenant);
        TimeSpan? other = null;

        time.Run(async () =>
        {
            var full = Enumerable.Range(0, 100).Select(_ => pacer.WaitAsync("full", TeamsLimits.Sending, CancellationToken.None)).ToList();
            await pacer.WaitAsync("other", TeamsLimits.Sending, CancellationToken.None);
            other = time.Now;
            await Task.WhenAll(full);
        });

        Assert.InRange(other!.Value.TotalSeconds, 0, 0.5);
        Assert.InRange(time.Now.TotalSeconds, 30, 60);
    }

    [Fact]
    public void Wait_Cancelled_LeavesItsPlaceToTheNext()
    {
        var time = new VirtualTime();
        using var pacer = new LanePacer(time, TeamsLimits.Tenant);
        using var given = new CancellationTokenSource(TimeSpan.FromSeconds(0.5), time);

        time.Run(async () =>
        {
            for (var i = 0; i < 7; i++) await pacer.WaitAsync("a", TeamsLimits.Sending, CancellationToken.None);
            var cancelled = pacer.WaitAsync("a", TeamsLimits.Sending, given.Token);
            var next = pacer.WaitAsync("a", TeamsLimits.Sending, CancellationToken.None);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
            await next;
        });

        Assert.InRange(time.Now.TotalSeconds, 1, 1.3);
    }

    [Fact]
    public void Wait_LanesThatNoLongerCount_AreForgotten()
    {
        var time = new VirtualTime();
        using var pacer = new LanePacer(time, TeamsLimits.Tenant);

        time.Run(async () =>
        {
            for (var i = 0; i < 500; i++) await pacer.WaitAsync("old " + NameOf(i), TeamsLimits.Sending, CancellationToken.None);
            await Task.Delay(TimeSpan.FromHours(2), time);
            for (var i = 0; i < 1000; i++) await pacer.WaitAsync("new " + NameOf(i), TeamsLimits.Members, CancellationToken.None);
        });

        Assert.InRange(pacer.Lanes, 1000, 1001);
    }

    [Theory]
    [InlineData("msteams", true)]
    [InlineData("emulator", false)]
    [InlineData(null, false)]
    public void Of_Channel_HasLimitsWhereTheyArePublished(string? channel, bool limited)
    {
        var pacing = new ConnectorPacing(TimeProvider.System);

        var pacer = pacing.Of(channel, "tenant");

        Assert.Equal(limited, pacer is not null);
        Assert.Same(pacer, pacing.Of(channel, "tenant"));
    }

    private static ConnectorClient Client(VirtualTime time, StrictTeams teams) => new(
        new ConnectorSender(new HttpClient(teams), tokens: null, new LanePacer(time, TeamsLimits.Tenant), Patience.Proactive, time, NullLogger.Instance), "https://smba.example/");

    private static Activity Message(int number, int conversation) => new(ActivityTypes.Message)
    {
        Text = NameOf(number),
        Conversation = new ConversationAccount(id: "c" + NameOf(conversation)),
    };

    private static string NameOf(int number) => number.ToString(CultureInfo.InvariantCulture);
}
