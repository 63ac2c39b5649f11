using System.Text.Json;
using PostingsBot.Channels.Slack;
using PostingsBot.Channels.Slack.Working;
using PostingsBot.Core.Digests;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.State;
using PostingsBot.Subscriptions;

namespace PostingsBot.Recruiting.After;

/// <summary>
/// Where those who post and edit are reached: alone with the bot where that was ever so, on Slack always; else where they spoke last. A broken database throws a
/// <see cref="Storage.StorageException"/>.
/// </summary>
internal sealed class OwnerPlaces(IDocumentStore store, DestinationBook book, TimeProvider clock)
{
    private const string Section = "recruiters/";

    /// <param name="person">Who speaks, proven.</param>
    /// <param name="activity">What they say.</param>
    /// <param name="ct">Stops the write.</param>
    public async Task RememberAsync(Actor person, Activity activity, CancellationToken ct)
    {
        var known = await FindAsync(person, ct);
        var spoken = Alone(activity);
        var here = Readers.DestinationOf(spoken);
        var zone = Readers.ZoneOf(activity) ?? known?.Zone;
        var now = known is { Kind: DestinationKind.Person } && here.Kind is not DestinationKind.Person
            ? known with { Zone = zone }
            : new OwnerPlace(here.Channel, here.Conversation, here.Kind, zone, known?.Since ?? clock.GetUtcNow());
        if (now == known)
            return;
        if (now.Destination != known?.Destination)
            await book.RememberAsync(spoken, ct);
        await store.WriteAsync(new Dictionary<string, StateChange> { [KeyOf(person)] = new(JsonSerializer.Serialize(now, WebJson.Default.OwnerPlace), "*") }, ct);
    }

    /// <summary>Null when the person was never met, or what is kept is of another version.</summary>
    public async Task<OwnerPlace?> FindAsync(Actor person, CancellationToken ct)
    {
        var items = await store.ReadAsync([KeyOf(person)], ct);
        if (!items.TryGetValue(KeyOf(person), out var item))
            return null;
        try
        {
            return JsonSerializer.Deserialize(item.Json, WebJson.Default.OwnerPlace);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public Task ForgetAsync(Actor person, CancellationToken ct) => store.DeleteAsync([KeyOf(person)], ct);

    /// <summary>A key for something that is kept of a person; in Slack it is forgotten with the workspace.</summary>
    public static string KeyOf(Actor person, string section = Section) =>
        person.Channel == SlackAdapter.ChannelId && SlackPlace.Parse(person.User) is { } place ? $"{SlackAsides.KeysOf(place.Team)}{section}{person.User}" : $"{section}{person.Channel}/{person.User}";

    /// <summary>Slack reaches a person by the person's own id, whatever channel they spoke in.</summary>
    private static Activity Alone(Activity activity)
    {
        if (activity.ChannelId != SlackAdapter.ChannelId || SlackPlace.Parse(activity.Conversation.Id) is not { IsPersonal: false } shared || SlackPlace.Parse(activity.From?.Id) is not { Channel: var user })
            return activity;
        return new Activity
        {
            Type = activity.Type,
            ChannelId = activity.ChannelId,
            ServiceUrl = activity.ServiceUrl,
            From = activity.From,
            Recipient = activity.Recipient,
            Conversation = new ConversationAccount { Id = (shared with { Thread = null, Aside = user }).Id, ConversationType = "personal", TenantId = activity.Conversation.TenantId },
        };
    }
}
