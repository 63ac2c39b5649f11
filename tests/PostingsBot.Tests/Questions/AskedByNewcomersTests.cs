namespace PostingsBot.Tests.Questions;

/// <summary>Ways of asking that people who had never seen the bot tried: languages spoken, divisions, corrections, dates in words, years, small talk.</summary>
public sealed class AskedByNewcomersTests
{
    private const string Table = """
        which jobs require German? | FindRoles spoken:German
        jobs where I need fluent german | FindRoles spoken:German
        jobs without german | FindRoles -spoken:German
        roles for english speakers | FindRoles spoken:English
        which need german or french | FindRoles spoken:German|French
        german jobs | FindRoles in:DE
        nur Jobs, wo man fließend Deutsch können muss | FindRoles spoken:German
        split the jobs by employment type | Count by=Employment
        python jobs by country | Count skill:Python by=Country
        breakdown of roles per level | Count by=Seniority
        which posting is the oldest one | FindRoles order=Oldest top=1
        the oldest python jobs | FindRoles skill:Python order=Oldest
        which roles want 7 or more years of experience | FindRoles years:7..
        roles asking for 3 years or more | FindRoles years:3..
        roles since February 1st | FindRoles posted:2026-02-01..
        roles posted on 1 February 2026 | FindRoles posted:2026-02-01..2026-02-01
        roles posted before the 3rd of January | FindRoles posted:..2026-01-02
        roles since the 5th of March | FindRoles posted:2025-03-05..
        I just graduated, any junior jobs? | FindRoles level:junior
        compare the crunch job with brightwheel | Compare @[at:Crunch] @[at:Brightwheel]
        which postings say outright that they don't sponsor visas | FindRoles stated:Visa -offered:Visa
        jobs in oxfrod | FindRoles in:GB-ENG/oxford
        thx, ur the best | Thanks
        !one how many days in the office | Fact @it field=Workplace about=hybrid topic=days+office
        !one start date? | Fact @it topic=start+date
        !one do they want dog lovers? | Fact @it topic=dog+lovers
        !one ¿qué nivel de inglés pide? | Fact @it topic=nivel+ingles
        python jobs | FindRoles skill:Python
        > only asia | FindRoles skill:Python in:ASIA
        > drop asia, europe instead | FindRoles skill:Python in:EUROPE
        jobs from 2021 | FindRoles posted:2021-01-01..2021-12-31
        > now 2017 instead | FindRoles posted:2017-01-01..2017-12-31
        python jobs | FindRoles skill:Python
        > only where they tell the salary | FindRoles skill:Python stated:Pay
        what's the pay? | Fact @it field=Pay
        > sorry, crunch | Fact @[at:Crunch] field=Pay
        """;

    public static TheoryData<string, string[], string[]> Rows => QuestionTable.Rows(Table);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Read_AsNewcomersAsk_MeansWhatTheyMean(string first, string[] turns, string[] expected) =>
        Assert.Equal(expected, QuestionTable.Read(first.Length > 0 ? turns : []));
}
