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
}
