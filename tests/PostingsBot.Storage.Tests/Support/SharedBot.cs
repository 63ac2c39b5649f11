using NodaTime;
using PostingsBot.Storage.Following;
using PostingsBot.Storage.Postgres;

namespace PostingsBot.Storage.Tests.Support;

/// <summary>The storage of one of several bots on a PostgreSQL database, with its index in a folder of its own.</summary>
internal sealed class SharedBot : IAsyncDisposable
{
    /// <summary>How long a test waits for what takes milliseconds.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder folder;
    private readonly bool ownsFolder;
    private readonly SemaphoreSlim told;

    private SharedBot(TemporaryFolder folder, bool ownsFolder, PostgresDatabase database, FollowingCatalogue catalogue, List<FollowNews> news, SemaphoreSlim told)
    {
        (this.folder, this.ownsFolder, Database, Catalogue, News, this.told) = (folder, ownsFolder, database, catalogue, news, told);
        Record = new PostgresCatalogueStore(database, new FixedClock());
        Store = new ReachingStore(Record, catalogue);
    }

    public PostgresDatabase Database { get; }

    public FollowingCatalogue Catalogue { get; }

    public PostgresCatalogueStore Record { get; }

    /// <summary>The record for somebody who looks for what was written right afterwards.</summary>
    public ICatalogueStore Store { get; }

    public List<FollowNews> News { get; }

    public string IndexFile => IndexIn(folder);

    public static string IndexIn(TemporaryFolder folder) => folder.File("index.db");

    public static async Task<SharedBot> StartAsync(string connectionString, TemporaryFolder? folder = null)
    {
        var place = folder ?? new TemporaryFolder();
        var news = new List<FollowNews>();
        var signal = new SemaphoreSlim(0);
        var database = await PostgresDatabase.OpenAsync(connectionString, TimeProvider.System, CancellationToken.None);
        var catalogue = await FollowingCatalogue.StartAsync(database, IndexIn(place), TimeProvider.System, item =>
        {
            lock (news)
                news.Add(item);
            signal.Release();
        });
        return new SharedBot(place, folder is null, database, catalogue, news, signal);
    }

    public async Task LevelAsync(long change = 0) => Assert.True(await Catalogue.ReachAsync(change, Patience, CancellationToken.None));

    /// <summary>Waits until what was told meets the condition.</summary>
    public async Task NewsAsync(Predicate<IReadOnlyList<FollowNews>> isMet)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            lock (News)
            {
                if (isMet([.. News]))
                    return;
            }

            await told.WaitAsync(patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Catalogue.DisposeAsync();
        await Database.DisposeAsync();
        if (ownsFolder)
            folder.Dispose();
    }

    private sealed class ReachingStore(ICatalogueStore record, FollowingCatalogue catalogue) : ICatalogueStore
    {
        public Task<IReadOnlyDictionary<string, KnownDocument>> KnownAsync(CancellationToken ct) => record.KnownAsync(ct);

        public PreparedEdits Prepare(IReadOnlyList<DocumentEdit> edits) => record.Prepare(edits);

        public async Task<AppliedEdits> WriteAsync(PreparedEdits edits, CancellationToken ct)
        {
            var applied = await record.WriteAsync(edits, ct);
            Assert.True(await catalogue.ReachAsync(applied.LastChange, Patience, ct));
            return applied;
        }

        public Task<IReadOnlyList<CatalogueChange>> ChangesAsync(long after, int take, CancellationToken ct) => record.ChangesAsync(after, take, ct);

        public Task<long> ChangeBeforeAsync(Instant at, CancellationToken ct) => record.ChangeBeforeAsync(at, ct);

        public Task<int> OpenRolesAsync(CancellationToken ct) => record.OpenRolesAsync(ct);
    }
}
