using System.Security.Cryptography;
using System.Text;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Storage.Json;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.Roles;

namespace PostingsBot.Storage.Postgres;

/// <summary>Applies one batch of edits to the record: reads what it needs, settles the roles, lays what people edited over them, writes. The caller commits.</summary>
internal sealed class RecordWriter(PostgresUnit unit, DateTimeOffset now, EditPlan plan, CancellationToken ct)
{
    private readonly RecordState state = new(unit, ct);
    private readonly RecordBatch batch = new();
    private readonly List<RefusedPosting> refused = [];
    private readonly List<DepartedPosting> departed = [];
    private readonly Dictionary<long, Arrival> arrived = [];
    private IReadOnlyDictionary<long, string> names = new Dictionary<long, string>();

    /// <summary>Null when nothing is to be written.</summary>
    public async Task<AppliedEdits?> ApplyAsync(PreparedEdits edits)
    {
        var last = await state.LockAsync();
        await TakeDocumentsAsync(edits.Edits);
        if (batch.Changes.Count == 0 && !plan.Laid.Any())
            return null;
        var settled = await SettleAsync();
        await LayAsync(settled);
        var head = await unit.WriteAsync(batch, last, plan.Header, now.ToUnixTimeMilliseconds(), ct);
        return new AppliedEdits(Roles(ChangeKind.Added), Roles(ChangeKind.Changed), Roles(ChangeKind.Withdrawn), refused, head);
    }

    private int Roles(ChangeKind kind) => batch.Changes.Count(change => change.Kind == kind && change.Role is not null);

    private async Task TakeDocumentsAsync(IReadOnlyList<PreparedEdit> edits)
    {
        var puts = edits.Select(edit => edit.Edit).OfType<DocumentEdit.Put>().ToList();
        var documents = await state.DocumentsAsync([.. edits.Select(edit => edit.File)]);
        var stored = await state.PostingsAsync([.. documents.Values]);
        var held = await state.HoldersAsync([.. puts.SelectMany(put => put.Document.Postings).Select(posting => posting.Id)]);
        var documentRows = new Queue<long>(await state.NewRowsAsync("document_rows", puts.Count(put => !documents.ContainsKey(put.Document.File))));
        var postingRows = new Queue<long>(await state.NewRowsAsync("posting_rows", puts.Sum(put => put.Document.Postings.Count)));
        foreach (var edit in edits)
        {
            var known = documents.TryGetValue(edit.File, out var row) ? row : (long?)null;
            var before = known is { } n ? stored[n].ToList() : [];
            foreach (var posting in before)
            {
                departed.Add(new DepartedPosting(posting.Role, TraitsJson.Read(posting.Traits)));
                held.Remove(posting.Id);
            }

            if (known is { } cleared)
                batch.Cleared.Add(cleared);
            if (edit.Edit is DocumentEdit.Put put)
                Put(put, edit, known ?? documentRows.Dequeue(), isNew: known is null, before, held, postingRows);
            else if (known is { } withdrawn)
                Withdraw(withdrawn, edit.File);
        }
    }

    private void Put(DocumentEdit.Put put, PreparedEdit edit, long row, bool isNew, List<StoredPosting> before, Dictionary<string, string> held, Queue<long> postingRows)
    {
        var document = put.Document;
        batch.Documents.Add(new DocumentRow(row, document.File, put.Root, put.Hash, put.Origin, edit.Json, put.Posted, isNew));
        batch.Changes.Add(new ChangeRow(isNew ? ChangeKind.Added : ChangeKind.Changed, null, document.File));
        foreach (var prepared in edit.Postings)
        {
            var posting = prepared.Posting;
            if (!held.TryAdd(posting.Id, document.File))
            {
                refused.Add(new RefusedPosting(document.File, posting.Title.Value, held[posting.Id]));
                continue;
            }

            var role = before.Find(b => b.Id == posting.Id)?.Role ?? Rewritten(put, before);
            var member = new RoleMember(postingRows.Dequeue(), role, prepared.Traits, IsWritten: true);
            arrived.Add(member.Row, new Arrival(member, row, prepared));
        }
    }

    /// <summary>What was posted stays the same role, whatever its new text says.</summary>
    private static long? Rewritten(DocumentEdit.Put put, List<StoredPosting> before) =>
        put is { Origin: DocumentOrigin.Posted, Document.Postings.Count: 1 } && before.Count == 1 ? before[0].Role : null;

    private void Withdraw(long row, string file)
    {
        batch.Withdrawn.Add(row);
        batch.Changes.Add(new ChangeRow(ChangeKind.Withdrawn, null, file));
    }

    /// <returns>The ids of the roles that were written or retired.</returns>
    private async Task<HashSet<string>> SettleAsync()
    {
        var coming = arrived.Values.Select(a => a.Member).ToList();
        var stored = await state.MembersAsync([.. Settlement.TouchedKeys(coming, departed).Select(KeyHash)], [.. batch.Cleared]);
        var members = stored.Concat(coming).ToLookup(m => m.Traits.Key, StringComparer.Ordinal);
        var ids = await state.RoleIdsAsync([.. stored.Concat(coming).Select(m => m.Role).OfType<long>().Concat(departed.Select(gone => gone.Role)).Distinct()]);
        var settlement = Settlement.Of(coming, departed, key => new SettledKey(members[key]).All, role => ids[role]);

        var before = await state.RolesAsync([.. settlement.Roles.Select(s => s.Role).OfType<long>().Concat(settlement.Retired)]);
        await ReadNamesAsync(before.Values);
        var contents = await state.ContentsAsync([.. settlement.Roles.SelectMany(Needed).Where(m => !m.IsWritten).Select(m => m.Row).Distinct()]);
        var newIds = new Queue<string>(await NewIdsAsync([.. settlement.Roles.Where(s => s.Role is null).Select(s => s.Group)]));
        var newRows = new Queue<long>(await state.NewRowsAsync("role_rows", newIds.Count));
        foreach (var role in settlement.Roles)
            Show(role, role.Role is { } n ? before[n] : null, newIds, newRows, member => arrived.TryGetValue(member.Row, out var a) ? a.Prepared.Posting : contents[member.Row]);
        foreach (var role in settlement.Retired)
            Retire(before[role]);
        return [.. batch.Roles.Select(role => role.Id), .. settlement.Retired.Select(role => before[role].Id)];
    }

    private void Show(SettledRole settled, RoleBefore? before, Queue<string> newIds, Queue<long> newRows, Func<RoleMember, Posting> load)
    {
        var basis = ShownRole.Of(before?.Id ?? newIds.Dequeue(), settled.Group, load);
        var overlay = plan.OverlayOf(basis.Id, before, settled.Group.Select(m => m.Traits.Id), basis.Posting);
        var row = before?.Row ?? newRows.Dequeue();
        var basisJson = basis.IsOwn && arrived.TryGetValue(settled.Group[0].Row, out var own) ? own.Prepared.Json : PostingJson.Write(basis.Posting);
        Write(before, LaidRole.Of(basis, basisJson, overlay, NameOf), row, settled.Group[0].Row);
        foreach (var member in settled.Group)
        {
            if (arrived.TryGetValue(member.Row, out var a))
                batch.Postings.Add(new PostingRow(member.Row, member.Traits.Id, a.Document, row, member.Traits.Key is { } key ? KeyHash(key) : null, a.Prepared.TraitsText, a.Prepared.Json));
            else if (member.Role != row)
                batch.Moves.Add((member.Row, row));
        }
    }

    private void Retire(RoleBefore before)
    {
        batch.Retired.Add(before.Row);
        batch.Audit.Add(AuditRow.Withdrawn(plan.Header, before));
        batch.Changes.Add(new ChangeRow(ChangeKind.Withdrawn, before.Id, before.File));
        if (!plan.IsTarget(before.Id) && !before.Overlay.IsEmpty)
            batch.Conflicts.Add(RoleConflicts.OfGone(before));
    }

    /// <summary>Lays those roles anew whose documents are as they were.</summary>
    private async Task LayAsync(HashSet<string> settled)
    {
        var roles = await state.RolesAsync([.. plan.Laid.Where(role => !settled.Contains(role))]);
        await ReadNamesAsync(roles);
        foreach (var before in roles)
        {
            var basis = before.BasisRole();
            Write(before, LaidRole.Of(basis, before.Basis, plan.OverlayOf(before.Id, before, [], basis.Posting), NameOf), before.Row, shown: null);
        }
    }

    private void Write(RoleBefore? before, LaidRole laid, long row, long? shown)
    {
        int? entry = null;
        if (laid.Differs(before) || plan.IsTarget(laid.Shown.Id))
        {
            entry = batch.Audit.Count;
            batch.Audit.Add(AuditRow.Of(plan.Header, before, laid));
        }

        batch.Roles.Add(new RoleWrite(row, laid.Shown.Id, shown, laid.Shown.Posting.IsOpen, laid.OwnRowJson, laid.OverlayText, laid.BasisText, laid.Closes, entry, IsNew: before is null));
        if (laid.IsShownOtherwise(before))
            batch.Changes.Add(new ChangeRow(before is null ? ChangeKind.Added : ChangeKind.Changed, laid.Shown.Id, laid.Shown.Posting.File));
        if (before is not null && !(before.Overlay.IsEmpty && laid.Overlay.IsEmpty))
            batch.Conflicts.Add(RoleConflicts.Of(before, laid));
    }

    private async Task ReadNamesAsync(IEnumerable<RoleBefore> roles) =>
        names = await new PeopleOfRecord(unit, ct).NamesAsync(roles.SelectMany(role => role.Overlay.Fields.Select(field => field.By)).Concat(plan.People));

    private string NameOf(long person) => names.GetValueOrDefault(person) ?? Actor.Somebody.Name;

    private static IEnumerable<RoleMember> Needed(SettledRole settled)
    {
        var dated = MergedRole.DateSource([.. settled.Group.Select(m => m.Traits)]);
        return settled.Group.Where(m => m == settled.Group[0] || m.Traits == dated);
    }

    private async Task<List<string>> NewIdsAsync(List<IReadOnlyList<RoleMember>> groups)
    {
        var taken = await state.TakenIdsAsync([.. groups.Select(group => IdsOf(group).First())]);
        var given = new List<string>();
        foreach (var group in groups)
        {
            foreach (var id in IdsOf(group))
            {
                // The first choices are looked up together above; another one is needed so rarely that it may cost a question of its own.
                if (taken.Contains(id) || (id != IdsOf(group).First() && (await state.TakenIdsAsync([id])).Count > 0))
                    continue;
                given.Add(id);
                taken.Add(id);
                break;
            }
        }

        return given;
    }

    private IEnumerable<string> IdsOf(IReadOnlyList<RoleMember> group) => plan.RestoredIds(group.Select(m => m.Traits.Id)).Concat(ShownRole.Ids(group));

    /// <summary>A key may be long and hold any character; this much of it goes into an index. Postings whose keys differ are told apart when they are grouped.</summary>
    private static string KeyHash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];

    private sealed record Arrival(RoleMember Member, long Document, PreparedPosting Prepared);
}
