using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Storage.Index;
using PostingsBot.Storage.Json;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.Roles;

namespace PostingsBot.Storage.Sqlite;

/// <summary>Writes documents with their postings, roles, change log and index rows inside the caller's transaction.</summary>
internal sealed class CatalogueWriter
{
    private readonly ChangeLog log;
    private readonly IndexWriter index;
    private readonly DocumentRows rows;
    private readonly AuditWriter audit;
    private readonly RoleWriter shown;
    private readonly RoleSettler roles;
    private readonly EditPlan plan;
    private readonly LargeKeys large;
    private readonly long lastBefore;
    private readonly List<RefusedPosting> refused = [];

    public CatalogueWriter(SqliteSession session, DateTimeOffset now, LargeKeys large, EditPlan plan)
    {
        this.large = large;
        this.plan = plan;
        lastBefore = session.Number("SELECT coalesce(max(seq), 0) FROM changes");
        large.Begin(lastBefore);
        log = new ChangeLog(session, now);
        index = new IndexWriter(session);
        rows = new DocumentRows(session, index);
        audit = new AuditWriter(session, now, plan.Header);
        shown = new RoleWriter(session, log, index, audit, new ConflictRows(session, now), plan);
        roles = new RoleSettler(session, shown, large);
    }

    /// <summary>Its number in the audit.</summary>
    public long Batch => audit.Batch;

    /// <summary>The number of the last change before it.</summary>
    public long LastBefore => lastBefore;

    public AppliedEdits Apply(PreparedEdits edits, CancellationToken ct)
    {
        foreach (var edit in edits.Edits)
        {
            ct.ThrowIfCancellationRequested();
            if (edit.Edit is DocumentEdit.Put put)
                Put(put, edit);
            else
                Withdraw(edit.File);
        }

        roles.Settle();
        foreach (var role in plan.Laid)
            shown.Lay(role);
        index.Write();
        large.End(Math.Max(lastBefore, log.Last));
        return new AppliedEdits(log[ChangeKind.Added], log[ChangeKind.Changed], log[ChangeKind.Withdrawn], refused, log.Last);
    }

    private void Put(DocumentEdit.Put put, PreparedEdit prepared)
    {
        var document = put.Document;
        var isNew = !rows.Exists(document.File);
        var before = isNew ? [] : Clear(document.File);
        var row = rows.Put(put, prepared.Json);
        log.Document(isNew ? ChangeKind.Added : ChangeKind.Changed, document.File);

        foreach (var posting in prepared.Postings)
            WritePosting(posting, row, document.File, before.TryGetValue(posting.Posting.Id, out var role) ? role : Rewritten(put, before));
    }

    /// <summary>What was posted stays the same role, whatever its new text says.</summary>
    private static long? Rewritten(DocumentEdit.Put put, Dictionary<string, long> before) =>
        put is { Origin: DocumentOrigin.Posted, Document.Postings.Count: 1 } && before.Count == 1 ? before.Values.Single() : null;

    private void Withdraw(string file)
    {
        if (!rows.Exists(file))
            return;
        Clear(file);
        rows.Delete(file);
        log.Document(ChangeKind.Withdrawn, file);
    }

    /// <param name="prepared">The posting.</param>
    /// <param name="document">Its document's row.</param>
    /// <param name="file">Its document.</param>
    /// <param name="role">The role that a posting of this id had at the last reading of the document.</param>
    private void WritePosting(PreparedPosting prepared, long document, string file, long? role)
    {
        var posting = prepared.Posting;
        if (rows.Add(prepared, document, role, audit.Batch) is { } row)
            roles.Arrived(new WrittenPosting(row, role, prepared));
        else
            refused.Add(new RefusedPosting(file, posting.Title.Value, rows.HolderOf(posting.Id)));
    }

    /// <summary>Empties a document; gives the roles that its postings had, by the postings' ids.</summary>
    private Dictionary<string, long> Clear(string file)
    {
        var before = roles.Leaving(file);
        rows.Clear(file);
        return before;
    }
}
