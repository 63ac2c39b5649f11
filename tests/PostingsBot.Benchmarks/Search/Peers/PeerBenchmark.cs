using System.Diagnostics;
using System.Globalization;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Questions;
using PostingsBot.Storage;
using PostingsBot.Storage.Importing;
using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Benchmarks.Search.Peers;

/// <summary>
/// "peers 20000": the same searches over the same postings by PostingsBot, by FTS5's own rank and count(*), by PostgreSQL's text search and by MiniSearch, one
/// after the other in one run. PostingsBot's time includes the ten postings and four facet counts; the others' only ids and the total.
/// </summary>
internal static class PeerBenchmark
{
    private const int Seed = 20260301;
    private const int Best = 10;

    public static async Task<int> RunAsync(string[] args)
    {
        var postings = int.Parse(args[0], CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("postingsbot-peers").FullName;
        try
        {
            var maker = new PostingMaker(Seed);
            var types = PeerQuery.All(maker);
            var path = Path.Combine(folder, "postings.db");
            using var database = SqliteDatabase.Open(path);
            var catalogue = new SqliteCatalogue(database, TimeProvider.System);
            var size = new ImportOptions().BatchSize;
            for (var next = 0; next < postings; next += size)
                await catalogue.ApplyAsync([.. Enumerable.Range(next, Math.Min(size, postings - next)).Select(number => maker.Edit(number))], CancellationToken.None);

            var ours = await MeasureAsync(types, query => OursAsync(catalogue, query));
            Say(postings, "PostingsBot", ours, ours);
            using (var builtIn = new FtsPeer(path))
                Say(postings, "FTS5 rank + count (asked: 4)", await MeasureAsync(types, query => Task.FromResult(builtIn.Search(query, Best))), ours);
            await using (var postgres = await PostgresPeer.FillAsync(maker, postings))
                Say(postings, "PostgreSQL (asked: 2)", await MeasureAsync(types, query => postgres.SearchAsync(query, Best)), ours);
            using (var miniSearch = await MiniSearchPeer.FillAsync(maker, postings, folder))
                Say(postings, "MiniSearch (asked: 10)", await MeasureAsync(types, query => miniSearch.SearchAsync(query, Best)), ours);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<long> OursAsync(SqliteCatalogue catalogue, PeerQuery query)
    {
        var search = new Core.Catalogue.Search(query.Match, SearchOrder.Relevance, Best) { Facets = [CountBy.Workplace, CountBy.Seniority, CountBy.Skill, CountBy.Discipline] };
        return (await catalogue.SearchAsync(search, CancellationToken.None)).Total;
    }

    private static async Task<List<(string Type, Latencies Times, long Found)>> MeasureAsync(
        IReadOnlyList<(string Type, IReadOnlyList<PeerQuery> Queries)> types, Func<PeerQuery, Task<long>> search)
    {
        var measured = new List<(string, Latencies, long)>();
        foreach (var (type, queries) in types)
        {
            foreach (var query in queries)
                await search(query);
            var times = new Latencies();
            var found = 0L;
            foreach (var query in queries)
            {
                var start = Stopwatch.GetTimestamp();
                found += await search(query);
                times.Add(start);
            }

            measured.Add((type, times, found));
        }

        return measured;
    }

    private static void Say(int postings, string name, List<(string Type, Latencies Times, long Found)> measured, List<(string Type, Latencies Times, long Found)> ours)
    {
        for (var i = 0; i < measured.Count; i++)
        {
            var (type, times, found) = measured[i];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{postings} {name,-30} {type,-24} {times} ms; ours is {times.Median / ours[i].Times.Median:0.0} / {times.P95 / ours[i].Times.P95:0.0} times faster; found {found}"));
        }
    }
}
