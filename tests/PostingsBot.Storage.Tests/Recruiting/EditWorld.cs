using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Recruiting;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Recruiting;

/// <summary>Everything that people edit with, on one database.</summary>
internal sealed record EditStores(ICatalogue Catalogue, ICatalogueStore Store, RecruitingStores Recruiting, Func<long, Task> ReachAsync)
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    public static readonly Actor Ana = new("slack", "T1:U1", "Ana Silva");
    public static readonly Actor Ben = new("msteams", "tenant:2", "Ben");

    public IRoleEdits Edits => Recruiting.Edits;

    /// <summary>A document of files.</summary>
    public Task<AppliedEdits> ImportAsync(params Posting[] postings) => ReachedAsync(Store.ApplyAsync(Sample.Edits(postings), CancellationToken.None));

    public Task<AppliedEdits> WithdrawAsync(string file) => ReachedAsync(Store.ApplyAsync([new DocumentEdit.Withdraw(file)], CancellationToken.None));

    public async Task<EditableRole> FindAsync(string role) => (await Edits.FindAsync(role, CancellationToken.None))!;

    public async Task<Posting?> ShownAsync(string role) => await Catalogue.FindPostingAsync(role, CancellationToken.None);

    public Task<EditResult> OrderAsync(AuditAction action, params RoleChange[] changes) => OrderAsync(Ana, action, changes);

    public async Task<EditResult> OrderAsync(Actor by, AuditAction action, params RoleChange[] changes)
    {
        var result = await Edits.ApplyAsync(new EditOrder(by, "slack C1", action, changes), Now, CancellationToken.None);
        return await ReachedAsync(result);
    }

    public async Task<EditResult> UndoAsync(EditResult applied) =>
        await ReachedAsync(await Edits.UndoAsync(Assert.IsType<EditResult.Applied>(applied).Batch, Ben, "msteams 19:a", Now.AddHours(1), CancellationToken.None));

    /// <summary>The role's title becomes another.</summary>
    public async Task<EditResult> RenameAsync(string role, string title, Actor? by = null)
    {
        var found = await FindAsync(role);
        return await OrderAsync(by ?? Ana, AuditAction.Edit, new RoleChange.Overlay(found.Id, found.Version, With(found, found.Basis with { Title = Sample.Said(title) }, RoleField.Title)));
    }

    public async Task<EditResult> CloseAsync(string role)
    {
        var found = await FindAsync(role);
        return await OrderAsync(AuditAction.Close, Closed(found));
    }

    public static RoleChange Closed(EditableRole found) =>
        new RoleChange.Overlay(found.Id, found.Version, With(found, found.Basis with { Status = Sample.Said(PostingStatus.Closed) }, RoleField.Status));

    public static RoleOverlay With(EditableRole role, Posting values, params RoleField[] fields) =>
        role.Overlay.With(PostingEdit.Of([.. fields], values), RoleChange.Self, NodaTime.Instant.FromDateTimeOffset(Now), role.Basis);

    public static ParsedDocument Document(Posting posting) => new() { File = posting.File, Kind = DocumentKind.Posting, Postings = [posting] };

    public async Task<IReadOnlyList<AuditEntry>> AuditAsync(AuditQuery? query = null) => await Recruiting.Audit.QueryAsync(query ?? new AuditQuery(WithImports: false), CancellationToken.None);

    private async Task<AppliedEdits> ReachedAsync(Task<AppliedEdits> applying)
    {
        var applied = await applying;
        await ReachAsync(applied.LastChange);
        return applied;
    }

    private async Task<EditResult> ReachedAsync(EditResult result)
    {
        if (result is EditResult.Applied applied)
            await ReachAsync(applied.LastChange);
        return result;
    }
}
