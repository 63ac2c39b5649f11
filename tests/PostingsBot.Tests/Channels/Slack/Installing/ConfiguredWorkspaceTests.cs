using Microsoft.Extensions.Logging.Abstractions;
using PostingsBot.Channels.Slack.Installing;
using PostingsBot.Channels.Slack.Web;
using PostingsBot.Configuration;
using PostingsBot.Tests.Support;
using PostingsBot.Tests.Support.Slack;

namespace PostingsBot.Tests.Channels.Slack.Installing;

public class ConfiguredWorkspaceTests
{
    private readonly VirtualTime time = new();

    [Fact]
    public void Find_ItsOwnTeam_AsksSlackOnceForAll() => time.Run(async () =>
    {
        var slack = new StrictSlack(time);
        using var workspaces = Workspace(StrictSlack.Token, slack);

        var found = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => workspaces.FindAsync(StrictSlack.Team, CancellationToken.None)));

        Assert.All(found, one => Assert.Equal(new WorkspaceLookup.Found(new Workspace(StrictSlack.Team, StrictSlack.Token, SlackInstalls.BotUser)), one));
        Assert.Single(slack.Calls);
        Assert.IsType<WorkspaceLookup.Missing>(await workspaces.FindAsync("T0000009", CancellationToken.None));
    });

    [Fact]
    public void Find_TokenRefused_SaysSoAndAsksAgainAfterHalfAMinute() => time.Run(async () =>
    {
        var slack = new StrictSlack(time);
        using var workspaces = Workspace("xoxb-wrong", slack);

        var unusable = Assert.IsType<WorkspaceLookup.Unusable>(await workspaces.FindAsync(StrictSlack.Team, CancellationToken.None));
        await workspaces.FindAsync(StrictSlack.Team, CancellationToken.None);

        Assert.Contains("invalid_auth", unusable.Reason, StringComparison.Ordinal);
        Assert.Contains("PostingsBot:Slack:BotToken", unusable.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("xoxb-wrong", unusable.Reason, StringComparison.Ordinal);
        Assert.Single(slack.Calls);
        await Task.Delay(TimeSpan.FromSeconds(31), time);
        await workspaces.FindAsync(StrictSlack.Team, CancellationToken.None);
        Assert.Equal(2, slack.Calls.Count);
    });

    [Fact]
    public void Forget_Revoked_AsksSlackAgain() => time.Run(async () =>
    {
        var slack = new StrictSlack(time);
        using var workspaces = Workspace(StrictSlack.Token, slack);
        await workspaces.FindAsync(StrictSlack.Team, CancellationToken.None);
        slack.Installs.Revoke(StrictSlack.Team);

        await workspaces.ForgetAsync(StrictSlack.Team, CancellationToken.None);

        Assert.IsType<WorkspaceLookup.Unusable>(await workspaces.FindAsync(StrictSlack.Team, CancellationToken.None));
    });

    private ConfiguredWorkspace Workspace(string token, StrictSlack slack) =>
        new(token, new SlackCaller(new SlackHttp(new HttpClient(new SlackHandler(slack)), time), new SlackOptions(), time, NullLogger.Instance), time);
}
