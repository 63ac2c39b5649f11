using System.Text;
using PostingsBot.Core.Catalogue;
using PostingsBot.Storage.Importing;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Importing;

/// <summary>What is imported by hand stays beside what the configuration follows.</summary>
public sealed class AddTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteDatabase database = SqliteDatabase.OpenInMemory();
    private readonly SqliteCatalogue catalogue;
    private readonly LineParser parser = new();
    private readonly FixedClock clock = new() { Now = DateTimeOffset.MaxValue };
    private readonly CatalogueImporter importer;

    public AddTests()
    {
        catalogue = new SqliteCatalogue(database, new FixedClock());
        importer = new CatalogueImporter(
            catalogue, parser.Parse, "1", new ImportOptions { StandardInput = () => new MemoryStream(Encoding.UTF8.GetBytes("9 Waiter")), StandardInputName = "typed.md" }, clock);
        folder.Write("added/a.md", "1 Cook");
        folder.Write("added/b.md", "2 Baker");
        folder.Write("followed/c.md", "3 Butcher");
    }

    public void Dispose()
    {
        importer.Dispose();
        database.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Mirror_AfterAdd_KeepsWhatWasAdded()
    {
        await AddAsync("added");

        await importer.MirrorAsync([folder.File("followed")], null, CancellationToken.None);

        Assert.Equal(3, await CountAsync());
    }

    [Fact]
    public async Task Add_FileGone_IsWithdrawnOnlyWhenAsked()
    {
        await AddAsync("added");
        File.Delete(folder.File("added/a.md"));

        await AddAsync("added");
        Assert.Equal(2, await CountAsync());

        Assert.Equal(1, (await AddAsync("added", withdrawMissing: true)).PostingsWithdrawn);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Add_FolderGone_IsWithdrawnOnlyWhenAsked()
    {
        await AddAsync("added");
        Directory.Delete(folder.File("added"), recursive: true);

        await AddAsync("added");
        Assert.Equal(2, await CountAsync());

        await AddAsync("added", withdrawMissing: true);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Add_WithdrawMissing_LeavesWhatIsFollowedUnderTheSamePath()
    {
        await importer.ImportAsync([folder.File("followed")], null, CancellationToken.None);
        File.Delete(folder.File("followed/c.md"));

        await AddAsync("followed", withdrawMissing: true);

        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Add_WhatIsFollowedAlready_IsReadOnceAndStaysFollowed()
    {
        await importer.ImportAsync([folder.File("followed")], null, CancellationToken.None);
        var added = await AddAsync("followed/c.md");
        var followed = await importer.ImportAsync([folder.File("followed")], null, CancellationToken.None);
        File.Delete(folder.File("followed/c.md"));

        await importer.ImportAsync([folder.File("followed")], null, CancellationToken.None);

        Assert.Equal((0, 0, 0), (added.Read, followed.Read, await CountAsync()));
    }

    [Fact]
    public async Task Add_StandardInput_IsTheDocumentOfItsName()
    {
        await importer.AddAsync(["-"], withdrawMissing: false, null, CancellationToken.None);

        Assert.Equal("typed.md", (await catalogue.FindPostingAsync("9", CancellationToken.None))!.File);
    }

    [Fact]
    public async Task Add_ArchiveAgain_ReadsNothing()
    {
        ArchiveMaker.Zip(folder.File("jobs.zip"), ("a.md", "5 Porter"), ("b.md", "6 Clerk"));
        await AddAsync("jobs.zip");
        parser.TakeRead();

        var remembered = await AddAsync("jobs.zip");
        using var restarted = new CatalogueImporter(catalogue, parser.Parse, "1", clock: clock);
        var hashed = await restarted.AddAsync([folder.File("jobs.zip")], withdrawMissing: true, null, CancellationToken.None);

        Assert.Empty(parser.TakeRead());
        Assert.Equal((2, 2, 0), (remembered.Unchanged, hashed.Unchanged, hashed.Withdrawn));
    }

    [Fact]
    public async Task Add_EntryGoneFromItsArchive_IsWithdrawnWhenAsked()
    {
        ArchiveMaker.Zip(folder.File("jobs.zip"), ("a.md", "5 Porter"), ("b.md", "6 Clerk"));
        await AddAsync("jobs.zip");
        File.Delete(folder.File("jobs.zip"));
        ArchiveMaker.Zip(folder.File("jobs.zip"), ("b.md", "6 Clerk"));

        await AddAsync("jobs.zip", withdrawMissing: true);

        Assert.Null(await catalogue.FindPostingAsync("5", CancellationToken.None));
        Assert.NotNull(await catalogue.FindPostingAsync("6", CancellationToken.None));
    }

    [Fact]
    public async Task Add_ArchiveTurnsBad_KeepsItsLastGoodReading()
    {
        ArchiveMaker.Zip(folder.File("jobs.zip"), ("a.md", "5 Porter"));
        await AddAsync("jobs.zip");
        folder.Write("jobs.zip", "no archive");

        await AddAsync("jobs.zip", withdrawMissing: true);

        Assert.NotNull(await catalogue.FindPostingAsync("5", CancellationToken.None));
    }

    [Fact]
    public async Task Add_Summary_CountsWhatTheDocumentsHeld()
    {
        folder.Write("added/c.md", "7 Porter\n8 Clerk");
        folder.Write("added/bad.md", "\0");

        var summary = await AddAsync("added");

        Assert.Equal((3, 4), (summary.Contents.Documents, summary.Contents.Postings));
        Assert.Equal("file.not-text", Assert.Single(summary.Skipped).Code);
    }

    [Fact]
    public async Task Add_BadFileSeenBefore_IsNamedAgainWithoutBeingRead()
    {
        folder.Write("added/bad.md", "\0");
        await AddAsync("added");
        parser.TakeRead();

        Assert.Equal("file.not-text", Assert.Single((await AddAsync("added")).Skipped).Code);
        Assert.Empty(parser.TakeRead());
    }

    private Task<ImportSummary> AddAsync(string name, bool withdrawMissing = false) =>
        importer.AddAsync([folder.File(name)], withdrawMissing, null, CancellationToken.None);

    private Task<int> CountAsync() => catalogue.CountAsync(Match.Everything, CancellationToken.None);
}
