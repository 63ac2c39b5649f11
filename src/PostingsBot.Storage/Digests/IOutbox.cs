namespace PostingsBot.Storage.Digests;

/// <summary>
/// Messages to be sent, in the order in which they were made for each destination: one that waits holds back those behind it. A broken database throws a
/// <see cref="StorageException"/>.
/// </summary>
public interface IOutbox
{
    /// <summary>Puts a message behind those that wait for its destination. One key is taken once: name in it the day or the change that the message is about.</summary>
    /// <returns>False, and nothing is put, when there is or was a message of this key.</returns>
    Task<bool> PutAsync(NewDelivery message, DateTimeOffset now, CancellationToken ct);

    /// <summary>
    /// Takes deliveries that are due. Nobody else gets them until the lease ends or they are settled; an attempt above 1 may have been sent already.
    /// One that was made due by a clock that was days ahead is among them.
    /// </summary>
    Task<IReadOnlyList<DueDelivery>> ClaimAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken ct);

    /// <param name="due">As it was claimed; whoever lost the lease changes nothing.</param>
    /// <param name="activity">The id that the channel gave to the message; null when it gave none.</param>
    /// <param name="now">The time.</param>
    /// <param name="ct">Stops the write.</param>
    /// <returns>False when the lease was lost.</returns>
    Task<bool> SentAsync(DueDelivery due, string? activity, DateTimeOffset now, CancellationToken ct);

    /// <summary>It is tried again at the given time.</summary>
    Task<bool> PostponeAsync(DueDelivery due, DateTimeOffset until, string error, CancellationToken ct);

    /// <summary>It is not tried again unless it is replayed; those behind it go on.</summary>
    Task<bool> GiveUpAsync(DueDelivery due, string error, DateTimeOffset now, CancellationToken ct);

    /// <summary>Dead letters, latest first.</summary>
    Task<IReadOnlyList<DeadDelivery>> DeadAsync(int take, CancellationToken ct);

    /// <summary>Sends a dead letter after all.</summary>
    /// <returns>False when there is none of this number.</returns>
    Task<bool> ReplayAsync(long number, DateTimeOffset now, CancellationToken ct);
}

/// <summary>A delivery that was claimed. The first attempt is 1.</summary>
public sealed record DueDelivery(long Number, int Attempt, NewDelivery Delivery);

/// <summary>A delivery that was given up, why and when.</summary>
public sealed record DeadDelivery(long Number, NewDelivery Delivery, string Error, DateTimeOffset At);
