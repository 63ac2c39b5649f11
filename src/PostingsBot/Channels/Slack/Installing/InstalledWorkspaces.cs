using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using PostingsBot.Channels.Slack.Web;
using PostingsBot.Storage.State;

namespace PostingsBot.Channels.Slack.Installing;

/// <summary>Workspaces that installed the app themselves, in the document store with their tokens encrypted. Tokens that expire are renewed before they do.</summary>
internal sealed class InstalledWorkspaces(IDocumentStore store, TokenVault vault, SlackCaller caller, TimeProvider time, ILogger<InstalledWorkspaces> logger) : IWorkspaces
{
    private const int LongestTeam = 50;

    /// <summary>Tokens live for twelve hours. So long before the end they are renewed, while calls go on with the old one.</summary>
    private static readonly TimeSpan RenewBefore = TimeSpan.FromHours(1);

    /// <summary>So long before the end a call waits for the new one.</summary>
    private static readonly TimeSpan WaitBefore = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, Lazy<Task<WorkspaceLookup>>> _renewals = new(StringComparer.Ordinal);

    public async Task<WorkspaceLookup> FindAsync(string team, CancellationToken ct)
    {
        var (lookup, kept) = await ReadAsync(team, ct);
        if (kept is null || !IsWithin(kept.Tokens, RenewBefore))
            return lookup;
        var renewal = RenewOnceAsync(team);
        return IsWithin(kept.Tokens, WaitBefore) ? await renewal.WaitAsync(ct) : lookup;
    }

    public async Task<bool> KeepAsync(InstallReply reply, CancellationToken ct)
    {
        if (!IsTeam(reply.Team))
            return false;
        await store.WriteAsync(new Dictionary<string, StateChange> { [WorkspaceRecord.KeyOf(reply.Team)] = new(RecordOf(reply).Write(), "*") }, ct);
        HostLog.SlackInstalled(logger, reply.Team);
        return true;
    }

    // Slack tells of an end up to minutes late: who has installed the app again meanwhile keeps it.
    public async Task ForgetAsync(string team, CancellationToken ct)
    {
        var (lookup, _) = await ReadAsync(team, ct);
        if (lookup is WorkspaceLookup.Found found && await caller.CallAsync(team, found.Workspace.Token, "auth.test", [], ct) is SlackResult.Ok)
            return;
        await store.DeleteAsync([WorkspaceRecord.KeyOf(team)], ct);
        HostLog.SlackForgotten(logger, team);
    }

    private static bool IsTeam(string team) => team.Length is > 0 and <= LongestTeam && team.All(char.IsAsciiLetterOrDigit);

    private bool IsWithin(SlackTokens tokens, TimeSpan span) => tokens.Expires - span <= time.GetUtcNow();

    private WorkspaceRecord RecordOf(InstallReply reply) => new(reply.Name ?? reply.Team, reply.BotUser, vault.Close(reply.Team, reply.Tokens));

    private async Task<(WorkspaceLookup Lookup, Kept? Kept)> ReadAsync(string team, CancellationToken ct)
    {
        var key = WorkspaceRecord.KeyOf(team);
        if (!IsTeam(team) || !(await store.ReadAsync([key], ct)).TryGetValue(key, out var item))
            return (new WorkspaceLookup.Missing(), null);
        if (WorkspaceRecord.Read(item.Json) is not { } record)
            return (new WorkspaceLookup.Unusable(InstallWording.RecordDamaged, MayPass: false), null);
        return vault.TryOpen(team, record.Tokens) is { } tokens
            ? (Found(team, record.BotUser, tokens), new Kept(item.ETag, tokens))
            : (new WorkspaceLookup.Unusable(InstallWording.KeyMissing, MayPass: false), null);
    }

    private static WorkspaceLookup.Found Found(string team, string botUser, SlackTokens tokens) => new(new Workspace(team, tokens.Access, botUser));

    /// <summary>One renewal at a time for a workspace; it goes on when whoever began it has gone.</summary>
    private Task<WorkspaceLookup> RenewOnceAsync(string team)
    {
        return _renewals.GetOrAdd(team, _ => new Lazy<Task<WorkspaceLookup>>(EndedAsync)).Value;

        async Task<WorkspaceLookup> EndedAsync()
        {
            try
            {
                return await RenewAsync(team);
            }
            finally
            {
                _renewals.TryRemove(team, out _);
            }
        }
    }

    private async Task<WorkspaceLookup> RenewAsync(string team)
    {
        var (lookup, kept) = await ReadAsync(team, CancellationToken.None);
        if (kept is null || !IsWithin(kept.Tokens, RenewBefore))
            return lookup;
        if (kept.Tokens.Refresh is not { } refresh)
            return IsWithin(kept.Tokens, TimeSpan.Zero) ? new WorkspaceLookup.Unusable(InstallWording.NoRefreshToken, MayPass: false) : lookup;
        var result = await caller.CallAsClientAsync("oauth.v2.access", new JsonObject { ["grant_type"] = "refresh_token", ["refresh_token"] = refresh }, CancellationToken.None);
        if (result is SlackResult.Ok ok && InstallReply.Read(ok.Reply, time.GetUtcNow()) is { } reply && reply.Team == team)
            return await KeepRenewedAsync(reply, kept.ETag);
        var error = (result as SlackResult.Refused)?.Error ?? SlackErrors.Unreadable;
        HostLog.SlackNotRenewed(logger, team, error);
        return await AfterRefusalAsync(team, kept.ETag, error, result is SlackResult.Refused { Remedy: SlackRemedy.Retry });
    }

    // Another bot on the same database may have renewed it at the same moment: then its token counts.
    private async Task<WorkspaceLookup> KeepRenewedAsync(InstallReply reply, string etag)
    {
        var record = RecordOf(reply);
        var written = await store.WriteAsync(new Dictionary<string, StateChange> { [WorkspaceRecord.KeyOf(reply.Team)] = new(record.Write(), etag) }, CancellationToken.None);
        return written is WriteResult.Written ? Found(reply.Team, record.BotUser, reply.Tokens) : (await ReadAsync(reply.Team, CancellationToken.None)).Lookup;
    }

    private async Task<WorkspaceLookup> AfterRefusalAsync(string team, string etag, string error, bool mayPass)
    {
        var (lookup, kept) = await ReadAsync(team, CancellationToken.None);
        if (kept is null || kept.ETag != etag || !IsWithin(kept.Tokens, TimeSpan.Zero))
            return lookup;
        return new WorkspaceLookup.Unusable(mayPass ? InstallWording.RenewalFailed(error) : InstallWording.RenewalRefused(error), mayPass);
    }

    private sealed record Kept(string ETag, SlackTokens Tokens);
}
