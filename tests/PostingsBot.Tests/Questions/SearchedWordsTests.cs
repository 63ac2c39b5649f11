namespace PostingsBot.Tests.Questions;

/// <summary>What people ask of a role beyond the vocabularies: benefits, kinds of employers, closing dates, levels with a plus.</summary>
public sealed class SearchedWordsTests
{
    private const string Table = """
        jobs with unlimited pto | FindRoles text:unlimited-vacation
        any jobs with parental leave | FindRoles words:parental words:leave
        jobs that offer health insurance | FindRoles words:health words:insurance
        security clearance roles | FindRoles words:clearance
        jobs that need no security clearance | FindRoles -words:clearance
        early-stage startup, equity, remote EU | FindRoles words:early words:stage words:equity remote from:EU
        senior+ backend | FindRoles level:senior|staff|lead|head discipline:backend
        jobs at startups | FindRoles text:startup
        startup jobs in Berlin | FindRoles text:startup in:DE-BE/berlin
        which startups are hiring? | Employers
        non profit jobs | FindRoles text:nonprofit
        python jobs that do not need travel | FindRoles skill:Python -text:travel
        python jobs | FindRoles skill:Python
        > no travel please | FindRoles skill:Python -text:travel
        show me unity game dev roles | FindRoles skill:Unity discipline:games
        go backend roles | FindRoles skill:Go discipline:backend
        roles with a 4-day week | FindRoles text:4-day-week
        ai startups in Berlin | Employers skill:AI in:DE-BE/berlin
        sales jobs, no cold calling | FindRoles discipline:sales -words:cold -words:calling
        contract roles, 6 months | FindRoles contract words:6+months
        doctor or nurse jobs | FindRoles (profession:physician or profession:nurse)
        community manager jobs | FindRoles profession:community manager
        Health care jobs, anything clinical | FindRoles discipline:healthcare
        vagas para enfermeiras | FindRoles profession:nurse
        chef de projet jobs | FindRoles discipline:project management
        electrician jbos | FindRoles profession:electrician
        eletrician jobs | FindRoles profession:electrician
        golng | FindRoles skill:Go
        election office jobs | FindRoles words:election+office
        which companies hire in London? | Employers in:GB-ENG/london
        how much an hour does crunch pay its intern? | Fact @[at:Crunch internship] field=Pay topic=intern
        jobs similar to the US-RSE community manager | Similar @[words:rse profession:community manager]
        python jobs | FindRoles skill:Python
        > the one paid by the hour | FindRoles skill:Python paid-per:hour
        python jobs paying in GBP | FindRoles skill:Python pay:..GBP
        > and in brazilian reais? | FindRoles skill:Python pay:..BRL
        jobs at Crunch | FindRoles at:Crunch
        > google then? | Company @company(google)
        student jobs in Berlin | FindRoles (title:student or title:werkstudent or title:werkstudentin or title:hiwi or title:studentische+hilfskraft or title:wissenschaftliche+hilfskraft or title:etudiant or title:estudiante) in:DE-BE/berlin
        !one any paid time off? | Fact @it topic=pto
        !one driving license needed? | Fact @it topic=driving+license+needed
        what does Crunch offer its people? | Company @company(Crunch) field=Benefits
        jobs closing this month | FindRoles closing:2026-03-01..2026-03-31
        roles whose deadline is by Friday | FindRoles closing:..2026-03-06
        applications that close in the next two weeks | FindRoles closing:2026-03-02..2026-03-16
        remote jobs that expire next week | FindRoles remote closing:2026-03-09..2026-03-15
        jobs that close before April 15 | FindRoles closing:..2026-04-14
        python jobs since Friday | FindRoles skill:Python posted:2026-02-27..
        """;

    public static TheoryData<string, string[], string[]> Rows => QuestionTable.Rows(Table);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Read_AsPeopleSearch_Understood(string name, string[] turns, string[] expected)
    {
        _ = name;
        Assert.Equal(expected, QuestionTable.Read(turns));
    }
}
