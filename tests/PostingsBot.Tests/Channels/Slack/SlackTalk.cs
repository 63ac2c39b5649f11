using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PostingsBot.BotSdk;
using PostingsBot.Cards;
using PostingsBot.Channels.Slack;
using PostingsBot.Channels.Slack.Installing;
using PostingsBot.Channels.Slack.Receiving;
using PostingsBot.Channels.Slack.Web;
using PostingsBot.Channels.Slack.Working;
using PostingsBot.Channels.Teams;
using PostingsBot.Channels.Teams.Files;
using PostingsBot.Configuration;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Catalogue;
using PostingsBot.Delivered;
using PostingsBot.Dialogs;
using PostingsBot.Saving;
using PostingsBot.Storage.Delivered;
using PostingsBot.Storage.Digests;
using PostingsBot.Storage.Inbox;
using PostingsBot.Storage.Saved;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.State;
using PostingsBot.Recruiting;
using PostingsBot.Subscriptions;
using PostingsBot.Tests.Channels.Teams;
using PostingsBot.Tests.Support;
using PostingsBot.Tests.Support.Slack;

namespace PostingsBot.Tests.Channels.Slack;

/// <summary>The bot in Slack as it is registered, over a strict Slack in memory. What comes in is worked when a test says so.</summary>
internal sealed class SlackTalk : IDisposable
{
    public const string Person = "U0000002";
    public const string Direct = "D0000002";
    public const string Channel = "C0000001";
    public const string Secret = "secret-of-the-tests";

    private static readonly CardTemplates Templates = CardTemplates.Load(CardTemplates.DefaultFolder);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private readonly SqliteDatabase database = SqliteDatabase.OpenInMemory();
    private int number;

    /// <param name="catalogue">What is asked; the examples when null.</param>
    /// <param name="address">Where roles have links; nowhere when null.</param>
    /// <param name="recruiting">Who may post; nobody can when null.</param>
    public SlackTalk(ICatalogue? catalogue = null, string? address = null, RecruitingOptions? recruiting = null)
    {
        Recruiting = RecruitingStores.In(database);
        Slack = new StrictSlack(Clock);
        Slack.Messages.Say(Direct, Person, "hello");
        Api = new StrictApi(Slack, Clock);
        (Inbox, Delivered) = (new SqliteInbox(database), new SqliteDeliveredCards(database));
        var assistant = new Assistant(catalogue ?? Examples.Catalogue());
        var cards = new CardRenderer(Templates, RoleLinks.At(address is null ? null : new Uri(address)));
        var replies = new Replies(cards);
        var teams = TeamsApp.Over(assistant, Store, cards, Clock);
        Book = new DestinationBook(Store, teams.Conversations);
        Outbox = new SqliteOutbox(database);
        Leaving = new OwnerLeaving(Alerts, Outbox, new OwnerNames(Store), Clock);
        var desk = recruiting is null ? null : RecruitingDesk.Over(Recruiting, catalogue ?? Examples.Catalogue(), assistant, recruiting, new Identity(isAuthenticated: false), (_, _) => Task.FromResult(true));
        var services = new ServiceCollection();
        if (desk is not null)
            services.AddSingleton(desk);
        Services = services
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<ILoggerFactory>(Log)
            .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
            .AddSingleton(assistant)
            .AddSingleton(cards)
            .AddSingleton(teams)
            .AddSingleton<IDocumentStore>(Store)
            .AddSingleton<ISubscriptions>(Alerts)
            .AddSingleton<ISavedRoles>(Saved)
            .AddSingleton<ISuggestions>(Suggestions)
            .AddSingleton<IBot>(new PostingsBotHandler(new ConversationState(new BotStorage(Store)), new AskDialog(assistant, replies, Clock) { Live = new LiveCards(Delivered, new LiveDrawing(cards), Clock, Log.CreateLogger("")), Routing = new TurnRouting(assistant, Clock) { Subscriptions = new SubscriptionTalk(Alerts, catalogue ?? Examples.Catalogue(), Book, new OwnerNames(Store), mostOfOwner: 50) { Leaving = Leaving }, Saved = new SavedTalk(Saved, assistant, Book, Clock), Recruiting = desk?.Talk } }, replies, teams, new LinesLogger<PostingsBotHandler>()))
            .AddSingleton(Leaving)
            .AddSingleton<ISlackApi>(Api)
            .AddSingleton<IWorkspaces>(Workspaces)
            .AddSingleton<SlackPeople>()
            .AddSingleton(new SlackFiles(new FileTransfer(new HttpClient(Files), mostBytes: OptionsReader.Megabyte, Clock), new SlackOptions()))
            .AddSlackReceiving(new SlackOptions { SigningSecret = Secret, BotToken = StrictSlack.Token }, Inbox)
            .BuildServiceProvider();
    }

    public FixedClock Clock { get; } = new();

    public RecruitingStores Recruiting { get; }

    public StrictSlack Slack { get; }

    public StrictApi Api { get; }

    public MemoryDocumentStore Store { get; } = new();

    public MemorySubscriptions Alerts { get; } = new();

    public MemorySavedRoles Saved { get; } = new();

    public DestinationBook Book { get; }

    public IOutbox Outbox { get; }

    public OwnerLeaving Leaving { get; }

    public KnownWorkspaces Workspaces { get; } = new();

    /// <summary>Where Slack keeps what people send.</summary>
    public SlackFileHost Files { get; } = new();

    public FewSuggestions Suggestions { get; } = new();

    public LinesFactory Log { get; } = new();

    public IInbox Inbox { get; }

    public IDeliveredCards Delivered { get; }

    public ServiceProvider Services { get; }

    public SlackDoor Door => Services.GetRequiredService<SlackDoor>();

    /// <summary>What people see of the bot, in order: messages and their updates.</summary>
    public IReadOnlyList<JsonObject> Said => [.. Slack.Messages.All.Where(message => message["user"]?.ToString() == SlackInstalls.BotUser)];

    /// <summary>Delivers a payload.</summary>
    public Task<SlackAck> DeliverAsync(SlackKind kind, string payload) => Door.AcceptAsync(kind, payload, CancellationToken.None);

    /// <summary>Works all that waits, as the worker does.</summary>
    /// <returns>How many envelopes.</returns>
    public async Task<int> WorkAsync()
    {
        var worked = 0;
        while (await Inbox.ClaimAsync(Clock.GetUtcNow(), Lease, 10, CancellationToken.None) is { Count: > 0 } claimed)
        {
            foreach (var due in claimed)
                await Services.GetRequiredService<SlackDesk>().WorkAsync(due, CancellationToken.None);
            await Inbox.SettleAsync(claimed, CancellationToken.None);
            worked += claimed.Count;
        }

        return worked;
    }

    /// <summary>Says something in the direct messages with the bot; the last thing that it said then.</summary>
    public async Task<JsonObject> SayAsync(string text)
    {
        await DeliverAsync(SlackKind.Event, Payloads.Message(++number, text));
        await WorkAsync();
        return Said[^1];
    }

    /// <summary>Presses a button of a message: the one whose data has these words.</summary>
    public async Task PressAsync(JsonObject message, string data, bool isAside = false)
    {
        await DeliverAsync(SlackKind.Interaction, Payloads.Pressed(++number, message, Button(message, data), isAside));
        await WorkAsync();
    }

    public static JsonObject Button(JsonObject message, string words) => Parts(message).First(part => part["type"]?.ToString() is "button" && part.ToJsonString().Contains(words, StringComparison.Ordinal));

    public static string Words(JsonObject message) => message.ToJsonString(CardRenderer.Json);

    public void Dispose()
    {
        Services.Dispose();
        database.Dispose();
    }

    private static IEnumerable<JsonObject> Parts(JsonNode? node) => node switch
    {
        JsonObject part => part.SelectMany(field => Parts(field.Value)).Prepend(part),
        JsonArray list => list.SelectMany(Parts),
        _ => [],
    };
}

/// <summary>Calls that have all the time they need.</summary>
internal sealed class StrictApi(StrictSlack slack, FixedClock clock) : ISlackApi
{
    /// <summary>What was answered at response URLs.</summary>
    public List<JsonObject> Responses { get; } = [];

    /// <summary>Errors of the next uses of response URLs.</summary>
    public Queue<string> ResponseErrors { get; } = new();

    public Task<SlackResult> CallAsync(string team, string method, JsonObject arguments, CancellationToken ct)
    {
        var fields = arguments.Where(field => field.Value is not null).ToDictionary(
            field => field.Key, field => field.Value is JsonValue value && value.TryGetValue(out string? text) ? text : field.Value!.ToJsonString(), StringComparer.Ordinal);
        var reply = slack.Answer(method, $"Bearer {StrictSlack.Token}", fields);
        // A message a second: after each call there was a pause.
        clock.Later += TimeSpan.FromSeconds(2);
        var json = JsonSerializer.SerializeToElement(reply.Body);
        return Task.FromResult<SlackResult>(json.GetProperty("ok").GetBoolean() ? new SlackResult.Ok(json) : SlackErrors.Refused(json.GetProperty("error").GetString()!));
    }

    public Task<SlackResult> CallAsAppAsync(string method, JsonObject arguments, CancellationToken ct) => throw new NotSupportedException();

    public Task<SlackResult> RespondAsync(Uri responseUrl, JsonObject message, CancellationToken ct)
    {
        if (ResponseErrors.TryDequeue(out var error))
            return Task.FromResult<SlackResult>(SlackErrors.Refused(error));
        Responses.Add(message.DeepClone().AsObject());
        return Task.FromResult<SlackResult>(new SlackResult.Ok(default));
    }
}

/// <summary>The workspace that has the app, until it is forgotten.</summary>
internal sealed class KnownWorkspaces : IWorkspaces
{
    public HashSet<string> Teams { get; } = new([StrictSlack.Team], StringComparer.Ordinal);

    public Task<WorkspaceLookup> FindAsync(string team, CancellationToken ct) => Task.FromResult<WorkspaceLookup>(
        Teams.Contains(team) ? new WorkspaceLookup.Found(new Workspace(team, StrictSlack.Token, SlackInstalls.BotUser)) : new WorkspaceLookup.Missing());

    public Task ForgetAsync(string team, CancellationToken ct)
    {
        Teams.Remove(team);
        return Task.CompletedTask;
    }
}

/// <summary>Two things to complete a text with.</summary>
internal sealed class FewSuggestions : ISuggestions
{
    public Task<IReadOnlyList<Suggestion>> SuggestAsync(string text, SuggestionKind? kind, int take, CancellationToken ct) => Task.FromResult<IReadOnlyList<Suggestion>>(
        [.. new[] { new Suggestion(SuggestionKind.Skill, "Python", 2), new Suggestion(SuggestionKind.Skill, "R&D <lab>", 1) }.Where(one => one.Text.StartsWith(text, StringComparison.OrdinalIgnoreCase))]);
}

/// <summary>Keeps the lines of all logs.</summary>
internal sealed class LinesFactory : ILoggerFactory
{
    private readonly LinesLogger<object> lines = new();

    public IReadOnlyList<string> Lines => lines.Lines;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public ILogger CreateLogger(string categoryName) => lines;

    public void Dispose()
    {
    }
}
