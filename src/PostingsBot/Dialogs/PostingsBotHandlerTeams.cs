using PostingsBot.Channels.Teams;
using PostingsBot.Storage;

namespace PostingsBot.Dialogs;

/// <summary>What Teams alone sends, handed to those who do it.</summary>
internal sealed partial class PostingsBotHandler
{
    private const string Added = "add";
    private const string Upgraded = "add-upgrade";

    protected override Task OnInstallationUpdateActivityAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => turnContext.Activity.Action switch
    {
        Added or Upgraded => teams.Installing.AddedAsync(turnContext, turnContext.Activity.Action is Upgraded, cancellationToken),
        "remove" or "remove-upgrade" => teams.Installing.RemovedAsync(turnContext, cancellationToken),
        _ => Task.CompletedTask,
    };

    protected override Task OnConversationUpdateActivityAsync(ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var update = (Activity)turnContext.Activity;
        return TeamsScope.IsTeams(update) && (update.MembersAdded is { Count: > 0 } || update.MembersRemoved is { Count: > 0 })
            ? teams.Installing.MembersChangedAsync(turnContext, cancellationToken)
            : base.OnConversationUpdateActivityAsync(turnContext, cancellationToken);
    }

    protected override Task OnTeamsChannelDeletedAsync(ChannelInfo? channelInfo, TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        channelInfo?.Id is { } channel ? teams.Conversations.ForgetConversationAsync(channel, cancellationToken) : Task.CompletedTask;

    protected override Task OnTeamsTeamDeletedAsync(TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        teams.Installing.RemovedAsync(turnContext, cancellationToken);

    protected override Task OnTeamsTeamHardDeletedAsync(TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        teams.Installing.RemovedAsync(turnContext, cancellationToken);

    private async Task KeepConversationAsync(Activity message, CancellationToken ct)
    {
        if (!TeamsScope.IsTeams(message))
            return;
        try
        {
            await teams.Conversations.KeepAsync(message, ct);
        }
        catch (StorageUnavailableException error)
        {
            // The next message brings the same.
            HostLog.MemoryOutOfReach(logger, message.ChannelId, error.Message);
        }
    }
}
