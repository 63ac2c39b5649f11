using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using PostingsBot.Cards;
using PostingsBot.Channels.Teams;
using PostingsBot.Configuration;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Digests;
using PostingsBot.Dialogs;
using PostingsBot.Recruiting;
using PostingsBot.Saving;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.Saved;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Subscriptions;
using PostingsBot.Tests.Cards;
using PostingsBot.Tests.Dialogs;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Subscriptions;

/// <summary>People and the bot in one conversation, where alerts can be set up. What is kept outlives <see cref="Restart"/>.</summary>
internal sealed class AlertTalk
{
    private static readonly CardRenderer Cards = new(CardTemplates.Load(CardTemplates.DefaultFolder));

    private readonly string channel;
    private readonly string conversation;
    private readonly string? type;
    private readonly ISavedRoles? saved;
    private readonly string? admin;
    private readonly MemoryStorage storage = new();
    private readonly TestAdapter adapter;
    private PostingsBotHandler bot;
    private int sent;

    public AlertTalk(string channel = "webchat", string conversation = "one", string? type = null, int most = 50, MemorySubscriptions? kept = null, MemoryDocumentStore? store = null, ISavedRoles? saved = null, string? admin = null)
    {
        (this.channel, this.conversation, this.type, this.admin) = (channel, conversation, type, admin);
        (Kept, Store, Most, this.saved) = (kept ?? new MemorySubscriptions(), store ?? new MemoryDocumentStore(), most, saved);
        adapter = new TestAdapter(TestAdapter.CreateConversation(conversation));
        bot = Start();
    }

    public MemorySubscriptions Kept { get; }

    public OwnerNames Names => new(Store);

    /// <summary>The team whose channel this is; null elsewhere.</summary>
    public string? Team { get; set; }

    /// <summary>What the bot is to say by itself.</summary>
    public KeptOutbox Outbox { get; } = new();

    public MemoryDocumentStore Store { get; }

    public FixedClock Clock { get; } = new();

    /// <summary>Who speaks.</summary>
    public string Person { get; set; } = "Ada";

    /// <summary>Of the profile of whoever speaks.</summary>
    public string? Zone { get; set; } = "Europe/Berlin";

    /// <summary>The last reply's card; null for words alone.</summary>
    public JsonObject? Card { get; set; }

    private int Most { get; }

    /// <summary>The only one there is.</summary>
    public Subscription Only => Assert.Single(Kept.All);

    public void Restart() => bot = Start();

    /// <summary>Says something.</summary>
    /// <returns>All that the bot says to it.</returns>
    public Task<string> SayAsync(string text)
    {
        var message = Message();
        message.Text = text;
        return SendAsync(message);
    }

    /// <summary>Presses the button with this title on the last card that has it, with what was filled into the card's inputs.</summary>
    public async Task<string> PressAsync(string title, params (string Input, string Value)[] filled)
    {
        var data = DataOf(title);
        foreach (var (input, value) in filled)
            data[input] = value;
        return await SubmitAsync(data);
    }

    /// <summary>Presses a button of a universal card: what takes the card's place.</summary>
    public async Task<AdaptiveCardInvokeResponse> ExecuteAsync(string title)
    {
        var data = DataOf(title);
        var invoke = Message();
        (invoke.Type, invoke.Name) = (ActivityTypes.Invoke, "adaptiveCard/action");
        invoke.Value = SdkJson.Value(new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = data["verb"]!.DeepClone(), ["data"] = data }, ["trigger"] = "manual" }.ToJsonString());
        await adapter.DeliverAsync(invoke, bot.OnTurnAsync);
        return Assert.IsType<AdaptiveCardInvokeResponse>(Assert.IsType<InvokeResponse>(((Activity)adapter.GetNextReply()!).Value).Body);
    }

    /// <summary>The data of the button with this title.</summary>
    public JsonObject DataOf(string title) =>
        CardWalk.Objects(Card).FirstOrDefault(part => (string?)part["title"] == title && part["data"] is JsonObject)?["data"]!.DeepClone().AsObject()
        ?? throw new Xunit.Sdk.XunitException($"no button “{title}” among {string.Join(", ", Buttons)} on {Card?.ToJsonString()}");

    /// <summary>The titles of the last card's buttons.</summary>
    public IReadOnlyList<string> Buttons => [.. CardWalk.Objects(Card).Where(part => part["data"] is JsonObject && part["title"] is not null).Select(part => (string)part["title"]!)];

    public Task<string> SubmitAsync(JsonObject data)
    {
        var message = Message();
        message.Value = SdkJson.Value(data.ToJsonString());
        return SendAsync(message);
    }

    /// <summary>What a channel tells the bot, as JSON.</summary>
    /// <returns>How many messages the bot answers with.</returns>
    public async Task<int> ReceiveAsync(string json)
    {
        await adapter.DeliverAsync(SdkJson.Activity(json), bot.OnTurnAsync);
        var said = 0;
        while (adapter.GetNextReply() is not null)
            said++;
        return said;
    }

    private async Task<string> SendAsync(Activity message)
    {
        await adapter.DeliverAsync(message, bot.OnTurnAsync);
        var said = new List<string>();
        while (adapter.GetNextReply() is Activity reply)
        {
            if (reply.Attachments is [{ Content: { } content }])
                Card = SdkJson.Card(content);
            said.Add(BotTalk.Words(reply));
        }

        return Assert.Single(said);
    }

    private Activity Message()
    {
        var message = Spoken.In(channel, conversation, type, type is "channel" or "groupChat" ? true : null);
        message.Id = (++sent).ToString(System.Globalization.CultureInfo.InvariantCulture);
        message.From = new ChannelAccount("user-" + Person, Person) { AadObjectId = channel is "msteams" ? "directory-" + Person : null };
        message.Text = null;
        message.Conversation.TenantId = channel is "msteams" ? "tenant-1" : null;
        message.LocalTimezone = Zone;
        message.ChannelData = Team is null ? null : SdkJson.Value(new JsonObject { ["team"] = new JsonObject { ["id"] = Team } }.ToJsonString());
        return message;
    }

    private string Identified(string person) => channel is "msteams" ? $"tenant-1:directory-{person.ToLowerInvariant()}" : "user-" + person;

    private PostingsBotHandler Start()
    {
        var (assistant, replies) = (new Assistant(Examples.Catalogue()), new Replies(Cards));
        var teams = TeamsApp.Over(assistant, Store, Cards, Clock);
        var stores = RecruitingStores.In(SqliteDatabase.OpenInMemory());
        var options = new RecruitingOptions { Admins = admin is null ? [] : [new KnownPerson(channel, Identified(admin), admin)] };
        var dialog = new AskDialog(assistant, replies, Clock)
        {
            ForgetAfter = TimeSpan.FromHours(24),
            Routing = new TurnRouting(assistant, Clock)
            {
                Subscriptions = new SubscriptionTalk(Kept, Examples.Catalogue(), new DestinationBook(Store, teams.Conversations), Names, Most, new WhoMay(options, stores.Grants, PagePeople.Nobody)) { Leaving = new OwnerLeaving(Kept, Outbox, Names, Clock) },
                Recruiting = RecruitingDesk.Over(stores, Examples.Catalogue(), assistant, options, new Identity(isAuthenticated: true, context => context.Activity.ChannelId), (_, _) => Task.FromResult(true)).Talk,
                Saved = saved is null ? null : new SavedTalk(saved, assistant, new DestinationBook(Store, teams.Conversations), Clock),
            },
        };
        return new PostingsBotHandler(new ConversationState(storage), dialog, replies, teams, NullLogger<PostingsBotHandler>.Instance);
    }
}
