using System.Text.Json.Nodes;
using NodaTime;
using PostingsBot.Channels.Slack;
using PostingsBot.Channels.Slack.Blocks;
using PostingsBot.Channels.Slack.Receiving;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Questions;
using PostingsBot.Storage.Saved;
using PostingsBot.Tests.Support.Slack;

namespace PostingsBot.Tests.Channels.Slack;

/// <summary>Modals, the Home, lists of choices and cards under links.</summary>
public sealed class SlackModalTests : IDisposable
{
    private const string Posting = "*Senior Backend Engineer* at Harbour Labs\nLocation: Berlin\nSalary: 70,000 - 90,000 EUR\nApply: <https://harbour.example/apply|here> <@U0000009>";

    private readonly SlackTalk talk = new(address: "https://jobs.example");

    public void Dispose() => talk.Dispose();

    [Fact]
    public async Task FindRoles_Chosen_OpensAFormAndItsAnswerTakesItsPlace()
    {
        var form = await OpenedAsync(SlackShortcuts.FindRoles);
        var answer = await talk.DeliverAsync(SlackKind.Interaction, Payloads.Submitted(form, """{"words":{"in-words":{"type":"plain_text_input","value":"remote roles"}}}"""));

        Assert.Equal("update", answer.Body!["response_action"]!.ToString());
        Assert.Contains("Data Engineer", SlackTalk.Words(answer.Body), StringComparison.Ordinal);
        Assert.Equal(0, await talk.WorkAsync());
    }

    [Fact]
    public async Task FindRoles_Chosen_AsksForWhatWasChosen()
    {
        var form = await OpenedAsync(SlackShortcuts.FindRoles);
        var answer = await talk.DeliverAsync(SlackKind.Interaction, Payloads.Submitted(
            form, """{"words":{"in-words":{"type":"plain_text_input","value":null}},"skill":{"in-skill":{"type":"multi_external_select","selected_options":[{"value":"Python"}]}}}"""));

        Assert.Contains("Data Engineer", SlackTalk.Words(answer.Body!), StringComparison.Ordinal);
        Assert.DoesNotContain("Frontend Developer", SlackTalk.Words(answer.Body!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindRoles_SubmittedEmpty_SaysWhatIsMissing()
    {
        var form = await OpenedAsync(SlackShortcuts.FindRoles);
        var answer = await talk.DeliverAsync(SlackKind.Interaction, Payloads.Submitted(form, """{"words":{"in-words":{"type":"plain_text_input","value":null}}}"""));

        Assert.Equal("errors", answer.Body!["response_action"]!.ToString());
        Assert.Equal(ViewWording.NothingToFind, answer.Body["errors"]!["words"]!.ToString());
        Assert.Contains(form["blocks"]!.AsArray(), block => block!["block_id"]?.ToString() is "words");
    }

    [Fact]
    public async Task Choices_WhileTyping_CompleteTheText()
    {
        var answer = await talk.DeliverAsync(SlackKind.Interaction, Suggestion("in-skill", "r&"));
        var option = Assert.Single(answer.Body!["options"]!.AsArray());

        Assert.Equal("R&amp;D &lt;lab&gt; · 1 role", option!["text"]!["text"]!.ToString());
        Assert.Equal("R&amp;D &lt;lab&gt;", option["value"]!.ToString());
        Assert.Empty((await talk.DeliverAsync(SlackKind.Interaction, Suggestion("other", "py"))).Body!["options"]!.AsArray());
    }

    [Fact]
    public async Task ButtonInAModal_Pressed_ShowsItsAnswerInTheModal()
    {
        var form = await OpenedAsync(SlackShortcuts.FindRoles);
        var answer = await talk.DeliverAsync(SlackKind.Interaction, Payloads.Submitted(form, """{"words":{"in-words":{"type":"plain_text_input","value":"remote roles"}}}"""));
        var view = answer.Body!["view"]!.DeepClone().AsObject();
        view["id"] = form["id"]!.ToString();
        await talk.DeliverAsync(SlackKind.Interaction, Payloads.PressedInView(1, view, SlackTalk.Button(view, "aaaaaaaaa1")));
        await talk.WorkAsync();

        Assert.Contains("70,000", SlackTalk.Words(talk.Slack.Views.Opened[form["id"]!.ToString()]), StringComparison.Ordinal);
        Assert.Empty(talk.Said);
    }

    [Fact]
    public async Task NewPosting_FromAMessage_ShowsWhatIsReadAndPostsItsCard()
    {
        var view = await OpenedAsync(SlackShortcuts.NewPosting, Posting);
        Assert.Contains("Harbour Labs", SlackTalk.Words(view), StringComparison.Ordinal);
        Assert.DoesNotContain("U0000009", SlackTalk.Words(view), StringComparison.Ordinal);

        await talk.DeliverAsync(SlackKind.Interaction, Payloads.PressedInView(1, view, SlackTalk.Button(view, "insert")));
        await talk.WorkAsync();

        var posted = Assert.Single(talk.Api.Responses);
        Assert.Equal(("in_channel", "1771930700.000100"), (posted["response_type"]!.ToString(), posted["thread_ts"]!.ToString()));
        Assert.Contains("Senior Backend Engineer", SlackTalk.Words(posted), StringComparison.Ordinal);
        Assert.Contains(SlackWording.Posted, SlackTalk.Words(talk.Slack.Views.Opened[view["id"]!.ToString()]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewPosting_FromAnOlderModal_SaysThatTheMessageIsGone()
    {
        var older = await OpenedAsync(SlackShortcuts.NewPosting, Posting);
        await OpenedAsync(SlackShortcuts.NewPosting, Posting.Replace("Harbour", "Meadow", StringComparison.Ordinal));
        await talk.DeliverAsync(SlackKind.Interaction, Payloads.PressedInView(1, older, SlackTalk.Button(older, "insert")));
        await talk.WorkAsync();

        Assert.Empty(talk.Api.Responses);
        Assert.Contains(SlackWording.NothingToPost, SlackTalk.Words(talk.Slack.Views.Opened[older["id"]!.ToString()]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("good morning everybody", "no job posting")]
    [InlineData("", "There is no text")]
    public async Task NewPosting_FromAnythingElse_SaysWhy(string text, string why) =>
        Assert.Contains(why, SlackTalk.Words(await OpenedAsync(SlackShortcuts.NewPosting, text)), StringComparison.Ordinal);

    [Fact]
    public async Task Home_Opened_ShowsTheNewestRolesWhoseButtonsOpenAModal()
    {
        await talk.DeliverAsync(SlackKind.Event, Payloads.Event("""{"type":"app_home_opened","user":"U0000002","tab":"home","channel":"D0000002"}"""));
        await talk.WorkAsync();
        var home = talk.Slack.Views.Homes[SlackTalk.Person];
        Assert.Contains("Senior Backend Engineer", SlackTalk.Words(home), StringComparison.Ordinal);

        await talk.DeliverAsync(SlackKind.Interaction, Payloads.PressedInView(1, home, SlackTalk.Button(home, "aaaaaaaaa1"), talk.Slack.Views.NewTrigger()));
        Assert.Contains(SlackWording.Looking, SlackTalk.Words(talk.Slack.Views.Opened.Values.Single()), StringComparison.Ordinal);
        await talk.WorkAsync();

        Assert.Contains("70,000", SlackTalk.Words(talk.Slack.Views.Opened.Values.Single()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_WithASavedRole_UnsavedByItsButton()
    {
        var owner = new Owner(SlackAdapter.ChannelId, SlackPlace.UserId(StrictSlack.Team, SlackTalk.Person));
        await talk.Saved.SaveAsync(new SavedRole(owner, null, "aaaaaaaaa2", "Frontend Developer at Meadow", "", IsOpen: true), 5, talk.Clock.GetUtcNow(), CancellationToken.None);
        await talk.DeliverAsync(SlackKind.Event, Payloads.Event("""{"type":"app_home_opened","user":"U0000002","tab":"home","channel":"D0000002"}"""));
        await talk.WorkAsync();

        var home = talk.Slack.Views.Homes[SlackTalk.Person];
        await talk.DeliverAsync(SlackKind.Interaction, Payloads.PressedInView(1, home, SlackTalk.Button(home, "\"Unsave\""), talk.Slack.Views.NewTrigger()));
        await talk.WorkAsync();

        Assert.Empty(talk.Saved.All);
    }

    [Fact]
    public async Task Home_WithAnAlert_ShowsItAndItsButtonsAnswerInAModal()
    {
        var alert = new Subscription
        {
            Id = "abcdef0123",
            Owner = new Owner(SlackAdapter.ChannelId, SlackPlace.UserId(StrictSlack.Team, SlackTalk.Person)),
            Destination = new Core.Digests.Destination(SlackAdapter.ChannelId, SlackPlace.UserId(StrictSlack.Team, SlackTalk.Person), DestinationKind.Person),
            Question = new Question(Intent.FindRoles) { Constraints = [new SkillConstraint(["Go"])] },
            Rhythm = new Rhythm.OnDays(Weekdays.EveryDay, new LocalTime(9, 0), "UTC"),
            Progress = new Progress(Instant.FromDateTimeOffset(talk.Clock.GetUtcNow()), null),
        };
        await talk.Alerts.CreateAsync(alert, [], 5, talk.Clock.GetUtcNow(), CancellationToken.None);

        await talk.DeliverAsync(SlackKind.Event, Payloads.Event("""{"type":"app_home_opened","user":"U0000002","tab":"home","channel":"D0000002"}"""));
        await talk.WorkAsync();

        var home = talk.Slack.Views.Homes[SlackTalk.Person];
        Assert.Contains("Every day at 09:00 (UTC) · next:", SlackTalk.Words(home), StringComparison.Ordinal);
        await talk.DeliverAsync(SlackKind.Interaction, Payloads.PressedInView(1, home, SlackTalk.Button(home, "\"Pause\""), talk.Slack.Views.NewTrigger()));
        await talk.WorkAsync();
        Assert.IsType<SubscriptionState.Paused>((await talk.Alerts.FindAsync(alert.Id, CancellationToken.None))!.Subscription.State);
    }

    [Fact]
    public async Task Trigger_TooOld_DoesNothing()
    {
        var trigger = talk.Slack.Views.NewTrigger();
        talk.Clock.Later += TimeSpan.FromSeconds(4);

        Assert.Null((await talk.DeliverAsync(SlackKind.Interaction, Payloads.Shortcut(SlackShortcuts.FindRoles, trigger))).Refused);
        Assert.Empty(talk.Slack.Views.Opened);
    }

    [Fact]
    public async Task Links_OfRoles_AreDrawnUnderTheMessage()
    {
        await talk.DeliverAsync(SlackKind.Event, Payloads.Event("""
            {"type":"link_shared","user":"U0000002","channel":"C0000001","message_ts":"1.1","unfurl_id":"u1","source":"conversations_history",
             "links":[{"url":"https://jobs.example/roles/aaaaaaaaa2"},{"url":"https://jobs.example/roles/0000000000"},{"url":"https://elsewhere.example/roles/aaaaaaaaa1"}]}
            """));
        await talk.WorkAsync();

        var unfurls = Assert.Single(talk.Slack.Messages.Unfurled)["unfurls"]!.AsObject();
        Assert.Equal(["https://jobs.example/roles/aaaaaaaaa2"], unfurls.Select(unfurl => unfurl.Key));
        Assert.Contains("Frontend Developer", SlackTalk.Words(unfurls), StringComparison.Ordinal);
    }

    private static string Suggestion(string action, string typed) =>
        $$"""{"type":"block_suggestion","user":{"id":"U0000002"},"team":{"id":"{{StrictSlack.Team}}"},"action_id":"{{action}}","block_id":"choice","value":"{{typed}}"}""";

    private async Task<JsonObject> OpenedAsync(string shortcut, string? text = null)
    {
        await talk.DeliverAsync(SlackKind.Interaction, Payloads.Shortcut(shortcut, talk.Slack.Views.NewTrigger(), text));
        return talk.Slack.Views.Opened.Values.Last();
    }
}
