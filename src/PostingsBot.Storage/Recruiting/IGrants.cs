using NodaTime;

namespace PostingsBot.Storage.Recruiting;

/// <summary>Who may post and edit by the word of an admin; whom the configuration names is not here. Every change is in the audit. A broken database throws a <see cref="StorageException"/>.</summary>
public interface IGrants
{
    /// <summary>In place of what the person was granted before.</summary>
    Task GrantAsync(Grant grant, Actor by, string from, DateTimeOffset now, CancellationToken ct);

    /// <returns>False when the person was granted nothing.</returns>
    Task<bool> RevokeAsync(Actor person, Actor by, string from, DateTimeOffset now, CancellationToken ct);

    /// <summary>Null when there is none.</summary>
    Task<Grant?> FindAsync(Actor person, CancellationToken ct);

    /// <summary>In the order in which they were first granted.</summary>
    Task<IReadOnlyList<Grant>> AllAsync(CancellationToken ct);
}

public enum GrantKind
{
    Recruiter,
    Admin,
}

/// <param name="Person">To whom.</param>
/// <param name="Kind">What they may.</param>
/// <param name="Employers">For whose roles; none stands for all.</param>
/// <param name="Since">When it was granted; not read when it is granted.</param>
public sealed record Grant(Actor Person, GrantKind Kind, IReadOnlyList<string> Employers, Instant Since = default);
