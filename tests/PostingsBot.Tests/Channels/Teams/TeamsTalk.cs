using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using PostingsBot.BotSdk;
using PostingsBot.Cards;
using PostingsBot.Channels.Teams;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Parsing;
using PostingsBot.Dialogs;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Channels.Teams;

/// <summary>The bot on Teams: activities as Teams sends them, in any conversation, over one store.</summary>
internal sealed class TeamsTalk
{
    public const string Bot = "28:bot";
    public const string Person = "29:ada";

    private const string ServiceUrl = "https://smba.example/amer/";

    private static readonly CardTemplates Templates = CardTemplates.Load(CardTemplates.DefaultFolder);

    private readonly TestAdapter adapter = new(new ConversationReference
    {
        ChannelId = TeamsScope.Channel,
        ServiceUrl = ServiceUrl,
        Bot = new ChannelAccount { Id = Bot, Name = "PostingsBot" },
        User = new ChannelAccount { Id = Person, Name = "Ada" },
        Conversation = Place.Chat.Account(),
    });

    private readonly PostingsBotHandler handler;

    /// <param name="catalogue">What is asked; the examples when null.</param>
    /// <param name="address">Where roles have links; nowhere when null.</param>
    /// <param name="appId">The bot's app id; links into Teams need one.</param>
    /// <param name="web">Where files are; nowhere when null.</param>
    /// <param name="maxDocumentBytes">The largest file.</param>
    public TeamsTalk(ICatalogue? catalogue = null, string? address = null, string? appId = null, HttpMessageHandler? web = null, int maxDocumentBytes = DocumentParser.DefaultMaxBytes)
    {
        var assistant = new Assistant(catalogue ?? Examples.Catalogue());
        var cards = new CardRenderer(Templates, RoleLinks.At(address is null ? null : new Uri(address), appId));
        var replies = new Replies(cards);
        Teams = TeamsApp.Over(assistant, Store, cards, Clock, web, maxDocumentBytes);
        handler = new PostingsBotHandler(
            new ConversationState(new BotStorage(Store)), new AskDialog(assistant, replies, Clock), replies, Teams, Log);
    }

    public MemoryDocumentStore Store { get; } = new();

    public FixedClock Clock { get; } = new();

    public TeamsApp Teams { get; }

    public LinesLogger<PostingsBotHandler> Log { get; } = new();

    /// <summary>What the bot sends to an activity, in order.</summary>
    public async Task<IReadOnlyList<Activity>> SendAsync(Activity activity)
    {
        (activity.Conversation, activity.ServiceUrl) = (activity.Conversation ?? Place.Chat.Account(), activity.ServiceUrl ?? ServiceUrl);
        await adapter.DeliverAsync(SdkJson.Arrived(activity), handler.OnTurnAsync);
        var replies = new List<Activity>();
        while (adapter.GetNextReply() is { } reply)
            replies.Add((Activity)reply);
        return replies;
    }

    public Task<IReadOnlyList<Activity>> InstallAsync(string action, Place place, string? team = null) =>
        SendAsync(new Activity { Type = ActivityTypes.InstallationUpdate, Action = action, Conversation = place.Account(), ChannelData = TeamData(team) });

    public Task<IReadOnlyList<Activity>> MembersAsync(Place place, string? team = null, IReadOnlyList<string>? added = null, IReadOnlyList<string>? removed = null)
    {
        var update = (Activity)Activity.CreateConversationUpdateActivity();
        update.MembersAdded = [.. (added ?? []).Select(id => new ChannelAccount(id))];
        update.MembersRemoved = [.. (removed ?? []).Select(id => new ChannelAccount(id))];
        update.Conversation = place.Account();
        update.ChannelData = TeamData(team);
        return SendAsync(update);
    }

    public Task<IReadOnlyList<Activity>> SayAsync(string text, Place place, string? team = null, params (string Id, string Text)[] mentions) => SendAsync(new Activity
    {
        Type = ActivityTypes.Message,
        Text = text,
        Conversation = place.Account(),
        ChannelData = TeamData(team),
        Entities = [.. mentions.Select(mention => new Mention { Mentioned = new ChannelAccount(mention.Id), Text = mention.Text })],
    });

    /// <summary>An invoke, with its answer; <paramref name="value"/> is JSON, or null for an invoke without a value.</summary>
    public async Task<InvokeResponse> InvokeAsync(string? name, string? value)
    {
        var reply = Assert.Single(await SendAsync(new Activity
        {
            Type = ActivityTypes.Invoke,
            Name = name,
            Value = value is null ? null : SdkJson.Value(value),
        }));
        return Assert.IsType<InvokeResponse>(reply.Value);
    }

    public static string Words(Activity reply) => $"{reply.Text}\n{reply.Attachments?.FirstOrDefault()?.Content}";

    public static JsonObject Card(Attachment attachment) => SdkJson.Card(attachment.Content);

    private static object? TeamData(string? team) => team is null ? null : SdkJson.Value(JsonSerializer.Serialize(new { team = new { id = team } }));
}

/// <summary>A place to talk in.</summary>
internal sealed record Place(string Id, string Type)
{
    public static Place Chat { get; } = new("a:chat", "personal");

    public static Place Group { get; } = new("19:group@thread.v2", "groupChat");

    public static Place Channel { get; } = new("19:general@thread.tacv2", "channel");

    public static Place Thread(string message) => Channel with { Id = $"{Channel.Id};messageid={message}" };

    public ConversationAccount Account() => new() { Id = Id, ConversationType = Type, IsGroup = Type is "personal" ? null : true, TenantId = "tenant-1" };
}

/// <summary>Keeps the lines of a log.</summary>
internal sealed class LinesLogger<T> : ILogger<T>
{
    public List<string> Lines { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add(formatter(state, exception));
}
