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

    /// <param name="owner">Who.</param>
    /// <param name="speaks">As the channel names the person: the name, and the id by which it says later that the person left.</param>
    /// <param name="ct">Stops the write.</param>
    public Task RememberAsync(Owner owner, ChannelAccount? speaks, CancellationToken ct)
    {
        var name = speaks?.Name is { } said && !string.IsNullOrWhiteSpace(said) ? said.Length > Longest ? said[..Longest] : said : null;
        return store.WriteAsync(new Dictionary<string, StateChange> { [KeyOf(owner)] = new(JsonSerializer.Serialize(new KnownOwner(name, speaks?.Id), PlainJson.Default.KnownOwner), "*") }, ct);
    }

    /// <summary>Null when the name is not known.</summary>
    public async Task<string?> FindAsync(Owner owner, CancellationToken ct) => (await ReadAsync(owner, ct))?.Name;

    /// <summary>The id that the channel uses for the person in conversations; null when it is not known.</summary>
    public async Task<string?> FindIdAsync(Owner owner, CancellationToken ct) => (await ReadAsync(owner, ct))?.Id;

    public Task ForgetAsync(Owner owner, CancellationToken ct) => store.DeleteAsync([KeyOf(owner)], ct);

    private async Task<KnownOwner?> ReadAsync(Owner owner, CancellationToken ct)
    {
        var items = await store.ReadAsync([KeyOf(owner)], ct);
        if (!items.TryGetValue(KeyOf(owner), out var item))
            return null;
        // Versions before kept the name alone.
        return item.Json.StartsWith('"') ? new KnownOwner(JsonSerializer.Deserialize(item.Json, PlainJson.Default.String), null) : JsonSerializer.Deserialize(item.Json, PlainJson.Default.KnownOwner);
    }

    /// <summary>In Slack it is forgotten with the workspace.</summary>
    private static string KeyOf(Owner owner) =>
        owner.Channel == SlackAdapter.ChannelId && SlackPlace.Parse(owner.User) is { } place ? $"{SlackAsides.KeysOf(place.Team)}{Section}{owner.User}" : $"{Section}{owner.Channel}/{owner.User}";
}

internal sealed record KnownOwner(string? Name, string? Id);
