namespace PostingsBot.Storage.Inbox;

/// <summary>
/// What channels handed over and were told to be safe here. Each envelope is kept once, however often it is delivered, and worked afterwards: those of one
/// conversation one after another as they came, those of different conversations at the same time. A broken database throws a <see cref="StorageException"/>.
/// </summary>
public interface IInbox
{
    /// <summary>Keeps envelopes, all or none; those whose id is known change nothing. On disk when it returns.</summary>
    /// <returns>How many were new.</returns>
    Task<int> KeepAsync(IReadOnlyList<Envelope> envelopes, DateTimeOffset now, CancellationToken ct);

    /// <summary>
    /// Takes envelopes that are due, oldest first, of each conversation only the oldest that is not settled. Nobody else gets them until the lease ends or
    /// they are postponed.
    /// </summary>
    Task<IReadOnlyList<DueEnvelope>> ClaimAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken ct);

    /// <summary>For a worker that begins: what a process that died had claimed is due again at once, where no other process can be at work; else its leases have to end.</summary>
    /// <returns>How many are not settled.</returns>
    Task<int> RecoverAsync(DateTimeOffset now, CancellationToken ct);

    /// <summary>Makes the leases last until then. Whoever lost a lease changes nothing.</summary>
    Task RenewAsync(IReadOnlyList<DueEnvelope> held, DateTimeOffset until, CancellationToken ct);

    /// <summary>They are done: only their ids stay, to recognise another delivery.</summary>
    Task SettleAsync(IReadOnlyList<DueEnvelope> done, CancellationToken ct);

    /// <summary>It is tried again at the given time; what its conversation said later waits for it.</summary>
    Task PostponeAsync(DueEnvelope due, DateTimeOffset until, CancellationToken ct);

    /// <summary>Forgets the ids of those that are done and came before.</summary>
    /// <returns>How many.</returns>
    Task<int> PruneAsync(DateTimeOffset before, CancellationToken ct);
}

/// <summary>What a channel handed over.</summary>
/// <param name="Id">The same in each delivery; at most 255 characters.</param>
/// <param name="Conversation">What it is in order with.</param>
/// <param name="Kind">The receiver's own.</param>
/// <param name="Body">As it came.</param>
public sealed record Envelope(string Id, string Conversation, string Kind, string Body);

/// <summary>An envelope that was claimed.</summary>
/// <param name="Number">The envelope's own, rising as they come.</param>
/// <param name="Attempt">The first is 1.</param>
/// <param name="Received">When it was kept, to the millisecond.</param>
/// <param name="Envelope">What was kept.</param>
public sealed record DueEnvelope(long Number, int Attempt, DateTimeOffset Received, Envelope Envelope);
