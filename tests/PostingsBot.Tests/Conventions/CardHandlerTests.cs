using System.Text.Json;
using System.Text.Json.Nodes;
using PostingsBot.BotSdk;
using PostingsBot.Cards;
using PostingsBot.Channels.Teams;
using PostingsBot.Core.Answers;
using PostingsBot.Dialogs;
using PostingsBot.Tests.Cards;
using PostingsBot.Tests.Channels.Teams;
using PostingsBot.Tests.Support;
using CardAction = PostingsBot.Cards.CardAction;

namespace PostingsBot.Tests.Conventions;

/// <summary>Each action that a card can send has one handler, and each handler has a card that leads to it.</summary>
public sealed class CardHandlerTests
{
    /// <summary>What each action sends.</summary>
    private static readonly Dictionary<string, string> Sent = new(StringComparer.Ordinal)
    {
        ["ask"] = """{"say":"all roles"}""",
        ["detail"] = """{"id":"aaaaaaaaa1"}""",
        ["drop"] = """{"key":"Workplace:remote"}""",
        ["more"] = "{}",
        ["similar"] = """{"id":"aaaaaaaaa1"}""",
        ["compare"] = """{"ids":["aaaaaaaaa1","aaaaaaaaa2"]}""",
        ["save"] = """{"id":"aaaaaaaaa1"}""",
        ["keep"] = """{"id":"aaaaaaaaa1"}""",
        ["insert"] = """{"number":1,"source":"Title: Baker\n\nCompany: Acme\n\nLocation: Berlin"}""",
        ["subscribe"] = """{"search":"0a1b2c3d4e5f"}""",
        ["alert"] = """{"do":"confirm","id":"0a1b2c3d4e"}""",
        ["post"] = """{"do":"publish","id":"4f2a1b0c"}""",
        ["role-edit"] = """{"do":"confirm","id":"0a1b2c3d"}""",
        ["refresh"] = """{"id":"aaaaaaaaa1"}""",
        ["refresh-list"] = """{"ids":["aaaaaaaaa1"],"seen":["0a1b2c"]}""",
    };

    public static TheoryData<string> Verbs => [.. VerbsOfCards()];

    [Fact]
    public void Verbs_OfAllCards_AreThoseThatAreRead()
    {
        Assert.Equal(Sent.Keys.Order(StringComparer.Ordinal), VerbsOfCards());
        var read = Sent.Select(one => ActivityValues.Verb(Message(one.Key).Value)?.GetType());
        var known = typeof(CardAction).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(CardAction)));
        Assert.Equal(known.Select(type => type.Name).Order(StringComparer.Ordinal), read.Select(type => type?.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Verb_OfACard_HasOneHandler(string verb)
    {
        var teams = new TeamsTalk().Teams;
        var message = Message(verb);
        var handlers = new List<string>();

        if (Incoming.Of(message) is not Incoming.Unknown)
            handlers.Add(nameof(AskDialog));
        if (await teams.Refresh.AnswerAsync(message, CancellationToken.None) is not null)
            handlers.Add(nameof(teams.Refresh));
        if (await teams.Saving.OfferAsync(new TurnContext(new TestAdapter(), message), CancellationToken.None) is not null)
            handlers.Add(nameof(teams.Saving));
        if (teams.NewPosting.Insert(message, new MessagingExtensionAction { CommandId = NewPosting.Command, Data = message.Value }).Refused is null)
            handlers.Add(nameof(teams.NewPosting));

        Assert.Single(handlers);
    }

    [Fact]
    public async Task Refresh_OfADetail_SendsAVerbThatIsRead()
    {
        var sent = Assert.Single(await new TeamsTalk().SayAsync("tell me about the Harbour Labs job", Channels.Teams.Place.Chat));

        var refresh = TeamsTalk.Card(Assert.Single(sent.Attachments!))["refresh"]!;

        Assert.Equal("refresh", (string?)refresh["action"]!["verb"]);
        Assert.IsType<CardAction.Refresh>(CardAction.Parse(refresh["action"]!["data"].Deserialize<JsonElement>()));
        Assert.InRange(refresh["userIds"]!.AsArray().Count, 1, 60);
    }

    /// <summary>Those of the templates, and those that a card sends by itself.</summary>
    private static IEnumerable<string> VerbsOfCards() => CardTemplates.Names
        .Select(name => JsonNode.Parse(File.ReadAllText(Path.Combine(CardTemplates.DefaultFolder, name + ".json"))))
        .SelectMany(CardWalk.Objects).Where(part => (string?)part["type"] == "Action.Execute").Select(part => (string)part["verb"]!)
        .Append(CardAction.Refresh.Verb).Append(CardAction.RefreshList.Verb).Distinct().Order(StringComparer.Ordinal);

    private static Activity Message(string verb)
    {
        var data = JsonNode.Parse(Sent[verb])!.AsObject();
        data["verb"] = verb;
        return new Activity
        {
            Type = ActivityTypes.Message,
            ChannelId = TeamsScope.Channel,
            ServiceUrl = "https://smba.example/",
            From = new ChannelAccount(TeamsTalk.Person),
            Recipient = new ChannelAccount(TeamsTalk.Bot),
            Conversation = Channels.Teams.Place.Chat.Account(),
            Value = SdkJson.Value(data.ToJsonString()),
        };
    }
}
