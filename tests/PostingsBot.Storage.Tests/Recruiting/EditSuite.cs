using NodaTime;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Recruiting;
using PostingsBot.Core.Text;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Recruiting;

/// <summary>What every store does with edits of roles. A store joins by deriving from this.</summary>
public abstract class EditSuite
{
    private static readonly Posting Baker = Sample.Role("07", "Baker", "Acme", "2026-01-01", workplace: Workplace.Onsite, pay: Sample.Pay(90_000, null, "EUR"), body: "Bread", file: "jobs/baker.md");
    private static readonly Posting Cook = Sample.Role("08", "Cook", "Acme", "2026-02-01", body: "Soup", file: "jobs/cook.md");
    private static readonly Posting Posted = Sample.Role("c1", "Glazier", "Brightwheel", "2026-03-01", body: "Windows", file: "chat/2026-11-22-glazier-00aa.md");

    private protected abstract EditStores Stores { get; }

    [SuiteFact]
    public async Task Find_RoleOfAFile_HasItsPostingItsFilesAndNoOwner()
    {
        await Stores.ImportAsync(Baker);

        var role = await Stores.FindAsync("07");

        Assert.Equal(("07", "Baker", "jobs/baker.md"), (role.Id, role.Shown.Title.Value, Assert.Single(role.Files)));
        Assert.True(role.Overlay.IsEmpty);
        Assert.Null(role.Owner);
        Assert.Null(role.PostedText);
        Assert.Null(await Stores.Edits.FindAsync("nothing", CancellationToken.None));
    }

    [SuiteFact]
    public async Task Apply_Overlay_IsShownSearchedAndLoggedWhileTheBasisStays()
    {
        await Stores.ImportAsync(Baker);
        var before = await Stores.FindAsync("07");

        var applied = Assert.IsType<EditResult.Applied>(await Stores.RenameAsync("07", "Pastry Chef"));

        var after = await Stores.FindAsync("07");
        Assert.Equal(("Pastry Chef", "Baker"), (after.Shown.Title.Value, after.Basis.Title.Value));
        Assert.True(after.Version > before.Version);
        Assert.Equal("edited by Ana Silva, 2026-11-22", (await Stores.ShownAsync("07"))!.Title.Evidence.File);
        Assert.Equal(1, await Stores.Catalogue.CountAsync(Titled("pastry"), CancellationToken.None));
        Assert.Equal(0, await Stores.Catalogue.CountAsync(Titled("baker"), CancellationToken.None));
        Assert.Equal(["07"], applied.Roles);
        var change = (await Stores.Store.ChangesAsync(0, 100, CancellationToken.None))[^1];
        Assert.Equal((applied.LastChange, ChangeKind.Changed, "07"), (change.Sequence, change.Kind, change.PostingId));
    }

    [SuiteFact]
    public async Task Apply_Overlay_NumbersWhoeverOrdersIt()
    {
        await Stores.ImportAsync(Baker);
        await Stores.RenameAsync("07", "Pastry Chef");
        await Stores.CloseAsync("07");

        var role = await Stores.FindAsync("07");

        Assert.Equal([RoleField.Title, RoleField.Status], role.Overlay.Fields.Select(field => field.Field));
        Assert.All(role.Overlay.Fields, field => Assert.Equal("Ana Silva", role.NameOf(field.By)));
        Assert.False(role.Shown.IsOpen);
        Assert.Equal(0, await Stores.Catalogue.CountAsync(Match.Everything, CancellationToken.None));
    }

    [SuiteFact]
    public async Task Apply_OldVersion_IsStaleAndChangesNothing()
    {
        await Stores.ImportAsync(Baker);
        var read = await Stores.FindAsync("07");
        await Stores.RenameAsync("07", "Pastry Chef");

        var stale = Assert.IsType<EditResult.Stale>(await Stores.OrderAsync(EditStores.Ben, AuditAction.Close, EditStores.Closed(read)));

        Assert.Equal("Pastry Chef", Assert.Single(stale.Now).Shown.Title.Value);
        Assert.True((await Stores.FindAsync("07")).Shown.IsOpen);
        Assert.Single(await Stores.AuditAsync());
    }

    [SuiteFact]
    public async Task Apply_VersionReadBeforeAnImportChangedTheRole_IsStale()
    {
        await Stores.ImportAsync(Baker);
        var read = await Stores.FindAsync("07");
        await Stores.ImportAsync(Baker with { Title = Sample.Said("Master Baker") });

        Assert.IsType<EditResult.Stale>(await Stores.OrderAsync(AuditAction.Close, EditStores.Closed(read)));
    }

    [SuiteFact]
    public async Task Apply_VersionReadBeforeTheSameFileWasReadAgain_IsGood()
    {
        await Stores.ImportAsync(Baker);
        var read = await Stores.FindAsync("07");
        await Stores.ImportAsync(Baker);

        Assert.IsType<EditResult.Applied>(await Stores.OrderAsync(AuditAction.Close, EditStores.Closed(read)));
    }

    [SuiteFact]
    public async Task Apply_SeveralRolesOneOfThemStale_ChangesNone()
    {
        await Stores.ImportAsync(Baker, Cook);
        var (baker, cook) = (await Stores.FindAsync("07"), await Stores.FindAsync("08"));
        await Stores.RenameAsync("08", "Chef");

        var result = await Stores.OrderAsync(AuditAction.Close, EditStores.Closed(baker), EditStores.Closed(cook));

        Assert.Equal("08", Assert.Single(Assert.IsType<EditResult.Stale>(result).Now).Id);
        Assert.True((await Stores.FindAsync("07")).Shown.IsOpen);
    }

    [SuiteFact]
    public async Task Apply_RoleThatWent_IsGone()
    {
        await Stores.ImportAsync(Baker);
        var read = await Stores.FindAsync("07");
        await Stores.WithdrawAsync(Baker.File);

        Assert.Equal(["07"], Assert.IsType<EditResult.Gone>(await Stores.OrderAsync(AuditAction.Close, EditStores.Closed(read))).Roles);
    }

    [SuiteFact]
    public async Task Apply_VersionOfARoleThatWentAndCameBack_IsStale()
    {
        await Stores.ImportAsync(Baker);
        var read = await Stores.FindAsync("07");
        await Stores.WithdrawAsync(Baker.File);
        await Stores.ImportAsync(Baker);

        Assert.IsType<EditResult.Stale>(await Stores.OrderAsync(AuditAction.Close, EditStores.Closed(read)));
    }

    [SuiteFact]
    public async Task Apply_NoChangeOrOneRoleTwice_Throws()
    {
        await Stores.ImportAsync(Baker);
        var close = EditStores.Closed(await Stores.FindAsync("07"));

        await Assert.ThrowsAsync<ArgumentException>(() => Stores.OrderAsync(AuditAction.Close));
        await Assert.ThrowsAsync<ArgumentException>(() => Stores.OrderAsync(AuditAction.Close, close, close));
        await Assert.ThrowsAsync<ArgumentException>(() => Stores.OrderAsync(AuditAction.Import, close));
    }

    [SuiteFact]
    public async Task Apply_Post_IsARoleOfItsOwnerWithItsTextAndItsCorrections()
    {
        var edits = RoleOverlay.Empty.With(PostingEdit.Of([RoleField.Workplace], Posted with { Workplace = Sample.Said(Workplace.Remote) }), RoleChange.Self, default, Posted);

        var applied = Assert.IsType<EditResult.Applied>(await Stores.OrderAsync(AuditAction.Post, new RoleChange.Post(EditStores.Document(Posted), "# Glazier", edits)));

        var role = await Stores.FindAsync("c1");
        Assert.Equal(["c1"], applied.Roles);
        Assert.Equal((EditStores.Ana, "# Glazier", Workplace.Remote, (Stated<Workplace>?)null), (role.Owner, role.PostedText, role.Shown.Workplace!.Value, role.Basis.Workplace));
        Assert.Equal(["c1"], (await Stores.Edits.OpenOfOwnerAsync(EditStores.Ana, CancellationToken.None)).Select(one => one.Id));
        Assert.Equal([EditStores.Ana], await Stores.Edits.OwnersAsync(CancellationToken.None));
        Assert.Empty(await Stores.Edits.OpenOfOwnerAsync(EditStores.Ben, CancellationToken.None));
        Assert.Equal(DocumentOrigin.Posted, (await Stores.Store.KnownAsync(CancellationToken.None))[Posted.File].Origin);
    }

    [SuiteFact]
    public async Task Apply_TheSamePostTwice_IsStaleTheSecondTime()
    {
        var post = new RoleChange.Post(EditStores.Document(Posted), "# Glazier", RoleOverlay.Empty);
        await Stores.OrderAsync(AuditAction.Post, post);

        var again = Assert.IsType<EditResult.Stale>(await Stores.OrderAsync(AuditAction.Post, post));

        Assert.Equal("c1", Assert.Single(again.Now).Id);
        Assert.Single(await Stores.AuditAsync());
    }

    [SuiteFact]
    public async Task Apply_PostOfARoleThatAFileHas_JoinsItWithBothEdits()
    {
        var own = Posted with { ApplyUrl = Sample.Said("https://brightwheel.example/jobs/95") };
        var filed = own with { Id = "f1", File = "jobs/glazier.md" };
        await Stores.ImportAsync(filed);
        await Stores.RenameAsync("f1", "Window Maker");
        var edits = RoleOverlay.Empty.With(PostingEdit.Of([RoleField.Workplace], Posted with { Workplace = Sample.Said(Workplace.Remote) }), RoleChange.Self, default, Posted);

        var applied = Assert.IsType<EditResult.Applied>(await Stores.OrderAsync(EditStores.Ben, AuditAction.Post, new RoleChange.Post(EditStores.Document(own), "text", edits)));

        var role = await Stores.FindAsync("c1");
        Assert.Equal(["f1"], applied.Roles);
        Assert.Equal(("f1", "Window Maker", Workplace.Remote), (role.Id, role.Shown.Title.Value, role.Shown.Workplace!.Value));
        Assert.Equal(2, role.Files.Count);
    }

    [SuiteFact]
    public async Task Apply_Text_KeepsTheRoleAndDropsTheEditsThatItRestates()
    {
        await PostAsync();
        await Stores.RenameAsync("c1", "Window Maker");
        await Stores.CloseAsync("c1");
        var read = await Stores.FindAsync("c1");
        var rewritten = Posted with { Id = "c2", Title = Sample.Said("Senior Glazier"), Posted = Sample.Said(new LocalDate(2026, 4, 1)) };

        var applied = await Stores.OrderAsync(EditStores.Ben, AuditAction.EditText, new RoleChange.Text("c1", read.Version, EditStores.Document(rewritten), "# Senior Glazier"));

        var role = await Stores.FindAsync("c1");
        Assert.Equal(["c1"], Assert.IsType<EditResult.Applied>(applied).Roles);
        Assert.Equal(("Senior Glazier", "# Senior Glazier", EditStores.Ana), (role.Shown.Title.Value, role.PostedText, role.Owner));
        Assert.Equal([RoleField.Status], role.Overlay.Fields.Select(field => field.Field));
        Assert.Empty(await ConflictsAsync());
    }

    [SuiteFact]
    public async Task Apply_TextOrWithdrawalOfARoleOfFiles_IsGone()
    {
        await Stores.ImportAsync(Baker);
        var role = await Stores.FindAsync("07");

        Assert.IsType<EditResult.Gone>(await Stores.OrderAsync(AuditAction.EditText, new RoleChange.Text("07", role.Version, EditStores.Document(Baker), "text")));
        Assert.IsType<EditResult.Gone>(await Stores.OrderAsync(AuditAction.Withdraw, new RoleChange.Withdraw("07", role.Version)));
    }

    [SuiteFact]
    public async Task Undo_Overlay_ShowsExactlyWhatWasShown()
    {
        await Stores.ImportAsync(Baker);
        await Stores.RenameAsync("07", "Pastry Chef");
        var before = await Stores.FindAsync("07");

        var undone = Assert.IsType<EditResult.Applied>(await Stores.UndoAsync(await Stores.CloseAsync("07")));

        var after = await Stores.FindAsync("07");
        Assert.Equal(["07"], undone.Roles);
        Assert.Equivalent(before.Shown, after.Shown, strict: true);
        Assert.Equal(before.Overlay.Fields, after.Overlay.Fields);
        Assert.True(after.Version > before.Version);
    }

    [SuiteFact]
    public async Task Undo_TheFirstEditOfAFile_ShowsTheFileAgain()
    {
        await Stores.ImportAsync(Baker);

        await Stores.UndoAsync(await Stores.RenameAsync("07", "Pastry Chef"));

        Assert.Equivalent(Baker, await Stores.ShownAsync("07"), strict: true);
        Assert.Equal(["07"], (await Stores.Catalogue.SearchAsync(new Search(Titled("baker"), SearchOrder.Newest, 10), CancellationToken.None)).Postings.Select(p => p.Id));
    }

    [SuiteFact]
    public async Task Undo_AfterAnotherEdit_IsStale()
    {
        await Stores.ImportAsync(Baker);
        var renamed = await Stores.RenameAsync("07", "Pastry Chef");
        await Stores.CloseAsync("07");

        Assert.Equal("07", Assert.Single(Assert.IsType<EditResult.Stale>(await Stores.UndoAsync(renamed)).Now).Id);
        Assert.Equal("Pastry Chef", (await Stores.ShownAsync("07"))!.Title.Value);
    }

    [SuiteFact]
    public async Task Undo_Twice_IsStaleAndUndoingTheUndoingRestores()
    {
        await Stores.ImportAsync(Baker);
        var renamed = await Stores.RenameAsync("07", "Pastry Chef");
        var undone = await Stores.UndoAsync(renamed);

        Assert.IsType<EditResult.Stale>(await Stores.UndoAsync(renamed));
        Assert.IsType<EditResult.Applied>(await Stores.UndoAsync(undone));

        Assert.Equal("Pastry Chef", (await Stores.ShownAsync("07"))!.Title.Value);
    }

    [SuiteFact]
    public async Task Undo_Post_TakesItAwayAndUndoingThatBringsItBack()
    {
        var posted = await PostAsync();
        await Stores.RenameAsync("c1", "Window Maker");
        var before = await Stores.FindAsync("c1");
        Assert.IsType<EditResult.Stale>(await Stores.UndoAsync(posted));

        var withdrawn = await Stores.OrderAsync(AuditAction.Withdraw, new RoleChange.Withdraw("c1", before.Version));
        Assert.Null(await Stores.ShownAsync("c1"));
        await Stores.UndoAsync(withdrawn);

        var after = await Stores.FindAsync("c1");
        Assert.Equivalent(before.Shown, after.Shown, strict: true);
        Assert.Equal((before.PostedText, before.Owner), (after.PostedText, after.Owner));
    }

    [SuiteFact]
    public async Task Undo_FreshPost_TakesItAway()
    {
        var posted = await PostAsync();

        Assert.IsType<EditResult.Applied>(await Stores.UndoAsync(posted));

        Assert.Null(await Stores.Edits.FindAsync("c1", CancellationToken.None));
        Assert.Empty(await Stores.Store.KnownAsync(CancellationToken.None));
        Assert.Empty(await ConflictsAsync());
    }

    [SuiteFact]
    public async Task Undo_Text_RestoresTheTextTheEditsAndTheId()
    {
        await PostAsync();
        await Stores.RenameAsync("c1", "Window Maker");
        var before = await Stores.FindAsync("c1");
        var rewritten = Posted with { Id = "c2", Title = Sample.Said("Senior Glazier") };
        var changed = await Stores.OrderAsync(AuditAction.EditText, new RoleChange.Text("c1", before.Version, EditStores.Document(rewritten), "other"));

        await Stores.UndoAsync(changed);

        var after = await Stores.FindAsync("c1");
        Assert.Equivalent(before.Shown, after.Shown, strict: true);
        Assert.Equal((before.Id, before.PostedText), (after.Id, after.PostedText));
    }

    [SuiteFact]
    public async Task Undo_WithdrawnRoleUnderAnotherIdThanItsPosting_HasItsIdAgain()
    {
        await PostAsync();
        var first = await Stores.FindAsync("c1");
        await Stores.OrderAsync(AuditAction.EditText, new RoleChange.Text("c1", first.Version, EditStores.Document(Posted with { Id = "c2", Title = Sample.Said("Senior Glazier") }), "other"));
        var before = await Stores.FindAsync("c1");

        await Stores.UndoAsync(await Stores.OrderAsync(AuditAction.Withdraw, new RoleChange.Withdraw("c1", before.Version)));

        Assert.Equivalent(before.Shown, await Stores.ShownAsync("c1"), strict: true);
    }

    [SuiteFact]
    public async Task Undo_Bulk_IsAllOrNothing()
    {
        await Stores.ImportAsync(Baker, Cook);
        var closed = await Stores.OrderAsync(AuditAction.Close, EditStores.Closed(await Stores.FindAsync("07")), EditStores.Closed(await Stores.FindAsync("08")));
        var renamed = await Stores.RenameAsync("08", "Chef");

        Assert.IsType<EditResult.Stale>(await Stores.UndoAsync(closed));
        Assert.False((await Stores.ShownAsync("07"))!.IsOpen);
        await Stores.UndoAsync(renamed);
        Assert.IsType<EditResult.Stale>(await Stores.UndoAsync(closed));
    }

    [SuiteFact]
    public async Task Undo_BulkUntouched_ReopensAll()
    {
        await Stores.ImportAsync(Baker, Cook);
        var closed = await Stores.OrderAsync(AuditAction.Close, EditStores.Closed(await Stores.FindAsync("07")), EditStores.Closed(await Stores.FindAsync("08")));

        Assert.Equal(["07", "08"], Assert.IsType<EditResult.Applied>(await Stores.UndoAsync(closed)).Roles);

        Assert.Equal(2, await Stores.Catalogue.CountAsync(Match.Everything, CancellationToken.None));
    }

    [SuiteFact]
    public async Task Undo_WhatNobodyOrdered_IsGone()
    {
        await Stores.ImportAsync(Baker);
        var import = Assert.Single(await Stores.AuditAsync(new AuditQuery()));

        Assert.IsType<EditResult.Gone>(await Stores.Edits.UndoAsync(import.Batch, EditStores.Ana, "slack C1", EditStores.Now, CancellationToken.None));
        Assert.IsType<EditResult.Gone>(await Stores.Edits.UndoAsync(999, EditStores.Ana, "slack C1", EditStores.Now, CancellationToken.None));
    }

    [SuiteFact]
    public async Task Closing_OpenRolesWithADate_AreFoundByIt()
    {
        await Stores.ImportAsync(Baker with { ValidThrough = Sample.Said(new LocalDate(2026, 12, 1)) }, Cook with { ValidThrough = Sample.Said(new LocalDate(2026, 12, 9)) });
        async Task<IEnumerable<string>> ClosingAsync(LocalDate? first, LocalDate last) => (await Stores.Edits.ClosingAsync(first, last, 10, CancellationToken.None)).Select(role => role.Id);

        Assert.Equal(["07", "08"], await ClosingAsync(null, new LocalDate(2026, 12, 9)));
        Assert.Equal(["08"], await ClosingAsync(new LocalDate(2026, 12, 2), new LocalDate(2026, 12, 9)));
        await Stores.CloseAsync("07");
        Assert.Equal(["08"], await ClosingAsync(null, new LocalDate(2026, 12, 9)));
    }

    private static Match.Token Titled(string word) => new("title:" + Words.Split(word)[0].Stem);

    private Task<EditResult> PostAsync() => Stores.OrderAsync(AuditAction.Post, new RoleChange.Post(EditStores.Document(Posted), "# Glazier", RoleOverlay.Empty));

    private Task<IReadOnlyList<EditConflict>> ConflictsAsync() => Stores.Recruiting.Conflicts.ClaimAsync(EditStores.Now.AddYears(1), TimeSpan.FromMinutes(1), 100, CancellationToken.None);
}
