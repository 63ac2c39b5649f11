using System.Text.Json;
using System.Text.Json.Nodes;

namespace PostingsBot.Tests.BotFramework;

public class ActivityJsonTests
{
    private const string MessageInATeamsChannel =
        """
        {"type":"message","id":"1700000000000","timestamp":"2026-03-01T10:00:00.1234567+00:00","localTimestamp":"2026-03-01T11:00:00+01:00",
         "localTimezone":"Europe/Berlin","serviceUrl":"http://localhost:56150/_connector","channelId":"msteams",
         "from":{"id":"29:1abc","name":"Ada","aadObjectId":"0000-1","userRole":"user"},
         "conversation":{"conversationType":"channel","tenantId":"t-1","id":"19:x@thread.tacv2;messageid=17","isGroup":true,"department":"R&D"},
         "recipient":{"id":"28:bot","name":"Postings"},"textFormat":"plain","locale":"de-DE","text":"<at>Postings</at> go roles 🌎 für mich",
         "attachments":[{"contentType":"text/html","content":"<div>hi</div>","odd":[1,2]}],
         "entities":[{"type":"mention","mentioned":{"id":"28:bot","name":"Postings"},"text":"<at>Postings</at>"},
                     {"type":"clientInfo","locale":"de-DE","country":"DE","platform":"Web","timezone":"Europe/Berlin"}],
         "channelData":{"teamsChannelId":"19:x","tenant":{"id":"t-1"},"settings":null},"attachmentLayout":"list","callerHint":{"deep":{"er":true}}}
        """;

    public static TheoryData<string> Wire =>
    [
        MessageInATeamsChannel,
        // an Action.Execute
        """
        {"type":"invoke","name":"adaptiveCard/action","id":"f:1","channelId":"msteams","conversation":{"id":"a:1"},"from":{"id":"29:1"},
         "value":{"action":{"type":"Action.Execute","id":"b","verb":"detail","data":{"posting":3,"level":1.50}},"trigger":"manual"}}
        """,
        // members
        """
        {"type":"conversationUpdate","channelId":"directline","conversation":{"id":"c"},"membersAdded":[{"id":"bot"},{"id":"dl_1","name":""}],"topicName":"t"}
        """,
        // a type that nobody knows
        """
        {"type":"x/new","channelId":"c","conversation":{"id":"1"},"value":"text","payload":[]}
        """,
    ];

    [Theory]
    [MemberData(nameof(Wire))]
    public void Serialize_WhatWasRead_GivesTheSameFields(string json)
    {
        var activity = ActivityJson.Deserialize<Activity>(json)!;

        var written = JsonNode.Parse(ActivityJson.Serialize(activity));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), written), written!.ToJsonString());
    }

    [Fact]
    public void Serialize_UnsetMembers_AreOmitted() =>
        Assert.Equal("""{"type":"message","text":"hi"}""", ActivityJson.Serialize(new Activity(ActivityTypes.Message) { Text = "hi" }));

    [Theory]
    [InlineData("für", "für")]
    [InlineData("Привет", "Привет")]
    [InlineData("<script>", "\\u003Cscript\\u003E")]
    public void Serialize_Text_KeepsLettersAndEscapesMarkup(string text, string expected) =>
        Assert.Contains(expected, ActivityJson.Serialize(new Activity(ActivityTypes.Message) { Text = text }), StringComparison.Ordinal);

    [Fact]
    public void Deserialize_CallerId_IsNotTrustedFromTheWire() =>
        Assert.Null(ActivityJson.Deserialize<Activity>("""{"type":"message","callerId":"urn:botframework:azure"}""")!.CallerId);

    [Fact]
    public void Deserialize_ObjectMembers_AreJsonElements()
    {
        var activity = ActivityJson.Deserialize<Activity>("""{"type":"message","value":{"a":1},"channelData":[1],"attachments":[{"content":{"b":2}}]}""")!;

        Assert.Equal(1, Assert.IsType<JsonElement>(activity.Value).GetProperty("a").GetInt32());
        Assert.Equal(JsonValueKind.Array, Assert.IsType<JsonElement>(activity.ChannelData).ValueKind);
        Assert.Equal(2, Assert.IsType<JsonElement>(activity.Attachments![0].Content).GetProperty("b").GetInt32());
    }

    public static TheoryData<object> Contents =>
    [
        new { type = "AdaptiveCard", rows = 3 },
        new JsonObject { ["type"] = "AdaptiveCard", ["rows"] = 3 },
        JsonDocument.Parse("""{"type":"AdaptiveCard","rows":3}""").RootElement,
        new Dictionary<string, object> { ["type"] = "AdaptiveCard", ["rows"] = 3 },
    ];

    [Theory]
    [MemberData(nameof(Contents))]
    public void Serialize_ContentOfAnyKind_GivesTheSameJson(object content) => Assert.Equal(
        """{"contentType":"c","content":{"type":"AdaptiveCard","rows":3}}""",
        ActivityJson.Serialize(new Attachment("c", content: content)));

    [Fact]
    public void Deserialize_TooDeep_Throws()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 100)) + string.Concat(Enumerable.Repeat("]", 100));

        Assert.Throws<JsonException>(() => ActivityJson.Deserialize<Activity>($$"""{"type":"message","value":{{deep}}}"""));
    }

    [Fact]
    public void GetMentions_EntitiesRead_AreTyped()
    {
        var activity = ActivityJson.Deserialize<Activity>(MessageInATeamsChannel)!;

        var mention = Assert.Single(activity.GetMentions());

        Assert.Equal(("28:bot", "<at>Postings</at>"), (mention.Mentioned!.Id, mention.Text));
        Assert.Equal("go roles 🌎 für mich", activity.RemoveRecipientMention());
    }

    [Fact]
    public void Serialize_MentionAmongEntities_KeepsItsFields()
    {
        var activity = new Activity(ActivityTypes.Message) { Entities = [new Mention { Mentioned = new ChannelAccount("29:1", "Ada"), Text = "<at>Ada</at>" }] };

        var read = ActivityJson.Deserialize<Activity>(ActivityJson.Serialize(activity))!;

        Assert.Equal("29:1", Assert.Single(read.GetMentions()).Mentioned!.Id);
    }

    [Fact]
    public void GetChannelData_JsonOrObject_IsTyped()
    {
        var read = ActivityJson.Deserialize<Activity>("""{"type":"message","channelData":{"id":"x"}}""")!;
        var made = new Activity { ChannelData = new { id = "x" } };

        Assert.Equal("x", read.GetChannelData<ResourceResponse>()!.Id);
        Assert.Equal("x", made.GetChannelData<ResourceResponse>()!.Id);
        Assert.False(new Activity { ChannelData = "text" }.TryGetChannelData<ResourceResponse>(out _));
        Assert.False(new Activity().TryGetChannelData<ResourceResponse>(out _));
    }
}
