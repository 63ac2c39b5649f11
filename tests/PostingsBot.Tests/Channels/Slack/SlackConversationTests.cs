using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PostingsBot.Channels.Slack;
using PostingsBot.Channels.Slack.Receiving;
using PostingsBot.Tests.Support.Slack;

namespace PostingsBot.Tests.Channels.Slack;

/// <summary>What people say and press in Slack, and what they see then.</summary>
public sealed class SlackConversationTests : IDisposable
{
    private readonly SlackTalk talk = new();

    public void Dispose() => talk.Dispose();

    [Theory]
    [InlineData("""{"type":"member_left_channel","user":"U0000002","channel":"C0000001","channel_type":"C","team":"T0000001"}""", true)]
    [InlineData("""{"type":"user_change","user":{"id":"U0000002","team_id":"T0000001","deleted":true}}""", true)]
    [InlineData("""{"type":"member_left_channel","user":"U0000003","channel":"C0000001","channel_type":"C","team":"T0000001"}""", false)]
    [InlineData("""{"type":"user_change","user":{"id":"U0000002","team_id":"T0000001","deleted":false}}""", false)]
    public async Task Event_OwnerOfAChannelsAlertLeaves_TheChannelIsTold(string happened, bool isOwner)
    {
        var subscription = new Core.Digests.Subscription
        {
            Id = "0a1b2c3d4e",
            Owner = new Core.Digests.Owner("slack", SlackPlace.UserId(StrictSlack.Team, SlackTalk.Person)),
            Destination = new Core.Digests.Destination("slack", new SlackPlace(StrictSlack.Team, SlackTalk.Channel).Id, Core.Digests.DestinationKind.Channel),
            Question = new Core.Questions.Question(Core.Questions.Intent.FindRoles),
            Rhythm = new Core.Digests.Rhythm.AtOnce(),
            Progress = new Core.Digests.Progress(NodaTime.Instant.FromDateTimeOffset(talk.Clock.GetUtcNow()), null),
        };
        await talk.Alerts.CreateAsync(subscription, [], 10, talk.Clock.GetUtcNow(), CancellationToken.None);

        await talk.DeliverAsync(SlackKind.Event, Payloads.Event(happened, 71));
        await talk.WorkAsync();

        Assert.Equal(isOwner, Assert.Single(talk.Alerts.All).Owner.IsNobody);
        Assert.Equal(isOwner ? 1 : 0, (await talk.Outbox.ClaimAsync(talk.Clock.GetUtcNow(), TimeSpan.FromMinutes(1), 10, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Message_Direct_IsAnsweredThere()
    {
        var answer = await talk.SayAsync("remote roles");

        Assert.Equal((SlackTalk.Direct, null), (answer["channel"]!.ToString(), answer["thread_ts"]));
        Assert.Contains("Data Engineer", SlackTalk.Words(answer), StringComparison.Ordinal);
        Assert.Equal(("false", "false"), (answer["unfurl_links"]!.ToString(), answer["unfurl_media"]!.ToString()));
        Assert.NotEmpty(answer["text"]!.ToString());
    }

    [Fact]
    public async Task Message_Followed_RemembersWhatWasSaid()
    {
        await talk.SayAsync("remote roles");
        var answer = await talk.SayAsync("only with Go");

        Assert.Contains("Senior Backend Engineer", SlackTalk.Words(answer), StringComparison.Ordinal);
        Assert.DoesNotContain("Data Engineer", SlackTalk.Words(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mention_InAChannel_IsAnsweredInItsThreadWithAMemoryOfItsOwn()
    {
        await talk.DeliverAsync(SlackKind.Event, Payloads.Mention(1, "<@U0000001> remote roles"));
        await talk.DeliverAsync(SlackKind.Event, Payloads.Mention(2, "<@U0000001> frontend roles"));
        await talk.DeliverAsync(SlackKind.Event, Payloads.Mention(3, "<@U0000001> tell me about the second", ""","thread_ts":"1771930800.000001" """));
        await talk.WorkAsync();

        Assert.Equal(["1771930800.000001", "1771930800.000002", "1771930800.000001"], talk.Said.OrderBy(said => said["ts"]!.ToString(), StringComparer.Ordinal).Select(said => said["thread_ts"]!.ToString()));
        Assert.Contains("Data Engineer", SlackTalk.Words(talk.Said[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alert_OfferedAndPressedTwice_IsKeptOnceAndCanBeReached()
    {
        var offer = await talk.SayAsync("send me Go roles, weekdays at 8");
        Assert.Contains("Shall I send you what is new to this: Go?", SlackTalk.Words(offer), StringComparison.Ordinal);
        var confirm = offer.DeepClone().AsObject();

        await talk.PressAsync(confirm, "confirm");
        Assert.Contains("Saved.", SlackTalk.Words(talk.Said[^1]), StringComparison.Ordinal);
        await talk.PressAsync(confirm, "confirm");

        Assert.Contains("That is saved already, once.", SlackTalk.Words(talk.Said[^1]), StringComparison.Ordinal);
        var alert = Assert.Single(talk.Alerts.All);
        Assert.Equal($"{StrictSlack.Team}:{SlackTalk.Direct}", alert.Destination.Conversation);
        Assert.Equal(alert.Destination.Conversation, (await talk.Book.FindAsync("slack", alert.Destination.Conversation, CancellationToken.None))?.Conversation.Id);
    }

    [Fact]
    public async Task Button_InAMessage_ReplacesTheMessage()
    {
        var list = await talk.SayAsync("remote roles");
        var (count, ts) = (talk.Said.Count, list["ts"]!.ToString());
        await talk.PressAsync(list, "aaaaaaaaa1");

        Assert.Equal(count, talk.Said.Count);
        Assert.Equal(ts, talk.Said[^1]["ts"]!.ToString());
        Assert.Contains("70,000", SlackTalk.Words(talk.Said[^1]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("message_not_found")]
    [InlineData("edit_window_closed")]
    [InlineData("channel_not_found")]
    public async Task Button_MessageThatCannotBeChanged_IsReplacedByItsResponseUrl(string error)
    {
        var list = await talk.SayAsync("remote roles");
        talk.Slack.Refusals.Enqueue(("chat.update", error));
        await talk.PressAsync(list, "aaaaaaaaa1");

        var response = Assert.Single(talk.Api.Responses);
        Assert.Equal("true", response["replace_original"]!.ToString());
        Assert.Contains("70,000", SlackTalk.Words(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Button_MessageThatCannotBeReplacedAtAll_IsAnsweredAnew()
    {
        var list = await talk.SayAsync("remote roles");
        talk.Slack.Refusals.Enqueue(("chat.update", "message_not_found"));
        talk.Api.ResponseErrors.Enqueue("expired_url");
        await talk.PressAsync(list, "aaaaaaaaa1");

        Assert.NotEqual(list["ts"]!.ToString(), talk.Said[^1]["ts"]!.ToString());
        Assert.Contains("70,000", SlackTalk.Words(talk.Said[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cards_WithRoles_AreFollowedUntilSomethingElseTakesTheirPlace()
    {
        async Task<string?> FollowedAsync() => (await talk.Delivered.ClaimAsync(talk.Clock.GetUtcNow(), TimeSpan.Zero, 10, CancellationToken.None)).Select(due => due.Card.Activity).SingleOrDefault();

        var list = await talk.SayAsync("remote roles");
        var ts = list["ts"]!.ToString();
        Assert.Equal(ts, await FollowedAsync());
        await talk.PressAsync(list, "aaaaaaaaa1");
        Assert.Equal(ts, await FollowedAsync());
        await talk.DeliverAsync(SlackKind.Interaction, Payloads.Pressed(9, talk.Said[^1], new JsonObject { ["type"] = "button", ["action_id"] = "only-1", ["value"] = """{"verb":"ask","say":"help"}""" }));
        await talk.WorkAsync();

        Assert.Null(await FollowedAsync());
    }

    [Fact]
    public async Task Button_OfAnotherVersion_SaysSo()
    {
        var list = await talk.SayAsync("remote roles");
        await talk.DeliverAsync(SlackKind.Interaction, Payloads.Pressed(9, list, new JsonObject { ["type"] = "button", ["action_id"] = "old-1", ["value"] = "x" }));
        await talk.WorkAsync();

        Assert.Contains("another version", SlackTalk.Words(talk.Said[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_Given_IsAnsweredToThePersonAlone()
    {
        await talk.DeliverAsync(SlackKind.Command, Payloads.Command("remote roles"));
        await talk.WorkAsync();

        var response = Assert.Single(talk.Api.Responses);
        Assert.Equal(("ephemeral", "false"), (response["response_type"]!.ToString(), response["replace_original"]!.ToString()));
        Assert.Contains("Data Engineer", SlackTalk.Words(response), StringComparison.Ordinal);
        Assert.Empty(talk.Said);
    }

    [Fact]
    public async Task Command_ResponseUrlSpent_IsAnsweredByAnEphemeralMessage()
    {
        talk.Api.ResponseErrors.Enqueue("expired_url");
        await talk.DeliverAsync(SlackKind.Command, Payloads.Command("remote roles"));
        await talk.WorkAsync();

        Assert.Equal(SlackTalk.Person, Assert.Single(talk.Slack.Messages.All, message => message["ephemeral_for"] is not null)["ephemeral_for"]!.ToString());
    }

    [Fact]
    public async Task Command_Shared_ShowsEverybodyTheSameAnswer()
    {
        await talk.DeliverAsync(SlackKind.Command, Payloads.Command("remote roles"));
        await talk.WorkAsync();
        var aside = talk.Api.Responses[^1];
        await talk.PressAsync(aside, SlackWording.Share, isAside: true);

        var shared = talk.Api.Responses[^1];
        Assert.Equal("in_channel", shared["response_type"]!.ToString());
        Assert.Contains("Data Engineer", SlackTalk.Words(shared), StringComparison.Ordinal);
        Assert.DoesNotContain(SlackWording.Share, SlackTalk.Words(shared), StringComparison.Ordinal);
        Assert.Equal(aside["blocks"]!.AsArray().Count - 1, shared["blocks"]!.AsArray().Count);
    }

    [Fact]
    public async Task Command_AnOlderAnswerShared_SaysThatItIsGone()
    {
        await talk.DeliverAsync(SlackKind.Command, Payloads.Command("remote roles", 1));
        await talk.WorkAsync();
        var older = talk.Api.Responses[^1];
        await talk.DeliverAsync(SlackKind.Command, Payloads.Command("frontend roles", 2));
        await talk.WorkAsync();
        await talk.PressAsync(older, SlackWording.Share, isAside: true);

        Assert.Equal("ephemeral", talk.Api.Responses[^1]["response_type"]!.ToString());
        Assert.Contains("no longer at hand", SlackTalk.Words(talk.Api.Responses[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_ButtonPressed_ReplacesWhatThePersonSees()
    {
        await talk.DeliverAsync(SlackKind.Command, Payloads.Command("remote roles"));
        await talk.WorkAsync();
        await talk.PressAsync(talk.Api.Responses[^1], "aaaaaaaaa1", isAside: true);

        Assert.Equal(("ephemeral", "true"), (talk.Api.Responses[^1]["response_type"]!.ToString(), talk.Api.Responses[^1]["replace_original"]!.ToString()));
        Assert.Contains("70,000", SlackTalk.Words(talk.Api.Responses[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delivered_SeveralTimes_IsAnsweredOnce()
    {
        for (var retry = 0; retry < 4; retry++)
            await talk.DeliverAsync(SlackKind.Event, Payloads.Message(1, "remote roles"));

        Assert.Equal(1, await talk.WorkAsync());
        await talk.DeliverAsync(SlackKind.Event, Payloads.Message(1, "remote roles"));
        Assert.Equal(0, await talk.WorkAsync());
        Assert.Single(talk.Said);
    }

    [Fact]
    public async Task Continue_AConversationLater_PostsChangesAndDeletesThere()
    {
        await ContinueAsync(SlackTalk.Channel, async (turn, ct) =>
        {
            var sent = await turn.SendActivityAsync(MessageFactory.Text("news"), ct);
            Assert.Equal("news", Assert.Single(talk.Said)["text"]!.ToString());
            var changed = MessageFactory.Text("other news");
            changed.Id = sent.Id;
            await turn.UpdateActivityAsync(changed, ct);
            Assert.Equal("other news", Assert.Single(talk.Said)["text"]!.ToString());
            await turn.DeleteActivityAsync(sent.Id!, ct);
        });

        Assert.Empty(talk.Said);
    }

    [Fact]
    public async Task Continue_WithAKeyThatWasSent_SendsNothingAgain()
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            await ContinueAsync(SlackTalk.Direct, (turn, ct) =>
            {
                turn.TurnState.Add(new SlackTurn("digest-7") { Begun = talk.Clock.GetUtcNow() });
                return turn.SendActivityAsync(MessageFactory.Text("news"), ct);
            });
        }

        Assert.Single(talk.Said);
    }

    [Fact]
    public async Task Typing_InSlack_IsNotShown()
    {
        await ContinueAsync(SlackTalk.Direct, (turn, ct) => turn.SendActivityAsync(new Activity(ActivityTypes.Typing), ct));

        Assert.Empty(talk.Slack.Calls);
    }

    [Fact]
    public async Task FromOutside_Asked_IsToldWhoIsAnswered()
    {
        await talk.DeliverAsync(SlackKind.Event, Payloads.Event(
            """{"type":"app_mention","channel":"C0000001","user":"U0000002","user_team":"T9","text":"remote roles","ts":"1771930800.000001"}""", more: ""","is_ext_shared_channel":true"""));
        await talk.WorkAsync();

        var told = Assert.Single(talk.Slack.Messages.All, message => message["ephemeral_for"] is not null);
        Assert.Contains(SlackWording.FromOutside, SlackTalk.Words(told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FromABot_AsUsersInfoSays_IsNotAnswered()
    {
        talk.Slack.People[SlackTalk.Person]["is_bot"] = true;
        await talk.DeliverAsync(SlackKind.Event, Payloads.Message(1, "remote roles"));
        await talk.WorkAsync();

        Assert.Empty(talk.Said);
    }

    [Fact]
    public async Task Workspace_WithoutTheApp_IsNotAnswered()
    {
        talk.Workspaces.Teams.Clear();
        await talk.DeliverAsync(SlackKind.Event, Payloads.Message(1, "remote roles"));

        Assert.Equal(1, await talk.WorkAsync());
        Assert.Empty(talk.Said);
    }

    [Fact]
    public async Task Uninstalled_Workspace_IsForgottenWithAllThatWasSaid()
    {
        await talk.SayAsync("remote roles");
        await talk.DeliverAsync(SlackKind.Command, Payloads.Command("remote roles"));
        await talk.WorkAsync();
        var before = talk.Store.Keys.Count;
        await talk.DeliverAsync(SlackKind.Event, Payloads.Event("""{"type":"app_uninstalled"}""", 99));
        await talk.WorkAsync();

        Assert.True(before >= 3);
        Assert.Empty(talk.Store.Keys);
        Assert.Empty(talk.Workspaces.Teams);
    }

    [Fact]
    public async Task Unknown_EventsOfOneType_AreAcknowledgedAndLoggedOnce()
    {
        for (var n = 0; n < 3; n++)
            Assert.Null((await talk.DeliverAsync(SlackKind.Event, Payloads.Event("""{"type":"huddle_started"}""", n))).Refused);

        Assert.Equal(0, await talk.WorkAsync());
        Assert.Contains("huddle_started", Assert.Single(talk.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RateLimited_BySlack_IsLogged()
    {
        await talk.DeliverAsync(SlackKind.Event, """{"token":"x","type":"app_rate_limited","team_id":"T0000001","minute_rate_limited":1518467820,"api_app_id":"A1"}""");

        Assert.Contains("held back", Assert.Single(talk.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FortyThousandCharacters_AreAnswered() => Assert.NotEmpty((await talk.SayAsync(string.Concat(Enumerable.Repeat("remote ", 6_000))))["text"]!.ToString());

    private Task ContinueAsync(string channel, BotCallbackHandler callback) => talk.Services.GetRequiredService<SlackAdapter>().ContinueConversationAsync(
        "",
        new ConversationReference
        {
            ChannelId = SlackAdapter.ChannelId,
            ServiceUrl = SlackAdapter.ServiceUrl,
            Bot = new ChannelAccount { Id = "T0000001:U0000001" },
            Conversation = new ConversationAccount { Id = new SlackPlace(StrictSlack.Team, channel).Id },
        },
        callback,
        CancellationToken.None);
}
