namespace PostingsBot.BotFramework.Teams;

/// <summary>Questions to Teams about the conversation of a turn.</summary>
public static class TeamsInfo
{
    /// <exception cref="ErrorResponseException">Teams refused; 404 when the person is not in the conversation.</exception>
    public static Task<TeamsChannelAccount> GetMemberAsync(ITurnContext turnContext, string userId, CancellationToken cancellationToken = default) =>
        Connector(turnContext).GetMemberAsync(ConversationOf(turnContext), userId, cancellationToken);

    /// <exception cref="ErrorResponseException">Teams refused.</exception>
    public static Task<TeamsPagedMembersResult> GetPagedMembersAsync(
        ITurnContext turnContext, int? pageSize = null, string? continuationToken = null, CancellationToken cancellationToken = default) =>
        Connector(turnContext).GetPagedMembersAsync(ConversationOf(turnContext), pageSize, continuationToken, cancellationToken);

    // A team's roster belongs to the team, whatever the thread.
    private static string ConversationOf(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.Activity.TryGetChannelData<TeamsChannelData>(out var data) && data?.Team?.Id is { } team ? team : turnContext.Activity.Conversation.Id;
    }

    private static Connector.ConnectorClient Connector(ITurnContext turnContext) => turnContext?.Adapter is AspNetCore.CloudAdapter adapter
        ? adapter.ConnectorFor(turnContext)
        : throw new InvalidOperationException("Only a turn of the CloudAdapter can ask Teams.");
}
