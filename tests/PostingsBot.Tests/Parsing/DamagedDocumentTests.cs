using PostingsBot.Core.Parsing;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Parsing;

/// <summary>The small, fixed part of the fuzz run; the large one is `-- fuzz` of tests/PostingsBot.Benchmarks.</summary>
public class DamagedDocumentTests
{
    private const int LongLine = 100_000;
    private const int Documents = 150;

    private static readonly DocumentParser Parser = new();

    private static readonly DocumentMutator Mutator = new(
        [.. Directory.EnumerateFiles(Repository.Path("seeds")).Concat(Directory.EnumerateFiles(Repository.Path("tests", "PostingsBot.Tests", "Specs"))).Order(StringComparer.Ordinal).Select(file => (file, File.ReadAllBytes(file)))],
        LongLine);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Parse_DamagedDocument_ReadsItOrSaysWhyNot(int part)
    {
        for (var number = part * Documents; number < (part + 1) * Documents; number++)
        {
            var mutant = Mutator.Make(number);

            var failure = Record.Exception(() => VerifyLines(Parser.Parse(mutant.File, mutant.Content), mutant.Content));

            Assert.True(failure is null, $"{mutant.Recipe}: {failure}");
        }
    }

    // The weaker promise of evidence that even a damaged document is read with: it lies inside the document.
    private static void VerifyLines(ParsedDocument document, byte[] content)
    {
        var lines = (TextDecoder.Decode(content) ?? "").AsSpan().Count('\n') + 1;
        var evidence = document.Postings.SelectMany(posting => posting.Sections.SelectMany(section => section.Passages).Append(posting.Title.Evidence).Concat(posting.Skills.Select(skill => skill.Evidence)))
            .Concat(document.Company?.Sections.SelectMany(section => section.Passages) ?? []);
        foreach (var stated in evidence.Where(stated => stated.FirstLine != 0))
        {
            Assert.InRange(stated.FirstLine, 1, lines);
            Assert.InRange(stated.LastLine, stated.FirstLine, lines);
        }
    }
}
