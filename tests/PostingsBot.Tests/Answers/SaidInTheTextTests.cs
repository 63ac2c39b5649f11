using PostingsBot.Core.Answers;
using PostingsBot.Core.Postings;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Answers;

/// <summary>What only texts say: chosen by among a list, asked of one role, told of an employer.</summary>
public sealed class SaidInTheTextTests
{
    private static readonly Posting Bakery = Examples.Meadow with
    {
        Sections =
        [
            new Section("The job", SectionKind.Other, 8, 10, [new(8, 8, "You are a developer who will bake with us."), new(9, 9, "Meadow is a leading bakery company that provides bread to customers."), new(10, 10, "Zwei Jahre Ausbildung, dann übernehmen wir dich.")]),
            new Section("What we offer", SectionKind.Benefits, 11, 12, [new(11, 11, "26 days of paid vacation."), new(12, 12, "Du kannst dich auf Deutsch und Italienisch verständigen.")]),
        ],
    };

    private static readonly Posting Port = Examples.Harbour with
    {
        Sections = [new Section("What we offer", SectionKind.Benefits, 11, 11, [new(11, 11, "20 days of paid vacation.")])],
    };

    private readonly Talk talk = new(new MemoryCatalogue(Examples.Document(Bakery), Examples.Document(Port)));

    [Theory]
    [InlineData("which one offers 26 days of holidays?", "26 days")]
    [InlineData("which of them gives 20 vacation days?", "20 days")]
    public async Task Ask_WhichOfAListInOtherWords_ChoosesByTheText(string asked, string quoted)
    {
        await talk.SayAsync("all jobs");

        var answer = await talk.SayAsync(asked);

        Assert.Single(answer.Postings);
        Assert.Contains(quoted, Assert.Single(answer.Quotes).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_WhichLanguagesToSpeak_QuotesTheLineThatNamesThem()
    {
        await talk.SayAsync("jobs at Meadow");

        var answer = await talk.SayAsync("which languages do I have to speak?");

        Assert.Equal(AnswerKind.Fact, answer.Kind);
        Assert.Equal(12, answer.Quotes[0].Line);
    }

    [Fact]
    public async Task Ask_WhatAnEmployerDoes_QuotesWhatIsSaidOfItFirst()
    {
        var answer = await talk.SayAsync("what does Meadow do?");

        Assert.Equal(9, answer.Quotes[0].Line);
    }

    [Fact]
    public async Task Ask_WhatIsThereAfterSubscribing_ListsWhatWasWished()
    {
        await talk.SayAsync("tell me every morning about new jobs at Harbour Labs");

        var answer = await talk.SayAsync("which are there already?");

        Assert.Equal(Port.Id, Assert.Single(answer.Postings).Id);
    }

    /// <summary>A heading that names the place answers nothing; the place's own line does.</summary>
    [Fact]
    public async Task Ask_WhetherARoleIsInItsPlace_AnswersFromThePlace()
    {
        var titled = Examples.Harbour with { Sections = [new Section("Senior Backend Engineer - Berlin or Hamburg", SectionKind.Other, 9, 10, [new(10, 10, "We keep ships on course.")])] };
        var ships = new Talk(new MemoryCatalogue(Examples.Document(titled)));
        await ships.SayAsync("jobs at Harbour Labs");

        var answer = Assert.IsType<FactAnswer>(await ships.SayAsync("do I have to live in Berlin?"));

        Assert.StartsWith("Yes", answer.Text, StringComparison.Ordinal);
        Assert.Equal(3, answer.Quotes[0].Line);
    }

    [Theory]
    [InlineData("working hours?", 8)]
    [InlineData("how many hours a week?", 8)]
    [InlineData("on which days?", 9)]
    [InlineData("how many years of Java?", 10)]
    [InlineData("what level of German?", 11)]
    [InlineData("do I need a certificate?", 12)]
    public async Task Ask_WhatOnlyALineSays_QuotesIt(string asked, int line)
    {
        var mill = new Talk(new MemoryCatalogue(Examples.Document(Examples.Harbour with
        {
            EmploymentTypes = [],
            Sections =
            [
                new Section("The job", SectionKind.Other, 8, 12,
                [
                    new(8, 8, "You work 20 hours a week."), new(9, 9, "We open Tuesday to Friday."), new(10, 10, "At least 4 years of development in Java."),
                    new(11, 11, "Deutschkenntnisse auf dem Niveau C1."), new(12, 12, "A forklift certificate is needed."),
                ]),
            ],
        })));
        await mill.SayAsync("jobs at Harbour Labs");

        var answer = await mill.SayAsync(asked);

        Assert.Equal(AnswerKind.Fact, answer.Kind);
        Assert.Equal(line, answer.Quotes[0].Line);
    }

    [Fact]
    public async Task Ask_AFewListedRolesWhatOneOfThemSays_AnswersForEach()
    {
        await talk.SayAsync("all jobs");

        var answer = await talk.SayAsync("do they bake bread?");

        Assert.Equal(AnswerKind.Fact, answer.Kind);
        Assert.Contains(answer.Quotes, quote => quote.Line == 9);
    }

    [Fact]
    public async Task Ask_ForTheOneOfAListThatATextTells_ShowsIt()
    {
        await talk.SayAsync("all jobs");

        Assert.Equal([Bakery.Id], (await talk.SayAsync("the one at the bakery")).Postings.Select(p => p.Id));
    }

    [Fact]
    public async Task Ask_HowManyOfNothingNamed_TakesNoLineWithoutANumber()
    {
        var bare = new Talk(new MemoryCatalogue(Examples.Document(Examples.Meadow with
        {
            Sections = [new Section("What we offer", SectionKind.Benefits, 11, 11, [new(11, 11, "Monthly stipend toward vacation and more.")])],
        })));

        Assert.Equal(AnswerKind.Clarify, (await bare.SayAsync("how many vacation days would I get?")).Kind);
    }

    [Fact]
    public async Task Ask_HowLongAContractRuns_QuotesTheLineOfTheEmployment()
    {
        var hired = Examples.Meadow with { EmploymentTypes = [new(EmploymentType.Contract, new Evidence(5, 5, "contract: contract, 1-2 months"))] };
        var one = new Talk(new MemoryCatalogue(Examples.Document(hired), Examples.Document(Port)));
        await one.SayAsync("jobs at Meadow");

        var answer = await one.SayAsync("how long would that last?");

        Assert.Equal((5, "contract: contract, 1-2 months"), (answer.Quotes[0].Line, answer.Quotes[0].Text));
    }

    [Fact]
    public async Task Ask_ForPermanentRoles_LeavesOutContractsThatSpeakOfPermanentStaff()
    {
        static Posting Speaking(Posting posting) => posting with { Sections = [new Section("Us", SectionKind.Other, 8, 8, [new(8, 8, "Our permanent staff welcomes you.")])] };
        var contract = Speaking(Examples.Meadow) with { EmploymentTypes = [new(EmploymentType.Contract, new Evidence(5, 5, "contract"))] };
        var both = new Talk(new MemoryCatalogue(Examples.Document(contract), Examples.Document(Speaking(Port) with { EmploymentTypes = [] })));

        Assert.Equal([Port.Id], (await both.SayAsync("permanent jobs")).Postings.Select(p => p.Id));
    }

    [Fact]
    public async Task Ask_ForTwoFieldsAtOnce_AnswersBothEachWithItsLine()
    {
        await talk.SayAsync("jobs at Meadow");

        var answer = Assert.IsType<FactAnswer>(await talk.SayAsync("what is the salary and what is the level?"));

        Assert.Equal([("pay", true), ("seniority", false)], answer.Facts.Select(fact => (fact.Label, fact.Value is not null)));
        Assert.EndsWith("Not stated for Frontend Developer at Meadow: seniority.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(5, Assert.Single(answer.Quotes).Line);
    }

    [Fact]
    public async Task Ask_ForTwoFieldsThatNoneStates_SaysSoOfBoth()
    {
        await talk.SayAsync("jobs at Meadow");

        var answer = await talk.SayAsync("what is the level and the degree?");

        Assert.Equal(AnswerKind.NotStated, answer.Kind);
        Assert.Contains("seniority and degree", answer.Text, StringComparison.Ordinal);
    }
}
