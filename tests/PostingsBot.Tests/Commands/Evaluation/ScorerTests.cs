using System.Text.Json;
using PostingsBot.Commands.Evaluation;
using PostingsBot.Core.Postings;

namespace PostingsBot.Tests.Commands.Evaluation;

/// <summary>The cases of the labels' own scorer: the same figures must come out.</summary>
public class ScorerTests
{
    [Theory]
    [InlineData("Senior Dev (m/w/d)", "senior dev")]
    [InlineData("Ingénieur qualité H/F", "Ingenieur qualite")]
    [InlineData("Werkstudent*in Web", "Werkstudent Web")]
    [InlineData("Desenvolvedor(a) PHP", "Desenvolvedor PHP")]
    [InlineData("Engineer — Backend!", "engineer backend")]
    [InlineData("Treasurer (all genders)", "Treasurer")]
    [InlineData("系統經理（SI PM）", "系統經理(SI PM)")]
    public void Title_OtherSpelling_IsTheSame(string a, string b) => Assert.Equal(Normal.Title(a), Normal.Title(b));

    [Theory]
    [InlineData("C++ Developer", "C Developer")]
    [InlineData("C# Developer", "C Developer")]
    [InlineData("Engineer: in Test", "Engineer Test")]
    public void Title_OtherRole_IsAnother(string a, string b) => Assert.NotEqual(Normal.Title(a), Normal.Title(b));

    [Theory]
    [InlineData("ACME, Inc.", "acme")]
    [InlineData("RealRate GmbH", "RealRate")]
    [InlineData("乾杯股份有限公司", "乾杯")]
    [InlineData("Langdock (YC S23)", "Langdock")]
    [InlineData("E. Breuninger GmbH & Co.", "E. Breuninger")]
    public void Company_LegalForm_DoesNotCount(string a, string b) => Assert.Equal(Normal.Company(a), Normal.Company(b));

    [Theory]
    [InlineData("Golang", "Go")]
    [InlineData("Node.js", "NodeJS")]
    [InlineData("Apache Spark", "spark")]
    [InlineData("Amazon S3", "S3")]
    public void Skill_OtherSpelling_IsTheSame(string a, string b) => Assert.Equal(Normal.Skill(a), Normal.Skill(b));

    [Theory]
    [InlineData("""["London, UK", "Berlin"]""", "London", 2, 1, 1)]
    [InlineData("""["NYC"]""", "New York City, NY", 1, 1, 1)]
    [InlineData("""["Portugal/Lisboa"]""", "Lisbon, Portugal", 1, 1, 1)]
    [InlineData("""["台北市南港區"]""", "台北市", 1, 1, 1)]
    [InlineData("""["Phoenix, AZ"]""", "AZ", 1, 1, 0)]
    [InlineData("""["Austin, TX"]""", "Houston, TX", 1, 1, 0)]
    public void Locations_AreComparedByCity(string gold, string parsed, int labelled, int read, int right) =>
        Assert.Equal(new Tally(labelled, read, right), Fields($$"""{"title":"Dev","locations":{{gold}}}""", Role() with { Locations = [Said(new Place(parsed, null, null, null, null))] })["locations"]);

    [Theory]
    [InlineData("""{"min":145000,"max":145000,"currency":"USD","period":"year"}""", 145000, null, 1)]
    [InlineData("""{"min":145000,"max":145000,"currency":"USD","period":"year"}""", 140000, null, 0)]
    [InlineData("""{"min":48000,"max":null,"currency":"USD","period":"year"}""", 48000, 48000, 0)]
    [InlineData("""{"min":1,"max":2,"currency":"USD","period":"year"}""", 3, 4, 1)]
    public void Salary_FlatOrAccepted_CountsWhole(string gold, int min, int? max, int rightMaximum) => Assert.Equal(
        rightMaximum,
        Fields(
            $$$"""{"title":"Dev","salary":{{{gold}}},"accept":{"salary":[{"min":3,"max":4,"currency":"USD","period":"year"}]}}""",
            Role() with { Salaries = [Said(new Salary(min, max, "USD", PayPeriod.Year))] })["salary_max"].Correct);

    [Theory]
    [InlineData(false, """{"posted":[null]}""", 0, 0, 0)]
    [InlineData(true, """{"posted":[null]}""", 1, 0, 0)]
    [InlineData(false, """{"posted":["2016-01-01"]}""", 1, 0, 0)]
    public void Accepted_Null_IsNotCounted(bool isStrict, string accept, int gold, int parsed, int correct) =>
        Assert.Equal(new Tally(gold, parsed, correct), Fields($"{{\"title\":\"Dev\",\"posted\":\"2015-05-31\",\"accept\":{accept}}}", Role(), isStrict)["posted"]);

    [Fact]
    public void Values_WrongMissingInvented_AreCounted()
    {
        var fields = Fields(
            """{"title":"Dev","company":"Acme","posted":"2020-01-02","seniority":null,"region_restriction":"US or Canada","draft":true,"skills":["Go","Redis"]}""",
            Role() with
            {
                Company = Said("Other"),
                Seniorities = [Said(Seniority.Senior)],
                RemoteWithin = [Said(new Place("United States", null, null, null, null)), Said(new Place("Canada", null, null, null, null))],
                Status = Said(PostingStatus.Draft),
                Skills = [new Skill("Golang", SkillNeed.Required, new Evidence(1, 1, "Golang"))],
            });

        Assert.Equal((new Tally(1, 1, 1), new Tally(1, 1, 0), new Tally(1, 0, 0), new Tally(0, 1, 0)), (fields["title"], fields["company"], fields["posted"], fields["seniority"]));
        Assert.Equal((new Tally(2, 2, 2), new Tally(1, 1, 1), new Tally(2, 1, 1)), (fields["region"], fields["status"], fields["skills"]));
    }

    [Fact]
    public void Roles_AreAlignedByTitle()
    {
        var score = Score(
            """{"file":"a","kind":"posting","roles":[{"title":"Backend Engineer","seniority":"senior"},{"title":"Designer","seniority":"junior"}]}""",
            Role("Designer", Seniority.Junior), Role("Backend Engineers", Seniority.Senior), Role("Chef", Seniority.Lead));

        Assert.Equal((new Tally(2, 3, 2), new Tally(2, 3, 1), (2, 2, 1)), (score.Fields["seniority"], score.Fields["title"], score.Roles));
    }

    [Fact]
    public void Lists_CountOnlyTheLabelledRows()
    {
        var score = Score(
            """{"file":"l","kind":"list","total_roles":4,"roles":[{"title":"Product Manager","apply_url":"u1"},{"title":"Product Manager","apply_url":"u2"},{"title":"Nurse","apply_url":"u3"}]}""",
            DocumentKind.List,
            Role("Product Manager") with { ApplyUrl = Said("u2") }, Role("Product Manager") with { ApplyUrl = Said("u1") }, Role("Later one"), Role("Footer"), Role("Menu"));

        Assert.Equal((new Tally(3, 2, 2), (3, 2, 1)), (score.Fields["apply_url"], score.ListRoles));
    }

    [Theory]
    [InlineData(false, 1, 0)]
    [InlineData(true, 0, 1)]
    public void Kind_Accepted_LeavesItsRolesOut(bool isStrict, int right, int titles)
    {
        var scorer = new Scorer(isStrict);
        scorer.Add(LabelOf("""{"file":"a","kind":"posting","accept_kind":["other"],"roles":[{"title":"Dev"}]}"""), new ParsedDocument { File = "a", Kind = DocumentKind.Other });

        Assert.Equal((right, titles), (scorer.RightKinds, scorer.Fields["title"].Gold));
    }

    [Theory]
    [InlineData("abcd", "bcde", 0.75)]
    [InlineData("", "", 1)]
    [InlineData("private Thread currentThread;", "private volatile Thread currentThread;", 0.8656716417910447)]
    public void Similarity_OfTexts_IsThatOfPython(string a, string b, double ratio) => Assert.Equal(ratio, Similarity.Of(a, b), 12);

    private static Dictionary<string, Tally> Fields(string role, Posting posting, bool isStrict = false)
    {
        var scorer = new Scorer(isStrict);
        scorer.Add(LabelOf($"{{\"file\":\"a\",\"kind\":\"posting\",\"roles\":[{role}]}}"), Document(DocumentKind.Posting, posting));
        return scorer.Fields;
    }

    private static Scorer Score(string label, params Posting[] postings) => Score(label, DocumentKind.Posting, postings);

    private static Scorer Score(string label, DocumentKind kind, params Posting[] postings)
    {
        var scorer = new Scorer(isStrict: false);
        scorer.Add(LabelOf(label), Document(kind, postings));
        return scorer;
    }

    private static ParsedDocument Document(DocumentKind kind, params Posting[] postings) => new() { File = "a", Kind = kind, Postings = postings };

    private static Label LabelOf(string json) => new("a", JsonDocument.Parse(json).RootElement);

    private static Posting Role(string title = "Dev", Seniority? level = null) => new()
    {
        Id = "0123456789",
        File = "a",
        Title = Said(title),
        Seniorities = level is { } stated ? [Said(stated)] : [],
    };

    private static Stated<T> Said<T>(T value)
        where T : notnull => new(value, new Evidence(1, 1, ""));
}
