using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using PostingsBot.BotSdk;
using PostingsBot.Cards;
using PostingsBot.Channels.Teams;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Recruiting;
using PostingsBot.Delivered;
using PostingsBot.Dialogs;
using PostingsBot.Storage;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Tests.Channels.Teams;
using PostingsBot.Tests.Support;
using PostingsBot.Workers;

namespace PostingsBot.Tests.Delivered;

/// <summary>The bot over a real catalogue in memory, on a channel that keeps its messages and replaces them when told to.</summary>
internal sealed class LiveTalk : IDisposable
{
    private readonly SqliteDatabase database = SqliteDatabase.OpenInMemory();
    private readonly SqliteCatalogue catalogue;
    private readonly PostingsBotHandler handler;
    private readonly Assistant assistant;

    public LiveTalk(string channel = TeamsScope.Channel)
    {
        catalogue = new SqliteCatalogue(database, Clock);
        var cards = new CardRenderer(CardTemplates.Load(CardTemplates.DefaultFolder));
        var delivered = new SqliteDeliveredCards(database);
        var drawing = new LiveDrawing(cards);
        assistant = new Assistant(catalogue);
        Channel = new BoardAdapter(new ConversationReference
        {
            ChannelId = channel,
            ServiceUrl = "https://smba.example/amer/",
            Bot = new ChannelAccount { Id = TeamsTalk.Bot, Name = "PostingsBot" },
            User = new ChannelAccount { Id = TeamsTalk.Person, Name = "Ada" },
            Conversation = new ConversationAccount { Id = "a:chat", ConversationType = "personal", TenantId = "tenant-1" },
        });
        var replies = new Replies(cards);
        handler = new PostingsBotHandler(
            new ConversationState(new BotStorage(Store)),
            new AskDialog(assistant, replies, Clock) { Live = new LiveCards(delivered, drawing, Clock, NullLogger.Instance) },
            replies,
            TeamsApp.Over(assistant, Store, cards, Clock, delivered: delivered),
            NullLogger<PostingsBotHandler>.Instance);
        Updates = Worker();

        LiveCardUpdates Worker() => new(delivered, drawing, catalogue, (_, _) => Task.FromResult(true), _ => Channel, "", Clock, Log);
        Other = Worker();
    }

    public FixedClock Clock { get; } = new();

    public MemoryDocumentStore Store { get; } = new();

    public LinesLogger<LiveCardUpdates> Log { get; } = new();

    public BoardAdapter Channel { get; }

    public LiveCardUpdates Updates { get; }

    /// <summary>Another bot on the same record.</summary>
    public LiveCardUpdates Other { get; }

    public Task PutAsync(params Posting[] postings) => catalogue.ApplyAsync([.. postings.Select(posting => new DocumentEdit.Put(Examples.Document(posting), "roles", Guid.NewGuid().ToString()))], CancellationToken.None);

    /// <summary>Somebody edits a role in chat.</summary>
    public Task EditAsync(Posting posting, PostingEdit edit) => RoleEditing.EditAsync(database, posting.Id, edit, Clock);

    public Task WithdrawAsync(Posting posting) => catalogue.ApplyAsync([new DocumentEdit.Withdraw(posting.File)], CancellationToken.None);

    /// <summary>The message that answers.</summary>
    public async Task<Activity> SayAsync(string text)
    {
        var before = Channel.Messages.Count;
        await Channel.DeliverAsync(new Activity { Type = ActivityTypes.Message, Text = text, LocalTimestamp = Clock.GetLocalNow() }, handler.OnTurnAsync);
        return Channel.Messages.Skip(before).Single();
    }

    /// <param name="action">The card's action.</param>
    /// <param name="trigger">Whether a person pressed or a client looked.</param>
    /// <param name="message">The message that holds the card; null when the channel does not say.</param>
    public async Task<InvokeResponse> InvokeAsync(JsonNode action, string trigger, string? message = null)
    {
        var value = new JsonObject { ["action"] = action.DeepClone(), ["trigger"] = trigger };
        await Channel.DeliverAsync(
            new Activity { Type = ActivityTypes.Invoke, Name = "adaptiveCard/action", ReplyToId = message, LocalTimestamp = Clock.GetLocalNow(), Value = SdkJson.Value(value.ToJsonString()) }, handler.OnTurnAsync);
        return Channel.Answer!;
    }

    public void Dispose() => database.Dispose();
}

/// <summary>A channel that keeps its messages.</summary>
internal sealed class BoardAdapter(ConversationReference reference) : TestAdapter(reference)
{
    private readonly Lock gate = new();

    public List<Activity> Messages { get; } = [];

    public List<Activity> Updates { get; } = [];

    public InvokeResponse? Answer { get; private set; }

    /// <summary>Thrown by the next updates.</summary>
    public Queue<Exception> Failures { get; } = new();

    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        foreach (var activity in activities)
        {
            if (activity.Type == ActivityTypesEx.InvokeResponse)
            {
                Answer = (InvokeResponse)activity.Value!;
                continue;
            }

            // The SDK's dialogs tell the emulator how they stand.
            if (activity.Type == ActivityTypes.Trace)
                continue;
            activity.Id = $"message-{Messages.Count + 1}";
            Messages.Add(activity);
        }

        return Task.FromResult(activities.Select(activity => new ResourceResponse(activity.Id)).ToArray());
    }

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (Failures.TryDequeue(out var failure))
                throw failure;
            Updates.Add(activity);
            return Task.FromResult(new ResourceResponse(activity.Id));
        }
    }
}
