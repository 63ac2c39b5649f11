using System.Text.Json;
using PostingsBot.Channels.Slack;
using PostingsBot.Channels.Slack.Working;
using PostingsBot.Core.Digests;
using PostingsBot.Storage.State;

namespace PostingsBot.Subscriptions;

/// <summary>What those who set up subscriptions in groups and channels are called there: others see whose they are.</summary>
internal sealed class OwnerNames(IDocumentStore store)
{
    private const string Section = "owners/";
    private const int Longest = 80;

    public Task RememberAsync(Owner owner, string? name, CancellationToken ct) => string.IsNullOrWhiteSpace(name)
        ? Task.CompletedTask
        : store.WriteAsync(new Dictionary<string, StateChange> { [KeyOf(owner)] = new(JsonSerializer.Serialize(name.Length > Longest ? name[..Longest] : name), "*") }, ct);

    /// <summary>Null when the name is not known.</summary>
    public async Task<string?> FindAsync(Owner owner, CancellationToken ct)
    {
        var items = await store.ReadAsync([KeyOf(owner)], ct);
        return items.TryGetValue(KeyOf(owner), out var item) ? JsonSerializer.Deserialize<string>(item.Json) : null;
    }

    public Task ForgetAsync(Owner owner, CancellationToken ct) => store.DeleteAsync([KeyOf(owner)], ct);

    /// <summary>In Slack it is forgotten with the workspace.</summary>
    private static string KeyOf(Owner owner) =>
        owner.Channel == SlackAdapter.ChannelId && SlackPlace.Parse(owner.User) is { } place ? $"{SlackAsides.KeysOf(place.Team)}{Section}{owner.User}" : $"{Section}{owner.Channel}/{owner.User}";
}
