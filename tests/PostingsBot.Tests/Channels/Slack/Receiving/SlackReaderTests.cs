using System.Text.Json.Nodes;
using PostingsBot.Channels.Slack.Receiving;
using PostingsBot.Tests.Support.Slack;

namespace PostingsBot.Tests.Channels.Slack.Receiving;

/// <summary>Payload in, work out.</summary>
public sealed class SlackReaderTests
{
    private const string Ours = SlackInstalls.BotUser;
    private const string Team = StrictSlack.Team;
    private const string Person = SlackTalk.Person;
    private const string Direct = SlackTalk.Direct;
    private const string Channel = SlackTalk.Channel;

    /// <summary>The event, the conversation, the message's id and its text.</summary>
    public static TheoryData<string, string, string, string> Messages => new()
    {
        { Dm("remote roles"), $"{Team}:{Direct}", "1.1", "remote roles" },
        { Dm("remote roles", ""","thread_ts":"1.0" """), $"{Team}:{Direct}:1.0", "1.1", "remote roles" },
        { Dm("see this", ""","subtype":"file_share" """), $"{Team}:{Direct}", "1.1", "see this" },
        { Mention($"<@{Ours}> remote roles"), $"{Team}:{Channel}:1.1", "1.1", "remote roles" },
        { Mention($"remote <@{Ours}> roles", ""","thread_ts":"1.0" """), $"{Team}:{Channel}:1.0", "1.1", "remote   roles" },
        { Mention($"<@{Ours}> roles for <@U9|ada> in <#C9|berlin>"), $"{Team}:{Channel}:1.1", "1.1", "roles for ada in berlin" },
        { Dm("R&amp;D at <https://a.example/x?a=1&amp;b=2|A &lt;lab&gt;> or <https://b.example>"), $"{Team}:{Direct}", "1.1", "R&D at A <lab> or https://b.example" },
        { Dm("until <!date^1392734382^{date}|18 Feb 2014>, <!here>"), $"{Team}:{Direct}", "1.1", "until 18 Feb 2014," },
        { Dm("a < b and &lt;b&gt; &amp;lt;"), $"{Team}:{Direct}", "1.1", "a < b and <b> &lt;" },
    };

    /// <summary>Events that nobody is answered for.</summary>
    public static TheoryData<string> Silent => new()
    {
        Dm("x", ""","bot_id":"B1" """),
        Dm("x", ""","subtype":"message_changed" """),
        Dm("x", ""","subtype":"message_deleted" """),
        Dm("x", ""","subtype":"bot_message" """),
        $$"""{"type":"message","channel_type":"im","channel":"{{Direct}}","user":"{{Ours}}","text":"my own","ts":"1.1"}""",
        $$"""{"type":"message","channel_type":"channel","channel":"{{Channel}}","user":"{{Person}}","text":"not for us","ts":"1.1"}""",
        Mention("x", ""","bot_id":"B1" """),
        """{"type":"app_home_opened","user":"U1","tab":"messages"}""",
        """{"type":"tokens_revoked","tokens":{"oauth":["U1"],"bot":[]}}""",
        """{"type":"link_shared","user":"U1","channel":"C1","message_ts":"1.1","links":[]}""",
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public void Read_Message_IsSaidWhereItStands(string happened, string place, string id, string text)
    {
        var said = Assert.IsType<SlackWork.Said>(SlackReader.Read(SlackKind.Event, Payloads.Event(happened, 7)));

        Assert.Equal(("Ev7", place, place), (said.Id, said.Order, said.Message.Place.Id));
        Assert.Equal((Person, id, text), (said.Message.User, said.Message.Id, said.Message.Text));
        Assert.Null(said.Message.Value);
    }

    [Theory]
    [MemberData(nameof(Silent))]
    public void Read_NotForUs_IsNothing(string happened) => Assert.IsType<SlackWork.Nothing>(SlackReader.Read(SlackKind.Event, Payloads.Event(happened)));

    [Fact]
    public void Read_FortyThousandCharacters_AreKeptAndNoMore()
    {
        var said = Assert.IsType<SlackWork.Said>(SlackReader.Read(SlackKind.Event, Payloads.Message(1, new string('y', 60_000))));

        Assert.Equal(IncomingText.Longest, said.Message.Text!.Length);
    }

    [Theory]
    [InlineData("user_team")]
    [InlineData("source_team")]
    [InlineData("team")]
    public void Read_SharedChannel_TellsPeopleOfOtherWorkspacesApart(string field)
    {
        SlackWork Of(string team, string shared) => SlackReader.Read(SlackKind.Event, Payloads.Event(Mention("roles", $$""","{{field}}":"{{team}}" """), more: $""","is_ext_shared_channel":{shared}"""));

        Assert.IsType<SlackWork.FromOutside>(Of("T9", "true"));
        Assert.IsType<SlackWork.Said>(Of(Team, "true"));
        Assert.IsType<SlackWork.Said>(Of("T9", "false"));
    }

    [Fact]
    public void Read_Command_IsAnAsideOfWhoGaveIt()
    {
        var said = Assert.IsType<SlackWork.Said>(SlackReader.Read(SlackKind.Command, Payloads.Command(" remote roles ", 4)));

        Assert.Equal(("command.4", $"{Team}:{Channel}:{Person}", "remote roles"), (said.Id, said.Message.Place.Id, said.Message.Text));
        Assert.Equal(Payloads.ResponseUrl, said.Message.ResponseUrl?.AbsoluteUri);
        Assert.Equal("help", Assert.IsType<SlackWork.Said>(SlackReader.Read(SlackKind.Command, Payloads.Command(""))).Message.Text);
    }

    [Theory]
    [InlineData(Channel, null, false, $"{Team}:{Channel}:5.5")]
    [InlineData(Channel, "4.4", false, $"{Team}:{Channel}:4.4")]
    [InlineData(Direct, null, false, $"{Team}:{Direct}")]
    [InlineData(Channel, null, true, $"{Team}:{Channel}:{Person}")]
    public void Read_PressedButton_CarriesItsDataAndItsMessage(string channel, string? thread, bool isAside, string place)
    {
        var message = new JsonObject { ["channel"] = channel, ["ts"] = "5.5" };
        if (thread is not null)
            message["thread_ts"] = thread;
        var pressed = Assert.IsType<SlackWork.Said>(SlackReader.Read(SlackKind.Interaction, Payloads.Pressed(3, message, Button("""{"verb":"detail","id":"aaaaaaaaa2"}"""), isAside)));

        Assert.Equal(("press.3", place), (pressed.Id, pressed.Message.Place.Id));
        Assert.Equal(("5.5", "5.5"), (pressed.Message.Id, pressed.Message.Pressed));
        Assert.Equal("""{"verb":"detail","id":"aaaaaaaaa2"}""", pressed.Message.Value!.Value.GetRawText());
    }

    [Fact]
    public void Read_ButtonOfAnotherVersion_CarriesNothingThatIsKnown()
    {
        var old = new JsonObject { ["type"] = "button", ["action_id"] = "old-7", ["value"] = "detail|7" };
        var pressed = Assert.IsType<SlackWork.Said>(SlackReader.Read(SlackKind.Interaction, Payloads.Pressed(1, new JsonObject { ["ts"] = "1.1" }, old)));

        Assert.Equal("{}", pressed.Message.Value!.Value.GetRawText());
    }

    [Fact]
    public void Read_ButtonUnderALink_AnswersThePersonAndLeavesTheMessage()
    {
        var payload = JsonNode.Parse(Payloads.Pressed(1, new JsonObject { ["ts"] = "1.1" }, Button("""{"verb":"more"}""")))!.AsObject();
        payload["container"]!["is_app_unfurl"] = true;
        var pressed = Assert.IsType<SlackWork.Said>(SlackReader.Read(SlackKind.Interaction, payload.ToJsonString()));

        Assert.Equal(($"{Team}:{Channel}:{Person}", null), (pressed.Message.Place.Id, pressed.Message.Pressed));
    }

    [Fact]
    public void Read_ButtonPressedFromAnotherWorkspace_IsFromOutside()
    {
        var payload = JsonNode.Parse(Payloads.Pressed(1, new JsonObject { ["ts"] = "1.1" }, Button("""{"verb":"more"}""")))!.AsObject();
        payload["user"]!["team_id"] = "T9";
        Assert.IsType<SlackWork.FromOutside>(SlackReader.Read(SlackKind.Interaction, payload.ToJsonString()));

        payload["enterprise"] = new JsonObject { ["id"] = "E1" };
        Assert.IsType<SlackWork.Said>(SlackReader.Read(SlackKind.Interaction, payload.ToJsonString()));
    }

    [Fact]
    public void Read_LinkThatWasFollowed_IsNothing()
    {
        var link = new JsonObject { ["type"] = "button", ["action_id"] = "link-1", ["url"] = "https://a.example" };

        Assert.IsType<SlackWork.Nothing>(SlackReader.Read(SlackKind.Interaction, Payloads.Pressed(1, new JsonObject { ["ts"] = "1.1" }, link)));
    }

    [Theory]
    [InlineData("""{"type":"reaction_added"}""", "reaction_added")]
    [InlineData("""{"type":"huddle_started"}""", "huddle_started")]
    public void Read_EventOfAnUnknownType_IsNamed(string happened, string type) =>
        Assert.Equal(type, Assert.IsType<SlackWork.Unknown>(SlackReader.Read(SlackKind.Event, Payloads.Event(happened))).Type);

    [Theory]
    [InlineData("""{"type":"app_uninstalled"}""")]
    [InlineData("""{"type":"tokens_revoked","tokens":{"oauth":[],"bot":["U1"]}}""")]
    public void Read_AppTakenOut_ForgetsTheWorkspace(string happened) =>
        Assert.Equal(Team, Assert.IsType<SlackWork.Forget>(SlackReader.Read(SlackKind.Event, Payloads.Event(happened))).Team);

    [Theory]
    [InlineData(""","unfurl_id":"u.1","source":"composer" """, "unfurl_id=u.1,source=composer")]
    [InlineData("", "channel=C1,ts=1.1")]
    public void Read_LinkShared_SaysWhereTheLinksStand(string more, string address)
    {
        var unfurl = Assert.IsType<SlackWork.Unfurl>(SlackReader.Read(
            SlackKind.Event, Payloads.Event($$"""{"type":"link_shared","user":"U1","channel":"C1","message_ts":"1.1","links":[{"domain":"a","url":"https://a/1"},{"domain":"a","url":"https://a/1"}]{{more}}}""")));

        Assert.Equal(address, string.Join(',', unfurl.Address.Select(field => $"{field.Name}={field.Value}")));
        Assert.Equal(["https://a/1"], unfurl.Links);
    }

    [Fact]
    public void Read_InteractionWithoutATrigger_IsKnownByItsContent()
    {
        var payload = JsonNode.Parse(Payloads.Pressed(1, new JsonObject { ["ts"] = "1.1" }, Button("""{"verb":"more"}""")))!.AsObject();
        payload.Remove("trigger_id");
        var once = SlackReader.Read(SlackKind.Interaction, payload.ToJsonString()).Id;
        payload["response_url"] = "https://hooks.slack.com/2";

        Assert.Equal(64, once.Length);
        Assert.NotEqual(once, SlackReader.Read(SlackKind.Interaction, payload.ToJsonString()).Id);
    }

    [Theory]
    [InlineData(nameof(SlackKind.Event), """{"type":"event_callback","team_id":"T1","event":{"type":"message"}}""")]
    [InlineData(nameof(SlackKind.Event), """{"type":"event_callback","event_id":"Ev1","event":{"type":"message"}}""")]
    [InlineData(nameof(SlackKind.Event), """{"type":"event_callback","event_id":"Ev1","team_id":"T1","event":7}""")]
    [InlineData(nameof(SlackKind.Event), """{"type":"url_verification"}""")]
    [InlineData(nameof(SlackKind.Event), """{"no":"type"}""")]
    [InlineData(nameof(SlackKind.Interaction), """{"type":"block_actions","user":{"id":"U1"},"team":{"id":"T1"}}""")]
    [InlineData(nameof(SlackKind.Interaction), """{"type":"block_actions","user":{"id":"U1"},"team":{"id":"T1"},"actions":[7],"container":7}""")]
    [InlineData(nameof(SlackKind.Interaction), """{"type":"block_actions","user":"U1","team":"T1","actions":[]}""")]
    [InlineData(nameof(SlackKind.Interaction), """{"type":"view_submission","user":{"id":"U1"},"team":{"id":"T1"},"view":{}}""")]
    [InlineData(nameof(SlackKind.Interaction), """{"type":"shortcut","user":{"id":"U1"},"team":{"id":"T1"},"callback_id":"x"}""")]
    [InlineData(nameof(SlackKind.Interaction), """{"type":"block_suggestion","user":{"id":"U1"},"team":null}""")]
    [InlineData(nameof(SlackKind.Command), """{"team_id":"T1","channel_id":"C1"}""")]
    [InlineData(nameof(SlackKind.Command), "null")]
    public void Read_FieldsMissingOrOfAnotherShape_IsMalformed(string kind, string payload) => Assert.IsType<SlackWork.Malformed>(SlackReader.Read(Enum.Parse<SlackKind>(kind), payload));

    private static string Dm(string text, string more = "") =>
        $$"""{"type":"message","channel_type":"im","channel":"{{Direct}}","user":"{{Person}}","text":{{JsonValue.Create(text).ToJsonString()}},"ts":"1.1"{{more}}}""";

    private static string Mention(string text, string more = "") =>
        $$"""{"type":"app_mention","channel":"{{Channel}}","user":"{{Person}}","text":{{JsonValue.Create(text).ToJsonString()}},"ts":"1.1"{{more}}}""";

    private static JsonObject Button(string data) => new() { ["type"] = "button", ["action_id"] = "only-1", ["value"] = data };
}
