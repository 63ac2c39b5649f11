using PostingsBot.BotSdk;
using PostingsBot.Channels.Slack;
using PostingsBot.Channels.Slack.Working;
using PostingsBot.Channels.Teams;
using PostingsBot.Core.Digests;
using PostingsBot.Storage.State;

namespace PostingsBot.Subscriptions;

/// <summary>
/// How destinations are reached when the bot speaks first. What is kept names nobody. On Teams it is what every message renews and what goes when the bot is
/// removed; elsewhere what was so when somebody subscribed. A broken database throws a <see cref="Storage.StorageException"/>.
/// </summary>
internal sealed class DestinationBook(IDocumentStore store, KnownConversations teams)
{
    private const string Section = "destinations/";

    /// <summary>Only for activities whose sender the adapter has checked: the address of an unchecked one may be anybody's.</summary>
    public Task RememberAsync(Activity activity, CancellationToken ct)
    {
        if (TeamsScope.IsTeams(activity))
            return teams.KeepAsync(activity, ct, surely: true);
        var destination = Readers.DestinationOf(activity);
        var reference = new ConversationReference
        {
            ChannelId = activity.ChannelId,
            ServiceUrl = activity.ServiceUrl,
            Bot = new ChannelAccount { Id = activity.Recipient?.Id },
            User = destination.Kind is DestinationKind.Person ? new ChannelAccount { Id = activity.From?.Id } : null,
            Conversation = new ConversationAccount
            {
                Id = destination.Conversation,
                ConversationType = destination.Kind is DestinationKind.Person ? "personal" : activity.Conversation.ConversationType,
                IsGroup = destination.Kind is DestinationKind.Person ? null : true,
                TenantId = activity.Conversation.TenantId,
            },
        };
        return store.WriteAsync(new Dictionary<string, StateChange> { [KeyOf(destination.Channel, destination.Conversation)] = new(ActivityValues.Write(reference), "*") }, ct);
    }

    /// <summary>Null when the destination was never remembered, or the bot was removed from it.</summary>
    public async Task<ConversationReference?> FindAsync(string channel, string conversation, CancellationToken ct)
    {
        if (channel == TeamsScope.Channel)
            return (await teams.FindAsync(conversation, ct))?.ToReference();
        var key = KeyOf(channel, conversation);
        var items = await store.ReadAsync([key], ct);
        return items.TryGetValue(key, out var item) ? ActivityValues.ReadReference(item.Json) : null;
    }

    public Task ForgetAsync(string channel, string conversation, CancellationToken ct) =>
        channel == TeamsScope.Channel ? teams.ForgetConversationAsync(conversation, ct) : store.DeleteAsync([KeyOf(channel, conversation)], ct);

    /// <summary>In Slack it is forgotten with the workspace.</summary>
    private static string KeyOf(string channel, string conversation) =>
        channel == SlackAdapter.ChannelId && SlackPlace.Parse(conversation) is { } place ? $"{SlackAsides.KeysOf(place.Team)}{Section}{conversation}" : $"{Section}{channel}/{conversation}";
}
