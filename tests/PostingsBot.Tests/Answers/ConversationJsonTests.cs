using NodaTime;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;

namespace PostingsBot.Tests.Answers;

public class ConversationJsonTests
{
    private static readonly Place Germany = new("Germany", null, null, "Germany", "DE");

    private static readonly Conversation Full = new()
    {
        Constraints =
        [
            new SkillConstraint(["Python", "Go"]) { RequiredOnly = true },
            new DisciplineConstraint(["backend"]),
            new SeniorityConstraint([Seniority.Senior]) { Negated = true },
            new PlaceConstraint([Germany]),
            new EligibleFromConstraint(Germany),
            new LimitedToConstraint(null),
            new WorkplaceConstraint([Workplace.Remote]),
            new EmploymentConstraint([EmploymentType.Contract]),
            new EmployerConstraint(["Acme"]),
            new PayConstraint(90_000, null, "EUR", PayPeriod.Year) { Converted = [new ExchangeRate("USD", 1.1m)] },
            new PaidPerConstraint(PayPeriod.Hour),
            new ExperienceConstraint(null, 3),
            new PostedConstraint(new LocalDate(2026, 1, 1), null),
            new OpennessConstraint(IsOpen: false, new LocalDate(2026, 3, 2)),
            new StatedConstraint(RoleField.Degree),
            new SpokenLanguageConstraint(["German"]),
            new WrittenInConstraint(["Portuguese"]),
            new ClosingConstraint(new LocalDate(2026, 3, 1), new LocalDate(2026, 3, 31)),
            new TitleConstraint(["platform"]),
            new WordsConstraint(["telepathy"]),
            new AmongConstraint(["aaaaaaaaa1"]),
            new EitherConstraint([new SkillConstraint(["Electron"]), new DisciplineConstraint(["desktop"])]),
        ],
        Order = SearchOrder.Newest,
        Listed = ["aaaaaaaaa1", "aaaaaaaaa2"],
        Shown = ["aaaaaaaaa1", "aaaaaaaaa2"],
        Role = "aaaaaaaaa1",
        Employer = "Acme",
        Field = RoleField.Pay,
        Employers = ["Acme"],
    };

    [Fact]
    public void WriteThenRead_EveryKindOfConstraint_IsTheSameConversation() =>
        Assert.Equal(Full, ConversationJson.Read(ConversationJson.Write(Full)));

    [Fact]
    public void Read_EveryConstraintType_IsCoveredByTheRoundTrip() =>
        Assert.Equal(
            typeof(Constraint).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Constraint))).Select(t => t.Name).Order(),
            Full.Constraints.Select(c => c.GetType().Name).Order());

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"version\":99}")]
    [InlineData("{\"version\":2,\"constraints\":[{\"kind\":\"telepathy\"}]}")]
    public void Read_AnotherVersionOrShape_IsNull(string json) => Assert.Null(ConversationJson.Read(json));
}
