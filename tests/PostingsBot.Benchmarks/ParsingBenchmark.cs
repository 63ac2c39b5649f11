using BenchmarkDotNet.Attributes;
using Markdig;
using PostingsBot.Core.Parsing;

namespace PostingsBot.Benchmarks;

/// <summary>A whole parse against Markdig alone on the same documents (asked: at most six times): its default pipeline, and the one that the parser uses.</summary>
[MemoryDiagnoser]
public class ParsingBenchmark
{
    private readonly DocumentParser parser = new();
    private readonly IReadOnlyList<(string File, byte[] Bytes, string Text)> documents = ParsingDocuments.Load();

    [GlobalSetup]
    public void SetUp() => Console.WriteLine($"// {documents.Count} documents, {documents.Sum(document => document.Bytes.Length)} bytes: {ParsingDocuments.Source}");

    [Benchmark(Baseline = true)]
    public int MarkdigDefault() => documents.Sum(document => Markdown.Parse(document.Text).Count);

    [Benchmark]
    public int MarkdigSamePipeline() => documents.Sum(document => Markdown.Parse(document.Text, Core.Parsing.Outline.MarkdownReader.Pipeline).Count);

    [Benchmark]
    public int WholeParse() => documents.Sum(document => parser.Parse(document.File, document.Bytes).Postings.Count);

    /// <summary>As the import runs it: both cores.</summary>
    [Benchmark]
    public void WholeParseParallel() => Parallel.ForEach(documents, document => parser.Parse(document.File, document.Bytes));
}

/// <summary>How a parse grows with the document, up to 1 MB.</summary>
[MemoryDiagnoser]
public class ParsingGrowthBenchmark
{
    private readonly DocumentParser parser = new();
    private byte[] document = [];

    [Params("prose", "list", "table", "line", "html")]
    public string Kind { get; set; } = "";

    [Params(10_000, 100_000, 1_000_000)]
    public int Bytes { get; set; }

    [GlobalSetup]
    public void SetUp() => document = ParsingDocuments.Synthesise(Kind, Bytes);

    [Benchmark]
    public int Parse() => parser.Parse("growth.md", document).Postings.Count;
}
