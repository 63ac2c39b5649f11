namespace PostingsBot.Tests.Questions;

/// <summary>Classes of wording that were misread in conversations over other catalogues: ranges of levels, typing mistakes in places, the reach of "non", roles compared by pay.</summary>
public sealed class GeneralQuestionsTests
{
    private const string Table = """
        senior or above in london | FindRoles level:senior|staff|lead|head in:GB-ENG/london
        at least mid-level python jobs | FindRoles level:mid|senior|staff|lead|head skill:Python
        mid level and below | FindRoles level:junior|mid
        non django python jobs | FindRoles -skill:Django skill:Python
        neither java nor ruby jobs | FindRoles -skill:Java -skill:Ruby
        pythn developer in edinbrugh | FindRoles skill:Python in:GB-SCT/edinburgh
        roles in germny | FindRoles in:DE
        vagas de php no brasil | FindRoles skill:PHP in:BR
        no Brazil jobs | FindRoles -in:BR
        devops in london | FindRoles discipline:devops in:GB-ENG/london
        CTO roles | FindRoles (title:cto or title:chief+technology or title:chief+technical)
        Werkstudent Stellen | FindRoles (title:werkstudent or title:werkstudentin or title:working+student)
        who pays better, crunch or brightwheel? | Compare @[at:Crunch] @[at:Brightwheel] field=Pay
        which pays more, the Crunch job or the Brightwheel one? | Compare @[at:Crunch] @[at:Brightwheel] field=Pay
        what's the difference between the two | Compare @all
        jobs at AmEx | FindRoles at:AmEx
        could someone in Poland apply to the Crunch job? | Fact @[at:Crunch] field=EligibleFrom about=from:PL topic=poland
        !one outside the US ok? | Fact @it field=EligibleFrom about=-limited:US topic=outside
        !one company? | Fact @it field=Employer topic=company
        !one é remoto? | Fact @it field=Workplace about=remote topic=remoto
        !one do i need to be a us citizen? | Fact @it field=EligibleFrom about=limited:US topic=citizen
        !one how long is the contract | Fact @it topic=long+contract
        python jobs | FindRoles skill:Python
        > anything with AWS there? | FindRoles skill:Python skill:AWS
        python jobs | FindRoles skill:Python
        > which is remote? | FindRoles among:a,b remote
        python jobs | FindRoles skill:Python
        > but must be kubernetes | FindRoles skill:Python skill:Kubernetes
        asdf qwlkj zxcmn | OutOfScope
        remote python roles, highest pay first | FindRoles remote skill:Python order=BestPaid
        growth ops | FindRoles words:growth discipline:operations
        nothing senior, just junior | FindRoles -level:senior level:junior
        either a staff role or an internship | FindRoles (level:staff or internship)
        lead or higher | FindRoles level:lead|head
        jobs outside europe and north america | FindRoles -in:EUROPE|NORTH-AMERICA
        less than 6000 a month | FindRoles pay:..6000/month
        most recent three | FindRoles order=Newest top=3
        is the Crunch pay better than Brightwheel's? | Compare @[at:Crunch] @[at:Brightwheel] field=Pay
        the IoT startup job in Hong Kong | Detail @[skill:IoT in:HK]
        python jobs | FindRoles skill:Python
        > by level | Count skill:Python by=Seniority
        python jobs | FindRoles skill:Python
        > now show me internships | FindRoles internship
        offres pour débutants à Édimbourg | FindRoles level:junior in:GB-SCT/edinburgh
        !one remote where? | Fact @it field=EligibleFrom topic=remote
        can I work on the Crunch job from Spain? | Fact @[at:Crunch] field=EligibleFrom about=from:ES topic=spain
        !one from france too? | Fact @it field=EligibleFrom about=from:FR topic=france
        !one Wie viele Urlaubstage gibt es? | Fact @it topic=urlaubstage
        """;

    public static TheoryData<string, string[], string[]> Rows => QuestionTable.Rows(Table);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Read_InOtherWords_MeansTheSame(string first, string[] turns, string[] expected)
    {
        Assert.NotNull(first);
        Assert.Equal(expected, QuestionTable.Read(turns));
    }
}
