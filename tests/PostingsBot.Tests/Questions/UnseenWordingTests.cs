namespace PostingsBot.Tests.Questions;

/// <summary>The ways of asking that people who had not seen the bot used: one block a class.</summary>
public sealed class UnseenWordingTests
{
    private const string Table = """
        which ones want a degree | FindRoles stated:Degree
        which of them need kubernetes? | FindRoles skill:Kubernetes
        who sponsors visas? | FindRoles offered:Visa
        i can only do ~20 hrs a week, whats there | FindRoles part-time
        20 stunden pro woche | FindRoles part-time
        jobs with 40 hours a week | FindRoles full-time
        laburos en argentina | FindRoles in:AR
        jobs that need a clearance | FindRoles words:clearance
        which ones offer a 401k | FindRoles text:401(k)
        backend jobs | FindRoles discipline:backend
        > which ones want a degree | FindRoles among:a,b stated:Degree
        the lighthouse one | Detail @[title:lighthouse]
        how much is the beekeeping job | Fact @[title:beekeeping] field=Pay
        the job with the harbour view | Detail @[words:harbour]
        the one with the staff discount, what does it pay? | Fact @[words:staff+discount] field=Pay
        staff discount at Crunch? | Fact @company(Crunch) topic=staff+discount
        that logistics tech gig in oslo, is it hybrid? | Fact @[discipline:operations in:NO/oslo title:tech] field=Workplace about=hybrid topic=hybrid
        Werkstudentenjob | FindRoles (title:werkstudent or title:werkstudentin or title:working+student)
        Entwicklerstelle in Berlin | FindRoles in:DE-BE/berlin (discipline:software)
        !one and on call? | Fact @it about=text:on-call topic=call
        !one parental leave | Fact @it topic=parental+leave
        !one any hours I have to keep? | Fact @it topic=hours
        !one would they take a fresh grad | Fact @it topic=fresh+grad
        !one how big are they | Fact @it field=Team
        !one faut parler anglais ? | Fact @it topic=anglais
        !one muss ich gut Englisch können | Fact @it topic=englisch
        !one tem bônus? | Fact @it topic=bonus
        !one a quién escribo | Fact @it field=Apply
        !one and remote? | Fact @it field=Workplace about=remote topic=remote
        !one what does it pay? | Fact @it field=Pay
        > is that a year? | Fact @it field=Pay
        lowest paid python job | FindRoles skill:Python order=LowestPaid top=1
        which jobs pay the least | FindRoles order=LowestPaid
        python jobs | FindRoles skill:Python
        > cheaper | FindRoles skill:Python order=LowestPaid top=1
        fronted devloper | FindRoles discipline:frontend
        gardening startup | FindRoles discipline:agriculture
        cheapest one in dollars | FindRoles pay:..USD order=LowestPaid top=1
        Adminstelle | FindRoles (discipline:administration or title:admin)
        !one how many people are they | Fact @it field=Team
        python jobs | FindRoles skill:Python
        > number two | Detail @2
        > both in one table | Compare @all
        """;

    public static TheoryData<string, string[], string[]> Rows => QuestionTable.Rows(Table);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Read_AsPeopleAskUnprompted_IsUnderstood(string first, string[] turns, string[] expected)
    {
        Assert.NotNull(first);
        Assert.Equal(expected, QuestionTable.Read(turns));
    }
}
