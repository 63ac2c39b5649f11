using System.Text;

namespace PostingsBot.Tests.Recruiting.Desk;

/// <summary>How recruiters post roles: see <see cref="DeskScript"/>.</summary>
public sealed class PostingTests
{
    public static TheoryData<string, string> Scripts => new()
    {
        {
            "pasted, corrected by a sentence, published, taken back",
            """
            > post a new role
            < Paste the job description here
            > #rust
            < This is how readers will see it. It is not published yet | Senior Rust Engineer | Harbour Labs | EUR 80,000–100,000 per year | your text:5 | Not stated
            = 4
            > salary is 90–110k EUR
            < Changed. | Pay is now EUR 90,000–110,000 per year. | edited by Ada, 2026-03-02
            = 4
            > publish
            < Published: “Senior Rust Engineer” at Harbour Labs. Readers can find it now. | Take it back
            = 5
            > what does it pay?
            < EUR 90,000–110,000 per year
            > undo
            < Taken back
            = 4
            """
        },
        {
            "pasted unasked",
            """
            > #rust
            < This reads as a job posting. | Senior Rust Engineer
            ! Publish
            < Published
            = 5
            """
        },
        {
            "pasted behind the order",
            """
            > post this job description:\n\n# Baker\n\nCompany: Acme\nLocation: Berlin\nSalary: €30,000 per year\n\n## What you do\n\n- You bake bread.
            < Baker | Acme | EUR 30,000
            > no
            < Kept as a draft
            = 4
            """
        },
        {
            "somebody who may not pastes",
            """
            D> #rust
            ~ This reads as a job posting | Publish
            D> post a new role
            < I do not know you as one
            = 4
            """
        },
        {
            "saved, found again after a restart, published",
            """
            > #rust
            > save as draft
            < Kept as a draft: “Senior Rust Engineer” at Harbour Labs.
            @ restart
            > my drafts
            < You have 1 draft. | 1. Senior Rust Engineer
            ! Go on with 1
            < Senior Rust Engineer
            ! Publish
            < Published
            = 5
            > my drafts
            < You have no drafts.
            """
        },
        {
            "a restart in the middle",
            """
            > post a new role
            @ restart
            > #rust
            < It is not published yet
            @ restart
            > no closing date
            @ restart
            > yes
            < Published
            = 5
            """
        },
        {
            "questions in between",
            """
            > #rust
            > which roles are in London?
            < Sales Manager | The posting you began is not published yet.
            > how many roles are there?
            < The posting you began is kept among your drafts.
            > yes
            ~ Published
            > publish it
            < Published
            = 5
            """
        },
        {
            "a question while the text is waited for",
            """
            > post a new role
            > which roles are in London?
            < Sales Manager | I still wait for the text of the new role.
            > #rust
            < It is not published yet
            > discard it
            < Discarded. Nothing was published.
            = 4
            """
        },
        {
            "cancelled",
            """
            > post a new role
            > cancel
            < I begin no posting
            > #bare
            < This reads as a job posting
            ! Discard
            < Discarded
            > my drafts
            < You have no drafts
            = 4
            """
        },
        {
            "corrected in the form",
            """
            > #rust
            ! Correct
            < What shall “Senior Rust Engineer” at Harbour Labs say?
            ! Show the preview | title=Staff Rust Engineer | workplace=remote | closing=2026-04-30 | location=
            < Changed. | Staff Rust Engineer | Title is now Staff Rust Engineer. | Workplace is now remote. | Closing date is now 2026-04-30. | Location is now not stated.
            ~ Pay is now
            ! Publish
            < Published: “Staff Rust Engineer”
            = 5
            """
        },
        {
            "a form that changes nothing",
            """
            > #rust
            ! Correct
            ! Show the preview
            < It is not published yet
            ~ is now
            """
        },
        {
            "written in a form",
            """
            > post a new role
            ! Fill in a form
            < Fill in what you know.
            ! Show the preview | title= | about=You bake.
            < A posting needs a title
            ! Show the preview | title=Baker | employer=Acme | location=Berlin | pay=EUR 30,000 per year | about=You bake bread, and you clean the oven.
            < Baker | Acme | EUR 30,000 per year
            ! Publish
            < Published: “Baker” at Acme.
            = 5
            """
        },
        {
            "three roles in one text",
            """
            > #three
            < There are 3 roles in this text. Which one shall I prepare? | 1. Senior Rust Engineer | 2. Data Engineer | 3. Product Designer
            ! Prepare 2
            < Data Engineer
            > publish
            < Published: “Data Engineer” at Harbour Labs. | The text holds 2 more roles. | 1. Senior Rust Engineer | 3. Product Designer
            ~ 2. Data Engineer
            = 5
            > the first
            < Senior Rust Engineer
            > discard it
            < The text holds 1 more role. | 3. Product Designer
            ! Prepare 3
            > publish
            < Published: “Product Designer”
            = 6
            > my drafts
            < You have no drafts
            """
        },
        {
            "what may be wrong is said",
            """
            > #bare
            < Worth a look before it is published | pay | apply | rockstar
            """
        },
        {
            "a look-alike of an open role",
            """
            > #brightwheel
            < It reads much like | Staff Platform Engineer at Brightwheel | Details of 1
            """
        },
        {
            "no posting",
            """
            > post a new role
            > #resume
            ~ Publish
            > my drafts
            < You have no drafts
            = 4
            """
        },
        {
            "scripts and mentions stay text",
            """
            > #hostile
            ~ <script | <!channel> | <at>everyone | {{DATE
            < Engineer
            ! Publish
            < Published
            ~ <script | <!channel> | <at>everyone
            = 5
            """
        },
        {
            "an unknown currency",
            """
            > #rust
            > salary is 90k galactic credits
            = 4
            ~ 90,000
            """
        },
        {
            "published at a time to come",
            """
            > #rust
            > publish tomorrow at 9
            < “Senior Rust Engineer” at Harbour Labs will be published on Tuesday 3 March 2026, 09:00 (Europe/Berlin).
            = 4
            @ due
            = 4
            @ later 21
            @ due
            = 5
            > my drafts
            < You have no drafts
            """
        },
        {
            "published later, by the form",
            """
            > #rust
            ! Publish later
            < When shall I publish
            ! Publish then | date=2026-03-01 | hour=09:00
            < Choose a day and an hour that are still to come.
            ! Publish then | date=2026-03-02 | hour=18:00 | zone=London
            < Monday 2 March 2026, 18:00 (Europe/London)
            @ later 7
            @ due
            = 5
            """
        },
        {
            "the right is lost before the time comes",
            """
            B> #rust
            B> publish tomorrow at 9
            @ fire Bob
            @ later 30
            @ due
            = 4
            """
        },
        {
            "the right is lost between preview and publish",
            """
            B> #rust
            @ keep card
            @ fire Bob
            @ back card
            B! Publish
            < I do not know you as one
            = 4
            """
        },
        {
            "not for this employer",
            """
            B> post this job description:\n\n# Baker\n\nCompany: Acme\nLocation: Berlin\nSalary: €30,000 per year\n\n## What you do\n\n- You bake bread.
            B> publish
            < You may post and change roles of Brightwheel and Harbour Labs, and this one is of Acme.
            = 4
            """
        },
        {
            "the buttons of somebody else, and pressed twice",
            """
            B> #rust
            @ keep card
            C! Publish
            < That posting was begun by somebody else
            = 4
            @ back card
            B! Publish
            < Published
            @ back card
            B! Publish
            < That posting is not here any more
            = 5
            """
        },
        {
            "two recruiters at once",
            """
            B> #rust
            C> #bare
            < Office Manager
            B> salary is 90–110k EUR
            < Senior Rust Engineer | EUR 90,000–110,000
            C> publish
            < “Office Manager”
            B> publish
            < “Senior Rust Engineer”
            = 6
            """
        },
        {
            "another text for what was posted",
            """
            > #rust
            > publish
            > edit the text of it
            < Paste the whole new text.
            > #other
            < Shall I rewrite the text of this role? | EUR 85,000–105,000 per year | before: EUR 80,000–100,000 per year | Hamburg
            > yes
            < Done: the role is rewritten.
            = 5
            > undo
            < Taken back
            > what does it pay?
            < EUR 80,000–100,000
            """
        },
        {
            "withdrawn",
            """
            > #rust
            > publish
            > withdraw it
            < Shall I withdraw this role?
            > yes
            < Done: the role is withdrawn.
            = 4
            > undo
            = 5
            > withdraw the platform role
            < comes from | not from a chat
            """
        },
        {
            "a copy",
            """
            > duplicate the platform role
            < A copy of “Staff Platform Engineer” at Brightwheel, without its dates. | USD 150,000–180,000
            = 4
            > title: Principal Platform Engineer
            > publish
            < Published: “Principal Platform Engineer”
            = 5
            > show my roles
            < 1 open role was posted by you. | Principal Platform Engineer at Brightwheel
            ! Close 1
            < Shall I close this role?
            > yes
            = 4
            """
        },
    };

    public static TheoryData<string, string> Changes => new()
    {
        {
            "raised",
            """
            > raise the Crunch salary to 150k
            < Shall I change this role? | Senior Backend Engineer at Crunch | 150,000 | before: USD 130,000 per year
            > yes
            < Done: the role is changed.
            > what does the Crunch job pay?
            < USD 150,000
            """
        },
        {
            "workplace and place",
            """
            > the Brightwheel role is now hybrid in Austin
            < hybrid | Austin | before: remote
            > yes
            < Done
            """
        },
        {
            "corrected further before the yes",
            """
            > raise the Crunch salary to 150k
            > title: Staff Backend Engineer
            < Staff Backend Engineer | 150,000
            > yes
            < Done
            > who changed the Crunch role?
            < Ada: changed
            """
        },
        {
            "changed by two at once",
            """
            B> raise the salary of the platform role to 200k
            @ keep card
            C> change the title of the platform role to Principal Platform Engineer
            C> yes
            < Done
            @ back card
            B! Change it
            < Cy changed it while you looked at it. | Title is now Principal Platform Engineer. | 200,000
            B> yes
            < Done
            > tell me about the platform role
            < Principal Platform Engineer | 200,000
            """
        },
        {
            "in a form, and by somebody else meanwhile",
            """
            > #rust
            > publish
            ! Change it
            < What shall
            ! Show the change | pay=EUR 120,000 per year
            < Shall I change this role? | EUR 120,000 per year
            > yes
            < Done
            """
        },
        {
            "a closed role",
            """
            > close the Crunch role
            > yes
            > raise the Crunch salary to 150k
            < is closed: readers do not find it.
            > reopen it
            > yes
            = 4
            """
        },
        {
            "of a file that changes beneath",
            """
            > raise the Crunch salary to 150k
            > yes
            @ file crunch.md 130,000 140,000
            > what does the Crunch job pay?
            < 150,000
            """
        },
        {
            "nothing new",
            """
            > raise the Crunch salary to 130k
            < already
            """
        },
    };

    [Theory]
    [MemberData(nameof(Scripts))]
    [MemberData(nameof(Changes))]
    public async Task Roles_OnTeams_ArePostedAsSaid(string name, string script)
    {
        using var talk = await DeskTalk.StartAsync();
        await DeskScript.RunAsync(name, script, talk);
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    [MemberData(nameof(Changes))]
    public async Task Roles_OnSlack_ArePostedAsSaid(string name, string script)
    {
        using var talk = await DeskTalk.StartAsync("slack");
        await DeskScript.RunAsync(name, script, talk);
    }

    [Fact]
    public async Task Roles_WithApproval_NeedTheYesOfASecondPerson()
    {
        using var talk = await DeskTalk.StartAsync(approval: true);
        await DeskScript.RunAsync(
            "approval",
            """
            > #rust
            @ keep card
            > publish
            < A second person has to approve it first | another recruiter says “approve
            = 4
            """,
            talk);
        var id = (string)talk.DataOf("Publish")["id"]!;
        await DeskScript.RunAsync(
            "approval",
            $"""
            > approve {id}
            < A second person has to approve it: you began it yourself.
            B> approve {id}
            < Ada wants to publish this. Approve it?
            B> yes
            < Approved
            > salary is 90–110k EUR
            < It was changed since Bob approved it
            > publish
            < needs the approval anew
            = 4
            C> approve {id}
            C! Approve
            < Approved
            > publish
            < Published
            = 5
            """,
            talk);
    }

    [Fact]
    public async Task File_OfARecruiter_IsOfferedToBePosted()
    {
        using var talk = await DeskTalk.StartAsync();

        Assert.Contains("This reads as a job posting.", await AttachAsync(talk, "Ada"), StringComparison.Ordinal);
        Assert.DoesNotContain("This reads as a job posting.", await AttachAsync(talk, "Dan"), StringComparison.Ordinal);

        talk.Person = "Ada";
        Assert.Contains("picture", await talk.AttachAsync("role.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0]), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Paste_OfMoreThanIsRead_IsRefusedInASentence()
    {
        using var talk = await DeskTalk.StartAsync();

        await talk.SayAsync("post a new role");
        var said = await talk.SayAsync(DeskTexts.Pasted["rust"] + string.Concat(Enumerable.Repeat("More words for the role.\n", 10_000)));

        Assert.Contains("200 KB", said, StringComparison.Ordinal);
        Assert.Empty(await talk.Stores.Drafts.OfOwnerAsync(talk.Actor("Ada"), CancellationToken.None));
    }

    private static Task<string> AttachAsync(DeskTalk talk, string person)
    {
        talk.Person = person;
        return talk.AttachAsync("role.md", Encoding.UTF8.GetBytes(DeskTexts.Pasted["rust"]));
    }
}
