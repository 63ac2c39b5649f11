using PostingsBot.Core.Postings;
using PostingsBot.Storage.Index;
using PostingsBot.Storage.Json;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.Roles;

namespace PostingsBot.Storage.Sqlite;

/// <summary>Writes settled roles with the edits laid over them, and what became of them in the change log and the audit.</summary>
internal sealed class RoleWriter(SqliteSession session, ChangeLog log, IndexWriter index, AuditWriter audit, ConflictRows conflicts, EditPlan plan)
{
    private readonly Dictionary<long, RoleBefore> before = [];
    private readonly HashSet<string> written = new(StringComparer.Ordinal);
    private readonly RoleRows rows = new(session, index);
    private readonly PeopleRows people = new(session);

    /// <summary>Keeps what is stored of a role now, to tell later whether that changed.</summary>
    public void Remember(long role)
    {
        if (!before.ContainsKey(role) && RoleRows.Find(session, role) is { } found)
            before.Add(role, found);
    }

    public string IdOf(long role)
    {
        Remember(role);
        return before[role].Id;
    }

    /// <returns>The role's row.</returns>
    /// <param name="settled">The role.</param>
    /// <param name="arrived">The postings of this transaction by their rows.</param>
    public long Show(SettledRole settled, Dictionary<long, WrittenPosting> arrived)
    {
        var (role, group) = settled;
        var id = role is { } known ? IdOf(known) : plan.RestoredIds(group.Select(m => m.Traits.Id)).Concat(ShownRole.Ids(group)).First(candidate => !IsTaken(candidate));
        var basis = ShownRole.Of(id, group, member => Load(member.Row, arrived));
        var fresh = basis.IsOwn ? arrived.GetValueOrDefault(group[0].Row)?.Prepared : null;
        var old = role is { } row ? before[row] : null;
        var overlay = plan.OverlayOf(id, old, group.Select(m => m.Traits.Id), basis.Posting);
        return Write(old, LaidRole.Of(basis, fresh?.Json ?? PostingJson.Write(basis.Posting), overlay, people.NameOf), group, fresh?.Indexed);
    }

    /// <summary>Lays a role anew whose documents are as they were.</summary>
    public void Lay(string role)
    {
        if (written.Contains(role) || session.Statement("SELECT n FROM roles WHERE id = @id", ("@id", role)).ExecuteScalar() is not long row)
            return;
        Remember(row);
        var old = before[row];
        var basis = old.BasisRole();
        Write(old, LaidRole.Of(basis, old.Basis, plan.OverlayOf(role, old, [], basis.Posting), people.NameOf), [], indexed: null);
    }

    /// <summary>Roles that have no posting any more.</summary>
    public void Retire(IReadOnlyList<long> roles)
    {
        foreach (var role in roles)
        {
            Remember(role);
            var old = before[role];
            audit.Write(AuditRow.Withdrawn(audit.Header, old));
            log.Role(ChangeKind.Withdrawn, old.Id, old.File);
            if (!plan.IsTarget(old.Id) && !old.Overlay.IsEmpty)
                conflicts.Write(RoleConflicts.OfGone(old));
            rows.Delete(role, old.Id);
        }
    }

    private long Write(RoleBefore? old, LaidRole laid, IReadOnlyList<RoleRow> group, IndexedRole? indexed)
    {
        var isShownOtherwise = laid.IsShownOtherwise(old);
        var entry = laid.Differs(old) || plan.IsTarget(laid.Shown.Id) ? audit.Write(AuditRow.Of(audit.Header, old, laid)) : (long?)null;
        var row = rows.Show(old?.Row, laid, entry, group, isShownOtherwise, laid.Shown.IsOwn ? indexed : null);
        written.Add(laid.Shown.Id);
        if (isShownOtherwise)
            log.Role(old is null ? ChangeKind.Added : ChangeKind.Changed, laid.Shown.Id, laid.Shown.Posting.File);
        if (old is not null && !(old.Overlay.IsEmpty && laid.Overlay.IsEmpty))
            conflicts.Write(RoleConflicts.Of(old, laid));
        return row;
    }

    private bool IsTaken(string id) => session.Number("SELECT count(*) FROM roles WHERE id = @id", ("@id", id)) > 0;

    private Posting Load(long row, Dictionary<long, WrittenPosting> arrived) => arrived.TryGetValue(row, out var posting)
        ? posting.Prepared.Posting
        : PostingJson.Read((string)session.Statement("SELECT json FROM posting_contents WHERE n = @n", ("@n", row)).ExecuteScalar()!);
}
