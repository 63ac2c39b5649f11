namespace PostingsBot.Tests.Questions;

/// <summary>Searches said in many ways.</summary>
public sealed class SearchQuestionsTests
{
    private const string Table = """
        What roles require Python? | FindRoles skill:Python
        Which of the postings are looking for Python people? | FindRoles skill:Python
        python jobs | FindRoles skill:Python
        Show me everything that uses Python | FindRoles skill:Python
        I know Python, what can you offer me? | FindRoles skill:Python
        Anything for a Python developer? | FindRoles skill:Python
        any Python work going? | FindRoles skill:Python
        List all openings where Python is used | FindRoles skill:Python
        Do you have something with Python? | FindRoles skill:Python
        Got any python gigs | FindRoles skill:Python
        Are there positions involving Python | FindRoles skill:Python
        Who is looking for Python developers? | FindRoles skill:Python
        python dev | FindRoles skill:Python
        Is anybody hiring Python engineers | FindRoles skill:Python
        Jobs that ask for python skills please | FindRoles skill:Python
        I'd like to work with Python | FindRoles skill:Python
        gibt es Python Stellen? | FindRoles skill:Python
        Ich suche einen Job mit Python | FindRoles skill:Python
        Je cherche un poste avec Python | FindRoles skill:Python
        Busco trabajo con Python | FindRoles skill:Python
        procuro vaga de python | FindRoles skill:Python
        Which jobs use MongoDB? | FindRoles skill:MongoDB
        jobs that need mongo | FindRoles skill:MongoDB
        anything with mongodb in the stack | FindRoles skill:MongoDB
        which posting lists kubernetes? | FindRoles skill:Kubernetes
        who wants kubernetes experience | FindRoles skill:Kubernetes
        roles with container orchestration like Kubernetes | FindRoles words:container skill:Orchestration skill:Kubernetes
        Which roles can be done from Germany? | FindRoles from:DE
        I live in Berlin, what could I apply for? | FindRoles from:DE-BE/berlin
        remote jobs for someone living in Germany | FindRoles remote from:DE
        I'm in Germany. Any remote jobs for me? | FindRoles from:DE remote
        backend roles I can do from Germany? | FindRoles discipline:backend from:DE
        is there a job I could do remotely from Spain? | FindRoles remote from:ES
        what's open to people in Germany | FindRoles from:DE
        remote positions open to candidates in Europe | FindRoles remote from:EUROPE
        jobs that hire in Germany | FindRoles from:DE
        which jobs can I do while living in Canada? | FindRoles from:CA
        Are there any roles I can take from Berlin? | FindRoles from:DE-BE/berlin
        work from Germany | FindRoles from:DE
        jobs in San Francisco | FindRoles in:US-CA/san-francisco
        san francisco? | FindRoles in:US-CA/san-francisco
        what's available in the Bay Area? | FindRoles in:metro/bay-area
        Any openings around San Francisco | FindRoles in:US-CA/san-francisco
        positions located in SF | FindRoles in:US-CA/san-francisco
        Is anyone hiring in London? | FindRoles in:GB-ENG/london
        anything in Berlin or Munich | FindRoles in:DE-BE/berlin|DE-BY/munich
        jobs near Berlin | FindRoles in:DE-BE/berlin
        what jobs are restricted to the US? | FindRoles limited:US
        which roles are US only | FindRoles limited:US
        US-only jobs | FindRoles limited:US
        jobs only open to US residents | FindRoles limited:US
        which job requires you to be in the US? | FindRoles limited:US
        remote but not US only | FindRoles remote -limited:US
        jobs that aren't limited to the United States | FindRoles -limited:US
        roles without location restrictions | FindRoles -limited:any
        remote jobs not restricted to the US | FindRoles remote -limited:US
        anything except US-only | FindRoles -limited:US
        roles not in backend | FindRoles -discipline:backend
        remote jobs, not in sales | FindRoles remote -discipline:sales
        staff level roles | FindRoles level:staff
        who hires staff engineers? | FindRoles level:staff (discipline:software or title:engineer or title:ingenieur or title:ingeniero or title:engenheiro)
        any staff engineer jobs? | FindRoles level:staff (discipline:software or title:engineer or title:ingenieur or title:ingeniero or title:engenheiro)
        is there a staff position | FindRoles level:staff
        principal or staff roles | FindRoles (title:principal or level:staff)
        senior positions | FindRoles level:senior
        jobs for seniors | FindRoles level:senior
        entry level jobs? | FindRoles level:junior
        junior roles please | FindRoles level:junior
        Are there any management positions? | FindRoles title:manager
        engineering manager roles | FindRoles discipline:engineering management
        I want to manage engineers | FindRoles discipline:engineering management
        leadership roles | FindRoles level:head
        lead developer jobs | FindRoles level:lead
        backend jobs without Brightwheel | FindRoles discipline:backend -at:Brightwheel
        backend jobs, not at Brightwheel | FindRoles discipline:backend -at:Brightwheel
        all backend positions other than the one at Brightwheel | FindRoles discipline:backend -at:Brightwheel
        everything but Brightwheel | FindRoles -at:Brightwheel
        non-Python backend roles | FindRoles -skill:Python discipline:backend
        aws without kubernetes | FindRoles skill:AWS -skill:Kubernetes
        AWS jobs that don't need Kubernetes | FindRoles skill:AWS -must:Kubernetes
        redis, no ruby | FindRoles skill:Redis -skill:Ruby
        jobs that do not use node | FindRoles -skill:Node.js
        neither python nor ruby | FindRoles -skill:Python -skill:Ruby
        python or ruby | FindRoles skill:Python|Ruby
        ruby and rails | FindRoles skill:Ruby skill:Ruby on Rails
        Ruby on Rails jobs | FindRoles skill:Ruby on Rails
        python and aws and redis | FindRoles skill:Python skill:AWS skill:Redis
        jobs using either Terraform or CloudFormation | FindRoles skill:Terraform|AWS CloudFormation
        node, redis & aws | FindRoles skill:Node.js skill:Redis skill:AWS
        redis/mongo | FindRoles skill:Redis|MongoDB
        jobs with elasticsearch and python | FindRoles skill:Elasticsearch skill:Python
        numpy | FindRoles skill:NumPy
        GIS work | FindRoles skill:GIS
        something with machine learning | FindRoles skill:Machine learning
        jobs about telehealth | FindRoles skill:Telehealth
        roles in education | FindRoles words:education
        jobs that involve telepathy | FindRoles words:telepathy
        video conferencing jobs | FindRoles words:video words:conferencing
        desktop app development | FindRoles discipline:desktop
        open source | FindRoles skill:Open source
        full stack roles | FindRoles discipline:full stack
        full-stack | FindRoles discipline:full stack
        devops jobs | FindRoles discipline:devops
        frontend | FindRoles discipline:frontend
        mobile developer | FindRoles discipline:mobile
        data science | FindRoles (discipline:data science or skill:Data science)
        designer jobs | FindRoles discipline:design
        marketing | FindRoles discipline:marketing
        sales roles? | FindRoles discipline:sales
        part-time work | FindRoles part-time
        full time jobs | FindRoles full-time
        internship | FindRoles internship
        contract work | FindRoles contract
        freelance | FindRoles contract
        contract or permanent | FindRoles (contract or text:permanent)
        jobs paying more than 100k | FindRoles pay:100000..
        at least 120,000 dollars | FindRoles pay:120000..USD
        salary above 90k | FindRoles pay:90000..
        over $150,000 | FindRoles pay:150000..USD
        roles that pay 80-100k EUR | FindRoles pay:80000..100000EUR
        €70/h or more | FindRoles pay:70..EUR/hour
        under 50k | FindRoles pay:..50000
        between 60k and 90k | FindRoles pay:60000..90000
        roles with a salary | FindRoles stated:Pay
        jobs which state the pay | FindRoles stated:Pay
        which jobs mention a salary? | FindRoles stated:Pay
        best paid job | FindRoles order=BestPaid top=1
        highest paying roles | FindRoles order=BestPaid
        jobs posted after 2016 | FindRoles posted:2017-01-01..
        posted in July 2017 | FindRoles posted:2017-07-01..2017-07-31
        anything from this year | FindRoles posted:2026-01-01..2026-03-02
        new jobs today | FindRoles posted:2026-03-02..2026-03-02
        jobs added since Monday | FindRoles posted:2026-03-02..
        what's the most recent posting? | FindRoles order=Newest top=1
        newest jobs | FindRoles order=Newest
        oldest jobs | FindRoles order=Oldest
        what came out last month | FindRoles posted:2026-02-01..2026-02-28
        jobs older than 2018 | FindRoles posted:..2017-12-31
        jobs from 2017 | FindRoles posted:2017-01-01..2017-12-31
        jobs that require a degree | FindRoles stated:Degree
        no degree needed | FindRoles -stated:Degree
        which jobs don't ask for a degree? | FindRoles -stated:Degree
        jobs without degree requirement | FindRoles -stated:Degree
        do any jobs sponsor visas? | FindRoles offered:Visa
        jobs with visa sponsorship | FindRoles offered:Visa
        remote jobs | FindRoles remote
        remote | FindRoles remote
        work from home | FindRoles remote
        fully remote positions | FindRoles remote
        on-site jobs | FindRoles onsite
        hybrid roles | FindRoles hybrid
        office jobs | FindRoles onsite
        what jobs do you have | FindRoles
        show me all jobs | FindRoles
        list everything | FindRoles
        what's in the catalogue? | FindRoles
        jobs at Apple | FindRoles at:Apple
        is Apple hiring? | FindRoles at:Apple
        does Spotify have open roles | FindRoles at:Spotify
        any jobs at Microsoft | FindRoles at:Microsoft
        Netflix jobs | FindRoles at:Netflix
        is there anything at amazon | FindRoles at:Amazon
        openings at Brightwheel | FindRoles at:Brightwheel
        what is brightwheel hiring for? | FindRoles at:Brightwheel
        does crunch have any jobs? | FindRoles at:Crunch
        is parallel learning hiring? | FindRoles at:Parallel Learning
        roles at crunch or brightwheel | FindRoles at:Crunch|Brightwheel
        crunch jobs | FindRoles at:Crunch
        """;

    public static TheoryData<string, string[], string[]> Rows => QuestionTable.Rows(Table);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Read_InOtherWords_MeansTheSame(string first, string[] turns, string[] expected) =>
        Assert.Equal(expected, QuestionTable.Read(first.Length > 0 ? turns : []));
}
