using System.Text.Json;
using PostingsBot.Storage.State;

namespace PostingsBot.Recruiting.After;

/// <summary>
/// Who of several bots does a piece of work: whoever holds it goes on, the others look again later. It spares work; that nothing is done twice rests on versions and keys.
/// A broken database throws a <see cref="Storage.StorageException"/>.
/// </summary>
/// <param name="store">Where it is noted.</param>
/// <param name="work">Its name.</param>
/// <param name="clock">For the lease.</param>
internal sealed class Lead(IDocumentStore store, string work, TimeProvider clock)
{
    /// <summary>A holder that stops is followed after so long.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    private readonly string key = "leads/" + work;
    private readonly string me = Guid.NewGuid().ToString("N");

    /// <summary>Takes or renews the lead.</summary>
    public async Task<bool> HoldAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var items = await store.ReadAsync([key], ct);
        var held = items.TryGetValue(key, out var item) ? JsonSerializer.Deserialize(item.Json, PlainJson.Default.LeadHolder) : null;
        // A lease from a clock that was far ahead holds nobody back.
        if (held is not null && held.Name != me && held.Until > now && held.Until <= now + (Lease * 2))
            return false;
        var mine = JsonSerializer.Serialize(new LeadHolder(me, now + Lease), PlainJson.Default.LeadHolder);
        return await store.WriteAsync(new Dictionary<string, StateChange> { [key] = new(mine, item?.ETag) }, ct) is WriteResult.Written;
    }
}

internal sealed record LeadHolder(string Name, DateTimeOffset Until);
