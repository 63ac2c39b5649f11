namespace PostingsBot.Storage.Recruiting;

/// <summary>Who does what, from where.</summary>
/// <param name="Person">The person's number.</param>
/// <param name="Place">The number of channel and conversation; null for an import.</param>
/// <param name="Action">What.</param>
/// <param name="Undoes">The batch that is undone.</param>
/// <param name="Before">The documents that it changes as they were, see <see cref="DocumentsBefore"/>.</param>
internal sealed record AuditHeader(long Person, long? Place, AuditAction Action, long? Undoes = null, string? Before = null)
{
    /// <summary>Both schemas begin with this person.</summary>
    private const long ImportPerson = 1;

    public static AuditHeader Import { get; } = new(ImportPerson, Place: null, AuditAction.Import);
}
