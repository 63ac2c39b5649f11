using PostingsBot.Core.Questions;

namespace PostingsBot.Tests.Questions.Recruiting;

/// <summary>Orders of recruiters. Those behind ">" are read so only where postings were just spoken of.</summary>
public sealed class RecruitingSentenceTests
{
    private const string Table = """
        close the platform role | Close [title:platform]
        close the Crunch role | Close [at:Crunch]
        we filled the backend job | Close [discipline:backend]
        we have filled the Crunch position | Close [at:Crunch]
        we've just filled the platform role | Close [title:platform]
        take down #2 | Close #2
        take down the second one | Close #2
        take the Crunch role down | Close [at:Crunch]
        take it offline | Close it
        pull the Acme one | Close [title:acme]
        pull the Acme posting | Close [title:acme]
        close it | Close it
        please close this one | Close it
        can you close the Brightwheel job? | Close [at:Brightwheel]
        shut down the backend posting | Close [discipline:backend]
        archive the Packback role | Close [at:Packback]
        unpublish the Crunch job | Close [at:Crunch]
        mark the platform role as filled | Close [title:platform]
        mark it as closed | Close it
        the Crunch position has been filled | Close [at:Crunch]
        the platform role is filled | Close [title:platform]
        the Brightwheel job is no longer available | Close [at:Brightwheel]
        we are no longer hiring for the Crunch role | Close [at:Crunch]
        we're not hiring for the platform job anymore | Close [title:platform]
        we hired someone for the backend role | Close [discipline:backend]
        stop advertising the Crunch role | Close [at:Crunch]
        take the Brightwheel job off the market | Close [at:Brightwheel]
        close the last one | Close #-1
        close number 3 | Close #3
        close the senior platform engineer role at Crunch | Close [level:senior discipline:platform at:Crunch]
        close the Berlin role | Close [in:DE-BE/berlin]
        close Crunch | Close [at:Crunch]
        close all Acme roles | Close all [words:acme]
        close all Crunch roles | Close all [at:Crunch]
        close every Brightwheel posting | Close all [at:Brightwheel]
        close all of Crunch's jobs | Close all [at:Crunch]
        close the Crunch roles | Close all [at:Crunch]
        close them all | Close all listed
        close both | Close all listed
        close all of them | Close all listed
        close all roles | Close all []
        close all remote python jobs | Close all [remote skill:Python]
        reopen it | Reopen it
        reopen the Crunch role | Reopen [at:Crunch]
        re-open the platform role | Reopen [title:platform]
        open the Brightwheel job again | Reopen [at:Brightwheel]
        put the platform role back up | Reopen [title:platform]
        the Crunch role is open again | Reopen [at:Crunch]
        republish #1 | Reopen #1
        reopen all Crunch roles | Reopen all [at:Crunch]
        extend it to 15 January | Extend it until:2027-01-15
        extend the Crunch role until 2027-01-15 | Extend [at:Crunch] until:2027-01-15
        extend the Brightwheel job by two weeks | Extend [at:Brightwheel] longer:P2W
        extend it by a month | Extend it longer:P1M
        give the Crunch role another two weeks | Extend [at:Crunch] longer:P2W
        keep the platform role open until the end of January | Extend [title:platform] until:2027-01-31
        push the deadline by two weeks | Extend it longer:P2W
        push back the deadline of the Crunch role to Friday | Extend [at:Crunch] until:2026-03-06
        push the Crunch deadline to 15 January | Extend [at:Crunch] until:2027-01-15
        move the closing date of the platform role to 1 March 2027 | Extend [title:platform] until:2027-03-01
        extend the deadline to next Monday | Extend it until:2026-03-09
        extend all Crunch roles to 31 January | Extend all [at:Crunch] until:2027-01-31
        extend the platform role | Extend [title:platform]
        raise the Crunch salary to 150k | Change [at:Crunch] "raise the salary to 150k"
        raise the harbour labs salary to 130k | Change [title:harbour+labs] "raise the salary to 130k"
        raise the platform salary to 190k | Change [title:platform] "raise the salary to 190k"
        bump the pay for the platform role by 10k | Change [title:platform] "bump the pay by 10k"
        lower the salary of the Brightwheel role to 90-100k EUR | Change [at:Brightwheel] "lower the salary to 90-100k EUR"
        can you increase Crunch's salary to $160k? | Change [at:Crunch] "increase the salary to $160k"
        change the title of #2 to Staff Engineer | Change #2 "change the title to Staff Engineer"
        change the Crunch title to Staff Platform Engineer | Change [at:Crunch] "change the title to Staff Platform Engineer"
        rename the Crunch role to Staff Engineer | Change [at:Crunch] "title: Staff Engineer"
        set the deadline of the Brightwheel role to 15 January | Extend [at:Brightwheel] until:2027-01-15
        update Crunch's location to Austin | Change [at:Crunch] "update the location to Austin"
        set the Crunch level to senior | Change [at:Crunch] "set the level to senior"
        change the apply link of the platform role to https://crunch.example/apply | Change [title:platform] "change the apply link to https://crunch.example/apply"
        Brightwheel role is now hybrid in Austin | Change [at:Brightwheel] "now hybrid in Austin"
        the Brightwheel role is now remote | Change [at:Brightwheel] "now remote"
        Crunch is now hybrid | Change [at:Crunch] "now hybrid"
        the Crunch job now pays 90-110k EUR | Change [at:Crunch] "pays 90-110k EUR"
        the Crunch salary is now 150k | Change [at:Crunch] "salary is 150k"
        the Crunch job is no longer remote | Change [at:Crunch] "no longer remote"
        the platform role should be part-time | Change [title:platform] "now part-time"
        the Crunch role has moved to Berlin | Change [at:Crunch] "location: Berlin"
        the Crunch role no longer requires a degree | Change [at:Crunch] "no longer requires a degree"
        move the Crunch role to Berlin | Change [at:Crunch] "location: Berlin"
        make the Crunch role remote | Change [at:Crunch] "now remote"
        make the platform job part-time | Change [title:platform] "now part-time"
        change the Crunch role to hybrid | Change [at:Crunch] "now hybrid"
        add Kubernetes to the platform role | Change [title:platform] "add Kubernetes"
        remove PHP from the Crunch role | Change [at:Crunch] "drop PHP"
        remove the salary from the Crunch role | Change [at:Crunch] "drop the salary"
        drop the degree requirement of the platform role | Change [title:platform] "drop the degree requirement"
        edit the Crunch role | Change [at:Crunch]
        update the Crunch role: salary 90k, remote | Change [at:Crunch] "salary 90k, remote"
        make all Crunch roles remote | Change all [at:Crunch] "now remote"
        > undo | Undo
        > undo that | Undo
        > undo it | Undo
        > revert that | Undo
        > roll it back | Undo
        > put it back | Undo
        undo my last change | Undo
        undo the last edit | Undo
        undo the closing | Undo
        revert the change to the Crunch role | Undo [at:Crunch]
        who changed the Crunch role? | History [at:Crunch]
        who closed it? | History it
        who edited the platform job last? | History [title:platform]
        who changed the salary of the Crunch role? | History [at:Crunch]
        who raised the Crunch salary? | History [at:Crunch]
        history of the Crunch role | History [at:Crunch]
        show me the history of #2 | History #2
        show the change log for the platform role | History [title:platform]
        what has changed in the Crunch role? | History [at:Crunch]
        what changed in the platform role | History [title:platform]
        when was the Crunch role changed? | History [at:Crunch]
        Crunch role history | History [at:Crunch]
        > history | History it
        my roles | MyRoles
        show me my roles | MyRoles
        my open postings | MyRoles
        list my jobs | MyRoles
        which roles are mine? | MyRoles
        show the roles I posted | MyRoles
        which roles have I posted? | MyRoles
        my drafts | MyDrafts
        show my drafts | MyDrafts
        do I have any drafts? | MyDrafts
        post a new role | Post
        post a job | Post
        I want to post a new job | Post
        add a new opening | Post
        create a new posting | Post
        i'd like to add a role | Post
        advertise a new position | Post
        we have a new opening to post | Post
        new posting | Post
        post this role: Senior Baker at Acme GmbH, Berlin, EUR 40k | Post "Senior Baker at Acme GmbH, Berlin, EUR 40k"
        post this | Post
        duplicate it as new | Duplicate it
        duplicate the Crunch role | Duplicate [at:Crunch]
        copy #2 as a new role | Duplicate #2
        clone the platform role | Duplicate [title:platform]
        make a copy of the Crunch role | Duplicate [at:Crunch]
        use the Crunch role as a template | Duplicate [at:Crunch]
        edit the text of the Crunch role | EditText [at:Crunch]
        edit the text | EditText it
        edit the description of it | EditText it
        change the wording of the platform role | EditText [title:platform]
        withdraw the Crunch role | Withdraw [at:Crunch]
        delete the Crunch posting for good | Withdraw [at:Crunch]
        > delete it | Withdraw it
        > publish it | Publish
        publish it tomorrow at 9 | Publish at:2026-03-03T09:00
        publish the draft | Publish
        publish it on Monday at 17:30 | Publish at:2026-03-09T17:30
        schedule it for 3 March at 9am | Publish at:2026-03-03T09:00
        publish | Publish
        > post it | Publish
        > go live | Publish
        > ship it | Publish
        save it as a draft | SaveDraft
        save as draft | SaveDraft
        keep this as a draft for later | SaveDraft
        discard the draft | Discard
        throw the draft away | Discard
        > scrap it | Discard
        approve it | Approve it
        approve the Crunch role | Approve [at:Crunch]
        > looks good, approve it | Approve it
        make @Ana a recruiter for Brightwheel and Crunch | Grant @Ana for Brightwheel + Crunch
        make <at>Ana Silva</at> a recruiter | Grant <at>Ana Silva</at>
        make <@U123> an admin | Grant <@U123> admin
        make Ana a recruiter for Crunch | Grant Ana for Crunch
        make Ana Silva an admin | Grant Ana Silva admin
        add @bo as a recruiter for Acme, Crunch and Packback | Grant @bo for Acme + Crunch + Packback
        give @Ana recruiter rights for all employers | Grant @Ana
        let @Ana post roles for Crunch | Grant @Ana for Crunch
        @Ana is now a recruiter for Parallel Learning | Grant @Ana for Parallel Learning
        promote @bo to admin | Grant @bo admin
        Ana is no longer a recruiter | Revoke Ana
        @Ana is no longer a recruiter for Crunch | Revoke @Ana for Crunch
        @Ana isn't a recruiter anymore | Revoke @Ana
        remove @Ana as recruiter | Revoke @Ana
        remove @Ana from the recruiters | Revoke @Ana
        revoke @Ana's recruiter rights | Revoke @Ana
        take the recruiter role from @bo | Revoke @bo
        who are the recruiters? | Recruiters
        who can post roles? | Recruiters
        list the recruiters | Recruiters
        who is allowed to post? | Recruiters
        who are the admins? | Recruiters
        export my data | ExportMyData
        download my data | ExportMyData
        give me a copy of my data | ExportMyData
        what data do you have about me? | ExportMyData
        forget me | ForgetMe
        delete my data | ForgetMe
        delete all my data | ForgetMe
        erase everything you know about me | ForgetMe
        make ana a recruiter | Grant ana
        make me an admin | Grant me admin
        delete the Crunch posting | Withdraw [at:Crunch]
        go ahead and close the Crunch role | Close [at:Crunch]
        new job posting | Post
        """;

    /// <summary>Questions, refinements of a search and other talk that has words of orders in it.</summary>
    private const string Others = """
        close to Berlin
        jobs close to the sea
        which roles close soon?
        when does the Crunch role close?
        is the Crunch role closed?
        show closed roles
        has the Crunch role been filled?
        what is the deadline?
        is it remote?
        make it remote
        make it senior
        change it to Berlin
        change the location to Berlin
        raise the minimum to 100k
        now in Berlin
        drop python
        remove the salary filter
        go back
        history of the company
        history of Crunch
        tell me about Crunch's history
        who posted this?
        who is the recruiter?
        who is the recruiter for the Crunch role?
        recruiter jobs
        jobs for recruiters
        is there an admin job?
        open roles
        show open roles
        open the Crunch role
        open the second one
        pull up the Crunch job
        new role
        new jobs
        send me new roles
        draft roles
        save this search
        publishing jobs
        export manager roles
        forget it
        forget everything
        the job should be remote
        my next job should be remote
        the backend job should be in Berlin
        the role must pay 100k
        jobs that are no longer remote
        add python to the job search
        include internships in the job list
        close the window
        close the deal
        pull the data
        extend the search to Berlin
        give me another two weeks
        who closed the deal?
        when was the Crunch job posted?
        when was the Crunch role updated?
        add a recruiter role
        add admin jobs
        what do I need to apply to the Crunch role?
        remove the Crunch jobs
        drop the Crunch one
        exclude Crunch
        cancel
        stop
        delete the second one
        change to remote
        switch to Berlin
        the role is remote
        the Crunch role is remote?
        is the Crunch role now hybrid?
        what is the Crunch salary now?
        who do I contact about the Crunch role?
        set up an alert for Crunch
        notify me when the Crunch role closes
        move to Berlin
        I moved to Berlin
        we are a team of five looking for the backend role
        I want to post my resume
        how do I apply?
        update me on the Crunch role
        keep me posted
        I'd like to extend my contract
        reopen
        approve
        add Berlin
        raise
        increase the salary
        I want a higher salary
        lower the salary to 80k
        is Ana a recruiter?
        history of it
        """;

    private static readonly Conversation SpokenOf = new() { IsRecruiting = true, Role = "a" };

    public static TheoryData<string, bool, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, bool, string>();
            foreach (var line in Table.Split('\n').Select(line => line.Trim().Split(" | ")))
                rows.Add(line[0].TrimStart('>').Trim(), line[0][0] is '>', line[1]);
            return rows;
        }
    }

    public static TheoryData<string> OtherRows => [.. Others.Split('\n').Select(line => line.Trim())];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Read_Order_WhatIsMeant(string text, bool isSpokenOf, string expected) =>
        Assert.Equal(expected, RequestLine.Of(QuestionTable.Read(text, isSpokenOf ? SpokenOf : Conversation.Empty).Recruiting));

    [Theory]
    [MemberData(nameof(OtherRows))]
    public void Read_OtherTalk_NoOrder(string text)
    {
        Assert.Equal("no order", RequestLine.Of(QuestionTable.Read(text).Recruiting));
        Assert.Equal("no order", RequestLine.Of(QuestionTable.Read(text, new Conversation { Constraints = [new TitleConstraint(["x"])], Listed = ["a", "b"], Shown = ["a", "b"] }).Recruiting));
    }

    [Theory]
    [InlineData("undo")]
    [InlineData("undo that")]
    [InlineData("revert that")]
    public void Read_UndoAfterAChangedSearch_IsTheSearch(string text) =>
        Assert.Equal(Intent.FindRoles, QuestionTable.Read(text, new Conversation { Constraints = [new TitleConstraint(["x"])] }).Intent);

    [Theory]
    [InlineData("raise the salary to 150k", "Change it \"raise the salary to 150k\"")]
    [InlineData("set the deadline to 15 January", "Extend it until:2027-01-15")]
    [InlineData("history of it", "History it")]
    [InlineData("make it remote", "no order")]
    public void Read_OneRoleInFocus_OnlyWhatSpeaksOfAPosting(string text, string expected) =>
        Assert.Equal(expected, RequestLine.Of(QuestionTable.Read(text, new Conversation { Role = "a", Listed = ["a"] }).Recruiting));
}
