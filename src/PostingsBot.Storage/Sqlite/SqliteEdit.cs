using PostingsBot.Core.Recruiting;
using PostingsBot.Storage.Json;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.Roles;

namespace PostingsBot.Storage.Sqlite;

/// <summary>Carries out one order, or undoes one, inside the caller's transaction, which is kept only when it was applied.</summary>
internal sealed class SqliteEdit(SqliteSession session, DateTimeOffset now, CancellationToken ct)
{
    private readonly EditableRoles roles = new(session);
    private readonly PeopleRows people = new(session);
    private readonly PostedDocuments documents = new(session);

    public EditResult Apply(EditOrder order)
    {
        var named = order.Changes.Select(change => new NamedChange(change, OrderRules.RoleOf(change) is { } role ? roles.Find(role) : Holder(change))).ToList();
        var gone = named.SelectMany(one => OrderRules.Missing(one, documents.IsThere)).ToList();
        if (gone.Count > 0)
            return new EditResult.Gone(gone);
        var stale = named.Where(OrderRules.IsStale).Select(one => one.Role!).ToList();
        if (stale.Count > 0)
            return new EditResult.Stale(stale);

        var before = named.SelectMany(OrderRules.FilesOf).Select(documents.Before).ToList();
        var plan = new EditPlan(Header(order.By, order.From, order.Action, undoes: null, before));
        foreach (var one in named)
            OrderRules.Add(plan, one, before);
        return Carry(plan, () => [.. named.Select(one => one.Role?.Id ?? Holder(one.Change)!.Id)]);
    }

    public EditResult Undo(long batch, Actor by, string from)
    {
        if (OrderBefore(batch) is not { } kept)
            return new EditResult.Gone([]);
        var entries = Entries(batch);
        var ids = entries.Select(entry => entry.Role).ToList();
        var changed = entries.Where(entry => !IsAsLeft(entry)).Select(entry => entry.Role).Concat(kept.SelectMany(document => documents.RolesOf(document.File)).Except(ids)).ToList();
        if (changed.Count > 0)
            return changed.Select(roles.Find).OfType<EditableRole>().ToList() is { Count: > 0 } stale ? new EditResult.Stale(stale) : new EditResult.Gone(changed);

        var plan = new EditPlan(Header(by, from, AuditAction.Undo, batch, [.. kept.Select(document => documents.Before(document.File))]));
        OrderRules.Restore(plan, kept, entries);
        return Carry(plan, () => ids);
    }

    private EditResult Carry(EditPlan plan, Func<IReadOnlyList<string>> rolesOf)
    {
        var writer = new CatalogueWriter(session, now, new LargeKeys(), plan);
        var applied = writer.Apply(PreparedEdits.Of(plan.Documents, isIndexed: true), ct);
        return applied.Refused.Count > 0
            ? new EditResult.Stale([.. applied.Refused.SelectMany(posting => documents.RolesOf(posting.HeldBy)).Select(roles.Find).OfType<EditableRole>()])
            : new EditResult.Applied(writer.Batch, rolesOf(), applied.LastChange > 0 ? applied.LastChange : writer.LastBefore);
    }

    /// <summary>The role that has a posting's file or id already.</summary>
    private EditableRole? Holder(RoleChange change)
    {
        var document = ((RoleChange.Post)change).Document;
        return documents.RolesOf(document.File).Append(document.Postings[0].Id).Select(roles.Find).OfType<EditableRole>().FirstOrDefault();
    }

    private AuditHeader Header(Actor by, string from, AuditAction action, long? undoes, IReadOnlyList<DocumentBefore> before)
    {
        var person = people.NumberOf(by);
        return new AuditHeader(person, people.PlaceOf(person, from), action, undoes, DocumentsBefore.Write(before));
    }

    /// <summary>The documents that an order changed, as they were; null when the batch is none of an order.</summary>
    private IReadOnlyList<DocumentBefore>? OrderBefore(long batch)
    {
        using var reader = session.Statement("SELECT action, before FROM audit_batches WHERE n = @n", ("@n", batch)).ExecuteReader();
        return reader.Read() && OrderRules.IsOrder(Enum.Parse<AuditAction>(reader.GetString(0))) ? DocumentsBefore.Read(reader.IsDBNull(1) ? null : reader.GetString(1)) : null;
    }

    private List<UndoneEntry> Entries(long batch)
    {
        using var reader = session.Statement("SELECT n, kind, role, before FROM audit WHERE batch = @batch AND role IS NOT NULL ORDER BY n", ("@batch", batch)).ExecuteReader();
        var entries = new List<UndoneEntry>();
        while (reader.Read())
        {
            entries.Add(new UndoneEntry(
                reader.GetInt64(0), Enum.Parse<ChangeKind>(reader.GetString(1)), reader.GetString(2), reader.IsDBNull(3) ? RoleOverlay.Empty : OverlayJson.Read(reader.GetString(3))));
        }

        return entries;
    }

    private bool IsAsLeft(UndoneEntry entry)
    {
        var version = session.Statement("SELECT coalesce(entry, 0) FROM roles WHERE id = @id", ("@id", entry.Role)).ExecuteScalar() as long?;
        return entry.Kind is ChangeKind.Withdrawn ? version is null : version == entry.Number;
    }
}
