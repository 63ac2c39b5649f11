using NodaTime;
using PostingsBot.Core.Catalogue;
using PostingsBot.Storage.Importing;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Importing;

public sealed class CatalogueImporterTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteDatabase database = SqliteDatabase.OpenInMemory();
    private readonly SqliteCatalogue catalogue;
    private readonly LineParser parser = new();
    private readonly FixedClock clock = new() { Now = DateTimeOffset.MaxValue };
    private readonly CatalogueImporter importer;

    public CatalogueImporterTests()
    {
        catalogue = new SqliteCatalogue(database, new FixedClock());
        importer = Importer("1");
    }

    public void Dispose()
    {
        importer.Dispose();
        database.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Import_Folder_FindsFilesBelowItInOrdinalOrder()
    {
        foreach (var name in new[] { "b.md", "a.md", "B.md", "sub/c.md", ".github/g.md", ".hidden.md", ".git/d.md", "e.md~", "f.md.tmp" })
            folder.Write(name, $"{Math.Abs(name.GetHashCode(StringComparison.Ordinal)):x} {name}");

        var summary = await ImportAsync(folder.Path + "/");

        Assert.Equal(["B.md", "a.md", "b.md", "c.md", "g.md"], parser.TakeRead().Order(StringComparer.Ordinal));
        Assert.Equal((5, 5, 5), (summary.Files, summary.Read, summary.PostingsAdded));
        Assert.NotNull(await catalogue.FindDocumentAsync(folder.Path + "/sub/c.md", CancellationToken.None));
    }

    [Fact]
    public async Task Import_RelativePath_IsKeptAsGiven()
    {
        folder.Write("jobs/a.md", "1 Cook");
        var given = Path.GetRelativePath(Directory.GetCurrentDirectory(), folder.File("jobs"));

        await ImportAsync(given);

        Assert.Equal(given + "/a.md", (await catalogue.FindPostingAsync("1", CancellationToken.None))!.File);
    }

    [Fact]
    public async Task Import_Again_ReadsNothing()
    {
        folder.Write("a.md", "1 Cook");
        await ImportAsync(folder.Path);
        parser.TakeRead();

        var summary = await ImportAsync(folder.Path);

        Assert.Empty(parser.TakeRead());
        Assert.Equal((1, 0, 1, false), (summary.Files, summary.Read, summary.Unchanged, summary.HasChanges));
        Assert.Equal(2, (await catalogue.ChangesAsync(0, 100, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Import_AfterRestart_ReadsNothing()
    {
        folder.Write("a.md", "1 Cook");
        await ImportAsync(folder.Path);
        parser.TakeRead();
        using var restarted = Importer("1");

        await restarted.MirrorAsync([folder.Path], null, CancellationToken.None);

        Assert.Empty(parser.TakeRead());
    }

    [Fact]
    public async Task Import_NewParserVersion_ReadsAllAgain()
    {
        folder.Write("a.md", "1 Cook");
        await ImportAsync(folder.Path);
        parser.TakeRead();
        using var newer = Importer("2");

        await newer.ImportAsync([folder.Path], null, CancellationToken.None);

        Assert.Equal(["a.md"], parser.TakeRead());
    }

    [Fact]
    public async Task Import_ChangedWithSameSizeAndTime_IsSeenWhileTheFileIsFresh()
    {
        var file = folder.Write("a.md", "1 Cook");
        var time = File.GetLastWriteTimeUtc(file);
        clock.Now = new DateTimeOffset(time).AddSeconds(1);
        await ImportAsync(folder.Path);
        File.WriteAllText(file, "1 Chef");
        File.SetLastWriteTimeUtc(file, time);

        await ImportAsync(folder.Path);

        Assert.Equal("Chef", (await catalogue.FindPostingAsync("1", CancellationToken.None))!.Title.Value);
    }

    [Fact]
    public async Task Import_AddedChangedRemoved_IsCountedAndLogged()
    {
        folder.Write("a.md", "1 Cook\n2 Baker");
        folder.Write("b.md", "3 Butcher");
        await ImportAsync(folder.Path);
        var before = (await catalogue.ChangesAsync(0, 100, CancellationToken.None))[^1].Sequence;
        folder.Write("a.md", "1 Head Cook\n2 Baker\n4 Waiter");
        File.Delete(folder.File("b.md"));

        var summary = await ImportAsync(folder.Path);

        Assert.Equal((1, 1, 1, 1, 1), (summary.Read, summary.Withdrawn, summary.PostingsAdded, summary.PostingsChanged, summary.PostingsWithdrawn));
        Assert.Equal(
            ["Withdrawn ", "Changed ", "Changed 1", "Added 4", "Withdrawn 3"],
            (await catalogue.ChangesAsync(before, 100, CancellationToken.None)).Select(change => $"{change.Kind} {change.PostingId}"));
    }

    [Fact]
    public async Task Import_RenamedFile_KeepsItsPosting()
    {
        folder.Write("a.md", "1 Cook");
        await ImportAsync(folder.Path);
        File.Move(folder.File("a.md"), folder.File("b.md"));

        var summary = await ImportAsync(folder.Path);

        Assert.Empty(summary.Skipped);
        Assert.EndsWith("b.md", (await catalogue.FindPostingAsync("1", CancellationToken.None))!.File, StringComparison.Ordinal);
        Assert.Equal((0, 1, 0), (summary.PostingsAdded, summary.PostingsChanged, summary.PostingsWithdrawn));
    }

    [Fact]
    public async Task Import_OtherPaths_LeavesTheRestOfTheCatalogue()
    {
        folder.Write("one/a.md", "1 Cook");
        folder.Write("two/b.md", "2 Baker");
        await ImportAsync(folder.File("one"));

        await ImportAsync(folder.File("two"));

        Assert.Equal(2, await catalogue.CountAsync(Match.Everything, CancellationToken.None));
    }

    [Fact]
    public async Task Mirror_OtherPaths_WithdrawsWhatIsNoLongerConfigured()
    {
        folder.Write("one/a.md", "1 Cook");
        folder.Write("two/b.md", "2 Baker");
        await ImportAsync(folder.File("one"));

        await importer.MirrorAsync([folder.File("two")], null, CancellationToken.None);

        Assert.Null(await catalogue.FindPostingAsync("1", CancellationToken.None));
        Assert.NotNull(await catalogue.FindPostingAsync("2", CancellationToken.None));
    }

    [Fact]
    public async Task Import_VanishedFolder_KeepsItsDocumentsAndSaysSo()
    {
        folder.Write("jobs/a.md", "1 Cook");
        await ImportAsync(folder.File("jobs"));
        Directory.Delete(folder.File("jobs"), recursive: true);

        var summary = await ImportAsync(folder.File("jobs"));

        Assert.Equal("path.missing", Assert.Single(summary.Skipped).Code);
        Assert.NotNull(await catalogue.FindPostingAsync("1", CancellationToken.None));
    }

    [Fact]
    public async Task Import_VanishedFileThatWasGivenItself_IsWithdrawn()
    {
        var file = folder.Write("a.md", "1 Cook");
        await ImportAsync(file);
        File.Delete(file);

        await ImportAsync(file);

        Assert.Null(await catalogue.FindPostingAsync("1", CancellationToken.None));
    }

    [Theory]
    [InlineData("file.not-text", "MZ\0\0\0")]
    [InlineData("file.too-large", "0123456789 0123456789 0123456789 0123456789 0123456789")]
    [InlineData("file.reader-failed", LineParser.Poison)]
    public async Task Import_BadFile_IsNamedAndTheRestGoesOn(string code, string content)
    {
        folder.Write("a.md", "1 Cook");
        var bad = folder.Write("b.md", content);
        folder.Write("c.md", "3 Baker");

        var summary = await ImportAsync(folder.Path);

        var skipped = Assert.Single(summary.Skipped);
        Assert.Equal((bad, code), (skipped.File, skipped.Code));
        Assert.Contains(bad, skipped.Message, StringComparison.Ordinal);
        Assert.Equal(2, summary.PostingsAdded);
    }

    [Fact]
    public async Task Import_FileTurnsBad_KeepsItsLastGoodReading()
    {
        folder.Write("a.md", "1 Cook");
        await ImportAsync(folder.Path);
        folder.Write("a.md", "\0\0\0");

        await ImportAsync(folder.Path);

        Assert.NotNull(await catalogue.FindPostingAsync("1", CancellationToken.None));
    }

    [Fact]
    public async Task Import_SameRoleInTwoFiles_IsNamed()
    {
        folder.Write("a.md", "1 Cook");
        folder.Write("b.md", "1 Cook");

        var summary = await ImportAsync(folder.Path);

        Assert.Equal("posting.same-id", Assert.Single(summary.Skipped).Code);
        Assert.Equal(1, summary.PostingsAdded);
    }

    [Fact]
    public async Task Import_FileGivenTwice_IsReadOnce()
    {
        var file = folder.Write("a.md", "1 Cook");

        await ImportAsync(folder.Path, file, file);

        Assert.Equal(["a.md"], parser.TakeRead());
    }

    [Fact]
    public async Task Import_LinkedFolderInACircle_Ends()
    {
        folder.Write("a.md", "1 Cook");
        Directory.CreateSymbolicLink(folder.File("again"), folder.Path);

        Assert.Equal(1, (await ImportAsync(folder.Path)).Files);
    }

    [Fact]
    public async Task Import_MoreFilesThanABatch_ReportsEachAndImportsAll()
    {
        for (var i = 0; i < 10; i++)
            folder.Write($"{i}.md", $"{i} Cook {i}");
        var reports = new Reports();

        await importer.ImportAsync([folder.Path], reports, CancellationToken.None);

        Assert.Equal(Enumerable.Range(1, 10).Select(i => new ImportProgress(i, 10, i)), reports.All);
        Assert.Equal(10, await catalogue.CountAsync(Match.Everything, CancellationToken.None));
    }

    [Fact]
    public async Task Import_StoreFailsOnce_TheNextImportStillBringsTheFile()
    {
        folder.Write("a.md", "1 Cook");
        var failing = new FailingStore(catalogue) { IsBroken = true };
        using var unlucky = new CatalogueImporter(failing, parser.Parse, "1", clock: clock);
        await Assert.ThrowsAsync<StorageException>(() => unlucky.ImportAsync([folder.Path], null, CancellationToken.None));
        failing.IsBroken = false;

        await unlucky.ImportAsync([folder.Path], null, CancellationToken.None);

        Assert.NotNull(await catalogue.FindPostingAsync("1", CancellationToken.None));
    }

    private CatalogueImporter Importer(string version) =>
        new(catalogue, parser.Parse, version, new ImportOptions { Limits = new ReadingLimits { MostBytes = 50 }, BatchSize = 3 }, clock);

    private Task<ImportSummary> ImportAsync(params string[] paths) =>
        importer.ImportAsync(paths, progress: null, CancellationToken.None);

    private sealed class Reports : IProgress<ImportProgress>
    {
        public List<ImportProgress> All { get; } = [];

        public void Report(ImportProgress value) => All.Add(value);
    }

    private sealed class FailingStore(ICatalogueStore store) : ICatalogueStore
    {
        public bool IsBroken { get; set; }

        public Task<IReadOnlyList<CatalogueChange>> ChangesAsync(long after, int take, CancellationToken ct) => store.ChangesAsync(after, take, ct);

        public Task<long> ChangeBeforeAsync(Instant at, CancellationToken ct) => store.ChangeBeforeAsync(at, ct);

        public Task<int> OpenRolesAsync(CancellationToken ct) => store.OpenRolesAsync(ct);

        public Task<IReadOnlyDictionary<string, KnownDocument>> KnownAsync(CancellationToken ct) => store.KnownAsync(ct);

        public PreparedEdits Prepare(IReadOnlyList<DocumentEdit> edits) => store.Prepare(edits);

        public Task<AppliedEdits> WriteAsync(PreparedEdits edits, CancellationToken ct) =>
            IsBroken ? Task.FromException<AppliedEdits>(new StorageException("broken")) : store.WriteAsync(edits, ct);
    }
}
