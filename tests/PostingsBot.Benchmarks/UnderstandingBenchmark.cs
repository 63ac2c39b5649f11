using BenchmarkDotNet.Attributes;
using NodaTime;
using PostingsBot.Core.Parsing;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;

namespace PostingsBot.Benchmarks;

/// <summary>Text to question alone, and bytes to postings alone.</summary>
[MemoryDiagnoser]
public class UnderstandingBenchmark
{
    private readonly QuestionReader reader = new(new CatalogueNames([]));
    private readonly DocumentParser parser = new();
    private readonly byte[] posting = File.ReadAllBytes(Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "seeds"), "003*")[0]);

    [Benchmark]
    public Question Question() => reader.Read("senior python or go roles, remote from Germany, not at Acme, over 90k since 2021", Conversation.Empty, new LocalDate(2026, 3, 2));

    [Benchmark]
    public ParsedDocument Document() => parser.Parse("seeds/003.txt", posting);
}
