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
        election jobs | FindRoles words:election
        who won the election | OutOfScope
        who is hiring right now? | Employers
        who is hiring python people? | FindRoles skill:Python
        admin or finance roles | FindRoles (discipline:administration or title:admin or discipline:finance)
        non technical jobs | FindRoles -discipline:software
        any nursing jobs? | FindRoles profession:nurse
        cook or kitchen jobs | FindRoles (profession:cook or discipline:hospitality)
        Wer sucht einen Art Director? | FindRoles title:art+director
        des nouveaux postes Go | FindRoles skill:Go order=Newest
        jobs Rust | FindRoles skill:Rust
        vagas CLT | FindRoles words:clt
        vagas em português | FindRoles written:Portuguese
        jobs that won't sponsor a visa | FindRoles stated:Visa -offered:Visa
        roles that don't need a degree | FindRoles -stated:Degree
        remote jobs by city | Count remote by=City
        python jobs | FindRoles skill:Python
        > only the ones written in German | FindRoles skill:Python written:German
        python jobs | FindRoles skill:Python
        > of those, engineering ones | FindRoles among:a,b words:engineering
        python jobs | FindRoles skill:Python
        > which of them are customer facing | FindRoles among:a,b words:customer words:facing
        python jobs in the UK | FindRoles skill:Python in:GB
        > anything without London? | FindRoles skill:Python in:GB -in:GB-ENG/london
        python jobs | FindRoles skill:Python
        > permanent only | FindRoles skill:Python text:permanent
        > hmm no drop that, contract ones instead | FindRoles skill:Python contract
        canada jobs | FindRoles in:CA
        > scratch that, remote in Germany | FindRoles remote from:DE
        java roles | FindRoles skill:Java
        > only remote | FindRoles skill:Java remote
        > drop the remote bit | FindRoles skill:Java
        java roles | FindRoles skill:Java
        > drop the remote bit | FindRoles skill:Java
        roles paying over 100k dollars | FindRoles pay:100000..USD
        > more than 150k | FindRoles pay:150000..USD
        what's Crunch's headcount? | Company @company(Crunch) field=Team
        Crunch: what's a bonus, not a must? | Fact @[at:Crunch] field=NiceToHave topic=bonus
        product manager @ Crunch, degree required? | Fact @[at:Crunch discipline:product management] field=Degree topic=product+manager
        !one remote or office? | Fact @it field=Workplace topic=remote
        !one could I do it remotely from Spain? | Fact @it field=EligibleFrom about=from:ES topic=remotely+spain
        !one in welcher Stadt? | Fact @it field=Location
        !one bei welcher Firma? | Fact @it field=Employer
        !one ¿qué titulación piden? | Fact @it field=Degree
        !one mail address? | Fact @it field=Apply
        !one do I need a cover letter? | Fact @it topic=cover+letter
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
        who's paying the most for react devs? | FindRoles skill:React order=BestPaid top=1
        is there anything for someone straight out of uni | FindRoles level:junior
        what's new since last friday | FindRoles posted:2026-02-27..
        posted since last june | FindRoles posted:2025-06-01..
        show only the ones with a named employer | FindRoles stated:Employer
        jobs with a published salary | FindRoles stated:Pay
        software engineer but hold the java | FindRoles discipline:software -skill:Java
        remote roles excluding anything us only | FindRoles remote -limited:US
        remote jobs but none that are us only | FindRoles remote -limited:US
        jobs that don't involve ai | FindRoles -skill:AI
        java developer with 6 years of experience | FindRoles skill:Java years:..6
        I'm a java developer with 6 years of experience, what do you have | FindRoles skill:Java years:..6
        is a degree needed anywhere | FindRoles stated:Degree
        fully remote europe-friendly python | FindRoles remote from:EUROPE skill:Python
        cherche stage à Paris | FindRoles internship in:FR-IDF/paris
        which jobs come with a car | FindRoles
        remote job i could hold while living in spain | FindRoles remote from:ES
        Ohio here. Home office only, what fits? | FindRoles from:US-OH remote
        I'm moving to London in spring, what have you got there? | FindRoles in:GB-ENG/london
        I don't get out of bed for less than 170k dollars | FindRoles pay:170000..USD
        got angular? | FindRoles skill:Angular
        where would i earn the very most? | FindRoles order=BestPaid top=1
        im a pythonista, whats out there for me? | FindRoles skill:Python
        any remote posting without a country restriction | FindRoles remote -limited:any
        tell me the three best paid | FindRoles order=BestPaid top=3
        mobile dev, android preferred | FindRoles discipline:mobile skill:Android
        roles with "platform" in the title | FindRoles title:platform
        jobs for people without experience | FindRoles level:junior
        not more than 5 years experience | FindRoles years:..5
        more than 5 years experience | FindRoles years:5..
        any jobs where i can bring my dog | FindRoles words:dog
        anything 4 days a week? | FindRoles text:4-day-week
        which companies have the most openings? | Employers roles>=1
        companies with more than one opening | Employers roles>=2
        which companies have the most python jobs | Employers skill:Python roles>=1
        who is hiring the most | Employers roles>=1
        jobs not older than 2 years | FindRoles posted:2024-03-02..
        jobs older than 5 years | FindRoles posted:..2021-03-01
        postings newer than 3 weeks | FindRoles posted:2026-02-09..
        jobs closing soon | FindRoles closing:2026-03-02..2026-03-16
        jobs expiring soon | FindRoles closing:2026-03-02..2026-03-16
        typescript and either aws or gcp | FindRoles skill:TypeScript skill:AWS|Google Cloud
        summer internships 2025 | FindRoles words:summer internship words:2025
        which skill is asked for the most | Count by=Skill
        what are the most common skills for backend jobs | Count discipline:backend by=Skill
        which city has the most jobs | Count by=City
        I need a visa | FindRoles offered:Visa
        jobs at hospitals | FindRoles words:hospitals
        jobs at Reiher | FindRoles at:Reiher
        no startups | FindRoles -text:startup
        jobs without coding | FindRoles -discipline:software
        jobs that mention AI in the title | FindRoles title:ai
        python jobs | FindRoles skill:Python
        > which one pays the most | FindRoles among:a,b order=BestPaid top=1
        > and the least? | FindRoles among:a,b order=LowestPaid top=1
        remote jobs | FindRoles remote
        > only in europe | FindRoles remote from:EUROPE
        backend jobs except the ones at Crunch and Packback | FindRoles discipline:backend -at:Crunch|Packback
        python -django | FindRoles skill:Python -skill:Django
        remote -berlin | FindRoles remote -in:DE-BE/berlin
        python - remote | FindRoles skill:Python remote
        less than 40 hours a week | FindRoles part-time
        40 hours a week | FindRoles full-time
        jobs where a degree is optional | FindRoles -stated:Degree
        remote roles without a time zone requirement | FindRoles remote -(words:time+zone or words:timezone)
        what's the least experienced role | FindRoles order=LeastExperience top=1
        remote jobs I can do from Spain | FindRoles remote from:ES
        > and from the US? | FindRoles remote from:US
        who asks for the fewest years? | FindRoles order=LeastExperience top=1
        which role needs the least experience? | FindRoles order=LeastExperience top=1
        jobs with less experience | FindRoles order=LeastExperience
        python roles, fewest years of experience first | FindRoles skill:Python order=LeastExperience
        who wants the most experience? | FindRoles order=MostExperience top=1
        HR / people admin work | FindRoles (discipline:human resources or profession:admin work)
        an engineering manager, director or CTO seat | FindRoles (discipline:engineering management or level:head or (title:cto or title:chief+technology or title:chief+technical))
        node.js, but neither senior nor managing people | FindRoles skill:Node.js -level:senior -discipline:engineering management
        i'm just starting out, junior roles please | FindRoles level:junior
        i'm just starting out | FindRoles level:junior
        would Crunch mind if I sat in Quebec? | Fact @[at:Crunch] field=EligibleFrom about=from:CA-QC topic=sat+quebec
        what could I make at Crunch? | Fact @[at:Crunch] field=Pay
        !one whose is it? | Fact @it field=Employer
        php jobs | FindRoles skill:PHP
        > the one training an AI | Detail @[words:training]
        php jobs | FindRoles skill:PHP
        > the one about kites, whose is it | Fact @[words:kites] field=Employer
        i moved to Taiwan two years ago, anything in a hospital? | FindRoles in:TW
        I just graduated and am looking for my first job, preferably in Germany, any field is fine | FindRoles level:junior in:DE
        how many of your jobs are in Europe vs US | Count each=in:EUROPE each=in:US
        group them by country | Count by=Country
        how many python roles are there and where are they | Count skill:Python by=City
        remote jobs without a degree requirement | FindRoles remote -stated:Degree
        does anyone let me bring my dog | FindRoles words:dog
        can i work at crunch from Ohio? | Fact @[at:Crunch] field=EligibleFrom about=from:US-OH topic=ohio
        who pays best for python? | FindRoles skill:Python order=BestPaid top=1
        > and the worst | FindRoles skill:Python order=LowestPaid top=1
        !one since when is it online | Fact @it field=Posted
        are you hiring engineers? | FindRoles (discipline:software or title:engineer or title:ingenieur or title:ingeniero or title:engenheiro)
        which cities are these in | Count by=City
        how long do i have to apply for the crunch job | Fact @[at:Crunch] field=ValidThrough
        only jobs that state a salary, sorted by pay | FindRoles stated:Pay order=BestPaid
        which roles don't say where they are | FindRoles -stated:Location
        are there night shifts anywhere | FindRoles text:night-shift
        does anyone offer unlimited vacation | FindRoles text:unlimited-vacation
        jobs where i could start immediately | FindRoles text:start-at-once
        !one is there on-call | Fact @it about=text:on-call topic=call
        paid internships | FindRoles stated:Pay internship
        internships | FindRoles internship
        > any paid ones | FindRoles internship stated:Pay
        something for career changers | FindRoles text:career-changers
        which jobs let me work from home some days | FindRoles hybrid
        does the crunch job require US citizenship | Fact @[at:Crunch] field=Visa
        python jobs | FindRoles skill:Python
        > back to the first page | FindRoles skill:Python
        what do crunch and brightwheel have in common | Compare @[at:Crunch] @[at:Brightwheel]
        """;

    public static TheoryData<string, string[], string[]> Rows => QuestionTable.Rows(Table);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Read_AsNewcomersAsk_MeansWhatTheyMean(string first, string[] turns, string[] expected) =>
        Assert.Equal(expected, QuestionTable.Read(first.Length > 0 ? turns : []));
}
