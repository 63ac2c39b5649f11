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
            < Worth a look before it is published | No pay | apply
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
            "the address of a page, then one that cannot be read",
            """
            > post a new role
            > https://jobs.harbour.example/gone
            < I could not read that page. | Paste the posting's text instead
            > <https://jobs.harbour.example/rust>
            < Senior Rust Engineer | Harbour Labs | EUR 80,000–100,000 per year
            > publish
            < Published
            = 5
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
    };

    public static TheoryData<DeskPlace, string, string> Everywhere => DeskScript.OnEveryChannel(
        Scripts,
        ("a restart in the middle", DeskPlace.Terminal, "what a terminal spoke of ends with it; what was begun is among the drafts"));

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Roles_OnEveryChannel_ArePostedAsSaid(DeskPlace place, string name, string script)
    {
        using var talk = await DeskTalk.StartOnAsync(place);
        await DeskScript.RunAsync(name, script, talk);
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
