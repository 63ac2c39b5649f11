using NodaTime;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Recruiting;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Recruiting;

/// <summary>What every store keeps of who did what, and of people. A store joins by deriving from this.</summary>
public abstract class AuditSuite
{
    private static readonly Posting Baker = Sample.Role("07", "Baker", "Acme", "2026-01-01", body: "Bread", file: "jobs/baker.md");
    private static readonly Posting Cook = Sample.Role("08", "Cook", "Acme", "2026-02-01", body: "Soup", file: "jobs/cook.md");
    private static readonly Posting Posted = Sample.Role("c1", "Glazier", "Brightwheel", "2026-03-01", body: "Windows", file: "chat/2026-11-22-glazier-00aa.md");

    private protected abstract EditStores Stores { get; }

    [SuiteFact]
    public async Task Query_AfterAnEdit_SaysWhoWhenFromWhereBeforeAndAfter()
    {
        await Stores.ImportAsync(Baker);
        var applied = Assert.IsType<EditResult.Applied>(await Stores.RenameAsync("07", "Pastry Chef"));

        var entry = Assert.Single(await Stores.AuditAsync());

        Assert.Equal((applied.Batch, EditStores.Ana, "slack C1", AuditAction.Edit), (entry.Batch, entry.By, entry.From, entry.Action));
        Assert.Equal((Instant.FromDateTimeOffset(EditStores.Now), ChangeKind.Changed, "07", "Pastry Chef", "Acme"), (entry.At, entry.Kind, entry.Role, entry.Title, entry.Employer));
        Assert.Equal([new FieldChange(RoleField.Title, "Baker", "Pastry Chef")], entry.Changes);
        Assert.Equal(entry.Number, (await Stores.FindAsync("07")).Version);
    }

    [SuiteFact]
    public async Task Query_Imports_HaveAnEntryForEachRoleThatCameChangedOrWent()
    {
        await Stores.ImportAsync(Baker, Cook);
        await Stores.ImportAsync(Baker with { Title = Sample.Said("Master Baker") }, Cook);
        await Stores.WithdrawAsync(Cook.File);

        var entries = await Stores.AuditAsync(new AuditQuery());

        Assert.Equal(
            [(ChangeKind.Withdrawn, "08"), (ChangeKind.Changed, "07"), (ChangeKind.Added, "08"), (ChangeKind.Added, "07")], entries.Select(entry => (entry.Kind!.Value, entry.Role!)));
        Assert.All(entries, entry => Assert.Equal((Actor.Import, AuditAction.Import), (entry.By, entry.Action)));
        Assert.Equal((Cook.File, "Cook"), (entries[0].From, entries[0].Title));
        Assert.Equal(new FieldChange(RoleField.Title, "Baker", "Master Baker"), Assert.Single(entries[1].Changes));
    }

    [SuiteFact]
    public async Task Query_ByRolePersonBatchAndPage_GivesThose()
    {
        await Stores.ImportAsync(Baker, Cook);
        await Stores.RenameAsync("07", "Pastry Chef");
        var batch = Assert.IsType<EditResult.Applied>(await Stores.RenameAsync("08", "Chef", EditStores.Ben)).Batch;
        await Stores.CloseAsync("07");

        Assert.Equal(["Pastry Chef", "Pastry Chef", "Baker"], (await Stores.AuditAsync(new AuditQuery(Role: "07"))).Select(entry => entry.Title));
        Assert.Equal(["Chef"], (await Stores.AuditAsync(new AuditQuery(Person: EditStores.Ben))).Select(entry => entry.Title));
        Assert.Equal("08", Assert.Single(await Stores.AuditAsync(new AuditQuery(Batch: batch))).Role);
        var page = await Stores.AuditAsync(new AuditQuery(WithImports: false, Take: 2));
        Assert.Equal([AuditAction.Close, AuditAction.Edit], page.Select(entry => entry.Action));
        Assert.Equal("07", Assert.Single(await Stores.AuditAsync(new AuditQuery(Before: page[^1].Number, WithImports: false))).Role);
    }

    [SuiteFact]
    public async Task Query_UndoneAndWithdrawn_SaysWhatWasUndoneAndStaysWhenTheRoleIsGone()
    {
        var posted = Assert.IsType<EditResult.Applied>(await PostAsync());
        await Stores.UndoAsync(posted);

        var entries = await Stores.AuditAsync(new AuditQuery(Role: "c1"));

        Assert.Equal([(AuditAction.Undo, ChangeKind.Withdrawn, posted.Batch), (AuditAction.Post, ChangeKind.Added, (long?)null)], entries.Select(e => (e.Action, e.Kind!.Value, e.Undoes)));
        Assert.Equal((EditStores.Ben, "msteams 19:a", "Glazier"), (entries[0].By, entries[0].From, entries[0].Title));
    }

    [SuiteFact]
    public async Task Query_Refused_LeavesNoTrace()
    {
        await Stores.ImportAsync(Baker);
        var read = await Stores.FindAsync("07");
        await Stores.CloseAsync("07");
        await Stores.OrderAsync(EditStores.Ben, AuditAction.Close, EditStores.Closed(read));

        Assert.Empty(await Stores.AuditAsync(new AuditQuery(Person: EditStores.Ben)));
        Assert.Null(await Stores.Recruiting.People.ExportAsync(EditStores.Ben, CancellationToken.None));
    }

    [SuiteFact]
    public async Task Query_AfterAnEditThatSaysTheSame_HasAnEntryWithoutChanges()
    {
        await Stores.ImportAsync(Baker);
        await Stores.CloseAsync("07");
        var before = (await Stores.Store.ChangesAsync(0, 100, CancellationToken.None)).Count;

        await Stores.CloseAsync("07");

        Assert.Empty((await Stores.AuditAsync())[0].Changes);
        Assert.Equal(before, (await Stores.Store.ChangesAsync(0, 100, CancellationToken.None)).Count);
    }

    [SuiteFact]
    public async Task Grant_AgainAndRevoked_IsOneOfThePersonAndAllIsInTheAudit()
    {
        var grants = Stores.Recruiting.Grants;
        await grants.GrantAsync(new Grant(EditStores.Ben, GrantKind.Recruiter, ["Acme"]), EditStores.Ana, "slack C1", EditStores.Now, CancellationToken.None);
        await grants.GrantAsync(new Grant(EditStores.Ben, GrantKind.Admin, []), EditStores.Ana, "slack C1", EditStores.Now.AddHours(1), CancellationToken.None);

        var granted = Assert.Single(await grants.AllAsync(CancellationToken.None));
        Assert.Equal((EditStores.Ben, GrantKind.Admin, Instant.FromDateTimeOffset(EditStores.Now.AddHours(1))), (granted.Person, granted.Kind, granted.Since));
        Assert.Empty(granted.Employers);
        Assert.NotNull(await grants.FindAsync(EditStores.Ben, CancellationToken.None));
        Assert.True(await grants.RevokeAsync(EditStores.Ben, EditStores.Ana, "slack C1", EditStores.Now, CancellationToken.None));
        Assert.False(await grants.RevokeAsync(EditStores.Ben, EditStores.Ana, "slack C1", EditStores.Now, CancellationToken.None));

        Assert.Null(await grants.FindAsync(EditStores.Ben, CancellationToken.None));
        Assert.Equal(
            [(AuditAction.Revoke, "admin", ""), (AuditAction.Grant, "admin", ""), (AuditAction.Grant, "recruiter", "Acme")],
            (await Stores.AuditAsync()).Select(entry => (entry.Action, entry.Title!, entry.Employer!)));
        Assert.All(await Stores.AuditAsync(), entry => Assert.Equal((EditStores.Ana, EditStores.Ben, (string?)null), (entry.By, entry.Subject, entry.Role)));
    }

    [SuiteFact]
    public async Task Name_LongOrChanged_IsKeptInPartAndAsItWasLast()
    {
        var longNamed = EditStores.Ana with { Name = new string('a', 199) + "\U0001F600\0" };
        await PostAsync(longNamed);
        Assert.Equal(new string('a', 199), Assert.Single(await Stores.AuditAsync()).By.Name);

        await Stores.RenameAsync("c1", "Window Maker", EditStores.Ana with { Name = "" });
        Assert.Equal(new string('a', 199), (await Stores.AuditAsync())[0].By.Name);
        await Stores.RenameAsync("c1", "Window Cleaner", EditStores.Ana);
        Assert.All(await Stores.AuditAsync(), entry => Assert.Equal("Ana Silva", entry.By.Name));
    }

    [SuiteFact]
    public async Task Export_OfAPerson_HasAllThatIsKept()
    {
        await PostAsync();
        await Stores.RenameAsync("c1", "Window Maker");
        await Stores.Recruiting.Drafts.CreateAsync(new Draft("d1", EditStores.Ana, "{}", null), 10, EditStores.Now, CancellationToken.None);
        await Stores.Recruiting.Grants.GrantAsync(new Grant(EditStores.Ana, GrantKind.Recruiter, ["Acme"]), EditStores.Ben, "x", EditStores.Now, CancellationToken.None);

        var kept = (await Stores.Recruiting.People.ExportAsync(EditStores.Ana with { Name = "" }, CancellationToken.None))!;

        Assert.Equal(EditStores.Ana, kept.Person);
        Assert.Equal([AuditAction.Edit, AuditAction.Post], kept.Entries.Select(entry => entry.Action));
        Assert.Equal([new PostedDocument(Posted.File, "# Glazier")], kept.Posted);
        Assert.Equal("d1", Assert.Single(kept.Drafts).Draft.Id);
        Assert.Equal(["Acme"], kept.Grant!.Employers);
    }

    [SuiteFact]
    public async Task Forget_APerson_TakesNameAndIdsAwayEverywhereAndKeepsTheWork()
    {
        await Stores.ImportAsync(Baker);
        await PostAsync();
        await Stores.RenameAsync("07", "Pastry Chef");
        await Stores.ImportAsync(Baker with { Title = Sample.Said("Master Baker") });
        await Stores.Recruiting.Drafts.CreateAsync(new Draft("d1", EditStores.Ana, "{}", null), 10, EditStores.Now, CancellationToken.None);
        await Stores.Recruiting.Grants.GrantAsync(new Grant(EditStores.Ana, GrantKind.Recruiter, []), EditStores.Ben, "x", EditStores.Now, CancellationToken.None);
        var before = await Stores.FindAsync("07");

        var change = await Stores.Recruiting.People.ForgetAsync(EditStores.Ana, EditStores.Now, CancellationToken.None);
        await Stores.ReachAsync(change!.Value);

        var role = await Stores.FindAsync("07");
        Assert.Equal(("Pastry Chef", "edited by somebody, 2026-11-22"), (role.Shown.Title.Value, role.Shown.Title.Evidence.File));
        Assert.Equal("edited by somebody, 2026-11-22", (await Stores.ShownAsync("07"))!.Title.Evidence.File);
        Assert.True(role.Version > before.Version);
        Assert.NotNull(await Stores.ShownAsync("c1"));
        Assert.Equal(Actor.Somebody, (await Stores.FindAsync("c1")).Owner ?? Actor.Somebody);
        Assert.Empty(await Stores.Recruiting.Grants.AllAsync(CancellationToken.None));
        Assert.Null(await Stores.Recruiting.Drafts.FindAsync("d1", CancellationToken.None));
        Assert.Empty(await Stores.Recruiting.Conflicts.ClaimAsync(EditStores.Now.AddYears(1), TimeSpan.Zero, 10, CancellationToken.None));
        Assert.Null(await Stores.Recruiting.People.ExportAsync(EditStores.Ana, CancellationToken.None));
        var edit = (await Stores.AuditAsync(new AuditQuery(Role: "07"))).First(entry => entry.Action is AuditAction.Edit);
        Assert.Equal(Actor.Somebody, edit.By);
        Assert.DoesNotContain("C1", edit.From, StringComparison.Ordinal);
    }

    [SuiteFact]
    public async Task Forget_Nobody_IsNothing()
    {
        Assert.Null(await Stores.Recruiting.People.ForgetAsync(EditStores.Ana, EditStores.Now, CancellationToken.None));
        await PostAsync();
        Assert.Equal(0, await Stores.Recruiting.People.ForgetAsync(EditStores.Ana, EditStores.Now, CancellationToken.None));
    }

    [SuiteFact]
    public async Task Forget_ThenTheSamePersonAgain_IsSomebodyNew()
    {
        await PostAsync();
        await Stores.Recruiting.People.ForgetAsync(EditStores.Ana, EditStores.Now, CancellationToken.None);

        await Stores.RenameAsync("c1", "Window Maker");

        Assert.Single(await Stores.AuditAsync(new AuditQuery(Person: EditStores.Ana)));
        Assert.Empty(await Stores.Edits.OpenOfOwnerAsync(EditStores.Ana, CancellationToken.None));
        Assert.Empty(await Stores.Edits.OwnersAsync(CancellationToken.None));
    }

    private Task<EditResult> PostAsync(Actor? by = null) => Stores.OrderAsync(by ?? EditStores.Ana, AuditAction.Post, new RoleChange.Post(EditStores.Document(Posted), "# Glazier", RoleOverlay.Empty));
}
