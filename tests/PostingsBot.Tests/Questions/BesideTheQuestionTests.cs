namespace PostingsBot.Tests.Questions;

/// <summary>What people say beside what they ask, terms that only texts hold, names of well-known employers, and comparisons in passing.</summary>
public sealed class BesideTheQuestionTests
{
    private const string Table = """
        just finished my degree in CS, looking for an internship in Berlin | FindRoles internship in:DE-BE/berlin
        Recruiter here: which of our roles ask for at least 5 years of experience? | FindRoles years:5..
        what have you got in Germany? any field, I am open, I did logistics and some accounting before | FindRoles in:DE
        anyone asking for Kubernetes? I have a CKA | FindRoles skill:Kubernetes
        My manager wants to know which companies hire in London | Employers in:GB-ENG/london
        I am moving in spring, which positions do you have in London? | FindRoles in:GB-ENG/london
        which roles involve travelling? i hate it | FindRoles text:travel
        HR one - do they want crypto knowledge? | Fact @[discipline:human resources] about=discipline:blockchain topic=crypto
        compare the Berlin production manager and the Crunch engineer | Compare @[in:DE-BE/berlin title:production+manager] @[at:Crunch]
        jobs that need German | FindRoles spoken:German
        > and Dutch too? | FindRoles spoken:German spoken:Dutch
        !one who uses their product? | Fact @it topic=customers
        where is German required? | FindRoles spoken:German
        unbefristete Stellen in Berlin | FindRoles text:permanent in:DE-BE/berlin
        apprenticeships in Germany | FindRoles text:apprenticeship in:DE
        studentische Hilfskraft | FindRoles text:student-assistant
        government jobs | FindRoles text:public-sector
        a CIO role | FindRoles (title:cio or title:chief+information)
        Which job has the highest yearly salary in US dollars? | FindRoles paid-per:year pay:..USD order=BestPaid top=1
        tesla jobs | FindRoles at:Tesla
        vue | FindRoles skill:Vue.js
        > react native then | FindRoles skill:React Native
        jobs in London | FindRoles in:GB-ENG/london
        > sorry, meant Berlin | FindRoles in:DE-BE/berlin
        Senior SRE vs the cloud engineer, how much experience? | Compare @[level:senior discipline:devops] @[discipline:infrastructure] field=Experience
        who pays more, Crunch or the cloud engineer? | Compare @[at:Crunch] @[discipline:infrastructure] field=Pay
        what is Crunch looking for in this catalogue? | FindRoles at:Crunch
        which jobs can I do from home, at least partly? | FindRoles remote|hybrid
        Homeoffice Stellen | FindRoles remote|hybrid
        jobs with 100% home office | FindRoles remote
        roles with a yearly dollar salary between 70 and 110k | FindRoles pay:70000..110000USD/year
        python jobs | FindRoles skill:Python
        > with a figure for the pay | FindRoles skill:Python stated:Pay
        > highest? | FindRoles skill:Python stated:Pay order=BestPaid top=1
        !one bis wann muss ich mich bewerben? | Fact @it field=ValidThrough
        !one is 6 years enough? | Fact @it field=Experience topic=6+enough
        python jobs | FindRoles skill:Python
        > experience for the cloud one? | Fact @[title:cloud] field=Experience
        jobs at Crunch | FindRoles at:Crunch
        > not in tech please | FindRoles at:Crunch -discipline:software
        """;

    public static TheoryData<string, string[], string[]> Rows => QuestionTable.Rows(Table);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Read_WithMoreThanAQuestion_AsksWhatIsMeant(string name, string[] turns, string[] expected)
    {
        _ = name;
        Assert.Equal(expected, QuestionTable.Read(turns));
    }
}
