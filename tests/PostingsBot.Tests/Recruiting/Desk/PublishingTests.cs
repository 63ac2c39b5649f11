namespace PostingsBot.Tests.Recruiting.Desk;

/// <summary>When and by whom roles are published, and what is done with them then: see <see cref="DeskScript"/>.</summary>
public sealed class PublishingTests
{
    public static TheoryData<string, string> Scripts => new()
    {
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

    public static TheoryData<DeskPlace, string, string> Everywhere => DeskScript.OnEveryChannel(Scripts);

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Roles_OnEveryChannel_ArePublishedAsSaid(DeskPlace place, string name, string script)
    {
        using var talk = await DeskTalk.StartOnAsync(place);
        await DeskScript.RunAsync(name, script, talk);
    }

    [Theory]
    [InlineData(DeskPlace.Teams)]
    [InlineData(DeskPlace.Slack)]
    [InlineData(DeskPlace.ChatPage)]
    [InlineData(DeskPlace.Terminal)]
    public async Task Roles_WithApproval_NeedTheYesOfASecondPerson(DeskPlace place)
    {
        using var talk = await DeskTalk.StartOnAsync(place, approval: true);
        await DeskScript.RunAsync(
            "approval",
            """
            > #rust
            > publish
            < A second person has to approve it first | another recruiter says “approve
            = 4
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
}
