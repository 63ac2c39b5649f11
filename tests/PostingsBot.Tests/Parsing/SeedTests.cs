using System.Globalization;
using PostingsBot.Core.Parsing;
using PostingsBot.Core.Postings;

namespace PostingsBot.Tests.Parsing;

public class SeedTests
{
    private static readonly DocumentParser Parser = new();

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "seeds");

    [Theory]
    [InlineData("000", "company", 1)]
    [InlineData("001", "company", 0)]
    [InlineData("002", "posting", 1)]
    [InlineData("003", "posting", 1)]
    [InlineData("004", "posting", 1)]
    public void Parse_Seed_TellsKindAndNumberOfRoles(string seed, string kind, int roles)
    {
        var document = Parse(seed);

        Assert.Equal(kind, TermNames.Of(document.Kind));
        Assert.Equal(roles, document.Postings.Count);
    }

    [Theory]
    [InlineData("000", "title", "Senior Software Engineering Manager")]
    [InlineData("000", "company", "Parallel Learning")]
    [InlineData("000", "aliases", "Parallel")]
    [InlineData("000", "workplace", "remote")]
    [InlineData("000", "seniority", "senior")]
    [InlineData("000", "apply", "https://app5.greenhouse.io/sdash/4195699005")]
    [InlineData("001", "company", "Packback")]
    [InlineData("001", "careers", "https://www.packback.co/company/careers/")]
    [InlineData("002", "title", "Backend Engineer")]
    [InlineData("002", "company", "")]
    [InlineData("002", "locations", "San Francisco")]
    [InlineData("002", "workplace", "remote")]
    [InlineData("002", "remote within", "")]
    [InlineData("002", "disciplines", "backend")]
    [InlineData("002", "salary", "")]
    [InlineData("002", "apply", "https://letsrockit.co/job/twl4bwf4-backend-engineer")]
    [InlineData("003", "title", "Staff Platform Engineer, Backend")]
    [InlineData("003", "company", "Brightwheel")]
    [InlineData("003", "locations", "")]
    [InlineData("003", "workplace", "remote")]
    [InlineData("003", "remote within", "United States")]
    [InlineData("003", "seniority", "staff")]
    [InlineData("003", "salary", "")]
    [InlineData("003", "apply", "https://www.remotewlb.com/apply/staff-platform-engineer-backend")]
    [InlineData("004", "title", "Senior-Backend Engineer")]
    [InlineData("004", "company", "Crunch")]
    [InlineData("004", "posted", "2017-07-27")]
    [InlineData("004", "workplace", "remote")]
    [InlineData("004", "remote within", "")]
    [InlineData("004", "seniority", "senior")]
    [InlineData("004", "degree", "B.S. in Computer Science: RequiredOrEquivalent")]
    [InlineData("004", "apply", "")]
    [InlineData("004", "status", "")]
    public void Parse_Seed_ReadsField(string seed, string field, string value) => Assert.Equal(value, SpecFields.Read(Parse(seed), field));

    [Theory]
    [InlineData("001", "tools", "Angular; Django; Laravel; Docker; Kubernetes")]
    [InlineData("002", "mentioned", "Node.js; MongoDB; Redis; AWS; Electron")]
    [InlineData("003", "required", "Ruby; Python; PostgreSQL; MySQL; AWS")]
    [InlineData("003", "preferred", "Ruby on Rails; Redis; Docker; Kubernetes; Terraform")]
    [InlineData("004", "required", "Python")]
    [InlineData("004", "preferred", "Elasticsearch; MongoDB; AWS; Redis; NumPy")]
    public void Parse_Seed_ReadsSkills(string seed, string field, string skills) =>
        Assert.Empty(skills.Split("; ").Except(SpecFields.Read(Parse(seed), field).Split("; ")));

    [Fact]
    public void Parse_SectionThatStandsTwice_IsShownOnce()
    {
        var sections = Parse("003").Postings[0].Sections;

        Assert.Single(sections, section => section.Heading == "Who You Are");
        Assert.Contains(sections, section => section.Heading == "What You’ll Do");
    }

    [Fact]
    public void Parse_RelativeLinks_AreNotOffered()
    {
        var document = Parse("001");

        Assert.All(document.Company!.Sections.SelectMany(section => section.Passages), passage => Assert.DoesNotContain("https://readme", passage.Text, StringComparison.Ordinal));
        Assert.StartsWith("https://www.packback.co", document.Company.CareersUrl!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("000")]
    [InlineData("001")]
    [InlineData("002")]
    [InlineData("003")]
    [InlineData("004")]
    public void Parse_Seed_EvidenceLinesContainTheWords(string seed) => EvidenceCheck.Verify(Parse(seed), File.ReadAllBytes(PathOf(seed)));

    [Fact]
    public void Parse_SameDocumentTwice_GivesTheSameIds() =>
        Assert.Equal(Parse("003").Postings[0].Id, Parse("003").Postings[0].Id);

    [Fact]
    public void Parse_Id_IsTenHexadecimalDigits() => Assert.Matches("^[0-9a-f]{10}$", Parse("002").Postings[0].Id.ToString(CultureInfo.InvariantCulture));

    private static ParsedDocument Parse(string seed) => Parser.Parse(Path.GetFileName(PathOf(seed)), File.ReadAllBytes(PathOf(seed)));

    private static string PathOf(string seed) => Directory.EnumerateFiles(Folder, seed + "_*").Single();
}
