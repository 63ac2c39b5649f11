using System.Globalization;
using System.Text;
using PostingsBot.Core.Parsing;
using PostingsBot.Core.Postings;

namespace PostingsBot.Tests.Parsing.Sources;

public class StructuredSourceTests
{
    private const int Seed = 20_261_122;
    private static readonly DocumentParser Parser = new();

    private static readonly IReadOnlyList<SpecExample> Examples =
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Specs"), "*.md")
            .Where(file => Path.GetFileName(file).StartsWith("feeds-", StringComparison.Ordinal) || Path.GetFileName(file).StartsWith("records-", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(SpecFile.Read)];

    [Fact]
    public void Parse_EveryExample_HasTheWordsOfItsEvidenceInItsLines()
    {
        foreach (var example in Examples)
            EvidenceCheck.Verify(Parse(example.Document), Encoding.UTF8.GetBytes(example.Document));
    }

    [Fact]
    public void Parse_MutatedExample_NeverThrows()
    {
        var random = new Random(Seed);
        foreach (var example in Examples)
        {
            for (var round = 0; round < 12; round++)
                Assert.NotNull(Parse(Mutate(example.Document, random)));
        }
    }

    [Theory]
    [InlineData("{\n \"jobs\": [\n  {\n   \"title\": \"Data Engineer\",\n   \"jobUrl\": \"https://a.example/1\",\n   \"publishedAt\": \"2026-01-02\",\n   \"descriptionHtml\": \"<p>One</p>\\n<p>You know Docker</p>\"\n  }\n ]\n}", 4, 7)]
    [InlineData("\n<rss version=\"2.0\"><channel>\n<item>\n<title>\nData Engineer</title>\n<description><![CDATA[<p>One</p>\n\n<p>You know Docker</p>]]></description>\n</item></channel></rss>", 4, 8)]
    [InlineData("title,company,description\n\n\"Data Engineer\",Auk,\"One\n\n- You know Docker\n\"\n", 3, 5)]
    public void Parse_Source_EvidencePointsAtTheLineOfTheValue(string text, int titleLine, int skillLine)
    {
        var posting = Assert.Single(Parse(text).Postings);

        Assert.Equal(titleLine, posting.Title.Evidence.FirstLine);
        Assert.Equal(skillLine, Assert.Single(posting.Skills, skill => skill.Name == "Docker").Evidence.FirstLine);
    }

    [Theory]
    [InlineData("[{\"title\": \"half a pair \\ud83d Engineer\", \"company\": \"Auk\", \"salary\": \"$90k\"}]")]
    [InlineData("[{\"title\": \"Engineer\", \"company\": \"Auk\", \"salary_min\": 1e400, \"salary_max\": 99999999999999999999999999999999999999999, \"date\": -1}]")]
    [InlineData("[{\"title\": \"Engineer\", \"company\": {}, \"location\": [null, 3, [[]], {}], \"applyUrl\": 17, \"remote\": \"maybe\"}]")]
    [InlineData("{\"jobs\": [{\"title\": [\"Engineer\"], \"absolute_url\": {}, \"internal_job_id\": 1}]}")]
    [InlineData("{\"jobs\": {\"title\": \"Engineer\"}}")]
    [InlineData("[[[[{\"title\": \"Engineer\"}]]]]")]
    public void Parse_WrongTypes_Ends(string text) => Assert.NotNull(Parse(text));

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("<job>")]
    [InlineData("\",")]
    public void Parse_NestedTenThousandDeep_Ends(string opening)
    {
        foreach (var head in new[] { "", "[{\"a\": ", "<?xml version=\"1.0\"?><jobs>", "title,company\n" })
            Assert.NotNull(Parse(head + string.Concat(Enumerable.Repeat(opening, 10_000))));
    }

    [Fact]
    public void Parse_JsonFrontMatter_StaysATextWithItsBody()
    {
        var document = Parse("{\n  \"title\": \"Data Engineer\",\n  \"company\": \"Auk\"\n}\n\n## Requirements\n\n- Docker\n");

        Assert.Equal(DocumentKind.Posting, document.Kind);
        Assert.Contains(document.Postings[0].Skills, skill => skill.Name == "Docker");
    }

    [Fact]
    public void Parse_ThousandsOfJobs_KeepsEachWithItsLine()
    {
        const int Count = 3_000;
        var jobs = Enumerable.Range(2, Count).Select(line => string.Create(CultureInfo.InvariantCulture, $"{{\"title\": \"Engineer {line}\", \"company\": \"Auk\", \"location\": \"Oslo\", \"url\": \"https://a.example/{line}\"}}"));

        var postings = Parse("[\n" + string.Join(",\n", jobs) + "\n]").Postings;

        Assert.Equal(Count, postings.Count);
        Assert.All(postings, posting => Assert.Equal("Engineer " + posting.Title.Evidence.FirstLine.ToString(CultureInfo.InvariantCulture), posting.Title.Value));
    }

    private static ParsedDocument Parse(string text) => Parser.Parse("feed", Encoding.UTF8.GetBytes(text));

    private static string Mutate(string text, Random random)
    {
        var at = random.Next(text.Length);
        return random.Next(4) switch
        {
            0 => text[..at],
            1 => text[at..],
            2 => text[..at] + "{}[]\"<>&,;\\"[random.Next(11)] + text[(at + 1)..],
            _ => text[..at] + new string("[{<\"&"[random.Next(5)], 500) + text[at..],
        };
    }
}
