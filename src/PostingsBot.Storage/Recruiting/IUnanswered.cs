namespace PostingsBot.Storage.Recruiting;

/// <summary>
/// How many people asked for what a role does not state, for its owner to know. Neither questions nor people are kept: a topic, and a hash that tells the same person
/// again. A broken database throws a <see cref="StorageException"/>.
/// </summary>
public interface IUnanswered
{
    /// <summary>Counts a person once for a role and topic.</summary>
    /// <param name="role">Its id.</param>
    /// <param name="topic">One of a fixed set.</param>
    /// <param name="who">A salted hash.</param>
    /// <param name="now">The time.</param>
    /// <param name="ct">Stops the write.</param>
    Task NoteAsync(string role, string topic, string who, DateTimeOffset now, CancellationToken ct);

    /// <summary>What was asked of these roles, most first.</summary>
    Task<IReadOnlyList<UnansweredTopic>> CountsAsync(IReadOnlyList<string> roles, CancellationToken ct);

    /// <summary>The owner has been told: counting begins anew. Whoever asked since the counts were read stays.</summary>
    Task ClearAsync(IReadOnlyList<UnansweredTopic> told, CancellationToken ct);

    /// <returns>How many.</returns>
    Task<int> PruneAsync(DateTimeOffset before, CancellationToken ct);
}

/// <param name="Role">Its id.</param>
/// <param name="Topic">What was asked for.</param>
/// <param name="People">How many asked.</param>
/// <param name="Last">The last of them that was counted.</param>
public sealed record UnansweredTopic(string Role, string Topic, int People, long Last);
