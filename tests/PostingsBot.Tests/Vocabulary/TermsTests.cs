using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Tests.Vocabulary;

public class TermsTests
{
    private static string Found<T>(PhraseVocabulary<T> vocabulary, string text) => string.Join(' ', vocabulary.Find(text).Select(m => m.Value));

    [Theory]
    [InlineData("Sr. Backend Engineer", "Senior")]
    [InlineData("new grad or entry-level", "Entry Entry")]
    [InlineData("Werkstudent*in", "Intern")]
    [InlineData("mid-to-senior", "Mid Senior")]
    [InlineData("Principal Engineer", "Staff")]
    [InlineData("Tech Lead", "Lead")]
    [InlineData("Desenvolvedor Pleno", "Mid")]
    [InlineData("Head of Product", "Head")]
    [InlineData("you lead projects and our staff", "")]
    [InlineData("Senior-Backend Engineer", "Senior")]
    public void Seniorities_Text_FindsLevels(string text, string found) => Assert.Equal(found, Found(Terms.Seniorities, text));

    [Fact]
    public void TitleSeniorities_Lead_IsALevel() => Assert.Equal("Lead", Found(Terms.TitleSeniorities, "Lead Integration Engineer"));

    [Theory]
    [InlineData("Back-end Software Engineer", "backend software")]
    [InlineData("front end roles", "frontend")]
    [InlineData("Site Reliability Engineer", "devops software")]
    [InlineData("Senior Software Engineering Manager", "engineering management")]
    [InlineData("ML jobs", "machine learning")]
    [InlineData("office admin / PA work?", "administration administration")]
    [InlineData("iOS Developer", "mobile")]
    [InlineData("Staff Platform Engineer, Backend", "platform backend")]
    [InlineData("marketing manager", "marketing")]
    [InlineData("Développeur PHP", "software")]
    public void Disciplines_Text_FindsFields(string text, string found) => Assert.Equal(found, Found(Terms.Disciplines, text));

    [Theory]
    [InlineData("unbefristete Festanstellung in Vollzeit", "FullTime FullTime FullTime")]
    [InlineData("CDI", "FullTime")]
    [InlineData("PJ ou CLT", "Contract FullTime")]
    [InlineData("part time jobs?", "PartTime")]
    [InlineData("contract or freelance gigs", "Contract Contract")]
    [InlineData("any internships", "Internship")]
    [InlineData("Werkstudent*in gesucht", "PartTime")]
    [InlineData("早班工讀生 計時", "PartTime PartTime")]
    [InlineData("Contract to Permanent", "Contract")]
    [InlineData("アルバイト募集", "PartTime")]
    [InlineData("smart contracts and data contracts", "")]
    public void EmploymentTypes_Text_FindsTypes(string text, string found) => Assert.Equal(found, Found(Terms.EmploymentTypes, text));

    [Theory]
    [InlineData("100 % Remote möglich", "Remote")]
    [InlineData("Homeoffice", "Remote")]
    [InlineData("télétravail partiel", "Hybrid")]
    [InlineData("trabajos remotos", "Remote")]
    [InlineData("do i have to be in the office", "Onsite")]
    [InlineData("2-3 days in the office", "Hybrid")]
    [InlineData("remote desktop, hybrid cloud", "")]
    public void Workplaces_Text_FindsWorkplaces(string text, string found) => Assert.Equal(found, Found(Terms.Workplaces, text));

    [Theory]
    [InlineData("£65,000", "GBP")]
    [InlineData("60.000 €", "EUR")]
    [InlineData("45k€", "EUR")]
    [InlineData("R$ 10.000,00", "BRL")]
    [InlineData("CA$120k", "CAD")]
    [InlineData("US$120k", "USD")]
    [InlineData("salaries in pounds", "GBP")]
    [InlineData("$120k", "")]
    public void Currencies_Text_FindsCodes(string text, string found) => Assert.Equal(found, Found(Terms.Currencies, text));

    [Theory]
    [InlineData("What are you looking for in a team member?", SectionKind.Requirements)]
    [InlineData("What it's like to work at Crunch:", SectionKind.Team)]
    [InlineData("What’s it like to work with us?", SectionKind.Team)]
    [InlineData("What will I be working on?", SectionKind.Responsibilities)]
    [InlineData("What you might work on:", SectionKind.Responsibilities)]
    [InlineData("Who You Are", SectionKind.Requirements)]
    [InlineData("## **What You’ll Do** 🚀", SectionKind.Responsibilities)]
    [InlineData("Nice to have:", SectionKind.NiceToHave)]
    [InlineData("Must have experience:", SectionKind.Requirements)]
    [InlineData("Preferred experience:", SectionKind.NiceToHave)]
    [InlineData("Qualifications, Technical Skills", SectionKind.Requirements)]
    [InlineData("Perks & Benefits", SectionKind.Benefits)]
    [InlineData("Das bringst du mit", SectionKind.Requirements)]
    [InlineData("Vos missions", SectionKind.Responsibilities)]
    [InlineData("Como se candidatar", SectionKind.Apply)]
    [InlineData("Diferenciais", SectionKind.NiceToHave)]
    [InlineData("福利", SectionKind.Benefits)]
    [InlineData("必須（MUST）", SectionKind.Requirements)]
    [InlineData("Current Roles", SectionKind.Other)]
    public void HeadingKind_Heading_GivesItsKind(string heading, SectionKind kind) => Assert.Equal(kind, Terms.HeadingKind(heading));

    [Theory]
    [InlineData("Brightwheel")]
    [InlineData("🚀")]
    [InlineData("Acme builds a new team around the world of payments in 2020")]
    public void HeadingKind_UnknownHeading_GivesNull(string heading) => Assert.Null(Terms.HeadingKind(heading));

    [Theory]
    [InlineData("how much does it pay", "Pay Pay")]
    [InlineData("Wie hoch ist das Gehalt?", "Pay")]
    [InlineData("how do i apply?", "Apply")]
    [InlineData("do they sponsor visas", "Visa")]
    [InlineData("what databases", "Skills")]
    [InlineData("who invested", "investors")]
    [InlineData("how many years of experience", "Experience Experience")]
    [InlineData("401(k)?", "Benefits")]
    public void Topics_Question_FindsWhatIsAskedAbout(string text, string found) => Assert.Equal(found, Found(Terms.Topics, text));

    [Fact]
    public void Topics_Names_AreFieldsOrLowerCase() =>
        Assert.All(DataFile.Read("topics.tsv"), line => Assert.True(line[0] == "-" || Enum.TryParse<RoleField>(line[0], out _) || char.IsLower(line[0][0]), line.Where));

    [Fact]
    public void Synonyms_Stem_GivesItsGroup()
    {
        Assert.Contains("metric", Terms.Synonyms["measur"]);
        Assert.Contains("invest", Terms.Synonyms["fund"]);
        Assert.DoesNotContain("perk", Terms.Synonyms["perk"]);
    }
}
