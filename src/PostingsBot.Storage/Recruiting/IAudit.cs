using NodaTime;
using PostingsBot.Core.Recruiting;

namespace PostingsBot.Storage.Recruiting;

/// <summary>
/// Who did what, when, from where: written with each change in its transaction, never changed and never deleted; the database refuses both. A broken database
/// throws a <see cref="StorageException"/>.
/// </summary>
public interface IAudit
{
    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<AuditEntry>> QueryAsync(AuditQuery query, CancellationToken ct);
}

/// <param name="Role">Only about this role: its id, or that of one of its postings. Also one that is gone.</param>
/// <param name="Person">Only by this person.</param>
/// <param name="Batch">Only of this batch.</param>
/// <param name="Before">Only entries with a lower number: the next page.</param>
/// <param name="WithImports">Also what files brought.</param>
/// <param name="Take">At most so many.</param>
public sealed record AuditQuery(string? Role = null, Actor? Person = null, long? Batch = null, long? Before = null, bool WithImports = true, int Take = 20);

public enum AuditAction
{
    /// <summary>Files were read.</summary>
    Import,
    Post,
    Edit,
    Close,
    Reopen,
    Extend,
    EditText,
    Withdraw,
    Undo,

    /// <summary>Closed because its closing date passed.</summary>
    Expire,
    Grant,
    Revoke,

    /// <summary>A person was forgotten: the role is shown without their name.</summary>
    Forget,
}

/// <param name="Number">Rises; a role's version is the number of its last entry.</param>
/// <param name="Batch">What was done at once, and is undone at once.</param>
/// <param name="At">When.</param>
/// <param name="By">Who; <see cref="Actor.Somebody"/> when they were forgotten.</param>
/// <param name="From">Channel and conversation; of an import, the file.</param>
/// <param name="Action">What was done.</param>
/// <param name="Kind">What became of the role: it came, is shown otherwise, or went. Null for what is not about a role.</param>
/// <param name="Role">Its id.</param>
/// <param name="Title">As it was afterwards, or before it went. Of a grant: "recruiter" or "admin".</param>
/// <param name="Employer">As the title; of a grant, the employers it is for.</param>
/// <param name="Changes">The fields that read otherwise.</param>
/// <param name="Undoes">The batch that was undone.</param>
/// <param name="Subject">To whom something was granted.</param>
public sealed record AuditEntry(
    long Number,
    long Batch,
    Instant At,
    Actor By,
    string From,
    AuditAction Action,
    ChangeKind? Kind,
    string? Role,
    string? Title,
    string? Employer,
    IReadOnlyList<FieldChange> Changes,
    long? Undoes,
    Actor? Subject);
