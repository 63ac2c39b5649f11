namespace PostingsBot.Storage.Delivered;

/// <summary>
/// The cards that channels hold and that can be replaced there, for as long as their roles are followed. A card is due when a role in it changed, and once after
/// it was sent, because a role may have changed while it was on its way. A broken database throws a <see cref="StorageException"/>.
/// </summary>
public interface IDeliveredCards
{
    /// <summary>Keeps a card, or replaces what is kept of the same activity. Of the cards that hold one role the oldest go when they are too many.</summary>
    Task RememberAsync(DeliveredCard card, DateTimeOffset now, CancellationToken ct);

    /// <summary>What it takes to draw the card again, JSON; null when it is not followed (any more).</summary>
    Task<string?> FindAsync(string channel, string conversation, string activity, CancellationToken ct);

    /// <summary>Makes the cards due whose roles changed since this was last asked, by any bot on the database.</summary>
    /// <returns>How many.</returns>
    Task<int> MarkAsync(DateTimeOffset now, CancellationToken ct);

    /// <summary>Takes cards that are due, longest first. Nobody else gets them until the lease ends, they are settled or postponed.</summary>
    Task<IReadOnlyList<DueCard>> ClaimAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken ct);

    /// <summary>The channel shows the card as it is now. It is due again at once when a role changed since it was claimed.</summary>
    /// <param name="due">As it was claimed; whoever lost the lease changes nothing.</param>
    /// <param name="card">JSON: what it takes to draw it again.</param>
    /// <param name="now">The time.</param>
    /// <param name="ct">Stops the write.</param>
    Task SettleAsync(DueCard due, string card, DateTimeOffset now, CancellationToken ct);

    /// <summary>It is tried again at the given time.</summary>
    Task PostponeAsync(DueCard due, DateTimeOffset until, CancellationToken ct);

    /// <summary>The card cannot be replaced any more.</summary>
    Task ForgetAsync(DueCard due, CancellationToken ct);

    /// <summary>Something else stands in the place of the card, if there is one.</summary>
    Task ForgetAsync(string channel, string conversation, string activity, CancellationToken ct);

    /// <summary>Forgets the cards that were sent before.</summary>
    /// <returns>How many.</returns>
    Task<int> PruneAsync(DateTimeOffset before, CancellationToken ct);
}

/// <summary>A card that a channel holds.</summary>
/// <param name="Channel">The channel's id.</param>
/// <param name="Conversation">The conversation's id.</param>
/// <param name="Activity">The id that the channel gave to the message.</param>
/// <param name="Reference">JSON: how the conversation is reached.</param>
/// <param name="Card">JSON: what it takes to draw it again.</param>
/// <param name="Roles">The ids of the roles in it.</param>
public sealed record DeliveredCard(string Channel, string Conversation, string Activity, string Reference, string Card, IReadOnlyList<string> Roles);

/// <summary>A card that was claimed.</summary>
/// <param name="Number">The card's own.</param>
/// <param name="Change">Draw it from a catalogue that has reached this change.</param>
/// <param name="Attempt">The first is 1.</param>
/// <param name="Card">What is kept of it, without its roles.</param>
public sealed record DueCard(long Number, long Change, int Attempt, DeliveredCard Card);

public static class DeliveredLimits
{
    /// <summary>Cards that hold one role: as many conversations as a busy role is shown in within a week.</summary>
    public const int MostPerRole = 200;
}
