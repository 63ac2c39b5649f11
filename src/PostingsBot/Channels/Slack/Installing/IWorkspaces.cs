namespace PostingsBot.Channels.Slack.Installing;

/// <summary>The workspaces in which the app is installed. A broken store throws a <see cref="Storage.StorageException"/>.</summary>
internal interface IWorkspaces
{
    /// <summary>The workspace with a token that is good for minutes at least.</summary>
    Task<WorkspaceLookup> FindAsync(string team, CancellationToken ct);

    /// <summary>The app was taken out, or its tokens were revoked: nothing of the workspace is kept.</summary>
    Task ForgetAsync(string team, CancellationToken ct);
}

/// <param name="Team">Its id ("T…").</param>
/// <param name="Token">A secret.</param>
/// <param name="BotUser">The bot's own user id in it ("U…").</param>
internal sealed record Workspace(string Team, string Token, string BotUser)
{
    public override string ToString() => Team;
}

internal abstract record WorkspaceLookup
{
    private WorkspaceLookup()
    {
    }

    public sealed record Found(Workspace Workspace) : WorkspaceLookup;

    /// <summary>The app is not installed there.</summary>
    public sealed record Missing : WorkspaceLookup;

    /// <summary>Something is kept, but there is no token to be had from it.</summary>
    /// <param name="Reason">A sentence for the log: what is wrong and what to do.</param>
    /// <param name="MayPass">Whether it may be different in a while.</param>
    public sealed record Unusable(string Reason, bool MayPass) : WorkspaceLookup;
}
