using PostingsBot.Core.Answers;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Answers;

/// <summary>Questions that are understood already, answered over three hand-made roles and a company document.</summary>
public class AssistantTests
{
    private readonly Talk talk = new(Examples.Catalogue());

    [Fact]
    public async Task FindRoles_BySkill_ListsRolesWithTheLineThatNamesIt()
    {
        var answer = Assert.IsType<RoleListAnswer>(await talk.AskAsync(Find(new SkillConstraint(["PostgreSQL"]))));

        Assert.Equal(2, answer.Total);
        Assert.Equal([("roles/harbour.md", 9), ("roles/nameless.md", 4)], answer.Quotes.Select(q => (q.File, q.Line)));
        Assert.Equal("PostgreSQL", Assert.Single(answer.Chips).Label);
    }

    [Fact]
    public async Task Ask_WordLikeAMistakeThatATitleHolds_IsReadAsWritten()
    {
        var posting = Examples.Meadow with { Title = new Stated<string>("GovCloud Operator", Examples.Meadow.Title.Evidence) };

        var answer = await new Talk(new MemoryCatalogue(Examples.Document(posting))).SayAsync("govcloud jobs");

        Assert.Equal("GovCloud Operator", Assert.Single(answer.Postings).Title.Value);
        Assert.Empty(answer.Mended);
    }

    [Fact]
    public async Task FindRoles_EligibleFromFrance_LeavesOutWhatIsLimitedToGermany()
    {
        var answer = await talk.AskAsync(Find(new EligibleFromConstraint(Examples.Place("France"))));

        Assert.Equal(["Data Engineer"], answer.Postings.Select(p => p.Title.Value));
    }

    [Fact]
    public async Task FindRoles_EligibleFromGermany_FindsLimitedAndUnlimitedRemoteRoles()
    {
        var answer = await talk.AskAsync(Find(new EligibleFromConstraint(Examples.Place("Germany"))));

        Assert.Equal(["Senior Backend Engineer", "Data Engineer"], answer.Postings.Select(p => p.Title.Value));
    }

    [Fact]
    public async Task FindRoles_NothingMatches_NamesTheEmptyingConstraintAndCountsWhatWouldMatch()
    {
        var answer = Assert.IsType<NothingFoundAnswer>(await talk.AskAsync(Find(
            new SkillConstraint(["PostgreSQL"]), new WorkplaceConstraint([Workplace.Onsite]))));

        Assert.Equal("onsite", answer.Emptied?.Label);
        Assert.Equal([("PostgreSQL", 1), ("onsite", 2)], answer.Relaxations.OrderBy(r => r.Count).Select(r => (r.Say["drop ".Length..], r.Count)));
        Assert.Equal(AnswerKind.NotInCatalogue, answer.Kind);
    }

    [Fact]
    public async Task FindRoles_EachRelaxationSaid_FindsAsManyRolesAsItPromised()
    {
        var search = Find(new SkillConstraint(["PostgreSQL"]), new WorkplaceConstraint([Workplace.Remote]), new PayConstraint(500_000, null, null, null));
        var answer = Assert.IsType<NothingFoundAnswer>(await talk.AskAsync(search));
        var before = talk.Conversation;

        Assert.NotEmpty(answer.Relaxations);
        foreach (var relaxation in answer.Relaxations)
        {
            talk.Conversation = before;
            var relaxed = await talk.SayAsync(relaxation.Say);
            Assert.Equal(relaxation.Count, relaxed.Total);
            Assert.Equal(answer.Chips.Count - 1, relaxed.Chips.Count);
        }
    }

    [Fact]
    public async Task FindRoles_FieldThatNoRoleStates_SaysSo()
    {
        var answer = await talk.AskAsync(Find(new EmploymentConstraint([EmploymentType.Internship]), new SkillConstraint(["Python"])));

        Assert.Equal(AnswerKind.NotInCatalogue, answer.Kind);
        Assert.DoesNotContain("states its", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindRoles_BestPaidOnly_ComparesYearlyPayAndSaysTheFigureAsStated()
    {
        var answer = await talk.AskAsync(Find() with { Order = SearchOrder.BestPaid, Top = 1 });

        Assert.Equal(["Frontend Developer"], answer.Postings.Select(p => p.Title.Value));
        Assert.Contains("from USD 150,000 per year", answer.Text, StringComparison.Ordinal);
        Assert.EndsWith("1 more role states pay in another currency than USD; I do not convert, so it is not compared.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_BestPaidWhereNoneStatesPay_SaysSo()
    {
        var answer = await new Talk(new MemoryCatalogue(Examples.Document(Examples.Nameless))).SayAsync("which pays most?");

        Assert.Equal(AnswerKind.NotStated, answer.Kind);
        Assert.Equal("The one role in the catalogue does not state its pay.", answer.Text);
    }

    [Fact]
    public async Task Ask_BestOfAListThatStatesNoPay_KeepsTheList()
    {
        var nameless = new Talk(new MemoryCatalogue(Examples.Document(Examples.Nameless), Examples.Document(Examples.Nameless with { Id = "aaaaaaaaa9", File = "roles/other.md" })));
        await nameless.SayAsync("remote jobs");

        var answer = await nameless.SayAsync("which pays most?");

        Assert.Equal("None of the 2 roles states its pay.", answer.Text);
        Assert.IsType<DetailAnswer>(await nameless.SayAsync("tell me about the second"));
    }

    [Fact]
    public async Task Ask_TheFewBest_SaysOfHowManyThatStateIt()
    {
        var answer = await talk.SayAsync("the three best paid roles");

        Assert.StartsWith("2 roles with the highest pay, of 2 that state it.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindRoles_KnownEmployerWithoutRoles_PointsToItsCareersPage()
    {
        var answer = Assert.IsType<CompanyAnswer>(await talk.AskAsync(Find(new EmployerConstraint(["Orchard"]))));

        Assert.Contains("https://orchard.example/careers", answer.Text, StringComparison.Ordinal);
        Assert.Equal(0, answer.Total);
    }

    [Fact]
    public async Task Fact_PayIsStated_QuotesItsLine()
    {
        var answer = Assert.IsType<FactAnswer>(await talk.AskAsync(Fact(RoleField.Pay, new Target.Company("Harbour Labs"))));

        Assert.Contains("EUR 70,000–90,000 per year", answer.Text, StringComparison.Ordinal);
        Assert.Equal(6, Assert.Single(answer.Quotes).Line);
    }

    [Fact]
    public async Task Fact_FieldIsMissing_IsNotStated() =>
        Assert.Equal(AnswerKind.NotStated, (await talk.AskAsync(Fact(RoleField.Visa, new Target.Company("Meadow")))).Kind);

    [Fact]
    public async Task Fact_UnknownEmployer_IsNotInTheCatalogue() =>
        Assert.Equal(AnswerKind.NotInCatalogue, (await talk.AskAsync(Fact(RoleField.Pay, new Target.Company("Nowhere Ltd")))).Kind);

    [Fact]
    public async Task Fact_NothingInFocus_AsksWhichRole() =>
        Assert.Equal(AnswerKind.Clarify, (await talk.AskAsync(Fact(RoleField.Pay, new Target.Focus()))).Kind);

    [Theory]
    [InlineData("France", "Not from France")]
    [InlineData("Germany", "Yes.")]
    public async Task Fact_EligibleFrom_GivesAVerdictAndTheLine(string from, string verdict)
    {
        var question = Fact(RoleField.EligibleFrom, new Target.Company("Harbour Labs")) with { About = new EligibleFromConstraint(Examples.Place(from)) };

        var answer = await talk.AskAsync(question);

        Assert.StartsWith(verdict, answer.Text, StringComparison.Ordinal);
        Assert.Contains(answer.Quotes, q => q.Line == 4);
    }

    [Theory]
    [InlineData("Go", AnswerKind.Fact)]
    [InlineData("Kubernetes", AnswerKind.Fact)]
    [InlineData("Java", AnswerKind.NotStated)]
    public async Task Fact_Skill_IsStatedOrNot(string skill, AnswerKind expected)
    {
        var question = Fact(RoleField.Skills, new Target.Company("Harbour Labs")) with { About = new SkillConstraint([skill]) };

        Assert.Equal(expected, (await talk.AskAsync(question)).Kind);
    }

    [Theory]
    [InlineData("retreats", "Hamburg")]
    [InlineData("planning", "Monday")]
    public async Task Fact_NoFieldAnswers_QuotesThePassage(string topic, string expected)
    {
        var question = new Question(Intent.Fact) { Targets = [new Target.Company("Harbour Labs")], Topic = [.. topic.Split(' ')], Text = topic };

        Assert.Contains((await talk.AskAsync(question)).Quotes, quote => quote.Text.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fact_NothingAnswers_Abstains()
    {
        var question = new Question(Intent.Fact) { Targets = [new Target.Company("Harbour Labs")], Topic = ["cto"], Text = "who is the CTO of Harbour Labs?" };

        Assert.Equal(AnswerKind.NotStated, (await talk.AskAsync(question)).Kind);
    }

    [Fact]
    public async Task Compare_TwoEmployers_PutsDifferencesFirstAndLeavesUnknownsNull()
    {
        var answer = Assert.IsType<CompareAnswer>(await talk.AskAsync(new Question(Intent.Compare)
        {
            Targets = [new Target.Company("Harbour Labs"), new Target.Company("Meadow")],
        }));

        Assert.Equal(2, answer.Columns.Count);
        Assert.True(answer.Rows[0].Differs);
        Assert.Null(answer.Rows.Single(r => r.Label == "degree").Values[1]);
    }

    [Fact]
    public async Task Count_ByWorkplace_AddsUpAndNamesTheUnstated()
    {
        var answer = Assert.IsType<CountAnswer>(await talk.AskAsync(new Question(Intent.Count) { By = CountBy.Employer }));

        Assert.Equal(3, answer.Total);
        Assert.Contains(answer.Breakdown, row => row == new CountRow("not stated", 1));
    }

    [Fact]
    public async Task Employers_WithoutRoles_OnlyThose()
    {
        await talk.AskAsync(new Question(Intent.Employers));

        var answer = Assert.IsType<CompanyAnswer>(await talk.AskAsync(new Question(Intent.Employers) { WithoutRoles = true }));

        Assert.Equal(["Orchard"], answer.Employers.Select(e => e.Name));
    }

    [Fact]
    public async Task Detail_SecondOfTheList_IsShownWithWhatIsNotStated()
    {
        await talk.AskAsync(Find());

        var answer = Assert.IsType<DetailAnswer>(await talk.AskAsync(new Question(Intent.Detail) { Targets = [new Target.Ordinal(2)] }));

        Assert.Equal("Frontend Developer", answer.Posting.Title.Value);
        Assert.Contains("employment", string.Join(' ', answer.NotStated), StringComparison.Ordinal);
        Assert.All(answer.Facts, fact => Assert.NotNull(fact.Source));
    }

    [Fact]
    public async Task Detail_RoleIsGone_SaysSo() =>
        Assert.Equal(AnswerKind.NotInCatalogue, (await talk.AskAsync(new Question(Intent.Detail) { Targets = [new Target.Role("ffffffffff")] })).Kind);

    [Theory]
    [InlineData(Intent.Compare)]
    [InlineData(Intent.Similar)]
    public async Task More_AfterALookAside_GoesOnWithTheLastSearch(Intent aside)
    {
        await talk.AskAsync(new Question(Intent.FindRoles));
        var shown = talk.Conversation.Shown;

        await talk.AskAsync(new Question(aside) { Targets = [new Target.Role("aaaaaaaaa1"), new Target.Role("aaaaaaaaa2")] });

        Assert.Equal(shown, talk.Conversation.Shown);
        Assert.IsType<ClarifyAnswer>(await talk.AskAsync(new Question(Intent.More)));
    }

    [Fact]
    public async Task Employers_WithAMatchingRole_AreWhereMoreGoesOn()
    {
        talk.Conversation = talk.Conversation with { Shown = ["ffffffffff"] };

        var answer = await talk.AskAsync(new Question(Intent.Employers) { Constraints = [new SkillConstraint(["React"])] });

        Assert.Equal(answer.Postings.Select(p => p.Id), talk.Conversation.Shown);
    }

    [Fact]
    public async Task Employers_OfALargeCatalogue_AreAHundredWithTheNumberLeft()
    {
        var large = new Talk(new MemoryCatalogue([.. Enumerable.Range(0, 250).Select(i => new ParsedDocument
        {
            File = $"{i}.md",
            Kind = DocumentKind.Posting,
            Postings = [new Posting { Id = $"{i:0000000000}", File = $"{i}.md", Title = new("Clerk", new(1, 1, "Clerk")), Company = new($"Employer {i}", new(2, 2, "Employer")) }],
        })]));

        var answer = Assert.IsType<CompanyAnswer>(await large.AskAsync(new Question(Intent.Employers)));

        Assert.Equal((100, 150), (answer.Employers.Count, answer.Unlisted));
        Assert.Equal(100, large.Conversation.Employers.Count);
        Assert.StartsWith("I know 250 employers: the 100 with most roles are ", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Similar_SharesASkill_SaysWhich()
    {
        var answer = await talk.AskAsync(new Question(Intent.Similar) { Targets = [new Target.Company("Harbour Labs")] });

        Assert.Equal(["Data Engineer"], answer.Postings.Select(p => p.Title.Value));
        Assert.Contains("PostgreSQL", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartOver_AfterASearch_ForgetsIt()
    {
        await talk.AskAsync(Find(new SkillConstraint(["Go"])));

        await talk.AskAsync(new Question(Intent.StartOver));

        Assert.Equal(Conversation.Empty, talk.Conversation);
    }

    private static Question Find(params Constraint[] constraints) => new(Intent.FindRoles) { Constraints = [.. constraints] };

    private static Question Fact(RoleField field, Target target) => new(Intent.Fact) { Field = field, Targets = [target] };
}
