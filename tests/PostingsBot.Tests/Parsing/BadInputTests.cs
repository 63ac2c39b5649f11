using System.Text;
using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Tests.Parsing;

public class BadInputTests
{
    private const int Seed = 20_170_727;
    private static readonly DocumentParser Parser = new();

    [Theory]
    [InlineData(new byte[] { }, "empty")]
    [InlineData(new byte[] { 32, 10, 10 }, "empty")]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1, 2, 3, 4, 5 }, "not-text")]
    [InlineData(new byte[] { 123, 34, 97, 34, 58, 49, 125 }, "structured-data")]
    public void Parse_NoDocument_SaysWhy(byte[] content, string code)
    {
        var document = Parser.Parse("x", content);

        Assert.Equal(DocumentKind.Other, document.Kind);
        Assert.Equal(code, Assert.Single(document.Diagnostics).Code);
    }

    [Fact]
    public void Parse_TooLarge_IsRefusedWithItsSize() =>
        Assert.Equal("too-large", Assert.Single(new DocumentParser(maxBytes: 100).Parse("x", new byte[101]).Diagnostics).Code);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    [InlineData("iso-8859-1")]
    public void Parse_Encoding_IsFound(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var content = (byte[])[.. encoding.GetPreamble(), .. encoding.GetBytes("# Ingénieur Développeur\n\nNous cherchons une personne à Orléans.\n")];

        Assert.Equal("Ingénieur Développeur", Parser.Parse("x", content).Postings[0].Title.Value);
    }

    [Fact]
    public void Parse_HtmlNestedTwentyThousandDeep_KeepsItsText()
    {
        var html = "<html><body><h1>Backend Engineer</h1>" + string.Concat(Enumerable.Repeat("<div>", 20_000)) + "We hire in Berlin." + "</body></html>";

        var document = new DocumentParser().Parse("deep.html", System.Text.Encoding.UTF8.GetBytes(html));

        Assert.Contains("Berlin", string.Concat(document.Postings.SelectMany(p => p.Sections).SelectMany(s => s.Passages).Select(p => p.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_ThousandsOfAddressesInOneLine_LeavesTheNextBlocksLinksWhole()
    {
        var text = "# Backend Engineer\n\n" + string.Concat(Enumerable.Repeat("https://a.example/ ", 5_000)) + "\n\nWe hire in Berlin. To apply: https://acme.example/apply\n";

        Assert.Equal("https://acme.example/apply", Parser.Parse("x.md", Encoding.UTF8.GetBytes(text)).Postings[0].ApplyUrl?.Value);
    }

    [Theory]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("[")]
    [InlineData("<div>")]
    [InlineData("*a ")]
    [InlineData("(")]
    [InlineData("| ")]
    [InlineData("![[")]
    public void Parse_NestedTenThousandDeep_Ends(string opening)
    {
        var text = "# Backend Engineer\n\n" + string.Concat(Enumerable.Repeat(opening, 10_000)) + "text\n";

        Assert.NotNull(Parser.Parse("x", Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData("---\na: &a [1]\nb: *a\nc: {{{{\n---\n# Data Engineer\n")]
    [InlineData("+++\ntitle = \"open\n= 3\n+++\n# Data Engineer\n")]
    [InlineData("{\n\"a\": [1,\n}\n# Data Engineer\n")]
    [InlineData("{\n\"a\": \"half a pair \\ud800\"\n}\n# Data Engineer\n")]
    public void Parse_MalformedFrontMatter_SaysSoAndReadsTheBody(string text)
    {
        var document = Parser.Parse("x", Encoding.UTF8.GetBytes(text + "\n## Requirements\n\n- Redis\n"));

        Assert.Contains(document.Diagnostics, diagnostic => diagnostic.Code == "front-matter");
        Assert.Equal("Data Engineer", document.Postings[0].Title.Value);
    }

    [Fact]
    public void Parse_DeepYaml_Ends()
    {
        var text = "---\na: " + new string('[', 10_000) + "\n---\n# Data Engineer\n";

        Assert.NotNull(Parser.Parse("x", Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void Parse_TitleOfAMillionCharacters_IsNoTitle()
    {
        var title = "Engineer" + string.Concat(Enumerable.Repeat(" at A", 300_000)) + "x(a";

        var document = Parser.Parse("x", Encoding.UTF8.GetBytes($"+++\ntitle = \"{title}\"\n+++\n# Site Engineer\n\nWe hire. Apply now.\n"));

        Assert.Equal("Site Engineer", Assert.Single(document.Postings).Title.Value);
    }

    [Fact]
    public void Run_StageThatTakesTooLong_LeavesItsFactOutAndSaysSo()
    {
        var diagnostics = new List<Diagnostic>();
        var outline = OutlineReader.Read("x", new SourceText("# Engineer"), diagnostics);

        StageList.Run(new EndlessStage(), (_, _) => Assert.Fail("Nothing was read."))(new RoleScope(outline, outline.Blocks), new Findings(), diagnostics);

        Assert.Equal("too-slow", Assert.Single(diagnostics).Code);
    }

    [Fact]
    public void Parse_LinksAroundImagesAlone_KeepTheirLines()
    {
        var content = Encoding.UTF8.GetBytes("# Backend Engineer\n\nWe build.\n\n## How to apply\n\n[![Button](button.png)](https://acme.example/form)\n");

        var document = Parser.Parse("x", content);

        Assert.Equal(7, document.Postings[0].ApplyUrl!.Evidence.FirstLine);
    }

    [Fact]
    public void Parse_MutatedSeeds_NeverThrows()
    {
        var random = new Random(Seed);
        var seeds = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "seeds")).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        for (var round = 0; round < 200; round++)
        {
            var mutated = Mutate(seeds[round % seeds.Count], random);
            var document = Parser.Parse("mutated.md", mutated);
            if (document.Kind is not DocumentKind.Other)
                EvidenceCheck.Verify(document, mutated);
        }
    }

    private static byte[] Mutate(byte[] seed, Random random)
    {
        var content = seed.ToArray();
        switch (random.Next(5))
        {
            case 0:
                for (var i = 0; i < 20; i++)
                    content[random.Next(content.Length)] = (byte)random.Next(1, 256);
                return content;
            case 1:
                return content[..random.Next(content.Length)];
            case 2:
                return content[random.Next(content.Length)..];
            case 3:
                var at = random.Next(content.Length);
                return [.. content[..at], .. Enumerable.Repeat((byte)"[>*<-`|"[random.Next(7)], 3000), .. content[at..]];
            default:
                return [.. content.Select(b => b == 10 ? (byte)32 : b), .. content];
        }
    }

    [Fact]
    public void Parse_LineWithoutEnd_ReadsItsBeginningAndSaysSo()
    {
        var document = new DocumentParser().Parse("long.md", Encoding.UTF8.GetBytes("# Data Engineer\n\nYou know Python. " + new string('a', 1_100_000) + "\n\nYou know Kafka.\n"));

        Assert.Contains(document.Diagnostics, diagnostic => diagnostic is { Code: "long-line", Line: 3 });
        Assert.Equal(["Python", "Apache Kafka"], document.Postings.Single().Skills.Select(skill => skill.Name));
    }

    private sealed class EndlessStage : IStage<Stated<string>>
    {
        public Verdict<Stated<string>> Read(RoleScope role, Findings found) => throw new RegexMatchTimeoutException();
    }
}
