using System.Text.Json.Nodes;
using PostingsBot.Cards;
using PostingsBot.Channels.Terminal;
using PostingsBot.Recruiting;
using PostingsBot.Tests.Cards;
using PostingsBot.Tests.Support;
using Spectre.Console;

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

    [Fact]
    public async Task Roles_InTheTerminal_ArePostedAsSaid()
    {
        using var talk = await DeskTalk.StartAsync(Identity.Terminal, type: null);
        await using var written = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(written) });
        console.Profile.Width = 10_000;
        var adapter = new TerminalAdapter(console, talk.Clock);

        async Task<string> SayAsync(string text)
        {
            written.GetStringBuilder().Clear();
            await adapter.SayAsync(talk.Bot, text, CancellationToken.None);
            return written.ToString();
        }

        var preview = await SayAsync(RecruitingTalk.PostThis(DeskTexts.Pasted["rust"]));
        Assert.Contains("Pay: EUR 80,000–100,000 per year", preview, StringComparison.Ordinal);
        Assert.Contains("Say “publish”", preview, StringComparison.Ordinal);
        Assert.Contains("Published", await SayAsync("publish"), StringComparison.Ordinal);
        Assert.Equal(5, await talk.OpenRolesAsync());
        var change = await SayAsync("raise the Crunch salary to 150k");
        Assert.Contains("150,000", change, StringComparison.Ordinal);
        Assert.Contains("before: USD 130,000 per year", change, StringComparison.Ordinal);
        Assert.Contains("Done", await SayAsync("yes"), StringComparison.Ordinal);
        Assert.Contains("before: USD 130,000 per year", await SayAsync("who changed the Crunch role?"), StringComparison.Ordinal);
        Assert.Contains("Taken back", await SayAsync("undo"), StringComparison.Ordinal);
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
