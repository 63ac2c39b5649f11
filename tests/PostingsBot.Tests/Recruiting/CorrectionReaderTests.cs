using NodaTime;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Recruiting;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Recruiting;

/// <summary>
/// Corrections of <see cref="Examples.Harbour"/> on 2026-11-22: "what is written | fields as they read then", each problem as "!" and each note as "*"; "\n" is a line end.
/// </summary>
public sealed class CorrectionReaderTests
{
    private const string Table = """
        salary is 90–110k EUR | pay = EUR 90,000–110,000 per year *
        salary is 90-110k | pay = EUR 90,000–110,000 per year *
        the salary is 90 - 110k € | pay = EUR 90,000–110,000 per year *
        salary: €95k | pay = EUR 95,000 per year * *
        salary is 95k/year | pay = EUR 95,000 per year * *
        salary is 60 EUR per hour | pay = EUR 60 per hour *
        salary is $60 per hour | pay = USD 60 per hour *
        salary is 60 | pay = EUR 60 per hour * * *
        pay is 5.5k EUR per month | pay = EUR 5,500 per month *
        raise the salary to 150k | pay = EUR 150,000 per year * *
        raise to 150k | pay = EUR 150,000 per year * *
        raise it by 10k | pay = EUR 80,000–100,000 per year
        raise the salary by 10% | pay = EUR 77,000–99,000 per year
        lower the pay by 5k | pay = EUR 65,000–85,000 per year
        raise the maximum to 110k | pay = EUR 70,000–110,000 per year * *
        raise the minimum salary to 95k | - !
        lower the salary by 200k | - !
        salary is 90k XYZ | - !
        salary is 90 bananas | - !
        salary is competitive | - !
        salary is | - !
        no salary | pay = 
        drop the salary | pay = 
        salary: none | pay = 
        pays 90-110k EUR | pay = EUR 90,000–110,000 per year *
        €90–110k | pay = EUR 90,000–110,000 per year *
        90k | pay = EUR 90,000 per year * *
        up to 100k USD | pay = up to USD 100,000 per year *
        now hybrid in Austin | workplace = hybrid; location = Austin; where it can be done from =  *
        hybrid in Austin | workplace = hybrid; location = Austin; where it can be done from =  *
        remote in EU only | where it can be done from = EU
        remote in the EU only | where it can be done from = EU
        remote within Germany and Austria | where it can be done from = Germany; Austria
        fully remote | - ! *
        remote anywhere | where it can be done from =  *
        on-site in Berlin | workplace = onsite; where it can be done from =  *
        now onsite | workplace = onsite; where it can be done from =  *
        not remote | workplace = onsite; where it can be done from =  *
        no longer remote | workplace = onsite; where it can be done from =  *
        it is now remote | - ! *
        US only | where it can be done from = US
        only in the EU | where it can be done from = EU
        location: Munich, Germany | location = Munich, Germany
        the location is Foobarville | location = Foobarville
        now in Hamburg | location = Hamburg
        in Austin | location = Austin
        add Munich | location = Berlin; Munich
        add Hamburg and Munich | location = Berlin; Hamburg; Munich
        Austin | location = Austin
        title: Staff Engineer | title = Staff Engineer; seniority = staff *
        title is Junior Frontend Engineer | title = Junior Frontend Engineer; seniority = junior *
        change the title to Staff Engineer | title = Staff Engineer; seniority = staff *
        call it Head of Platform | title = Head of Platform; seniority = head *
        rename to Principal Engineer, Backend | title = Principal Engineer, Backend; seniority = staff *
        rename it to Go Developer | title = Go Developer
        no title | - !
        company is Acme GmbH | employer = Acme GmbH
        employer: Crunch | employer = Crunch
        deadline is 15 January | closing date = 2027-01-15
        closing date: 2027-01-15 | closing date = 2027-01-15
        deadline is next Friday | closing date = 2026-11-27
        deadline is 1 March 2025 | closing date = 2025-03-01 *
        closes on 15.01.2027 | closing date = 2027-01-15
        until the end of January | closing date = 2027-01-31
        open until 31 January | closing date = 2027-01-31
        push the deadline by two weeks | - !
        deadline is sometime | - !
        no deadline | - !
        posting date: 2026-11-01 | posting date = 2026-11-01
        add Kubernetes, drop PHP | - !
        add Rust | skills = Go (required); Kubernetes (preferred); PostgreSQL (required); Rust (required)
        add Rust as a nice to have | skills = Go (required); Kubernetes (preferred); PostgreSQL (required); Rust (preferred)
        Go is optional | skills = Go (preferred); Kubernetes (preferred); PostgreSQL (required)
        drop Go | skills = Kubernetes (preferred); PostgreSQL (required)
        drop Go and Kubernetes | skills = PostgreSQL (required)
        add Foobarium | - !
        skills: Rust, Python | skills = Python (required); Rust (required)
        requires Rust | skills = Go (required); Kubernetes (preferred); PostgreSQL (required); Rust (required)
        no longer requires Go | skills = Kubernetes (preferred); PostgreSQL (required)
        remove PostgreSQL from the skills | skills = Go (required); Kubernetes (preferred)
        make Kubernetes required | skills = Go (required); Kubernetes (required); PostgreSQL (required)
        it is part-time | employment type = part-time
        now full-time or part-time | employment type = full-time; part-time
        employment type: contract | employment type = contract
        contract, 6 months | - !
        no longer part-time | - !
        level: staff | seniority = staff
        level is lead | seniority = lead
        senior | - !
        now senior | - !
        junior to mid | seniority = junior; mid
        level: blah | - !
        apply at https://acme.example/jobs/1?a=b&c=d | how to apply = https://acme.example/jobs/1?a=b&c=d
        apply at jobs@acme.example | how to apply = mailto:jobs@acme.example
        https://acme.example/jobs/1 | how to apply = https://acme.example/jobs/1
        apply link: http://acme.example/jobs | - !
        apply at www.acme.example | - !
        apply at javascript:alert(1) | - !
        apply at the front desk | - !
        apply link is <https://acme.example/jobs|acme> | how to apply = https://acme.example/jobs
        no apply link | how to apply = 
        5 years of experience | years of experience = at least 5 years
        experience: 3-5 years | years of experience = 3–5 years
        at least 3 years of experience in Go | years of experience = at least 3 years
        no experience | - !
        PhD preferred | degree = PhD, preferred
        no degree needed | - !
        degree: bachelor's in physics | degree = bachelor's in physics
        no degree | degree = 
        visa sponsorship available | visa sponsorship = visa sponsorship available
        no visa sponsorship | visa sponsorship = no visa sponsorship
        we sponsor visas | visa sponsorship = we sponsor visas
        visa: yes | visa sponsorship = visa sponsorship: yes
        within 2 hours of CET | time zones = within 2 hours of CET
        time zone: CET | time zones = within the time zone CET
        no time zone | - !
        status: closed | status = closed
        status is open | - !
        hello there | - !
        what? | - !
        it is great | - !
        salary is 90–110k EUR, remote in EU only and add Rust | pay = EUR 90,000–110,000 per year; where it can be done from = EU; skills = Go (required); Kubernetes (preferred); PostgreSQL (required); Rust (required) *
        hybrid in Austin, 150k USD; deadline is 15 January | workplace = hybrid; location = Austin; where it can be done from = ; pay = USD 150,000 per year; closing date = 2027-01-15 * * *
        title: Engineer, Platform and Remote Work, level: staff | title = Engineer, Platform and Remote Work; seniority = staff *
        - salary: 80k\n- location: Paris | pay = EUR 80,000 per year; location = Paris * *
        salary is 90,000 - 110,000 EUR, part-time | pay = EUR 90,000–110,000 per year; employment type = part-time *
        it's remote and pays 100k | pay = EUR 100,000 per year * * *
        the role is now hybrid in Austin and the salary is 150k USD | workplace = hybrid; location = Austin; where it can be done from = ; pay = USD 150,000 per year * * *
        add Rust and Python and raise the salary by 5k | skills = Go (required); Kubernetes (preferred); PostgreSQL (required); Python (required); Rust (required); pay = EUR 75,000–95,000 per year
        salary 90k, remote | pay = EUR 90,000 per year * * *
        raise the salary | - !
        make it 150k | pay = EUR 150,000 per year * *
        make it part-time | employment type = part-time
        set the deadline to tomorrow | closing date = 2026-11-23
        increase salary to £90k | pay = GBP 90,000 per year * *
        salary is 0 | - !
        salary should be 80k to 100k | pay = EUR 80,000–100,000 per year *
        base salary is 100k plus bonus | - !
        drop the degree requirement | degree = 
        salary is 90k BTC | - !
        raise the salary by 5k USD | - !
        workplace: hybrid | workplace = hybrid; where it can be done from =  *
        employment type is blah | - !
        remote limit: Germany and France | where it can be done from = Germany; France
        remote within: worldwide | where it can be done from = 
        visa: none | - !
        Rust, Python | - !
        remote in the EU only, not in Germany | where it can be done from = EU !
        salary: 70-90k EUR | - ! *
        add .NET and C++ | skills = .NET (required); C++ (required); Go (required); Kubernetes (preferred); PostgreSQL (required)
        drop C# | - !
        add Rust experience as optional | skills = Go (required); Kubernetes (preferred); PostgreSQL (required); Rust (preferred)
        """;

    private static readonly LocalDate Today = new(2026, 11, 22);

    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var line in Table.Split('\n').Select(line => line.Trim()))
                rows.Add(line[..line.LastIndexOf(" | ", StringComparison.Ordinal)], line[(line.LastIndexOf(" | ", StringComparison.Ordinal) + 3)..].Trim());
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Read_Sentence_WhatChanges(string text, string expected) => Assert.Equal(expected, Line(CorrectionReader.Read(text.Replace("\\n", "\n", StringComparison.Ordinal), Examples.Harbour, Today)));

    [Theory]
    [InlineData("salary is 90k XYZ", "XYZ", "EUR, USD or GBP")]
    [InlineData("salary is competitive", "competitive", "no salary")]
    [InlineData("apply link: http://acme.example/jobs", "http://acme.example/jobs", "https://")]
    [InlineData("add Foobarium", "Foobarium", "text")]
    [InlineData("deadline is sometime", "sometime", "15 January")]
    [InlineData("hello there", "hello there", "salary is 90–110k EUR")]
    public void Read_Unreadable_ProblemNamesItAndWhatToWrite(string text, string named, string instead)
    {
        var problem = Assert.Single(CorrectionReader.Read(text, Examples.Harbour, Today).Problems);

        Assert.Contains(named, problem, StringComparison.Ordinal);
        Assert.Contains(instead, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnyValue_EvidenceIsWhatWasWritten()
    {
        var edit = CorrectionReader.Read(" hybrid in Austin, 150k USD ", Examples.Harbour, Today).Edit!;

        Assert.Equal(new Evidence(1, 1, "hybrid in Austin, 150k USD"), Assert.Single(edit.Values.Salaries).Evidence);
        Assert.Equal("US-TX/austin", Assert.Single(edit.Values.Locations).Value.Area);
    }

    [Fact]
    public void Read_RaiseByWithoutPay_SaysSo()
    {
        var read = CorrectionReader.Read("raise the salary by 10k", Examples.Harbour with { Salaries = [] }, Today);

        Assert.Null(read.Edit);
        Assert.Contains("no pay to raise", Assert.Single(read.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ExtendByWithADeadline_CountsFromIt()
    {
        var read = CorrectionReader.Read("push the deadline by two weeks", Examples.Harbour with { ValidThrough = new(new LocalDate(2026, 12, 24), new Evidence(1, 1, "")) }, Today);

        Assert.Equal("closing date = 2027-01-07", Line(read));
    }

    [Fact]
    public void Read_SeveralRanges_RaisedEach()
    {
        var two = Examples.Harbour with { Salaries = [.. Examples.Harbour.Salaries, new(new Salary(100_000, null, "USD", PayPeriod.Year), new Evidence(1, 1, ""))] };

        Assert.Equal("pay = EUR 77,000–99,000 per year; from USD 110,000 per year", Line(CorrectionReader.Read("raise the salary by 10%", two, Today)));
    }

    [Fact]
    public void Read_TextOfAnyLengthAndSigns_Answers()
    {
        Assert.NotNull(CorrectionReader.Read(string.Concat(Enumerable.Repeat("salary is \u0000 95k, ", 5_000)), Examples.Harbour, Today).Edit);
        Assert.NotEmpty(CorrectionReader.Read("  ", Examples.Harbour, Today).Problems);
        Assert.NotEmpty(CorrectionReader.Read("…!?", Examples.Harbour, Today).Problems);
        Assert.Equal(PostingStatus.Closed, CorrectionReader.Read("---\nstatus: closed\n---", Examples.Harbour, Today).Edit?.Values.Status?.Value);
    }

    private static string Line(Correction read) =>
        ((read.Edit is null ? "-" : string.Join("; ", read.Edit.Fields.Select(field => $"{TermNames.Of(field)} = {PostingFields.Text(field, read.Edit.Values)}")))
        + string.Concat(Enumerable.Repeat(" !", read.Problems.Count)) + string.Concat(Enumerable.Repeat(" *", read.Notes.Count))).Trim();
}
