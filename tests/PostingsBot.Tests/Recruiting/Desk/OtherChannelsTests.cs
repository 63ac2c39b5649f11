using System.Text.Json.Nodes;
using PostingsBot.Cards;
using PostingsBot.Recruiting;
using PostingsBot.Tests.Cards;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Recruiting.Desk;

/// <summary>Recruiters on the chat page, in the terminal, and in the dialog box of a message on Teams.</summary>
public sealed class OtherChannelsTests
{
    public static TheoryData<string, string> Scripts => new()
    {
        {
            "posted, corrected and taken back, and the exception said once",
            """
            > #rust
            < This reads as a job posting. | so everybody on this page counts as a recruiter
            > salary is 90–110k EUR
            < EUR 90,000–110,000 per year
            ~ everybody on this page
            ! Publish
            < Published
            = 5
            > undo
            < Taken back
            = 4
            """
        },
        {
            "changed, with a restart and a question in between",
            """
            > raise the Crunch salary to 150k
            < Shall I change this role?
            @ restart
            > which roles are in London?
            < Sales Manager | The change I showed you is not made yet.
            > yes
            < Done: the role is changed.
            """
        },
        {
            "no admin by exception",
            """
            > make Zoe a recruiter
            < Only admins say who may post roles.
            """
        },
    };

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task Roles_OnTheChatPageInDevelopment_ArePostedAsSaid(string name, string script)
    {
        using var talk = await DeskTalk.StartAsync("directline", type: null);
        await DeskScript.RunAsync(name, script, talk);
    }

    [Fact]
    public async Task Roles_OnTheChatPageElsewhere_AreNotPosted()
    {
        using var talk = await DeskTalk.StartAsync("directline", type: null);
        talk.Page = PagePeople.Nobody;
        talk.Restart();
        await DeskScript.RunAsync(
            "refused",
            """
            > post a new role
            < On this page nobody signs in, so here I only answer questions.
            > close the platform role
            < On this page nobody signs in
            = 4
            """,
            talk);
    }

    [Fact]
    public async Task Roles_OfAnUnprovenCaller_AreNotPosted()
    {
        using var talk = await DeskTalk.StartAsync();
        var desk = RecruitingDesk.Over(talk.Stores, talk.Catalogue, new Core.Answers.Assistant(talk.Catalogue), talk.Options, new Identity(isAuthenticated: false), (_, _) => Task.FromResult(true));
        var forged = new Activity
        {
            ChannelId = "msteams", From = new ChannelAccount { Id = "29:Ada", AadObjectId = talk.Actor("Ada").User.Split(':')[1] }, Conversation = new ConversationAccount { Id = "one", TenantId = talk.Actor("Ada").User.Split(':')[0] },
        };

        using var context = new TurnContext(new TestAdapter(), forged);
        Assert.False(await desk.Talk.MayPostAsync(context, CancellationToken.None));
        Assert.True(await desk.Talk.MayPostAsync(talk.Actor("Ada"), CancellationToken.None));
    }

    /// <summary>What only one channel has: see <see cref="DeskScript.OnEveryChannel"/>.</summary>
    public static TheoryData<DeskPlace, string, string> Own => new()
    {
        {
            DeskPlace.Terminal, "the terminal ended in the middle",
            """
            > post a new role
            > #rust
            < It is not published yet
            @ restart
            > yes
            ~ Published
            > my drafts
            < 1 draft | Senior Rust Engineer
            ! Go on with 1
            ! Publish
            < Published
            = 5
            """
        },
        {
            DeskPlace.Terminal, "a button of the last reply but one is a sentence",
            """
            > close the platform role
            < Buttons to type: Close it
            > no
            < nothing was changed
            > Close it
            < Shall I close this role?
            = 4
            """
        },
        {
            DeskPlace.Terminal, "a field that the form has not is a sentence, and a choice is taken by its name",
            """
            > #rust
            > Correct
            < Fields, filled in as in “title: …”: | pay: EUR 80,000 | Show the preview
            > Workplace: Remote
            < workplace: Remote
            > Show the preview
            < Workplace is now remote.
            = 4
            """
        },
        {
            DeskPlace.Terminal, "by the terminal and the page at once",
            """
            > raise the Crunch salary to 150k
            C> change the title of the Crunch role to Principal Backend Engineer
            C> yes
            < Done
            > yes
            < Cy changed it while you looked at it. | Title is now Principal Backend Engineer. | 150,000
            > yes
            < Done
            C> who changed the Crunch role?
            < Ada: changed | the terminal | Cy: changed | the chat page
            """
        },
        {
            DeskPlace.ChatPage, "a button of somebody else's page",
            """
            C> close the platform role
            B! Close it
            < That change does not wait any more
            = 4
            C> yes
            < Done
            = 3
            """
        },
        {
            DeskPlace.ChatPage, "who is not signed in by name is told their id",
            """
            D> who am I
            < On web you are Dan. You are no recruiter.
            D> post a new role
            < I do not know you as one. Ask Ada | make web:Dan a recruiter
            > make web:Dan a recruiter for Crunch
            < Dan is a recruiter now for Crunch.
            D> close the Crunch role
            < Shall I close this role?
            > make Zoe a recruiter
            < Give the id that the person is told
            > make zoe@example.com a recruiter for Acme
            < zoe@example.com is a recruiter now for Acme.
            """
        },
    };

    [Theory]
    [MemberData(nameof(Own))]
    public async Task Roles_OfOneChannel_ArePostedAsSaid(DeskPlace place, string name, string script)
    {
        using var talk = await DeskTalk.StartOnAsync(place);
        await DeskScript.RunAsync(name, script, talk);
    }

    [Theory]
    [InlineData("post a new role", "you are not signed in")]
    [InlineData("close the platform role", "Who may post is decided by Ada.")]
    [InlineData("make web:Dan an admin", "you are not signed in")]
    [InlineData("who am I", "You are not signed in on this page")]
    [InlineData("#rust", "")]
    public async Task Visitor_OfAPageThatSignsPeopleIn_ChangesNothing(string said, string answer)
    {
        using var talk = await DeskTalk.StartOnAsync(DeskPlace.ChatPage);
        talk.Page = PagePeople.SignedIn;
        talk.Reconfigure();
        var message = new Activity { Type = ActivityTypes.Message, Text = said is "#rust" ? DeskTexts.Pasted["rust"] : said, From = new ChannelAccount { Id = "dl_Ada", Name = "Ada" } };

        var reply = await new PageDoor(talk.Clock).SendAsync(name: null, message, files: null, talk.Bot);

        Assert.Contains(answer, reply.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("publish", reply.Said, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await talk.Stores.Drafts.OfOwnerAsync(talk.Actor("Ada"), CancellationToken.None));
        Assert.Empty(await talk.Stores.Grants.AllAsync(CancellationToken.None));
        Assert.Equal(4, await talk.OpenRolesAsync());
    }

    [Fact]
    public async Task Message_OnTeams_IsPreparedInItsDialogBox()
    {
        using var talk = await DeskTalk.StartAsync();
        var payload = new JsonObject { ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = "<h2>Senior Backend Engineer</h2><p>Company: Harbour Labs</p><p>Location: Berlin</p><p>Salary: €70,000 - €90,000 per year</p>" } };
        var value = new JsonObject { ["commandId"] = "newPosting", ["commandContext"] = "message", ["messagePayload"] = payload };

        var opened = CardOf(await talk.InvokeAsync("composeExtension/fetchTask", value));
        var button = CardWalk.Objects(opened).Single(part => (string?)part["title"] == "Post to the catalogue");
        value["data"] = button["data"]!.DeepClone();
        var prepared = CardOf(await talk.InvokeAsync("composeExtension/submitAction", value));
        Assert.Contains("It is not published yet", prepared.ToJsonString(CardRenderer.Json), StringComparison.Ordinal);
        value["data"] = CardWalk.Objects(prepared).First(part => (string?)part["title"] == "Publish" && part["data"] is JsonObject)["data"]!.DeepClone();
        Assert.Contains("Published", CardOf(await talk.InvokeAsync("composeExtension/submitAction", value)).ToJsonString(CardRenderer.Json), StringComparison.Ordinal);
        Assert.Equal(5, await talk.OpenRolesAsync());

        talk.Person = "Dan";
        value.Remove("data");
        Assert.DoesNotContain("Post to the catalogue", CardOf(await talk.InvokeAsync("composeExtension/fetchTask", value)).ToJsonString(), StringComparison.Ordinal);
    }

    private static JsonObject CardOf(object? body)
    {
        var response = Assert.IsType<MessagingExtensionActionResponse>(body);
        return SdkJson.Card(Assert.IsType<TaskModuleContinueResponse>(response.Task).Value!.Card!.Content!);
    }
}
