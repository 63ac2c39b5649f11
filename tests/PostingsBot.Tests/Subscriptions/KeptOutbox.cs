using PostingsBot.Storage.Digests;

namespace PostingsBot.Tests.Subscriptions;

/// <summary>Keeps messages and sends none.</summary>
internal sealed class KeptOutbox : IOutbox
{
    private readonly Dictionary<string, NewDelivery> kept = new(StringComparer.Ordinal);

    /// <summary>Each once.</summary>
    public IReadOnlyList<NewDelivery> Kept => [.. kept.Values];

    public Task<bool> PutAsync(NewDelivery message, DateTimeOffset now, CancellationToken ct) => Task.FromResult(kept.TryAdd(message.Key, message));

    public Task<IReadOnlyList<DueDelivery>> ClaimAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken ct) => throw new NotSupportedException();

    public Task<bool> SentAsync(DueDelivery due, string? activity, DateTimeOffset now, CancellationToken ct) => throw new NotSupportedException();

    public Task<bool> PostponeAsync(DueDelivery due, DateTimeOffset until, string error, CancellationToken ct) => throw new NotSupportedException();

    public Task<bool> GiveUpAsync(DueDelivery due, string error, DateTimeOffset now, CancellationToken ct) => throw new NotSupportedException();

    public Task<IReadOnlyList<DeadDelivery>> DeadAsync(int take, CancellationToken ct) => throw new NotSupportedException();

    public Task<bool> ReplayAsync(long number, DateTimeOffset now, CancellationToken ct) => throw new NotSupportedException();
}
