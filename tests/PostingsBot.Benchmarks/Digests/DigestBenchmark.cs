using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using PostingsBot.Benchmarks.Search;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Digests.Matching;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Digests;
using PostingsBot.Storage;
using PostingsBot.Storage.Digests;
using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Benchmarks.Digests;

/// <summary>
/// New roles against all subscriptions, until every digest is in the outbox: <c>digests SUBSCRIPTIONS QUESTIONS ROLES</c>, with a tenth and three tenths of the
/// subscriptions before, for the growth, unless <c>alone</c> stands behind. SQLite with a durable commit for each batch, two threads.
/// </summary>
internal static class DigestBenchmark
{
    private const int Sample = 500;
    private const int Batch = 1_000;

    private static readonly DateTimeOffset Yesterday = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static async Task<int> RunAsync(string[] sizes)
    {
        var (subscriptions, questions, roles) = (Number(sizes, 0, 100_000), Number(sizes, 1, 20_000), Number(sizes, 2, 10_000));
        var maker = new PostingMaker(1);
        var made = Enumerable.Range(0, roles).Select(maker.Make).ToList();
        foreach (var part in sizes.Contains("alone") ? [1] : new[] { 0.1, 0.3, 1 })
            await MeasureAsync(maker, (int)(subscriptions * part), (int)(questions * part), made);
        return 0;
    }

    private static async Task MeasureAsync(PostingMaker maker, int subscriptions, int questions, List<Posting> roles)
    {
        var path = Path.Combine(Path.GetTempPath(), $"postingsbot-digests-{Environment.ProcessId}-{subscriptions}.db");
        try
        {
            using var database = SqliteDatabase.Open(path);
            var catalogue = new SqliteCatalogue(database, new Standing());
            await SubscribeAsync(database, maker, subscriptions, questions);
            var digests = new SqliteDigests(database);
            for (var n = 0; n < roles.Count; n += Batch)
                await catalogue.ApplyAsync([.. Enumerable.Range(n, Math.Min(Batch, roles.Count - n)).Select(number => maker.Edit(number))], CancellationToken.None);
            var head = (await catalogue.ChangesAsync(0, int.MaxValue, CancellationToken.None))[^1].Sequence;
            var (start, cpu) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
            var index = await IndexAsync(digests, maker);
            var indexed = Stopwatch.GetElapsedTime(start);
            var matched = Match(index, roles);
            var matching = Stopwatch.GetElapsedTime(start) - indexed;
            var from = await digests.MatchedChangeAsync(CancellationToken.None);
            await digests.NoteNewsAsync(new MatchedNews(from, head, [.. roles.Select(role => role.Id)], matched, []), Now, CancellationToken.None);
            var noting = Stopwatch.GetElapsedTime(start) - indexed - matching;
            var status = await DigestAsync(digests, catalogue, catalogue);
            var all = Stopwatch.GetElapsedTime(start);
            cpu = Process.GetCurrentProcess().TotalProcessorTime - cpu;
            Say($"{subscriptions} subscriptions, {questions} questions, {roles.Count} roles: {all.TotalSeconds:0.0} s, {cpu.TotalSeconds:0.0} s of CPU (index {indexed.TotalSeconds:0.0}, matched {matching.TotalSeconds:0.0}, noted {noting.TotalSeconds:0.0}, digests {(all - indexed - matching - noting).TotalSeconds:0.0}); {matched.Count} roles of questions, {status.Waiting} deliveries, {status.Due} left; at most {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB");
        }
        finally
        {
            foreach (var file in new[] { path, path + "-wal", path + "-shm" })
                File.Delete(file);
        }
    }

    /// <summary>Many in one transaction: making them is not measured.</summary>
    private static Task SubscribeAsync(SqliteDatabase database, PostingMaker maker, int subscriptions, int questions)
    {
        var asked = QuestionSet.Distinct(maker, questions);
        var random = new Random(3);
        return database.WriteAsync(
            session =>
            {
                // Each question once, then a few by many.
                for (var n = 0; n < subscriptions; n++)
                    SqliteSubscriptions.Create(session, Subscription(n, asked[n < questions ? n : (int)(Math.Pow(random.NextDouble(), 3) * questions)]), [], 1, Yesterday);
                return true;
            },
            CancellationToken.None);
    }

    private static Subscription Subscription(int n, Question question) => new()
    {
        Id = PostingMaker.Id(n),
        Owner = new Owner("bench", n.ToString(CultureInfo.InvariantCulture)),
        Destination = new Destination("bench", n.ToString(CultureInfo.InvariantCulture), DestinationKind.Person),
        Question = question,
        Rhythm = new Rhythm.OnDays(Weekdays.EveryDay, new LocalTime(8, 0), "UTC"),
        Progress = new Progress(Instant.FromDateTimeOffset(Yesterday), null),
    };

    private static async Task<QuestionIndex> IndexAsync(SqliteDigests digests, PostingMaker maker)
    {
        var index = new QuestionIndex(new TokenFrequencies(Enumerable.Range(0, Sample).Select(n => maker.Make(1_000_000 + n))));
        for (var after = 0L; await digests.QuestionsAsync(after, Batch, CancellationToken.None) is { Count: > 0 } questions; after = questions[^1].Number)
        {
            foreach (var question in questions)
                index.Add(question.Number, SearchText.MatchOf(question.Constraints));
        }

        return index;
    }

    private static List<QuestionNews> Match(QuestionIndex index, List<Posting> roles)
    {
        var matched = new ConcurrentBag<QuestionNews>();
        Parallel.ForEach(roles, new ParallelOptions { MaxDegreeOfParallelism = 2 }, role =>
        {
            foreach (var question in index.Matching(role))
                matched.Add(new QuestionNews(question, role.Id));
        });
        return [.. matched];
    }

    private static async Task<DigestStatus> DigestAsync(SqliteDigests digests, ICatalogueStore changes, ICatalogue catalogue)
    {
        var roles = new MatchedRoles(changes, catalogue);
        DigestMaker NewMaker() => new(digests, roles, new MatchedCatalogue(digests, (_, _) => Task.FromResult(true)), new Standing(), NullLogger.Instance);
        DigestMaker[] makers = [NewMaker(), NewMaker()];
        while (await DigestsWorker.MakeAsync(makers, CancellationToken.None) > 0)
        {
        }

        return await digests.StatusAsync(Now, CancellationToken.None);
    }

    private sealed class Standing : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }

    private static int Number(string[] sizes, int at, int otherwise) => at < sizes.Length ? int.Parse(sizes[at], CultureInfo.InvariantCulture) : otherwise;

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
