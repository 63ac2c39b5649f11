using PostingsBot.Core.Recruiting;
using PostingsBot.Storage.Importing;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Recruiting;

/// <summary>Files are imported beside what people posted.</summary>
public sealed class PostedAndImportedTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteEditWorld world = new();
    private readonly CatalogueImporter importer;

    public PostedAndImportedTests() => importer = new CatalogueImporter(world.Stores.Store, new LineParser().Parse, "1");

    public void Dispose()
    {
        importer.Dispose();
        world.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Mirror_OfOtherPaths_KeepsWhatWasPosted()
    {
        await PostAsync("chat/a.md");
        folder.Write("jobs/b.md", "b Baker");

        await importer.MirrorAsync([folder.File("jobs")], null, CancellationToken.None);
        await importer.MirrorAsync([], null, CancellationToken.None);

        Assert.Equal(["chat/a.md"], (await world.Stores.Store.KnownAsync(CancellationToken.None)).Keys);
    }

    [Fact]
    public async Task Import_FileUnderTheNameOfAPosting_IsLeftOutAndSaid()
    {
        var file = folder.Write("chat/a.md", "b Baker");
        await PostAsync(file);

        var summary = await importer.ImportAsync([folder.File("chat")], null, CancellationToken.None);

        Assert.Equal("file.posted", Assert.Single(summary.Skipped).Code);
        Assert.Equal("Glazier", (await world.Stores.FindAsync("c1")).Shown.Title.Value);
    }

    private Task PostAsync(string file) => world.Stores.OrderAsync(
        AuditAction.Post, new RoleChange.Post(EditStores.Document(Sample.Role("c1", "Glazier", file: file)), "# Glazier", RoleOverlay.Empty));
}
