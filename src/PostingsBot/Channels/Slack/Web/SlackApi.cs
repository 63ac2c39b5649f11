using System.Text.Json.Nodes;
using PostingsBot.Channels.Slack.Installing;
using PostingsBot.Configuration;

namespace PostingsBot.Channels.Slack.Web;

/// <inheritdoc cref="ISlackApi"/>
internal sealed class SlackApi(SlackCaller caller, IWorkspaces workspaces, SlackOptions options, ILogger<SlackApi> logger) : ISlackApi
{
    public async Task<SlackResult> CallAsync(string team, string method, JsonObject arguments, CancellationToken ct)
    {
        switch (await workspaces.FindAsync(team, ct))
        {
            case WorkspaceLookup.Found found:
                return await caller.CallAsync(team, found.Workspace.Token, method, arguments, ct);
            case WorkspaceLookup.Unusable unusable:
                HostLog.SlackWorkspaceUnusable(logger, team, unusable.Reason);
                return unusable.MayPass ? new SlackResult.Refused(SlackErrors.TokenUnusable, SlackRemedy.Retry) : SlackErrors.Refused(SlackErrors.TokenUnusable);
            default:
                return SlackErrors.Refused(SlackErrors.NotInstalled);
        }
    }

    public Task<SlackResult> CallAsAppAsync(string method, JsonObject arguments, CancellationToken ct) => caller.CallAsync(
        team: "", options.AppToken ?? throw new InvalidOperationException("there is no app-level token"), method, arguments, ct);

    public Task<SlackResult> RespondAsync(Uri responseUrl, JsonObject message, CancellationToken ct) => caller.RespondAsync(responseUrl, message, ct);
}
