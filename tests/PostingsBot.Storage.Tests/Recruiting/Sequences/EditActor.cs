using System.Collections.Concurrent;
using System.Globalization;
using NodaTime;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Recruiting;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Storage.Tests.Recruiting.Sequences;

/// <summary>What the actors of one sequence share: the files, what they posted, and what was applied.</summary>
internal sealed class SharedWork(string name, int files)
{
    public IReadOnlyList<string> Files { get; } = [.. Enumerable.Range(0, files).Select(n => string.Create(CultureInfo.InvariantCulture, $"{name}f{n}"))];

    public ConcurrentQueue<string> Posted { get; } = [];

    public ConcurrentQueue<ModelEvent> Applied { get; } = [];

    public IEnumerable<string> Roles => Files.Concat(Posted);

    public string Name => name;

    public int Refused;
}

/// <summary>One of the people who work on the same roles at the same time, with their own chance.</summary>
internal sealed class EditActor(SharedWork work, ICatalogueStore store, RecruitingStores stores, Actor self, int seed)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    private readonly Random random = new(seed);
    private readonly Dictionary<string, EditableRole> read = new(StringComparer.Ordinal);
    private int posted;

    public async Task StepAsync()
    {
        switch (random.Next(14))
        {
            case 0:
                await PostAsync();
                break;
            case 1 or 2:
                await ImportAsync();
                break;
            case 3 when random.Next(3) == 0:
                await VanishAsync();
                break;
            case 4 or 5:
                await UndoAsync();
                break;
            case 6:
                await RewriteAsync();
                break;
            case 7 when random.Next(2) == 0:
                await WithdrawAsync();
                break;
            case 8:
                await EditAsync(AuditAction.Close, self, RoleField.Status, ModelFields.Closed, many: random.Next(1, 4));
                break;
            case 9:
                await EditAsync(AuditAction.Expire, Actor.Expiry, RoleField.Status, ModelFields.Closed, many: 1);
                break;
            case 10:
                await EditAsync(AuditAction.Reopen, self, RoleField.Status, ModelFields.Opened, many: 1);
                break;
            case 11:
                await EditAsync(AuditAction.Extend, self, RoleField.ValidThrough, posting => ModelFields.With(posting, RoleField.ValidThrough, random), many: 1);
                break;
            default:
                var field = Pick(ModelFields.Random);
                await EditAsync(AuditAction.Edit, self, field, posting => ModelFields.With(posting, field, random), many: 1);
                break;
        }
    }

    /// <summary>A file that is new, changed, the same as before, or back.</summary>
    public async Task ImportAsync(string? file = null)
    {
        var id = file ?? Pick(work.Files);
        var posting = ModelFields.Posting(id, FileOf(id), random);
        var edit = new DocumentEdit.Put(Document(posting), "jobs", "hash");
        var applied = await store.ApplyAsync([edit], CancellationToken.None);
        Note(applied.LastChange, 0, Actor.Import, AuditAction.Import, new ModelStep.State(id, ModelFields.Texts(posting), IsPosted: false));
    }

    private async Task VanishAsync()
    {
        var id = Pick(work.Files);
        var applied = await store.ApplyAsync([new DocumentEdit.Withdraw(FileOf(id))], CancellationToken.None);
        if (applied.LastChange > 0)
            Note(applied.LastChange, 0, Actor.Import, AuditAction.Import, new ModelStep.Vanish(id));
    }

    private async Task PostAsync()
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{work.Name}p{self.User}{posted++}");
        var posting = ModelFields.Posting(id, FileOf(id), random);
        var step = new ModelStep.State(id, ModelFields.Texts(posting), IsPosted: true);
        if (await OrderAsync(AuditAction.Post, self, [new RoleChange.Post(Document(posting), $"# {id}", RoleOverlay.Empty)], [step]))
            work.Posted.Enqueue(id);
    }

    private async Task EditAsync(AuditAction action, Actor by, RoleField field, Func<Posting, Posting> change, int many)
    {
        var (changes, steps) = (new List<RoleChange>(), new List<ModelStep>());
        foreach (var id in Enumerable.Range(0, many).Select(_ => Pick([.. work.Roles])).Distinct(StringComparer.Ordinal))
        {
            if (await FindAsync(id) is not { } role)
                continue;
            var letsGo = action is AuditAction.Edit && random.Next(4) == 0;
            var values = change(role.Shown);
            var overlay = letsGo ? role.Overlay.Without(field) : role.Overlay.With(PostingEdit.Of([field], values), RoleChange.Self, Instant.FromDateTimeOffset(Now), role.Basis);
            changes.Add(new RoleChange.Overlay(id, role.Version, overlay));
            steps.Add(new ModelStep.Edit(id, role.Version, new Dictionary<RoleField, string?> { [field] = letsGo ? null : PostingFields.Text(field, values) }));
        }

        if (changes.Count > 0)
            await OrderAsync(action, by, changes, steps);
    }

    private async Task RewriteAsync()
    {
        if (work.Posted.IsEmpty || await FindAsync(Pick([.. work.Posted])) is not { } role)
            return;
        var posting = ModelFields.Posting(role.Id, FileOf(role.Id), random);
        await OrderAsync(
            AuditAction.EditText, self, [new RoleChange.Text(role.Id, role.Version, Document(posting), "other")], [new ModelStep.Rewrite(role.Id, role.Version, ModelFields.Texts(posting))]);
    }

    private async Task WithdrawAsync()
    {
        if (!work.Posted.IsEmpty && await FindAsync(Pick([.. work.Posted])) is { } role)
            await OrderAsync(AuditAction.Withdraw, self, [new RoleChange.Withdraw(role.Id, role.Version)], [new ModelStep.Withdraw(role.Id, role.Version)]);
    }

    private async Task UndoAsync()
    {
        var orders = work.Applied.Where(done => done.Batch > 0).TakeLast(4).ToList();
        if (orders.Count == 0)
            return;
        var batch = Pick(orders).Batch;
        if (await stores.Edits.UndoAsync(batch, self, "chat", Now, CancellationToken.None) is EditResult.Applied applied)
            work.Applied.Enqueue(new ModelEvent(applied.LastChange, applied.Batch, self, AuditAction.Undo, [], batch));
        else
            Interlocked.Increment(ref work.Refused);
    }

    private async Task<bool> OrderAsync(AuditAction action, Actor by, IReadOnlyList<RoleChange> changes, IReadOnlyList<ModelStep> steps)
    {
        if (await stores.Edits.ApplyAsync(new EditOrder(by, "chat", action, changes), Now, CancellationToken.None) is EditResult.Applied applied)
        {
            work.Applied.Enqueue(new ModelEvent(applied.LastChange, applied.Batch, by, action, steps));
            return true;
        }

        Interlocked.Increment(ref work.Refused);
        return false;
    }

    /// <summary>Mostly as it is, sometimes as it was when this person last looked.</summary>
    private async Task<EditableRole?> FindAsync(string id)
    {
        if (random.Next(5) == 0 && read.TryGetValue(id, out var old))
            return old;
        if (await stores.Edits.FindAsync(id, CancellationToken.None) is { } role)
            return read[id] = role;
        read.Remove(id);
        return null;
    }

    private void Note(long change, long batch, Actor by, AuditAction action, ModelStep step) => work.Applied.Enqueue(new ModelEvent(change, batch, by, action, [step]));

    private T Pick<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];

    private static string FileOf(string id) => $"files/{id}.md";

    private static ParsedDocument Document(Posting posting) => new() { File = posting.File, Kind = DocumentKind.Posting, Postings = [posting] };
}
