using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using PostingsBot.Benchmarks.Digests.Faults;
using PostingsBot.Channels.Teams;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Questions;
using PostingsBot.Storage.Importing;
using PostingsBot.Storage.Tests.Support;
using PostingsBot.Subscriptions;
using PostingsBot.Tests.Digests.Faults;
using PostingsBot.Workers;

namespace PostingsBot.Benchmarks.Digests;

/// <summary>
/// "A digest comes exactly once": <c>digest-faults lives 2000</c> lives simulated lives; <c>digest-faults RUNS [postgres]</c> kills real processes, one on
/// SQLite or three on PostgreSQL, and counts what arrived.
/// </summary>
internal static class FaultBenchmark
{
    private const int Conversations = 24;
    private const int Seed = 7;

    /// <summary>A killed bot's leases end now instead of in ten minutes; nobody holds one then.</summary>
    private const string EndLeases = "UPDATE outbox SET due = 0 WHERE due IS NOT NULL; UPDATE subscriptions SET due = 0 WHERE due IS NOT NULL";

    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(120);
    private static readonly string[] Skills = ["Go", "Rust"];

    public static Task<int> RunAsync(string[] args) => args is ["lives", .. var many]
        ? LiveAsync(many.Length > 0 ? Number(many[0]) : 2_000)
        : KillAsync(args.Length > 0 ? Number(args[0]) : 20, args.Contains("postgres"));

    private static async Task<int> LiveAsync(int lives)
    {
        var reports = new FaultReport[lives];
        var start = Environment.CpuUsage.TotalTime;
        await Parallel.ForEachAsync(Enumerable.Range(0, lives), async (n, _) => reports[n] = await FaultLife.LiveAsync(n + 1));
        foreach (var broken in reports.SelectMany(report => report.Broken))
            Console.WriteLine(broken);
        Say($"{lives} lives, {reports.Sum(r => r.Kills)} kills, {reports.Sum(r => r.Outages)} calls without a database, {reports.Sum(r => r.Refusals)} refusals: {reports.Sum(r => r.Told)} roles told, {reports.Sum(r => r.Messages)} messages, {reports.Sum(r => r.Duplicates)} doubled in the window, {reports.Sum(r => r.Broken.Count)} promises broken; {(Environment.CpuUsage.TotalTime - start).TotalSeconds:0} s of CPU");
        return reports.Any(report => report.Broken.Count > 0) ? 1 : 0;
    }

    private static async Task<int> KillAsync(int runs, bool isShared)
    {
        var random = new Random(Seed);
        var postgres = isShared ? await PostgresServer.NewSchemaAsync() : null;
        var catalogue = Directory.CreateTempSubdirectory("postingsbot-roles").FullName;
        await using var sink = await FaultSink.StartAsync();
        var bots = Enumerable.Range(0, isShared ? 3 : 1).Select(_ => new FaultProcess(catalogue, postgres)).ToList();
        try
        {
            await SubscribeAsync(bots[0].Folder, postgres, sink.ServiceUrl);
            var roles = 0;
            for (var run = 0; run < runs; run++)
            {
                for (var more = random.Next(1, 4); more > 0; more--, roles++)
                    await File.WriteAllTextAsync(Path.Combine(catalogue, FormattableString.Invariant($"{roles}.md")), DocumentOf(roles));
                bots.ForEach(bot => bot.Start());
                await KilledAsync(bots, sink, random);
                await EndLeasesAsync(bots[0].Folder, postgres);
            }

            bots.ForEach(bot => bot.Start());
            var start = TimeProvider.System.GetTimestamp();
            while (Missing(sink, roles).Count > 0 && TimeProvider.System.GetElapsedTime(start) < LongestEnd)
                await Task.Delay(200);
            // What is double comes too.
            await Task.Delay(TimeSpan.FromSeconds(5));
            bots.ForEach(bot => bot.Kill());
            return await JudgedAsync(sink, roles, runs, bots[0].Folder, postgres);
        }
        finally
        {
            bots.ForEach(bot => bot.Dispose());
            Directory.Delete(catalogue, recursive: true);
        }
    }

    /// <summary>Each bot ends some time after its start, or when the channel took a message and did not say so yet.</summary>
    private static async Task KilledAsync(List<FaultProcess> bots, FaultSink sink, Random random)
    {
        foreach (var bot in bots)
        {
            var killed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var messages = random.Next(1, 13);
            sink.Taken = () =>
            {
                if (Interlocked.Decrement(ref messages) == 0)
                    killed.TrySetResult();
            };
            var after = random.Next(2) == 0 ? LongestRun : TimeSpan.FromMilliseconds(random.Next(500, 9_000));
            await Task.WhenAny(killed.Task, Task.Delay(after));
            bot.Kill();
        }
    }

    private static async Task<int> JudgedAsync(FaultSink sink, int roles, int runs, string folder, string? postgres)
    {
        var missing = Missing(sink, roles);
        var again = await AttemptsAsync(folder, postgres);
        var doubled = sink.Messages.GroupBy(one => one.Key.Conversation).ToDictionary(same => same.Key, same => same.Sum(one => one.Value - 1));
        var unexplained = doubled.Sum(one => Math.Max(0, one.Value - again.GetValueOrDefault(one.Key)));
        // In two messages of one conversation: no window explains that.
        var twice = sink.Messages.SelectMany(one => one.Key.Roles.Split(' ').Select(role => (one.Key.Conversation, role))).GroupBy(one => one).Count(same => same.Count() > 1);
        Say($"{runs} runs of {(postgres is null ? "one bot on SQLite" : "three bots on PostgreSQL")}, {roles} roles to {Conversations} conversations: {sink.Messages.Count} messages, {missing.Count} roles lost, {twice} told in two messages, {doubled.Values.Sum()} messages doubled, {unexplained} of them without a second attempt; {again.Values.Sum()} second attempts");
        return missing.Count == 0 && twice == 0 && unexplained == 0 ? 0 : 1;
    }

    private static List<(string, int)> Missing(FaultSink sink, int roles) =>
    [
        .. from n in Enumerable.Range(0, Conversations) from role in Enumerable.Range(0, roles)
           where role % Skills.Length == n % Skills.Length && !sink.Told.ContainsKey((NameOf(n), role))
           select (NameOf(n), role),
    ];

    private static async Task SubscribeAsync(string folder, string? postgres, string serviceUrl)
    {
        await using var opened = postgres is null ? OpenCatalogue.InFolder(folder, new ImportOptions()) : await OpenCatalogue.InPostgresAsync(postgres, new ImportOptions(), CancellationToken.None);
        var book = new DestinationBook(opened.Stores.State, new KnownConversations(opened.Stores.State));
        var now = TimeProvider.System.GetUtcNow();
        for (var n = 0; n < Conversations; n++)
        {
            var conversation = NameOf(n);
            await book.RememberAsync(
                new Activity
                {
                    Type = ActivityTypes.Message,
                    ChannelId = "test",
                    ServiceUrl = serviceUrl,
                    From = new ChannelAccount { Id = conversation },
                    Recipient = new ChannelAccount { Id = "bot" },
                    Conversation = new ConversationAccount { Id = conversation, ConversationType = "personal" },
                },
                CancellationToken.None);
            await opened.Stores.Subscriptions.CreateAsync(
                new Subscription
                {
                    Id = conversation,
                    Owner = new Owner("test", conversation),
                    Destination = new Core.Digests.Destination("test", conversation, DestinationKind.Person),
                    Question = new Question(Intent.FindRoles) { Constraints = [new SkillConstraint([Skills[n % Skills.Length]])] },
                    Rhythm = new Rhythm.AtOnce(),
                    Progress = new Progress(NodaTime.Instant.FromDateTimeOffset(now), null),
                },
                [], 100, now, CancellationToken.None);
        }
    }

    private static async Task EndLeasesAsync(string folder, string? postgres)
    {
        if (postgres is not null)
        {
            await PostgresServer.ExecuteAsync(postgres, EndLeases);
            return;
        }

        await using var connection = await SqliteAsync(folder);
        await using var command = new SqliteCommand(EndLeases, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Attempts after the first, by conversation.</summary>
    private static async Task<Dictionary<string, long>> AttemptsAsync(string folder, string? postgres)
    {
        const string sql = "SELECT conversation, sum(attempts - 1) FROM outbox GROUP BY conversation";
        var attempts = new Dictionary<string, long>(StringComparer.Ordinal);
        await using System.Data.Common.DbConnection connection = postgres is null ? await SqliteAsync(folder) : new NpgsqlConnection(postgres);
        if (postgres is not null)
            await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            attempts[rows.GetString(0)] = Convert.ToInt64(rows.GetValue(1), CultureInfo.InvariantCulture);
        return attempts;
    }

    private static async Task<SqliteConnection> SqliteAsync(string folder)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "postingsbot.db")};Pooling=False;Default Timeout=30");
        await connection.OpenAsync();
        return connection;
    }

    private static string NameOf(int n) => FormattableString.Invariant($"c{n:00}");

    private static string DocumentOf(int role) => FormattableString.Invariant($"""
        # Faultless Engineer {role}

        - Company: Employer {role}
        - Location: Berlin, Germany
        - Workplace: Remote

        ## Requirements

        - Five years of {Skills[role % Skills.Length]}
        """);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
