using System.Collections;
using NodaTime;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Storage.Json;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Json;

public sealed class StoredJsonTests
{
    private static readonly Section Section = new("Über \"uns\"", SectionKind.NiceToHave, 3, 9, [new(4, 5, "Zeile 🌎 \u0001"), new(6, 6, "")]);

    private static readonly Posting Whole = new()
    {
        Id = "0123456789",
        File = "jobs/a.md",
        Title = Sample.Said("Title"),
        Company = Sample.Said("Company"),
        Locations = [Sample.Said(new Place("Berlin, DE", "Berlin", "Berlin", "Germany", "DE-BE/berlin")), Sample.Said(new Place("Mars", null, null, null, null))],
        Workplace = Sample.Said(Workplace.Hybrid),
        RemoteWithin = [Sample.Said(new Place("US", null, null, "United States", "US"))],
        EmploymentTypes = [Sample.Said(EmploymentType.Contract), Sample.Said(EmploymentType.PartTime)],
        Seniorities = [Sample.Said(Seniority.Lead)],
        Disciplines = [Sample.Said("backend")],
        Salaries = [Sample.Said(new Salary(0.5m, 123456789.25m, "EUR", PayPeriod.Hour)), Sample.Said(new Salary(1, null, null, null))],
        Posted = Sample.Said(new LocalDate(2017, 7, 27)),
        ValidThrough = Sample.Said(new LocalDate(1999, 12, 31)),
        ApplyUrl = Sample.Said("https://example.org/?a=1&b=<2>"),
        Skills = [new Skill("C++", SkillNeed.Preferred, new Evidence(1, 2, "C++"))],
        Degree = Sample.Said(new Degree("B.S.", DegreeNeed.RequiredOrEquivalent)),
        Experience = Sample.Said(new Experience(2, 5)),
        Visa = Sample.Said("No visa"),
        TimeZones = Sample.Said("Within two hours of CET"),
        Language = Sample.Said("en"),
        Status = Sample.Said(PostingStatus.Draft),
        Sections = [Section],
        Sources = [new PostingSource("jobs/b.md", 7, new LocalDate(2016, 1, 2), "https://example.org/b"), new PostingSource("jobs/c.md", 1, null, null)],
    };

    private static readonly RoleTraits Traits = new()
    {
        Key = "title\nat company",
        Id = "0123456789",
        File = "jobs/a.md",
        Line = 3,
        Posted = new LocalDate(2017, 7, 27),
        IsOpen = true,
        ApplyUrl = "https://www.example.org/7?ref=\"x\"",
        Address = "example.org/7",
        NamesRole = true,
        Places = ["DE-BE/berlin", "?mars"],
        Limits = ["US"],
        IsRemote = true,
        Levels = [Seniority.Mid, Seniority.Senior],
        Types = [EmploymentType.FullTime],
        Pay = [new YearlyPay("EUR", 1.5m, 2), new YearlyPay(null, 3, 4)],
        BodyWords = 400,
        Sketch = [0, 1, uint.MaxValue],
    };

    private static readonly CompanyDocument Company = new()
    {
        Name = Sample.Said("Acme"),
        Aliases = ["Acme Corp", "ACME \"🌎\""],
        Skills = Whole.Skills,
        CareersUrl = Sample.Said("https://example.org"),
        Workplace = Sample.Said(Workplace.Remote),
        Sections = [Section],
    };

    private static readonly ParsedDocument Document = new()
    {
        File = "jobs/a.md",
        Kind = DocumentKind.List,
        Postings = [Whole],
        Company = Company,
        Diagnostics = [new Diagnostic("code", "message", 3), new Diagnostic("code", "message", null)],
    };

    [Fact]
    public void Posting_Whole_ComesBackEqual() => Assert.Equivalent(Whole, PostingJson.Read(PostingJson.Write(Whole)), strict: true);

    [Fact]
    public void Posting_Bare_ComesBackEqual()
    {
        var bare = new Posting { Id = "1", File = "f", Title = Sample.Said("Title"), Experience = Sample.Said(new Experience(3, null)) };

        Assert.Equivalent(bare, PostingJson.Read(PostingJson.Write(bare)), strict: true);
    }

    [Fact]
    public void Evidence_FromAnotherDocument_KeepsItsFile()
    {
        var posting = Whole with { Posted = Whole.Posted! with { Evidence = new Evidence(2, 2, "2017-07-27", "jobs/old.md") } };

        Assert.Equal("jobs/old.md", PostingJson.Read(PostingJson.Write(posting)).Posted!.Evidence.File);
    }

    [Fact]
    public void Traits_Whole_ComeBackEqual() => Assert.Equivalent(Traits, TraitsJson.Read(TraitsJson.Write(Traits)), strict: true);

    [Fact]
    public void Document_Whole_ComesBackEqual() => Assert.Equivalent(Document, DocumentJson.Read(DocumentJson.Write(Document), Document.Postings), strict: true);

    [Fact]
    public void Section_Whole_ComesBackEqual() => Assert.Equivalent(Section, SectionJson.ReadText(SectionJson.Write(Section)), strict: true);

    /// <summary>A property added to the model must be added to the samples here, and so fails above until it is stored.</summary>
    [Fact]
    public void Samples_EveryProperty_IsFilled()
    {
        foreach (var sample in new object[] { Whole, Company, Document, Traits })
        {
            foreach (var property in sample.GetType().GetProperties())
            {
                var value = property.GetValue(sample);
                Assert.True(value is not null && (value is not IEnumerable items || items.Cast<object>().Any()), $"{sample.GetType().Name}.{property.Name}");
            }
        }
    }
}
