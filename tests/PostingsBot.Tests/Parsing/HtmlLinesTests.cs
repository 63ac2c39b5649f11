using PostingsBot.Core.Parsing;

namespace PostingsBot.Tests.Parsing;

/// <summary>The lines of a page whose text is folded over several of them.</summary>
public sealed class HtmlLinesTests
{
    private const string Page = """
        <html><body>
        <h1>Backend Engineer</h1>
        <p>A team at Ferrodata
        builds tickets, and you will
        write <a class="x"
        href="https://ferrodata.example/apply">services</a> in Kotlin.</p>
        <ul><li>
        A lot of PostgreSQL.
        </li></ul>
        </body></html>
        """;

    [Theory]
    [InlineData("Kotlin", 3, 6)]
    [InlineData("PostgreSQL", 8, 8)]
    public void Parse_TextFoldedOverLines_NamesAllOfThem(string skill, int first, int last)
    {
        var posting = Assert.Single(new DocumentParser().Parse("job.html", System.Text.Encoding.UTF8.GetBytes(Page.ReplaceLineEndings("\n"))).Postings);

        var evidence = posting.Skills.Single(one => one.Name == skill).Evidence;

        Assert.Equal((first, last), (evidence.FirstLine, evidence.LastLine));
    }

    [Fact]
    public void Parse_BehindAStyleSheetAndAPictureInThePage_NamesTheirOwnLines()
    {
        var page = $"""
            <html><head><style>{new string('a', 30_000)}</style></head><body>
            <h1>Backend Engineer in Leeds</h1>
            <img src="data:image/png;base64,{new string('A', 50_000)}">
            <p>You will build our services in Kotlin.</p>
            </body></html>
            """;

        var posting = Assert.Single(new DocumentParser().Parse("job.html", System.Text.Encoding.UTF8.GetBytes(page.ReplaceLineEndings("\n"))).Postings);

        Assert.Equal(2, posting.Title.Evidence.FirstLine);
        Assert.Equal(4, posting.Skills.Single(one => one.Name == "Kotlin").Evidence.FirstLine);
    }

    /// <summary>The head and a picture's "alt" say the same as the text; entities and programs stand between the words of the file.</summary>
    [Theory]
    [InlineData("<h1>Cloud Engineer&nbsp;/&nbsp;Heron GmbH</h1>", 5)]
    [InlineData("<img alt=\"Cloud Engineer\">\n<h1>Cloud Engineer</h1>", 6)]
    [InlineData("<?php if ($a->b) { ?>\n<h1>Cloud Engineer</h1>\n<?php } ?>", 6)]
    [InlineData("<%@ include file=\"head.jsp\" %>\n\n<h1>Cloud Engineer</h1>", 7)]
    [InlineData("<p>&lt;Notice&gt;</p>\n<h1>Cloud Engineer</h1>", 6)]
    public void Parse_SameWordsElsewhere_NamesTheLineOfTheText(string heading, int line)
    {
        var page = $"""
            <html><head>
            <title>Cloud Engineer</title>
            <meta name="description" content="Cloud Engineer"></head>
            <body>
            {heading}
            <p>You will build our services in Kotlin, in a team of six people.</p>
            <h2>Requirements</h2><ul><li>Kotlin</li></ul>
            </body></html>
            """;

        var posting = Assert.Single(new DocumentParser().Parse("job.html", System.Text.Encoding.UTF8.GetBytes(page.ReplaceLineEndings("\n"))).Postings);

        Assert.Equal(line, posting.Title.Evidence.FirstLine);
        Assert.DoesNotContain(posting.Sections.SelectMany(section => section.Passages), passage => passage.Text.Contains("include", StringComparison.Ordinal) || passage.Text.Contains('$'));
    }
}
