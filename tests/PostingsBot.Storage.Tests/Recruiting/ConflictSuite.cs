using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Recruiting;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Recruiting;

/// <summary>What every store does when a file changes under an edit. A store joins by deriving from this.</summary>
public abstract class ConflictSuite
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private static readonly DateTimeOffset Later = EditStores.Now.AddYears(1);

    private static readonly Posting Baker = Sample.Role("07", "Baker", "Acme", "2026-01-01", workplace: Workplace.Onsite, body: "Bread", file: "jobs/baker.md");

    private protected abstract EditStores Stores { get; }

    [SuiteFact]
    public async Task Import_EditedFieldReadsOtherwise_KeepsTheEditAndTellsItsEditor()
    {
        await Stores.ImportAsync(Baker);
        await Stores.RenameAsync("07", "Pastry Chef");

        await Stores.ImportAsync(Titled("Master Baker"));

        var role = await Stores.FindAsync("07");
        Assert.Equal(("Pastry Chef", "Master Baker"), (role.Shown.Title.Value, role.Basis.Title.Value));
        var conflict = Assert.Single(await ClaimAsync());
        Assert.Equal(
            ("07", "Pastry Chef", "Acme", RoleField.Title, "Baker", "Pastry Chef", "Master Baker"),
            (conflict.Role, conflict.Title, conflict.Employer, conflict.Field, conflict.Under, conflict.Edited, conflict.Now));
        Assert.Equal(EditStores.Ana, conflict.Editor);
    }

    [SuiteFact]
    public async Task Import_AnotherFieldReadsOtherwise_IsShownBesideTheEditAndNoConflict()
    {
        await Stores.ImportAsync(Baker);
        await Stores.RenameAsync("07", "Pastry Chef");

        await Stores.ImportAsync(Baker with { Workplace = Sample.Said(Workplace.Remote) });

        var shown = (await Stores.ShownAsync("07"))!;
        Assert.Equal(("Pastry Chef", Workplace.Remote), (shown.Title.Value, shown.Workplace!.Value));
        Assert.Empty(await ClaimAsync());
    }

    [SuiteFact]
    public async Task Import_WhatLiesUnderAnEditChanges_IsAnotherVersion()
    {
        await Stores.ImportAsync(Baker);
        var renamed = await Stores.RenameAsync("07", "Pastry Chef");
        var read = await Stores.FindAsync("07");

        await Stores.ImportAsync(Titled("Master Baker"));

        Assert.True((await Stores.FindAsync("07")).Version > read.Version);
        Assert.IsType<EditResult.Stale>(await Stores.UndoAsync(renamed));
    }

    [SuiteFact]
    public async Task Import_FileSaysWhatWasEdited_IsNoConflict()
    {
        await Stores.ImportAsync(Baker);
        await Stores.RenameAsync("07", "Pastry Chef");

        await Stores.ImportAsync(Titled("Pastry Chef"));

        Assert.Empty(await ClaimAsync());
    }

    [SuiteFact]
    public async Task Import_FileChangesAgainOrBack_TellsOnlyWhatHolds()
    {
        await Stores.ImportAsync(Baker);
        await Stores.RenameAsync("07", "Pastry Chef");
        await Stores.ImportAsync(Titled("Master Baker"));
        await Stores.ImportAsync(Titled("Chief Baker"));

        Assert.Equal("Chief Baker", Assert.Single(await ClaimAsync()).Now);
        await Stores.ImportAsync(Baker);
        Assert.Empty(await ClaimAsync());
    }

    [SuiteFact]
    public async Task Import_TheSameFileAgain_TellsNothingTwice()
    {
        await Stores.ImportAsync(Baker);
        await Stores.RenameAsync("07", "Pastry Chef");
        await Stores.ImportAsync(Titled("Master Baker"));
        await Stores.Recruiting.Conflicts.SettleAsync(Assert.Single(await ClaimAsync()), CancellationToken.None);

        await Stores.ImportAsync(Titled("Master Baker"));
        await Stores.ImportAsync(Titled("Master Baker") with { Workplace = Sample.Said(Workplace.Remote) });

        Assert.Empty(await ClaimAsync());
    }

    [SuiteFact]
    public async Task Import_RoleOfTwoEditors_TellsEachOfTheirOwnField()
    {
        await Stores.ImportAsync(Baker);
        await Stores.RenameAsync("07", "Pastry Chef");
        var read = await Stores.FindAsync("07");
        var remote = EditStores.With(read, Baker with { Workplace = Sample.Said(Workplace.Remote) }, RoleField.Workplace);
        await Stores.OrderAsync(EditStores.Ben, AuditAction.Edit, new RoleChange.Overlay("07", read.Version, remote));

        await Stores.ImportAsync(Titled("Master Baker") with { Workplace = Sample.Said(Workplace.Hybrid) });

        Assert.Equal(
            [(EditStores.Ana, RoleField.Title), (EditStores.Ben, RoleField.Workplace)], (await ClaimAsync()).Select(conflict => (conflict.Editor, conflict.Field!.Value)));
    }

    [SuiteFact]
    public async Task Import_EditedRoleGoneFromTheFiles_TellsItsEditors()
    {
        await Stores.ImportAsync(Baker);
        await Stores.RenameAsync("07", "Pastry Chef");
        await Stores.CloseAsync("07");

        await Stores.WithdrawAsync(Baker.File);

        var conflict = Assert.Single(await ClaimAsync());
        Assert.Equal(("07", "Pastry Chef", (RoleField?)null, EditStores.Ana), (conflict.Role, conflict.Title, conflict.Field, conflict.Editor));
        Assert.Equal("title: Pastry Chef; status: closed", conflict.Edited);
    }

    [SuiteFact]
    public async Task Import_FieldThatTheBotItselfEdited_TellsNobody()
    {
        await Stores.ImportAsync(Baker);
        await Stores.OrderAsync(Actor.Expiry, AuditAction.Expire, EditStores.Closed(await Stores.FindAsync("07")));

        await Stores.ImportAsync(Baker with { Status = Sample.Said(PostingStatus.Draft) });
        await Stores.WithdrawAsync(Baker.File);

        Assert.Empty(await ClaimAsync());
    }

    [SuiteFact]
    public async Task Import_AnotherFileHasTheRoleToo_KeepsTheEditOverBothAndTellsWhatTheNewerSays()
    {
        var url = Sample.Said("https://acme.example/jobs/95");
        var repost = Baker with { Id = "09", File = "jobs/repost.md", ApplyUrl = url, Posted = Sample.Said(Sample.Day(2026, 2, 1)), Workplace = Sample.Said(Workplace.Hybrid) };
        await Stores.ImportAsync(Baker with { ApplyUrl = url });
        var read = await Stores.FindAsync("07");
        var remote = EditStores.With(read, Baker with { Workplace = Sample.Said(Workplace.Remote) }, RoleField.Workplace);
        await Stores.OrderAsync(AuditAction.Edit, new RoleChange.Overlay("07", read.Version, remote));

        await Stores.ImportAsync(repost);

        var role = await Stores.FindAsync("09");
        Assert.Equal(("07", Workplace.Remote, Workplace.Hybrid, 2), (role.Id, role.Shown.Workplace!.Value, role.Basis.Workplace!.Value, role.Files.Count));
        Assert.Equal("hybrid", Assert.Single(await ClaimAsync()).Now);
        await Stores.WithdrawAsync(Baker.File);
        Assert.Equal(Workplace.Remote, (await Stores.ShownAsync("07"))!.Workplace!.Value);
        await Stores.WithdrawAsync(repost.File);
        Assert.Contains(await ClaimAsync(), conflict => conflict.Field is null);
    }

    [SuiteFact]
    public async Task Apply_TheFieldIsEditedAnewOrLetGo_SettlesTheConflict()
    {
        await Stores.ImportAsync(Baker);
        await Stores.RenameAsync("07", "Pastry Chef");
        await Stores.ImportAsync(Titled("Master Baker"));
        var role = await Stores.FindAsync("07");

        await Stores.OrderAsync(AuditAction.Edit, new RoleChange.Overlay("07", role.Version, role.Overlay.Without(RoleField.Title)));

        Assert.Equal("Master Baker", (await Stores.ShownAsync("07"))!.Title.Value);
        Assert.Empty(await ClaimAsync());
        await Stores.RenameAsync("07", "Pastry Chef");
        await Stores.ImportAsync(Titled("Chief Baker"));
        await Stores.RenameAsync("07", "Pastry Chef");
        Assert.Empty(await ClaimAsync());
    }

    [SuiteFact]
    public async Task Claim_WhileLeased_GivesTheConflictToNobodyElse()
    {
        await Stores.ImportAsync(Baker);
        await Stores.RenameAsync("07", "Pastry Chef");
        await Stores.ImportAsync(Titled("Master Baker"));

        var claims = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ClaimAsync(Later))));
        var lost = Assert.Single(claims.SelectMany(claim => claim));
        var again = Assert.Single(await ClaimAsync(Later + Lease));
        await Stores.Recruiting.Conflicts.SettleAsync(lost, CancellationToken.None);
        await Stores.Recruiting.Conflicts.PostponeAsync(again, Later.AddDays(1), CancellationToken.None);

        Assert.Equal((1, 2), (lost.Attempt, again.Attempt));
        Assert.Empty(await ClaimAsync(Later.AddHours(1)));
        await Stores.Recruiting.Conflicts.SettleAsync(Assert.Single(await ClaimAsync(Later.AddDays(1))), CancellationToken.None);
        Assert.Empty(await ClaimAsync(Later.AddDays(9)));
    }

    private static Posting Titled(string title) => Baker with { Title = Sample.Said(title) };

    /// <summary>Far enough apart that no lease is in the way.</summary>
    private Task<IReadOnlyList<EditConflict>> ClaimAsync() => Stores.Recruiting.Conflicts.ClaimAsync(Later, TimeSpan.Zero, 100, CancellationToken.None);

    private Task<IReadOnlyList<EditConflict>> ClaimAsync(DateTimeOffset now) => Stores.Recruiting.Conflicts.ClaimAsync(now, Lease, 100, CancellationToken.None);
}
