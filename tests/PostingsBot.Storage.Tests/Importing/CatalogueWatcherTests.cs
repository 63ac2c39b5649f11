using System.Threading.Channels;
using PostingsBot.Core.Catalogue;
using PostingsBot.Storage.Importing;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Importing;

public sealed class CatalogueWatcherTests : IDisposable
{
    private static readonly WatchOptions Notices = new() { Quiet = TimeSpan.FromMilliseconds(50), Poll = TimeSpan.FromHours(1) };
    private static readonly WatchOptions Polling = new() { Poll = TimeSpan.FromMilliseconds(50), UseNotices = false };

    private readonly TemporaryFolder folder = new();
    private readonly SqliteDatabase database = SqliteDatabase.OpenInMemory();
    private readonly SqliteCatalogue catalogue;
    private readonly CatalogueImporter importer;
    private readonly Channel<ImportSummary> imports = Channel.CreateUnbounded<ImportSummary>();
    private readonly Channel<Exception> failures = Channel.CreateUnbounded<Exception>();
    private readonly CancellationTokenSource stop = new(TimeSpan.FromMinutes(1));

    public CatalogueWatcherTests()
    {
        catalogue = new SqliteCatalogue(database, TimeProvider.System);
        importer = new CatalogueImporter(catalogue, new LineParser().Parse, "1");
    }

    public static TheoryData<bool> Ways => [true, false];

    public void Dispose()
    {
        stop.Dispose();
        importer.Dispose();
        database.Dispose();
        folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Run_FilesAddedChangedRemoved_AreFollowed(bool useNotices)
    {
        var running = Start(useNotices ? Notices : Polling);

        folder.Write("sub/a.md", "1 Cook");
        await UntilAsync(async () => await TitleAsync("1") == "Cook");
        folder.Write("sub/a.md", "1 Head Cook");
        await UntilAsync(async () => await TitleAsync("1") == "Head Cook");
        File.Delete(folder.File("sub/a.md"));
        await UntilAsync(async () => await catalogue.CountAsync(Match.Everything, CancellationToken.None) == 0);

        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task Run_BadFile_IsToldOnce()
    {
        var running = Start(Polling);
        folder.Write("bad.md", "\0");
        Assert.Equal("file.not-text", Assert.Single((await imports.Reader.ReadAsync(stop.Token)).Skipped).Code);

        folder.Write("good.md", "1 Cook");
        var second = await imports.Reader.ReadAsync(stop.Token);

        Assert.Equal(1, second.PostingsAdded);
        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task Run_ImportFails_IsToldAndGoesOn()
    {
        database.Dispose();
        var running = Start(Polling);

        await failures.Reader.ReadAsync(stop.Token);
        await failures.Reader.ReadAsync(stop.Token);

        await stop.CancelAsync();
        await running;
    }

    private Task Start(WatchOptions options)
    {
        var watcher = new CatalogueWatcher(
            importer,
            [folder.Path],
            TimeProvider.System,
            summary => imports.Writer.TryWrite(summary),
            error => failures.Writer.TryWrite(error),
            options);
        return watcher.RunAsync(stop.Token);
    }

    // An edit may be seen in several steps (made, then written): looks again after each import.
    private async Task UntilAsync(Func<Task<bool>> isReached)
    {
        while (!await isReached())
            await imports.Reader.ReadAsync(stop.Token);
    }

    private async Task<string?> TitleAsync(string id) => (await catalogue.FindPostingAsync(id, CancellationToken.None))?.Title.Value;
}
