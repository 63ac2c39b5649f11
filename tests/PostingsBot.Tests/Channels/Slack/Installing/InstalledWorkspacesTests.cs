using System.Text.Json.Nodes;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PostingsBot.Channels.Slack.Installing;
using PostingsBot.Channels.Slack.Web;
using PostingsBot.Configuration;
using PostingsBot.Storage.State;
using PostingsBot.Tests.Support;
using PostingsBot.Tests.Support.Slack;

namespace PostingsBot.Tests.Channels.Slack.Installing;

public class InstalledWorkspacesTests
{
    private const string Team = "T0000007";
    private const string Redirect = "https://jobs.example/slack/oauth";

    private static readonly SlackOptions Options = new() { ClientId = StrictSlack.ClientId, ClientSecret = StrictSlack.ClientSecret };

    private readonly VirtualTime time = new();
    private readonly MemoryDocumentStore store = new();
    private readonly EphemeralDataProtectionProvider keys = new();
    private readonly StrictSlack slack;

    public InstalledWorkspacesTests() => slack = new StrictSlack(time);

    [Fact]
    public void Find_Installed_GivesTheTokenThatWasStoredEncrypted() => time.Run(async () =>
    {
        var workspaces = Workspaces();
        await InstallAsync(workspaces);

        var found = await FoundAsync(workspaces);

        Assert.Equal((Team, SlackInstalls.BotUser), (found.Team, found.BotUser));
        Assert.Null(slack.Installs.Find("Bearer " + found.Token).Error);
        Assert.DoesNotContain("xox", (await StoredAsync()).Json, StringComparison.Ordinal);
        Assert.IsType<WorkspaceLookup.Missing>(await workspaces.FindAsync("T0000008", CancellationToken.None));
    });

    [Theory]
    [InlineData("")]
    [InlineData("T1/../T2")]
    [InlineData("T1 ")]
    public void Find_BadTeam_IsMissing(string team) => time.Run(async () => Assert.IsType<WorkspaceLookup.Missing>(await Workspaces().FindAsync(team, CancellationToken.None)));

    [Fact]
    public void Find_AnotherKey_SaysThatTheKeyIsMissing() => time.Run(async () =>
    {
        await InstallAsync(Workspaces());

        var unusable = Assert.IsType<WorkspaceLookup.Unusable>(await Workspaces(new EphemeralDataProtectionProvider()).FindAsync(Team, CancellationToken.None));

        Assert.Contains("PostingsBot:Slack:KeyFolder", unusable.Reason, StringComparison.Ordinal);
        Assert.False(unusable.MayPass);
    });

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"Name":"x","BotUser":"U1","Tokens":"CfDJ8damaged"}""")]
    public void Find_DamagedRecord_SaysSo(string json) => time.Run(async () =>
    {
        await store.WriteAsync(new Dictionary<string, StateChange> { [WorkspaceRecord.KeyOf(Team)] = new(json, "*") }, CancellationToken.None);

        Assert.Contains("/slack/install", Assert.IsType<WorkspaceLookup.Unusable>(await Workspaces().FindAsync(Team, CancellationToken.None)).Reason, StringComparison.Ordinal);
    });

    [Fact]
    public void Find_RecordOfAnotherTeam_DoesNotOpen() => time.Run(async () =>
    {
        await InstallAsync(Workspaces());
        await store.WriteAsync(new Dictionary<string, StateChange> { [WorkspaceRecord.KeyOf("T0000666")] = new((await StoredAsync()).Json, "*") }, CancellationToken.None);

        Assert.IsType<WorkspaceLookup.Unusable>(await Workspaces().FindAsync("T0000666", CancellationToken.None));
    });

    [Fact]
    public void Find_InTheLastHour_RenewsOnceForAllWhoAsk() => time.Run(async () =>
    {
        slack.Installs.Rotates = true;
        var workspaces = Workspaces();
        await InstallAsync(workspaces);
        var first = (await FoundAsync(workspaces)).Token;
        await Task.Delay(TimeSpan.FromHours(11.5), time);

        var during = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => FoundAsync(workspaces)));

        Assert.All(during, one => Assert.Null(slack.Installs.Find("Bearer " + one.Token).Error));
        await Task.Delay(TimeSpan.FromSeconds(1), time);
        Assert.Equal(1, slack.Installs.Refreshed);
        var renewed = (await FoundAsync(workspaces)).Token;
        Assert.NotEqual(first, renewed);
        Assert.Null(slack.Installs.Find("Bearer " + renewed).Error);
    });

    [Fact]
    public void Find_ExpiredWhileAsleep_WaitsForTheNewToken() => time.Run(async () =>
    {
        slack.Installs.Rotates = true;
        var workspaces = Workspaces();
        await InstallAsync(workspaces);
        await Task.Delay(TimeSpan.FromDays(3), time);

        var found = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => FoundAsync(workspaces)));

        Assert.All(found, one => Assert.Null(slack.Installs.Find("Bearer " + one.Token).Error));
        Assert.Equal(1, slack.Installs.Refreshed);
    });

    [Fact]
    public void Find_TwoBotsOnOneStore_BothEndWithAGoodToken() => time.Run(async () =>
    {
        slack.Installs.Rotates = true;
        var (one, other) = (Workspaces(), Workspaces());
        await InstallAsync(one);
        await Task.Delay(TimeSpan.FromDays(3), time);

        var found = await Task.WhenAll(FoundAsync(one), FoundAsync(other));

        Assert.All(found, workspace => Assert.Null(slack.Installs.Find("Bearer " + workspace.Token).Error));
        Assert.Equal((await FoundAsync(one)).Token, (await FoundAsync(other)).Token);
    });

    [Theory]
    [InlineData("invalid_refresh_token", "install")]
    [InlineData("internal_error", "tried again")]
    public void Find_RenewalFails_KeepsTheTokenWhileItIsGoodThenSaysWhatToDo(string error, string says) => time.Run(async () =>
    {
        slack.Installs.Rotates = true;
        var workspaces = Workspaces();
        await InstallAsync(workspaces);
        await Task.Delay(TimeSpan.FromHours(11.5), time);
        for (var i = 0; i < 40; i++)
            slack.Refusals.Enqueue(("oauth.v2.access", error));

        var good = await FoundAsync(workspaces);
        Assert.Null(slack.Installs.Find("Bearer " + good.Token).Error);
        await Task.Delay(TimeSpan.FromHours(1), time);
        var unusable = Assert.IsType<WorkspaceLookup.Unusable>(await workspaces.FindAsync(Team, CancellationToken.None));

        Assert.Contains(says, unusable.Reason, StringComparison.Ordinal);
        Assert.Contains(error, unusable.Reason, StringComparison.Ordinal);
        Assert.Equal(error is "internal_error", unusable.MayPass);
    });

    [Fact]
    public void Forget_TokenRevoked_LeavesNothing() => time.Run(async () =>
    {
        var workspaces = Workspaces();
        await InstallAsync(workspaces);
        slack.Installs.Revoke(Team);

        await workspaces.ForgetAsync(Team, CancellationToken.None);

        Assert.Empty(store.Keys);
    });

    [Fact]
    public void Forget_InstalledAgainMeanwhile_IsKept() => time.Run(async () =>
    {
        var workspaces = Workspaces();
        await InstallAsync(workspaces);

        await workspaces.ForgetAsync(Team, CancellationToken.None);

        Assert.Equal(Team, (await FoundAsync(workspaces)).Team);
    });

    [Fact]
    public void Api_WorkspaceThatIsUnusable_IsToldAndLoggedWithoutASecret() => time.Run(async () =>
    {
        var log = new LogLines();
        await InstallAsync(Workspaces());
        var api = new SlackApi(Caller(), Workspaces(new EphemeralDataProtectionProvider()), Options, new TypedLog(log));

        Assert.Equal(SlackErrors.Refused(SlackErrors.TokenUnusable), await api.CallAsync(Team, "auth.test", [], CancellationToken.None));
        Assert.Equal(SlackErrors.Refused(SlackErrors.NotInstalled), await api.CallAsync("T404", "auth.test", [], CancellationToken.None));
        Assert.Contains(Team, Assert.Single(log.Lines), StringComparison.Ordinal);
    });

    [Fact]
    public void KeysIn_Folder_OpensAfterARestartAndIsForItsOwnerOnly()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "keys");
        var closed = new TokenVault(TokenVault.KeysIn(path)).Close(Team, new SlackTokens("xoxb-1", null, null));

        Assert.Equal("xoxb-1", new TokenVault(TokenVault.KeysIn(path)).TryOpen(Team, closed)!.Access);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
    }

    private InstalledWorkspaces Workspaces(IDataProtectionProvider? other = null) => new(store, new TokenVault(other ?? keys), Caller(), time, NullLogger<InstalledWorkspaces>.Instance);

    private SlackCaller Caller() => new(new SlackHttp(new HttpClient(new SlackHandler(slack)), time), Options, time, NullLogger.Instance);

    private async Task InstallAsync(InstalledWorkspaces workspaces)
    {
        var arguments = new JsonObject { ["code"] = slack.Installs.NewCode(Team, Redirect), ["redirect_uri"] = Redirect };
        var reply = Assert.IsType<SlackResult.Ok>(await Caller().CallAsClientAsync("oauth.v2.access", arguments, CancellationToken.None)).Reply;
        Assert.True(await workspaces.KeepAsync(InstallReply.Read(reply, time.GetUtcNow())!, CancellationToken.None));
    }

    private async Task<StoredItem> StoredAsync() => (await store.ReadAsync([WorkspaceRecord.KeyOf(Team)], CancellationToken.None)).Values.Single();

    private static async Task<Workspace> FoundAsync(InstalledWorkspaces workspaces) => Assert.IsType<WorkspaceLookup.Found>(await workspaces.FindAsync(Team, CancellationToken.None)).Workspace;

    private sealed class TypedLog(ILogger log) : ILogger<SlackApi>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => log.Log(logLevel, eventId, state, exception, formatter);
    }
}
