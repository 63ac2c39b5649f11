using PostingsBot.Core.Recruiting;
using PostingsBot.Storage.Json;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Storage.Postgres;

/// <summary>Carries out one order, or undoes one, inside the caller's transaction, which is kept only when it was applied. The record's lock puts orders in a row.</summary>
internal sealed class PostgresEdit(PostgresUnit unit, DateTimeOffset now, CancellationToken ct)
{
    private readonly RecordState state = new(unit, ct);
    private readonly EditableRolesOfRecord roles = new(unit, ct);
    private readonly PeopleOfRecord people = new(unit, ct);
    private readonly PostedDocumentsOfRecord documents = new(unit, ct);

    public async Task<EditResult> ApplyAsync(EditOrder order)
    {
        var last = await state.LockAsync();
        var named = new List<NamedChange>();
        foreach (var change in order.Changes)
            named.Add(new NamedChange(change, OrderRules.RoleOf(change) is { } role ? await roles.FindAsync(role) : await HolderAsync(change)));
        var there = await documents.ThereAsync(order.Changes.OfType<RoleChange.Post>().Select(post => post.Document.File));
        var gone = named.SelectMany(one => OrderRules.Missing(one, there.Contains)).ToList();
        if (gone.Count > 0)
            return new EditResult.Gone(gone);
        var stale = named.Where(OrderRules.IsStale).Select(one => one.Role!).ToList();
        if (stale.Count > 0)
            return new EditResult.Stale(stale);

        var before = await documents.BeforeAsync(named.SelectMany(OrderRules.FilesOf));
        var plan = new EditPlan(await HeaderAsync(order.By, order.From, order.Action, undoes: null, before));
        foreach (var one in named)
            OrderRules.Add(plan, one, before);
        return await CarryAsync(plan, last, async () =>
        {
            var ids = new List<string>();
            foreach (var one in named)
                ids.Add(one.Role?.Id ?? (await HolderAsync(one.Change))!.Id);
            return ids;
        });
    }

    public async Task<EditResult> UndoAsync(long batch, Actor by, string from)
    {
        var last = await state.LockAsync();
        if (await OrderBeforeAsync(batch) is not { } kept)
            return new EditResult.Gone([]);
        var entries = await EntriesAsync(batch);
        var ids = entries.ConvertAll(entry => entry.Role);
        var versions = await VersionsAsync(ids);
        var changed = entries.Where(entry => !IsAsLeft(entry, versions)).Select(entry => entry.Role)
            .Concat((await documents.RolesOfAsync(kept.Select(document => document.File))).Except(ids)).ToList();
        if (changed.Count > 0)
            return await roles.ReadAsync(await roles.IdsAsync(changed)) is { Count: > 0 } stale ? new EditResult.Stale(stale) : new EditResult.Gone(changed);

        var plan = new EditPlan(await HeaderAsync(by, from, AuditAction.Undo, batch, await documents.BeforeAsync(kept.Select(document => document.File))));
        OrderRules.Restore(plan, kept, entries);
        return await CarryAsync(plan, last, () => Task.FromResult(ids));
    }

    private async Task<EditResult> CarryAsync(EditPlan plan, RecordHead last, Func<Task<List<string>>> rolesOf)
    {
        var applied = (await new RecordWriter(unit, now, plan, ct).ApplyAsync(PreparedEdits.Of(plan.Documents, isIndexed: false)))!;
        return applied.Refused.Count > 0
            ? new EditResult.Stale(await roles.ReadAsync([.. await documents.RolesOfAsync(applied.Refused.Select(posting => posting.HeldBy))]))
            : new EditResult.Applied(last.Audit + 1, await rolesOf(), applied.LastChange);
    }

    /// <summary>The role that has a posting's file or id already.</summary>
    private async Task<EditableRole?> HolderAsync(RoleChange change)
    {
        var document = ((RoleChange.Post)change).Document;
        return await roles.ReadAsync(await roles.IdsAsync([.. await documents.RolesOfAsync([document.File]), document.Postings[0].Id])) is [var holder, ..] ? holder : null;
    }

    private async Task<AuditHeader> HeaderAsync(Actor by, string from, AuditAction action, long? undoes, IReadOnlyList<DocumentBefore> before)
    {
        var person = await people.NumberOfAsync(by);
        return new AuditHeader(person, await people.PlaceOfAsync(person, from), action, undoes, DocumentsBefore.Write(before));
    }

    /// <summary>The documents that an order changed, as they were; null when the batch is none of an order.</summary>
    private async Task<IReadOnlyList<DocumentBefore>?> OrderBeforeAsync(long batch)
    {
        var rows = await PostgresUnit.RowsAsync(
            unit.Command("SELECT action, before FROM audit_batches WHERE n = @n", ("n", batch)), row => (Action: row.GetString(0), Before: row.IsDBNull(1) ? null : row.GetString(1)), ct);
        return rows.Count == 1 && OrderRules.IsOrder(Enum.Parse<AuditAction>(rows[0].Action)) ? DocumentsBefore.Read(rows[0].Before) : null;
    }

    private Task<List<UndoneEntry>> EntriesAsync(long batch) => PostgresUnit.RowsAsync(
        unit.Command("SELECT n, kind, role, before FROM audit WHERE batch = @batch AND role IS NOT NULL ORDER BY n", ("batch", batch)),
        row => new UndoneEntry(row.GetInt64(0), Enum.Parse<ChangeKind>(row.GetString(1)), row.GetString(2), row.IsDBNull(3) ? RoleOverlay.Empty : OverlayJson.Read(row.GetString(3))),
        ct);

    private async Task<Dictionary<string, long>> VersionsAsync(IReadOnlyList<string> ids) =>
        (await state.RolesAsync(ids.ToArray())).ToDictionary(role => role.Id, role => role.Entry, StringComparer.Ordinal);

    private static bool IsAsLeft(UndoneEntry entry, Dictionary<string, long> versions) => entry.Kind is ChangeKind.Withdrawn
        ? !versions.ContainsKey(entry.Role)
        : versions.TryGetValue(entry.Role, out var version) && version == entry.Number;
}
