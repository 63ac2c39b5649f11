using PostingsBot.Channels.Slack.Web;

namespace PostingsBot.Channels.Slack.Installing;

/// <summary>The one workspace whose token stands in the configuration. Slack is asked once which one that is.</summary>
internal sealed class ConfiguredWorkspace(string token, SlackCaller caller, TimeProvider time) : IWorkspaces, IDisposable
{
    private static readonly TimeSpan RememberFailure = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _asking = new(1);
    private volatile Known? _known;

    public async Task<WorkspaceLookup> FindAsync(string team, CancellationToken ct)
    {
        var known = Current() ?? await AskAsync(ct);
        return known.Lookup is WorkspaceLookup.Found { Workspace.Team: var own } && own != team ? new WorkspaceLookup.Missing() : known.Lookup;
    }

    /// <summary>There is nothing to forget but what Slack said about the token.</summary>
    public Task ForgetAsync(string team, CancellationToken ct)
    {
        _known = null;
        return Task.CompletedTask;
    }

    public void Dispose() => _asking.Dispose();

    private Known? Current() => _known is { } known && !(known.Until <= time.GetUtcNow()) ? known : null;

    private async Task<Known> AskAsync(CancellationToken ct)
    {
        await _asking.WaitAsync(ct);
        try
        {
            if (Current() is { } meanwhile)
                return meanwhile;
            var known = Read(await caller.CallAsync(team: "", token, "auth.test", [], ct));
            _known = known;
            return known;
        }
        finally
        {
            _asking.Release();
        }
    }

    private Known Read(SlackResult result)
    {
        if (result is SlackResult.Ok ok && JsonText.Of(ok.Reply, "team_id") is { } team && JsonText.Of(ok.Reply, "user_id") is { } user)
            return new Known(new WorkspaceLookup.Found(new Workspace(team, token, user)), null);
        var refused = result as SlackResult.Refused;
        var mayPass = refused is { Remedy: SlackRemedy.Retry };
        var reason = InstallWording.TokenRefused(refused?.Error ?? SlackErrors.Unreadable);
        return new Known(new WorkspaceLookup.Unusable(reason, mayPass), time.GetUtcNow() + RememberFailure);
    }

    /// <param name="Until">Null for ever.</param>
    private sealed record Known(WorkspaceLookup Lookup, DateTimeOffset? Until);
}
