namespace PostingsBot.Tests.Questions;

/// <summary>Follow-ups: refine, replace, drop, point back. A line with ">" goes on with the conversation above; "!one" starts with one role in focus.</summary>
public sealed class ConversationQuestionsTests
{
    private const string Table = """
        who are brightwheel's investors? | Fact @company(Brightwheel) topic=investors
        does packback have a 401k | Fact @company(Packback) about=text:401(k) topic=401k
        when was the Crunch job posted? | Fact @[at:Crunch] field=Posted
        how many years of experience for crunch | Fact @[at:Crunch] field=Experience
        crunch or brightwheel, which one is remote worldwide? | FindRoles at:Crunch|Brightwheel remote -limited:any
        compare brightwheel and crunch | Compare @[at:Brightwheel] @[at:Crunch]
        do crunch and brightwheel sponsor visas? | Compare @[at:Crunch] @[at:Brightwheel] field=Visa
        which pays more, crunch or brightwheel? | Compare @[at:Crunch] @[at:Brightwheel] field=Pay
        write me a poem about python | OutOfScope
        what is 2+2 | OutOfScope
        Is the Crunch role open to people outside the US? | Fact @[at:Crunch] field=EligibleFrom about=-limited:US topic=outside
        does brightwheel need AWS experience | Fact @[at:Brightwheel] field=Skills about=skill:AWS topic=aws
        Quais vagas pedem AWS? | FindRoles skill:AWS
        positions located in SF | FindRoles in:US-CA/san-francisco
        aws without kubernetes | FindRoles skill:AWS -skill:Kubernetes
        what's in the catalogue? | FindRoles
        no degree needed | FindRoles -stated:Degree
        jobs with visa sponsorship | FindRoles offered:Visa
        office jobs | FindRoles onsite
        devops jobs | FindRoles discipline:devops
        jobs older than 2018 | FindRoles posted:..2017-12-31
        is there a staff position | FindRoles level:staff
        python jobs | FindRoles skill:Python
        > only remote ones | FindRoles skill:Python remote
        > and in the US? | FindRoles skill:Python remote from:US
        > drop the location | FindRoles skill:Python remote
        > without python | FindRoles remote -skill:Python
        > not limited to the US | FindRoles remote -skill:Python -limited:US
        > what about java? | FindRoles remote -skill:Python -limited:US skill:Java
        > any staff roles? | FindRoles level:staff
        backend jobs | FindRoles discipline:backend
        > but must use python | FindRoles discipline:backend skill:Python
        backend jobs | FindRoles discipline:backend
        > just the senior ones | FindRoles discipline:backend level:senior
        > what about staff? | FindRoles discipline:backend level:staff
        > remove the level | FindRoles discipline:backend
        > which ones use AWS? | FindRoles among:a,b skill:AWS
        > and redis | FindRoles among:a,b skill:AWS skill:Redis
        > make it python instead | FindRoles among:a,b skill:Python
        > any remote? | FindRoles among:a,b skill:Python remote
        > show me more | More
        > tell me about the first | Detail @1
        > is it remote? | Fact @it field=Workplace about=remote topic=remote
        > what about the second? | Fact @2 field=Workplace
        > compare them | Compare @all
        > which of them mentions a degree? | FindRoles among:a,b stated:Degree
        remote jobs | FindRoles remote
        > tell me about the last one | Detail @-1
        > does it need kubernetes? | Fact @it field=Skills about=skill:Kubernetes topic=kubernetes
        > and terraform? | Fact @it field=Skills about=skill:Terraform topic=terraform
        > what about Crunch? | Fact @[at:Crunch] field=Skills
        > thanks | Thanks
        backend roles | FindRoles discipline:backend
        > which of these are open to people in Canada | FindRoles among:a,b from:CA
        > the first one please | Detail @1
        > how do I apply for it | Fact @it field=Apply
        > more like this | Similar @it
        > start over | StartOver
        > jobs in Berlin | FindRoles in:DE-BE/berlin
        which companies do you have? | Employers
        > which of them has no jobs? | Employers at:Parallel Learning|Packback|Brightwheel without-roles
        > what does the first do | Detail @1
        packback | FindRoles at:Packback
        > what benefits do they have | Fact @it field=Benefits
        > how often do they review performance? | Fact @it topic=review+performance
        > and Brightwheel? | FindRoles at:Brightwheel
        senior roles | FindRoles level:senior
        > both remote? | FindRoles among:a,b remote
        > are they remote? | FindRoles among:a,b remote
        > which is better paid? | FindRoles among:a,b order=BestPaid top=1
        > details for number 2 | Detail @2
        > where is it based | Fact @it field=Location
        > who is hiring for it | Fact @it field=Employer
        > what do they look for in people | Fact @it field=Requirements
        > can I do it from Portugal | Fact @it field=EligibleFrom about=from:PT topic=portugal
        > and from Spain? | Fact @it field=EligibleFrom about=from:ES topic=spain
        python jobs | FindRoles skill:Python
        > exclude Crunch | FindRoles skill:Python -at:Crunch
        > forget about python | FindRoles -at:Crunch
        > any location is fine | FindRoles -at:Crunch
        > newest first | FindRoles -at:Crunch order=Newest
        > how many are remote? | Count -at:Crunch remote
        > 2 | Detail @2
        !one is it only for US people? | Fact @it field=EligibleFrom about=limited:US
        !one Kubernetes? | Fact @it field=Skills about=skill:Kubernetes topic=kubernetes
        !one python needed? | Fact @it field=Skills about=skill:Python topic=python+needed
        !one remote? | Fact @it field=Workplace about=remote topic=remote
        !one when can I start | Fact @it topic=start
        !one what's the company like? | Detail @it
        !one what stack do they use | Fact @it field=Skills
        !one do they use Python | Fact @it field=Skills about=skill:Python topic=python
        !one is the salary stated | Fact @it field=Pay
        !one who would I report to | Fact @it field=Team
        !one anything on benefits? | Fact @it field=Benefits
        !one good for juniors? | Fact @it field=Seniority about=level:junior topic=juniors
        !one which company is it | Fact @it field=Employer
        !one show me something similar | Similar @it
        !one do you have remote jobs? | FindRoles remote
        !one other jobs at this company? | Detail @it
        !one does that one ask for a degree | Fact @it field=Degree
        Brightweel job requirments | Fact @[at:Brightwheel] field=Requirements
        how much does Foxglove pay for the backend role? | Fact @[at:Foxglove discipline:backend] field=Pay
        what was posted in the last two weeks? | FindRoles posted:2026-02-16..2026-03-02
        best paid job at Crunch | FindRoles at:Crunch order=BestPaid top=1
        jobs newer than 2016 | FindRoles posted:2017-01-01..
        any location is fine | Fact @it field=Location
        senior roles | FindRoles level:senior
        > both remote? | FindRoles among:a,b remote
        python jobs | FindRoles skill:Python
        > in Berlin | FindRoles skill:Python in:DE-BE/berlin
        > any location is fine | FindRoles skill:Python
        !one does it need kubernetes? | Fact @it field=Skills about=skill:Kubernetes topic=kubernetes
        > and terraform? | Fact @it field=Skills about=skill:Terraform topic=terraform
        show me backend roles outside the US | FindRoles discipline:backend -in:US
        jobs for developers in Portugal | FindRoles in:PT (discipline:software)
        do they require on-call? | Fact @it about=text:on-call topic=call
        Which openings want someone with Postgres and AWS? | FindRoles skill:PostgreSQL skill:AWS
        I'm after a platform engineering gig, ideally staff level | FindRoles discipline:platform level:staff
        What have you got for an engineering leader? | FindRoles discipline:engineering management
        could I work for Crunch from Brazil? | Fact @[at:Crunch] field=EligibleFrom about=from:BR topic=brazil
        is it okay to be in Poland for the SF job? | Fact @[in:US-CA/san-francisco] field=Location about=in:PL topic=poland
        What does the backend role in San Francisco pay? | Fact @[discipline:backend in:US-CA/san-francisco] field=Pay
        Does Brightwheel mention any perks? | Company @company(Brightwheel) field=Benefits
        How do they do code reviews at Packback? | Fact @[at:Packback] field=Skills about=skill:Code review topic=code+reviews
        How does Crunch handle meetings | Fact @company(Crunch) topic=handle+meetings
        is Packback remote-first? | Fact @[at:Packback] field=Workplace about=remote topic=remote+first
        is Parallel Learning a remote company? | Fact @[at:Parallel Learning] field=Workplace about=remote topic=remote+company
        what's the career ladder at packback | Fact @company(Packback) topic=ladder
        what's the name of the company behind the SF job? | Fact @[in:US-CA/san-francisco] field=Employer topic=behind
        who posted the San Francisco job | Fact @[in:US-CA/san-francisco] field=Employer
        what tools does packback use | Fact @[at:Packback] field=Skills
        tell me everything about the platform job | Detail @[title:platform]
        which job is best for a Ruby developer? | FindRoles skill:Ruby
        any jobs where I can use Electron | FindRoles skill:Electron
        need a job, remote, python, no degree | FindRoles remote skill:Python -stated:Degree
        Can someone without a degree apply to Crunch? | Fact @[at:Crunch] field=Degree
        what about visas? | Fact @it field=Visa
        is there any job that isn't remote | FindRoles onsite
        jobs not in San Francisco | FindRoles -in:US-CA/san-francisco
        do you have jobs outside of California? | FindRoles -in:US-CA
        """;

    public static TheoryData<string, string[], string[]> Rows => QuestionTable.Rows(Table);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Read_InOtherWords_MeansTheSame(string first, string[] turns, string[] expected) =>
        Assert.Equal(expected, QuestionTable.Read(first.Length > 0 ? turns : []));
}
