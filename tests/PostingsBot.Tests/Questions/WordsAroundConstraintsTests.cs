namespace PostingsBot.Tests.Questions;

/// <summary>What is meant by words around a constraint: limits, clarifications, open ends, alternatives of persons.</summary>
public sealed class WordsAroundConstraintsTests
{
    private const string Table = """
        AI / machine learning engineers wanted? | FindRoles discipline:machine learning
        react positions, but nothing in London | FindRoles skill:React -in:GB-ENG/london
        student internship? | FindRoles internship
        Java jobs (I mean Java, not JavaScript) | FindRoles skill:Java
        Java jobs, not JavaScript | FindRoles skill:Java -skill:JavaScript
        staff engineer or principal roles | FindRoles (level:staff or title:principal)
        roles starting above 140k USD | FindRoles pay:140000..USD
        what's the top salary in the whole list? | FindRoles order=BestPaid top=1
        show postings from 2020 or later | FindRoles posted:2020-01-01..
        jobs from 2019 or earlier | FindRoles posted:..2019-12-31
        remote but only for people in the United States | FindRoles remote limited:US
        would you mind listing the mobile positions? | FindRoles discipline:mobile
        !one how long would that last | Fact @it topic=long+last
        !one do they take applicants without papers? | Fact @it field=Visa
        jobs in Berlin | FindRoles in:DE-BE/berlin
        > drop everything with python | FindRoles in:DE-BE/berlin -skill:Python
        jobs over 150k | FindRoles pay:150000..
        > hmm, go down to 130k but keep it remote | FindRoles pay:130000.. remote
        !one salary and location? | Fact @it field=Pay also=Location
        !one what does it pay, and where is it? | Fact @it field=Pay also=Location
        !one what are the benefits and do they sponsor visas? | Fact @it field=Benefits also=Visa
        !one what does the team pay for? | Fact @it field=Pay
        what is Brightwheel's business, and what do they pay? | Fact @[at:Brightwheel] field=Pay also=About
        backend jobs | FindRoles discipline:backend
        > the one at the game studio | FindRoles discipline:backend words:game+studio
        """;

    public static TheoryData<string, string[], string[]> Rows => QuestionTable.Rows(Table);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Read_WordsAroundAConstraint_KeepTheirMeaning(string name, string[] turns, string[] expected)
    {
        _ = name;
        Assert.Equal(expected, QuestionTable.Read(turns));
    }
}
