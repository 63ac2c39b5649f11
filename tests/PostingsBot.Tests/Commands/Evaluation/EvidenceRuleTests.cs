using System.Text;
using NodaTime;
using PostingsBot.Commands.Evaluation;
using PostingsBot.Core.Parsing;
using PostingsBot.Core.Postings;

namespace PostingsBot.Tests.Commands.Evaluation;

public class EvidenceRuleTests
{
    private static readonly string[] Lines =
    [
        "# Senior **Back**end Engineer", "Acme &amp; Söhne, Berlin (k8s, C#)", "\"salary\": \"$65k \\u2013 $95,500\", \"date\": 1708430400", "[Apply](https://acme.example/a%20b?x=1)",
    ];

    private static readonly Posting Sound = new()
    {
        Id = "0123456789",
        File = "jobs/2024-02-20-role.md",
        Title = Said("Senior Backend Engineer", 1, "Senior Backend Engineer"),
        Company = Said("Acme & Söhne", 2, "Acme & Söhne, Berlin (k8s, C#)"),
        Locations = [Said(new Place("Berlin", "Berlin", null, null, null), 2, "Berlin")],
        Salaries = [Said(new Salary(65_000, 95_500, "USD", PayPeriod.Year), 3, "$65k – $95,500")],
        Posted = Said(new LocalDate(2024, 2, 20), 3, "1708430400"),
        ApplyUrl = Said("https://acme.example/a%20b?x=1", 4, "Apply"),
        Skills = [new Skill("Kubernetes", SkillNeed.Required, new Evidence(2, 2, "k8s")), new Skill("C#", SkillNeed.Required, new Evidence(2, 2, "C#"))],
    };

    public static TheoryData<string, Posting> Broken => new()
    {
        { "title", Sound with { Title = Said("Senior Backend Engineer", 2, "Senior Backend Engineer") } },
        { "title", Sound with { Title = Said("Lead Backend Engineer", 1, "Senior Backend Engineer") } },
        { "company", Sound with { Company = Said("Acme", 5, "Acme") } },
        { "company", Sound with { Company = new Stated<string>("Acme", new Evidence(2, 1, "Acme")) } },
        { "locations", Sound with { Locations = [Said(new Place("Paris", "Paris", null, null, null), 2, "Berlin")] } },
        { "salary", Sound with { Salaries = [Said(new Salary(65_000, 97_500, "USD", null), 3, "$65k – $95,500")] } },
        { "posted", Sound with { Posted = Said(new LocalDate(2023, 11, 12), 3, "1708430400") } },
        { "posted", Sound with { Posted = Said(new LocalDate(2024, 2, 20), 0, "another name") } },
        { "applyUrl", Sound with { ApplyUrl = Said("https://elsewhere.example", 4, "Apply") } },
        { "skills", Sound with { Skills = [new Skill("Rust", SkillNeed.Required, new Evidence(2, 2, "k8s"))] } },
        { "sections", Sound with { Sections = [new Section("About", SectionKind.About, 1, 2, [new Evidence(1, 1, "Words of another line")])] } },
    };

    [Fact]
    public void Check_SoundPosting_FindsNothing() => Assert.Empty(Check(Sound));

    [Theory]
    [MemberData(nameof(Broken))]
    public void Check_BrokenEvidence_IsNamedByItsField(string field, Posting posting) => Assert.Equal(field, Assert.Single(Check(posting)).Field);

    [Fact]
    public void Check_Name_StandsForLineZero() => Assert.Empty(Check(Sound with { Posted = Said(new LocalDate(2024, 2, 20), 0, "2024-02-20-role.md") }));

    [Theory]
    [InlineData("+++\ntitle = \"Backend Engineer\"\ncompany = \"Acme\"\nsalary_min = 60000\nsalary_max = 70000\n+++\n\nWe use Golang in Berlin.\n")]
    [InlineData("# Ingénieur d’Études **H/F**\n\nLieu : Orléans\nSalaire : 45 000 € par an\n\n## Profil\n\n- Java &amp; SQL\n")]
    [InlineData("<html><body><h1>Data Engineer</h1><p>Acme &mdash; Z&uuml;rich, CHF 100&#39;000 per year</p><h2>Requirements</h2><ul><li>Kafka<li>dbt</ul></body></html>")]
    [InlineData("# Werkstudent*in Entwicklung (m/w/d)\n\n**Standort:**  \nMünchen\n\n**Aufgaben:**  \nPython programmieren\n")]
    public void Check_WhatTheParserReads_HoldsItsPromise(string text)
    {
        var content = Encoding.UTF8.GetBytes(text);
        var document = new DocumentParser().Parse("a.md", content);

        Assert.NotEmpty(document.Postings);
        Assert.Empty(EvidenceRule.Check(document, DocumentParser.LinesOf(content)!));
    }

    private static List<EvidenceFault> Check(Posting posting) =>
        [.. EvidenceRule.Check(new ParsedDocument { File = posting.File, Kind = DocumentKind.Posting, Postings = [posting] }, Lines)];

    private static Stated<T> Said<T>(T value, int line, string text)
        where T : notnull => new(value, new Evidence(line, line, text));
}
