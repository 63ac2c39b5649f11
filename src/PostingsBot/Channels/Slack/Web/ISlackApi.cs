using System.Text.Json.Nodes;

namespace PostingsBot.Channels.Slack.Web;

/// <summary>
/// Slack's Web API. A call waits for its turn within Slack's limits and is made again after a failure that passes. What Slack refuses is a value; only a
/// cancelled call and a broken store of workspaces throw. Calls of one method in one workspace go in the order in which they were made, so whoever has thousands
/// to make makes a few at a time: answers to people wait behind them.
/// </summary>
internal interface ISlackApi
{
    /// <summary>Calls a method with the token of a workspace.</summary>
    /// <param name="team">The id of the workspace ("T…").</param>
    /// <param name="method">Such as "chat.postMessage".</param>
    /// <param name="arguments">Sent as a form, what is nested as JSON; not changed.</param>
    Task<SlackResult> CallAsync(string team, string method, JsonObject arguments, CancellationToken ct);

    /// <summary>Calls a method with the app's own token, as Socket Mode asks.</summary>
    Task<SlackResult> CallAsAppAsync(string method, JsonObject arguments, CancellationToken ct);

    /// <summary>Answers at the address that came with a command or a button: five times within thirty minutes, then Slack has closed it.</summary>
    Task<SlackResult> RespondAsync(Uri responseUrl, JsonObject message, CancellationToken ct);
}
