using PostingsBot.Storage.Following;
using PostingsBot.Storage.Postgres;

namespace PostingsBot.Workers;

/// <summary>The record in PostgreSQL, and the local index of it that this process searches.</summary>
internal sealed class SharedRecord : IAsyncDisposable
{
    private const string IndexFile = "index.db";

    private readonly PostgresDatabase database;

    private SharedRecord(PostgresDatabase database, FollowingCatalogue? index, FollowReport report)
    {
        (this.database, Index, Report) = (database, index, report);
        Store = new PostgresCatalogueStore(database, TimeProvider.System);
        Stores = OpenStores.In(database);
        Lead = new ImportLead(database);
    }

    /// <summary>Null when the record was opened to write.</summary>
    public FollowingCatalogue? Index { get; }

    public PostgresCatalogueStore Store { get; }

    public OpenStores Stores { get; }

    /// <summary>Who has it imports the configured files.</summary>
    public ImportLead Lead { get; }

    public FollowReport Report { get; }

    /// <summary>Serves at once: until the index is level, questions are told that it warms up.</summary>
    public static Task<SharedRecord> ToServeAsync(string postgres, string dataFolder, CancellationToken ct) => OpenAsync(postgres, async (database, report) =>
        await FollowingCatalogue.StartAsync(database, Path.Combine(dataFolder, IndexFile), TimeProvider.System, report.Tell, options: null, ct), ct);

    /// <param name="postgres">The connection string.</param>
    /// <param name="dataFolder">Where the index stands.</param>
    /// <param name="isFree">No bot runs on the folder, so that the index may be brought up to date here.</param>
    /// <param name="ct">Stops it.</param>
    public static Task<SharedRecord> ToAskAsync(string postgres, string dataFolder, bool isFree, CancellationToken ct) => OpenAsync(
        postgres,
        async (database, report) =>
        {
            var file = Path.Combine(dataFolder, IndexFile);
            if (!isFree)
                return await FollowingCatalogue.BesideAsync(file, TimeProvider.System, ct);
            var following = await FollowingCatalogue.StartAsync(database, file, TimeProvider.System, report.Tell, options: null, ct);
            await following.ReachAsync(0, Timeout.InfiniteTimeSpan, ct);
            return following;
        },
        ct);

    public static async Task<SharedRecord> ToWriteAsync(string postgres, CancellationToken ct)
    {
        var record = await PostgresDatabase.OpenAsync(postgres, TimeProvider.System, ct);
        return new SharedRecord(record, index: null, new FollowReport());
    }

    public async ValueTask DisposeAsync()
    {
        await Lead.DisposeAsync();
        if (Index is not null)
            await Index.DisposeAsync();
        await database.DisposeAsync();
    }

    private static async Task<SharedRecord> OpenAsync(string postgres, Func<PostgresDatabase, FollowReport, Task<FollowingCatalogue>> open, CancellationToken ct)
    {
        var record = await PostgresDatabase.OpenAsync(postgres, TimeProvider.System, ct);
        try
        {
            var report = new FollowReport();
            return new SharedRecord(record, await open(record, report), report);
        }
        catch
        {
            await record.DisposeAsync();
            throw;
        }
    }
}
