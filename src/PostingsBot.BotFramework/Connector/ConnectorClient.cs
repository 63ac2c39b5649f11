using PostingsBot.BotFramework.Schema.Teams;

namespace PostingsBot.BotFramework.Connector;

/// <summary>
/// The operations of the channel at one service URL. Each method throws <see cref="ErrorResponseException"/> when the channel
/// refuses, <see cref="HttpRequestException"/> when it cannot be reached, <see cref="OperationCanceledException"/> when it is too slow.
/// </summary>
internal sealed class ConnectorClient(ConnectorSender sender, string serviceUrl)
{
    private readonly string _root = serviceUrl.TrimEnd('/') + "/v3/";

    public async Task<ConversationResourceResponse> CreateConversationAsync(ConversationParameters parameters, CancellationToken cancellationToken) =>
        await sender.SendAsync<ConversationResourceResponse>(
            HttpMethod.Post, Uri("conversations"), parameters, Lane.Creating(parameters.Members is [{ Id: { } id }, ..] ? id : ""), cancellationToken) ?? new();

    public Task<ResourceResponse> SendToConversationAsync(Activity activity, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, activity.Conversation.Id, null, activity, cancellationToken);

    public Task<ResourceResponse> ReplyToActivityAsync(Activity activity, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, activity.Conversation.Id, activity.ReplyToId, activity, cancellationToken);

    public Task<ResourceResponse> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, activity.Conversation.Id, activity.Id, activity, cancellationToken);

    public Task DeleteActivityAsync(string conversationId, string activityId, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Delete, conversationId, activityId, null, cancellationToken);

    /// <summary>Everybody in the conversation. Teams gives at most 10,000 and asks for <see cref="GetPagedMembersAsync"/> instead.</summary>
    public async Task<IList<ChannelAccount>> GetMembersAsync(string conversationId, CancellationToken cancellationToken) =>
        await AskAsync<List<ChannelAccount>>(conversationId, "/members", cancellationToken) ?? [];

    public async Task<TeamsChannelAccount> GetMemberAsync(string conversationId, string memberId, CancellationToken cancellationToken) =>
        await AskAsync<TeamsChannelAccount>(conversationId, "/members/" + Escape(memberId), cancellationToken) ?? new();

    /// <param name="pageSize">Teams takes 50 to 500.</param>
    /// <param name="continuationToken">Of the page before; null for the first.</param>
    public async Task<TeamsPagedMembersResult> GetPagedMembersAsync(string conversationId, int? pageSize, string? continuationToken, CancellationToken cancellationToken)
    {
        var query = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"?pageSize={pageSize}&continuationToken={Escape(continuationToken ?? "")}");
        return await AskAsync<TeamsPagedMembersResult>(conversationId, "/pagedmembers" + query, cancellationToken) ?? new();
    }

    /// <summary>Puts a file where <see cref="GetAttachmentInfoAsync"/> finds it by the id that comes back.</summary>
    public async Task<ResourceResponse> UploadAttachmentAsync(string conversationId, AttachmentData attachment, CancellationToken cancellationToken) =>
        await sender.SendAsync<ResourceResponse>(
            HttpMethod.Post, Uri("conversations/" + Escape(conversationId) + "/attachments"), attachment, Lane.Sending(conversationId), cancellationToken) ?? new();

    public async Task<AttachmentInfo> GetAttachmentInfoAsync(string attachmentId, CancellationToken cancellationToken) =>
        await sender.SendAsync<AttachmentInfo>(HttpMethod.Get, Uri("attachments/" + Escape(attachmentId)), null, Lane.Members(attachmentId), cancellationToken) ?? new();

    private async Task<ResourceResponse> SendAsync(HttpMethod method, string conversationId, string? activityId, Activity? activity, CancellationToken cancellationToken)
    {
        var path = "conversations/" + Escape(conversationId) + "/activities" + (activityId is null ? "" : "/" + Escape(activityId));
        return await sender.SendAsync<ResourceResponse>(method, Uri(path), activity, Lane.Sending(conversationId), cancellationToken) ?? new();
    }

    private Task<T?> AskAsync<T>(string conversationId, string what, CancellationToken cancellationToken) where T : class =>
        sender.SendAsync<T>(HttpMethod.Get, Uri("conversations/" + Escape(conversationId) + what), null, Lane.Members(conversationId), cancellationToken);

    private static string Escape(string id) => System.Uri.EscapeDataString(id);

    // Ids are opaque and may hold slashes, dots or per cent signs: they must reach the channel as they are.
    private Uri Uri(string path) => new(_root + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
}
