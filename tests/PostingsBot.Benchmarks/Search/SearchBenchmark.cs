using System.Diagnostics;
using System.Globalization;
using PostingsBot.Benchmarks.Importing;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Questions;
using PostingsBot.Storage;
using PostingsBot.Storage.Importing;
using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Benchmarks.Search;

/// <summary>
/// Whole answers over a catalogue of generated postings: question text in, answer data with total and facet counts out.
/// "search 100000 [folder]"; the folder keeps the database for a next run. "extension 100000 [folder]" measures the message extension alone.
/// </summary>
internal sealed class SearchBenchmark(int postings, string path, bool isExtensionOnly)
{
    private const int Seed = 20260301;
    private const int Askers = 20;

    private readonly PostingMaker maker = new(Seed);

    public static async Task<int> RunAsync(string[] args, bool isExtensionOnly = false)
    {
        var postings = int.Parse(args[0], CultureInfo.InvariantCulture);
        var folder = args.Length > 1 ? Directory.CreateDirectory(args[1]) : Directory.CreateTempSubdirectory("postingsbot-search");
        try
        {
            await new SearchBenchmark(postings, Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"search-{postings}.db")), isExtensionOnly).MeasureAsync();
            return 0;
        }
        finally
        {
            if (args.Length < 2)
                folder.Delete(recursive: true);
        }
    }

    private async Task MeasureAsync()
    {
        using var database = SqliteDatabase.Open(path);
        var catalogue = new SqliteCatalogue(database, TimeProvider.System);
        await FillAsync(catalogue);
        await database.UpkeepAsync();
        // The index of the catalogue that imported is held beside the new one, so that only one is between the two figures.
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var opened = new SqliteCatalogue(database, TimeProvider.System);
        var start = Stopwatch.GetTimestamp();
        var total = await opened.CountAsync(Match.Everything, CancellationToken.None);
        Say($"{total} open roles; index loaded into memory in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms");
        Say($"memory {(GC.GetTotalMemory(forceFullCollection: true) - before) / (double)total:0} bytes a posting (managed), disk {new FileInfo(path).Length / (double)total:0} bytes a posting");
        GC.KeepAlive(catalogue);

        var assistant = new Assistant(opened);
        var types = QuestionType.All(maker);
        await ExtensionAsync(assistant, types);
        if (isExtensionOnly)
            return;
        Understanding(types, await opened.EmployersAsync(CancellationToken.None));
        var single = new Dictionary<string, Latencies>(StringComparer.Ordinal);
        foreach (var type in types)
            single[type.Name] = await AnswersAsync(assistant, type);
        await SimilarAsync(assistant, opened);
        await LookUpsAsync(opened);
        await BesideAWriterAsync(assistant, opened, types);
        await ManyAskersAsync(assistant, types, single);
        await AskersWhoPauseAsync(assistant, types);
    }

    private static async Task ExtensionAsync(Assistant assistant, IReadOnlyList<QuestionType> types)
    {
        var (times, bytes) = await ExtensionBenchmark.MeasureAsync(assistant, types);
        Say($"message extension, 25 cards: {times} ms (asked: 300), at most {bytes:N0} bytes");
    }

    private async Task FillAsync(SqliteCatalogue catalogue)
    {
        var size = new ImportOptions().BatchSize;
        var done = (await catalogue.KnownAsync(CancellationToken.None)).Count;
        if (done >= postings)
            return;
        var (spent, cpu) = await Filling.RunAsync(
            catalogue, done, postings, number => maker.Edit(number), (written, clock) => Say($"  {done + written}: {written / clock.TotalSeconds:0} postings/s"));
        Say($"import: {(postings - done) / spent.TotalSeconds:0} postings/s in batches of {size}, each durable; {cpu.TotalMilliseconds / (postings - done):0.000} ms of CPU each (asked: 2,500 at 100,000)");
    }

    private static void Understanding(IReadOnlyList<QuestionType> types, IReadOnlyList<Employer> employers)
    {
        var start = Watch.Now();
        var reader = new QuestionReader(new CatalogueNames(employers));
        Say($"{employers.Count} employers made known to the reader in {Stopwatch.GetElapsedTime(start.Start).TotalMilliseconds:0} ms");
        var times = new Latencies();
        for (var round = 0; round < 2; round++)
        {
            foreach (var text in types.SelectMany(type => type.Texts))
            {
                start = Watch.Now();
                reader.Read(text, Conversation.Empty, PostingMaker.Today);
                if (round > 0)
                    times.Add(start);
            }
        }

        Say($"understanding alone: {times} ms (asked: 0.2)");
    }

    private async Task<Latencies> AnswersAsync(Assistant assistant, QuestionType type)
    {
        var times = new Latencies();
        var totals = new List<int>();
        Question? last = null;
        for (var round = 0; round < 2; round++)
        {
            foreach (var text in type.Texts)
            {
                var start = Watch.Now();
                var outcome = await assistant.AskAsync(text, Conversation.Empty, PostingMaker.Today, CancellationToken.None);
                if (round == 0)
                    continue;
                times.Add(start);
                totals.Add(outcome.Answer.Total ?? -1);
                last = outcome.Question;
            }
        }

        totals.Sort();
        var limit = postings > 300_000 ? type.LimitAtMillion : type.LimitAt100Thousand;
        Say($"{type.Name,-26} {times} ms (asked: {limit}){(times.P95 > limit ? " MISSED" : "")}; median total {totals[totals.Count / 2]}; \"{type.Texts[^1]}\" = {string.Join(", ", last!.Constraints.Select(c => c.Label))}");
        return times;
    }

    private async Task SimilarAsync(Assistant assistant, SqliteCatalogue catalogue)
    {
        var times = new Latencies();
        for (var i = 0; i < 400; i++)
        {
            var id = PostingMaker.Id(i * 37 % 200 * (postings / 200));
            if (await catalogue.FindPostingAsync(id, CancellationToken.None) is null)
                continue;
            var start = Watch.Now();
            await assistant.AnswerAsync(new Question(Intent.Similar) { Targets = [new Target.Role(id)] }, Conversation.Empty, PostingMaker.Today, CancellationToken.None);
            if (i >= 200)
                times.Add(start);
        }

        Say($"{"similar roles",-26} {times} ms");
    }

    private async Task LookUpsAsync(SqliteCatalogue catalogue)
    {
        var (byId, typed, mended, passages) = (new Latencies(), new Latencies(), new Latencies(), new Latencies());
        var random = new Random(3);
        for (var i = 0; i < 2_000; i++)
        {
            var id = PostingMaker.Id(random.Next(postings));
            var start = Watch.Now();
            await catalogue.FindPostingAsync(id, CancellationToken.None);
            if (i > 500)
                byId.Add(start);
        }

        for (var i = 0; i < 1_000; i++)
        {
            var title = maker.Names[random.Next(maker.Names.Count)].Title;
            var text = title[..Math.Min(title.Length, 1 + (i % 8))];
            var start = Watch.Now();
            await catalogue.SuggestAsync(text, i % 2 == 0 ? null : SuggestionKind.Title, 8, CancellationToken.None);
            if (i > 200)
                typed.Add(start);
            var wrong = title.Length > 7 ? title[..3] + "x" + title[4..7] : title;
            start = Watch.Now();
            await catalogue.SuggestAsync(wrong, i % 2 == 0 ? null : SuggestionKind.Title, 8, CancellationToken.None);
            if (i > 200)
                mended.Add(start);
        }

        for (var i = 0; i < 60; i++)
        {
            string[] words = [maker.Vocabulary.Words[60 + random.Next(1500)], maker.Vocabulary.Words[60 + random.Next(1500)]];
            var start = Watch.Now();
            await catalogue.PassagesAsync(words, 50, CancellationToken.None);
            if (i >= 20)
                passages.Add(start);
        }

        Say($"{"by id",-26} {byId} ms (asked: 0.2)");
        Say($"{"typeahead",-26} {typed} ms, with a typing mistake {mended} ms (asked: 3)");
        Say($"{"passages",-26} {passages} ms");
    }

    private async Task BesideAWriterAsync(Assistant assistant, SqliteCatalogue catalogue, IReadOnlyList<QuestionType> types)
    {
        var texts = types.Where(type => type.LimitAt100Thousand <= 10).SelectMany(type => type.Texts.Take(60)).ToList();
        var alone = new Latencies();
        await AskAllAsync(assistant, texts, alone);
        var (beside, writes) = (new Latencies(), new Latencies());
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
            for (var number = 0; !stop.IsCancellationRequested; number++)
            {
                var edit = maker.Edit(number * 31 % postings, string.Create(CultureInfo.InvariantCulture, $"v{number}"));
                var start = Stopwatch.GetTimestamp();
                await catalogue.ApplyAsync([edit], CancellationToken.None);
                writes.Add(start);
                await timer.WaitForNextTickAsync();
            }
        });
        await AskAllAsync(assistant, texts, beside);
        await AskAllAsync(assistant, texts, beside);
        await stop.CancelAsync();
        await writing;
        Say($"one durable upsert: {writes} ms (asked: 10), {writes.Count} of them at 20/s");
        Say($"readers alone {alone} ms, beside the writer {beside} ms: p95 {beside.P95 / alone.P95:0.0} times (asked: 2)");
    }

    private static async Task ManyAskersAsync(Assistant assistant, IReadOnlyList<QuestionType> types, Dictionary<string, Latencies> single)
    {
        var texts = types.Where(type => type.LimitAt100Thousand <= 10).SelectMany(type => type.Texts.Take(60)).ToList();
        var (alone, many) = (new Latencies(), new Latencies());
        await AskAllAsync(assistant, texts, alone);
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Askers).Select(asker => Task.Run(() => AskAllAsync(assistant, [.. texts.Skip(asker * 7), .. texts.Take(asker * 7)], many))));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Say($"{Askers} askers at once: {many} ms, one alone {alone} ms: p95 {many.P95 / alone.P95:0.0} times (asked: 4); {many.Count / seconds:0} answers/s; slowest single type p95 {single.Values.Max(t => t.P95):0.0} ms");
    }

    /// <summary>As people ask: each reads an answer for about a second before the next question.</summary>
    private static async Task AskersWhoPauseAsync(Assistant assistant, IReadOnlyList<QuestionType> types)
    {
        const int questions = 20;
        var texts = types.Where(type => type.LimitAt100Thousand <= 10).SelectMany(type => type.Texts.Take(60)).ToList();
        var (one, many) = (new Latencies(), new Latencies());
        await AskAsync(0, one);
        await Task.WhenAll(Enumerable.Range(0, Askers).Select(asker => Task.Run(() => AskAsync(asker, many))));
        Say($"{Askers} askers who pause 0.5 to 1.5 s: {many} ms, one of them alone {one} ms: p95 {many.P95 / one.P95:0.0} times (asked: 4)");

        async Task AskAsync(int asker, Latencies times)
        {
            var random = new Random(asker);
            for (var i = 0; i < questions; i++)
            {
                await Task.Delay(random.Next(500, 1_500));
                await AskAllAsync(assistant, [texts[random.Next(texts.Count)]], times);
            }
        }
    }

    private static async Task AskAllAsync(Assistant assistant, IReadOnlyList<string> texts, Latencies times)
    {
        foreach (var text in texts)
        {
            var start = Stopwatch.GetTimestamp();
            await assistant.AskAsync(text, Conversation.Empty, PostingMaker.Today, CancellationToken.None);
            times.Add(start);
        }
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
