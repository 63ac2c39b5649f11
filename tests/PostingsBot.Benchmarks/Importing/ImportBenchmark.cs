using System.Diagnostics;
using System.Globalization;
using System.Text;
using PostingsBot.Benchmarks.Search;
using PostingsBot.Core.Parsing;
using PostingsBot.Core.Postings;
using PostingsBot.Storage;
using PostingsBot.Storage.Importing;
using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Benchmarks.Importing;

/// <summary>
/// "import 20000 [parse|postings|key]": parsing and importing apart. Postings that are parsed already are written in batches as an import writes them, and
/// then one at a time; the same again with postings of one title and one employer.
/// </summary>
internal static class ImportBenchmark
{
    private const int Seed = 20260301;
    private const int MostParsed = 2_000;
    private const int Upserts = 200;

    public static async Task<int> RunAsync(string[] args)
    {
        var postings = int.Parse(args[0], CultureInfo.InvariantCulture);
        var maker = new PostingMaker(Seed);
        bool IsAsked(string part) => args.Length < 2 || args.Contains(part, StringComparer.Ordinal);
        if (IsAsked("parse"))
            Parse(maker, Math.Min(postings, MostParsed));
        if (IsAsked("postings"))
            await FillAsync("postings", postings, number => maker.Edit(number));
        for (var some = IsAsked("key") ? postings / 16 : int.MaxValue; some <= postings / 4; some *= 2)
            await FillAsync("postings of one title and employer", some, number => OfOneKey(maker, number));
        return 0;
    }

    private static void Parse(PostingMaker maker, int documents)
    {
        var texts = Enumerable.Range(0, documents).Select(number => Encoding.UTF8.GetBytes(Markdown(maker.Make(number)))).ToList();
        var parser = new DocumentParser();
        for (var round = 0; round < 2; round++)
        {
            var start = Watch.Now();
            Parallel.ForEach(texts, text => parser.Parse("jobs/1.md", text));
            if (round > 0)
                Say($"parsing alone: {Rate(documents, start)}");
        }
    }

    private static async Task FillAsync(string what, int count, Func<int, DocumentEdit> edit)
    {
        var folder = Directory.CreateTempSubdirectory("postingsbot-import");
        try
        {
            using var database = SqliteDatabase.Open(Path.Combine(folder.FullName, "import.db"));
            var catalogue = new SqliteCatalogue(database, TimeProvider.System);
            var (clock, cpu) = await Filling.RunAsync(catalogue, 0, count, edit);
            Say($"{count} {what}, parsed already: {count / clock.TotalSeconds:0}/s, {cpu.TotalMilliseconds / count:0.000} ms of CPU each (asked: 2,500/s at 100,000)");
            var start = Watch.Now();
            await database.UpkeepAsync();
            Say($"merged beside it, until {(Environment.CpuUsage.TotalTime - start.Cpu).TotalMilliseconds / count:0.000} ms of CPU each and {Stopwatch.GetElapsedTime(start.Start).TotalSeconds:0.0} s later");
            await UpsertAsync(catalogue, what, count, edit);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task UpsertAsync(SqliteCatalogue catalogue, string what, int count, Func<int, DocumentEdit> edit)
    {
        var times = new Latencies();
        for (var i = 0; i < Upserts; i++)
        {
            DocumentEdit[] one = [edit(i * 31 % count)];
            var start = Watch.Now();
            await catalogue.ApplyAsync(one, CancellationToken.None);
            times.Add(start);
        }

        Say($"one upsert among {count} {what}: {times} ms (asked: 10)");
    }

    /// <summary>The shop that hires in every town: one text, one title, many places.</summary>
    private static DocumentEdit.Put OfOneKey(PostingMaker maker, int number)
    {
        var (first, own) = (maker.Make(0), maker.Make(number));
        var posting = own with { Title = first.Title, Company = first.Company, Seniorities = first.Seniorities, Sections = number % 2 == 0 ? first.Sections : own.Sections };
        return new DocumentEdit.Put(new ParsedDocument { File = posting.File, Kind = DocumentKind.Posting, Postings = [posting] }, "jobs", "1");
    }

    internal static string Markdown(Posting posting)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"# {posting.Title.Value}\n\n**Company:** {posting.Company!.Value}\n");
        foreach (var place in posting.Locations)
            text.Append(CultureInfo.InvariantCulture, $"**Location:** {place.Value.Text}\n");
        text.Append(CultureInfo.InvariantCulture, $"**Skills:** {string.Join(", ", posting.Skills.Select(skill => skill.Name))}\n");
        foreach (var section in posting.Sections)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {section.Heading}\n\n");
            foreach (var passage in section.Passages)
                text.Append(CultureInfo.InvariantCulture, $"- {passage.Text}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"\nApply: {posting.ApplyUrl!.Value}\n").ToString();
    }

    private static string Rate(int count, Watch since) => string.Create(
        CultureInfo.InvariantCulture,
        $"{count / Stopwatch.GetElapsedTime(since.Start).TotalSeconds:0}/s, {(Environment.CpuUsage.TotalTime - since.Cpu).TotalMilliseconds / count:0.000} ms of CPU each");

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
