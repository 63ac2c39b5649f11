using System.Text;
using PostingsBot.Core.Recruiting;

namespace PostingsBot.Tests.Recruiting;

public sealed class PasteReaderTests
{
    private const string UnderHeadings = """
        # Backend Engineer

        Acme GmbH, Berlin. EUR 70,000-90,000 per year. Full-time.

        ## Requirements
        - 5 years of experience with Go

        Apply: jobs@acme.example

        # Frontend Engineer

        Acme GmbH, remote in Germany. EUR 60,000-80,000 per year.

        ## Requirements
        - React and TypeScript

        Apply: jobs@acme.example

        # Product Designer

        Acme GmbH, Hamburg, hybrid.

        ## Requirements
        - Figma

        Apply: jobs@acme.example
        """;

    private const string BetweenRules = """
        Backend Engineer
        Location: Berlin
        Salary: 70-90k EUR
        We are looking for a Go developer.

        ---

        Frontend Engineer
        Location: Remote
        Salary: 60-80k EUR
        You will build our React app.

        ---

        Product Designer
        Location: Hamburg
        You will design things in Figma.
        """;

    private const string InANumberedList = """
        We have three openings:

        1. Backend Engineer (Berlin, Go, 70-90k EUR)
        2. Frontend Engineer (remote, React, 60-80k EUR)
        3. Product Designer (Hamburg, Figma)

        Send your CV to jobs@acme.example
        """;

    private const string AfterBoldTitles = """
        **Backend Engineer** - Acme, Berlin
        We need somebody who knows Go. 70-90k EUR. Apply at https://acme.example/1

        **Frontend Engineer** - Acme, remote
        We need somebody who knows React. 60-80k EUR. Apply at https://acme.example/2

        **Product Designer** - Acme, Hamburg
        We need somebody who knows Figma. Apply at https://acme.example/3
        """;

    private const string UnderNumberedHeadings = """
        ## Job 1: Backend Engineer
        Company: Acme
        Location: Berlin
        Salary: 70-90k EUR

        ## Job 2: Frontend Engineer
        Company: Acme
        Location: Remote
        Salary: 60-80k EUR

        ## Job 3: Product Designer
        Company: Acme
        Location: Hamburg
        """;

    private const string Resume = """
        # Jane Miller
        Senior Software Engineer
        jane@example.com | +49 170 1234567 | linkedin.com/in/janemiller

        ## Summary
        Backend engineer with 10 years of experience in Go and Python.

        ## Work Experience
        **Senior Backend Engineer, Acme GmbH** (Jan 2019 – present)
        - Led the migration to Kubernetes

        **Software Engineer, Crunch** (2014 - 2018)
        - Built the billing system

        ## Education
        B.Sc. Computer Science, TU Berlin, 2010 – 2014

        ## Skills
        Go, Python, PostgreSQL

        ## Languages
        German, English
        """;

    private const string CompanyPage = """
        # About Acme

        Acme builds ovens since 1950. Our team of 200 works in Berlin. We value honesty.

        ## Benefits
        - 30 days of vacation
        """;

    [Theory]
    [InlineData(UnderHeadings, new[] { 1, 10, 19 })]
    [InlineData(BetweenRules, new[] { 1, 8, 15 })]
    [InlineData(InANumberedList, new[] { 3, 4, 5 })]
    [InlineData(AfterBoldTitles, new[] { 1, 4, 7 })]
    [InlineData(UnderNumberedHeadings, new[] { 1, 6, 11 })]
    public void Read_ThreeRolesInOnePaste_ThreeRolesWithTheirLines(string text, int[] lines)
    {
        var roles = Assert.IsType<Paste.Roles>(PasteReader.Read(text, "paste.md")).Document.Postings;

        Assert.Equal(lines, roles.Select(role => role.Title.Evidence.FirstLine));
        Assert.Equal(3, roles.Select(role => role.Id).Distinct().Count());
        Assert.All(roles.Zip(["Backend Engineer", "Frontend Engineer", "Product Designer"]), pair => Assert.StartsWith(pair.Second, pair.First.Title.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_PlainLinesUnderATitle_OneRole()
    {
        var role = Assert.Single(Assert.IsType<Paste.Roles>(PasteReader.Read("Senior Backend Engineer at Acme GmbH\nBerlin, hybrid, EUR 80-95k\nGo, PostgreSQL. Apply at https://acme.example/1\n", "paste.md")).Document.Postings);

        Assert.Equal(("Senior Backend Engineer", "Acme GmbH", "https://acme.example/1", 80_000m), (role.Title.Value, role.Company?.Value, role.ApplyUrl?.Value, role.Salaries[0].Value.Min));
    }

    [Theory]
    [InlineData("Post this role: Senior Baker\nLocation: Berlin\nSalary: 40k EUR\n")]
    [InlineData("please post the following job:\n\n# Senior Baker\n\nLocation: Berlin\nSalary: 40k EUR\n")]
    public void Read_OrderBeforeTheText_IsNoPartOfIt(string text) =>
        Assert.Equal("Senior Baker", Assert.Single(Assert.IsType<Paste.Roles>(PasteReader.Read(text, "paste.md")).Document.Postings).Title.Value);

    [Theory]
    [InlineData("", NoPosting.Empty)]
    [InlineData(" \n\t\u200B\n", NoPosting.Empty)]
    [InlineData(Resume, NoPosting.Resume)]
    [InlineData("# Curriculum vitae\n\nJane Miller, software engineer\n\n## Education\n\nTU Berlin 2010 - 2014\n\n## Experience\n\nAcme 2014 - 2020\n", NoPosting.Resume)]
    [InlineData(CompanyPage, NoPosting.CompanyPage)]
    [InlineData("![screenshot](https://acme.example/job.png)", NoPosting.ImageOnly)]
    [InlineData("<img src=\"job.png\">", NoPosting.ImageOnly)]
    [InlineData("https://acme.example/jobs/1", NoPosting.LinkOnly)]
    [InlineData("see <https://acme.example/jobs/1>", NoPosting.LinkOnly)]
    [InlineData("Buy milk and call the plumber tomorrow.", NoPosting.NoRole)]
    [InlineData("lorem ipsum dolor sit amet", NoPosting.NoRole)]
    public void Read_NoPosting_WhyNot(string text, NoPosting reason) => Assert.Equal(reason, Assert.IsType<Paste.NotAPosting>(PasteReader.Read(text, "paste.md")).Reason);

    [Theory]
    [InlineData(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13 }, "picture")]
    [InlineData(new byte[] { (byte)'%', (byte)'P', (byte)'D', (byte)'F', 0, 1, 2, 3, 0, 5, 6, 0 }, "no text")]
    public void Read_BytesThatAreNoText_SaidSo(byte[] content, string said) =>
        Assert.Contains(said, Assert.IsType<Paste.NotAPosting>(PasteReader.Read(content, "x")).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_MoreThan200Kilobytes_TooLong()
    {
        var longest = "# Senior Baker\n\n## Requirements\n\n- Bread\n\n" + new string('x', PasteReader.MostBytes);

        var refused = Assert.IsType<Paste.NotAPosting>(PasteReader.Read(longest, "paste.md"));

        Assert.Equal(NoPosting.TooLong, refused.Reason);
        Assert.Contains("201 KB", refused.Message, StringComparison.Ordinal);
        Assert.IsType<Paste.Roles>(PasteReader.Read(Encoding.UTF8.GetBytes(longest[..PasteReader.MostBytes]), "paste.md"));
    }

    [Fact]
    public void Read_PostingThatAsksForAResume_IsAPosting() =>
        Assert.IsType<Paste.Roles>(PasteReader.Read("# Senior Backend Engineer\n\nWe are looking for you. Send your resume to jobs@acme.example.\n\n## Experience\n\n- Go\n\n## Education\n\n- B.Sc.\n\n## Skills\n\n- Kubernetes, since 2014 - today\n", "paste.md"));
}
