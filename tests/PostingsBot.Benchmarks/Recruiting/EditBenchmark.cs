using System.Diagnostics;
using System.Globalization;
using PostingsBot.Storage;
using PostingsBot.Storage.Following;
using PostingsBot.Storage.Postgres;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Storage.Tests.Recruiting.Sequences;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Benchmarks.Recruiting;

/// <summary>
/// "edits 10000 [postgres] [from SEED]": so many sequences of what three people do to the same roles at the same time, each held against a simple model: what is shown, the
/// versions, every entry of the audit, and that no edit was lost. On PostgreSQL each person has a bot of their own.
/// </summary>
internal static class EditBenchmark
{
    private const int Actors = 3;
    private const int Steps = 4;
    private const int Portion = 500;

    /// <summary>Sequences beside each other, on roles of their own.</summary>
    private const int AtOnce = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<int> RunAsync(string[] args)
    {
        var sequences = args.Length > 0 ? Number(args[0]) : 10_000;
        var first = args is [.., "from", var seed] ? Number(seed) : 1;
        var folder = Directory.CreateTempSubdirectory("postingsbot-edits").FullName;
        try
        {
            return args.Contains("postgres") ? await OnPostgresAsync(folder, first, sequences) : await OnSqliteAsync(folder, first, sequences);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> OnSqliteAsync(string folder, int first, int sequences)
    {
        using var database = SqliteDatabase.Open(Path.Combine(folder, "bot.db"));
        var catalogue = new SqliteCatalogue(database, TimeProvider.System);
        return await RunAsync("SQLite", new SequencePlace([(catalogue, RecruitingStores.In(database))], catalogue, _ => Task.CompletedTask), first, sequences);
    }

    private static async Task<int> OnPostgresAsync(string folder, int first, int sequences)
    {
        var connectionString = await PostgresServer.NewSchemaAsync();
        var databases = new List<PostgresDatabase>();
        for (var bot = 0; bot < Actors; bot++)
            databases.Add(await PostgresDatabase.OpenAsync(connectionString, TimeProvider.System, CancellationToken.None));
        await using var catalogue = await FollowingCatalogue.StartAsync(databases[0], Path.Combine(folder, "index.db"), TimeProvider.System, _ => { });
        var bots = databases.Select(database => ((ICatalogueStore)new PostgresCatalogueStore(database, TimeProvider.System), RecruitingStores.In(database))).ToList();
        try
        {
            return await RunAsync("PostgreSQL", new SequencePlace(bots, catalogue, change => ReachAsync(catalogue, change)), first, sequences);
        }
        finally
        {
            foreach (var database in databases)
                await database.DisposeAsync();
        }
    }

    private static async Task ReachAsync(FollowingCatalogue catalogue, long change)
    {
        if (!await catalogue.ReachAsync(change, Patience, CancellationToken.None))
            throw new TimeoutException($"The index did not reach change {change}.");
    }

    private static async Task<int> RunAsync(string database, SequencePlace place, int first, int sequences)
    {
        var (done, applied, refused, entries, broken) = (0, 0, 0, 0, 0);
        var start = Stopwatch.GetTimestamp();
        var gate = new Lock();
        await Parallel.ForEachAsync(Enumerable.Range(first, sequences), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (seed, _) =>
        {
            var report = await EditSequence.RunAsync(place, seed, Steps);
            lock (gate)
            {
                (done, applied, refused) = (done + 1, applied + report.Applied, refused + report.Refused);
                (entries, broken) = (entries + report.Entries, broken + report.Broken.Count);
                foreach (var line in report.Broken)
                    Console.WriteLine(line);
                if (done % Portion == 0 || done == sequences)
                {
                    Console.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{database}: {done} sequences of {Actors} people, {applied} applied, {refused} refused, {entries} entries in the audit, {broken} differences from the model; {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s"));
                }
            }
        });
        return broken == 0 ? 0 : 1;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
