using System.Text;
using PostingsBot.Commands;
using PostingsBot.Core.Export;
using PostingsBot.Core.Parsing;
using PostingsBot.Core.Postings;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Export;

public sealed class PostingMarkdownTests
{
    private static readonly DocumentParser Parser = new();

    public static TheoryData<string> Seeds => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "seeds"), "*.txt").Select(file => Path.GetFileName(file)!).Where(name => Read(name).Postings.Count > 0).Order()];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Write_EachRoleOfASeed_ReadsAsTheSameFacts(string seed)
    {
        foreach (var posting in Read(seed).Postings)
            Assert.Equal(Facts(posting), Facts(Again(posting)));
    }

    [Theory]
    [InlineData("jobs.csv", "title,company,location,salary,employment_type,date_posted,apply_url\nSenior Baker,Acme GmbH,\"Berlin, Germany\",\"EUR 40,000 - 50,000 per year\",full-time,2026-02-01,https://acme.example/apply?a=1&b=2\n")]
    [InlineData("job.json", """[{"title":"Backend Engineer","company":"Acme","locations":["Berlin","Hamburg"],"remote":true,"level":"senior","status":"closed","validThrough":"2026-05-01","skills":["Go","Rust"],"description":"We build ovens.\n\n## Requirements\n\n- 5+ years of Go\n- You need a valid work permit.\n\n## Nice to have\n\n- Kubernetes"}]""")]
    public void Write_RoleOfARecord_ReadsAsTheSameFacts(string file, string content)
    {
        var posting = Assert.Single(Parser.Parse(file, Encoding.UTF8.GetBytes(content)).Postings);

        Assert.Equal(Facts(posting), Facts(Again(posting)));
    }

    [Theory]
    [InlineData("Engineer: \"C#\" \\ [lead] # 1", "*Acme* & <b>Söhne</b>")]
    [InlineData("Baker {{x}} | & more", "Yes: no")]
    public void Write_TextThatLooksLikeMarkup_StaysText(string title, string company)
    {
        var posting = Examples.Harbour with
        {
            Title = new(title, new Evidence(1, 1, title)),
            Company = new(company, new Evidence(2, 2, company)),
            Skills = [],
            Degree = null,
            Sections = [new Section("# What_you do *now*", SectionKind.Responsibilities, 3, 4, [new(4, 4, "1. [x](https://a.example/b_c?d=1&e=2) __init__ `code` AT&amp;T <script> {{x}} ---")])],
        };

        var again = Again(posting);

        Assert.Equal((title, company), (again.Title.Value, again.Company?.Value));
        var section = Assert.Single(again.Sections);
        Assert.Equal((posting.Sections[0].Heading, posting.Sections[0].Passages[0].Text), (section.Heading, Assert.Single(section.Passages).Text));
    }

    [Fact]
    public void Write_LineEndsInAValue_CannotEndTheFrontMatter()
    {
        var posting = Examples.Harbour with { Company = new("Acme\n---\nstatus: closed", new Evidence(1, 1, "Acme")) };

        var again = Again(posting);

        Assert.Equal("Acme --- status: closed", again.Company?.Value);
        Assert.True(again.IsOpen);
    }

    private static ParsedDocument Read(string seed) => Parser.Parse(seed, File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "seeds", seed)));

    private static Posting Again(Posting posting) =>
        Assert.Single(Parser.Parse("role.md", Encoding.UTF8.GetBytes(PostingMarkdown.Write(posting))).Postings);

    private static IEnumerable<string> Facts(Posting posting) => PostingFacts.All.SelectMany(fact => fact.Of(posting).Select(value => $"{fact.Label}: {value.Text}").Order(StringComparer.Ordinal));
}
