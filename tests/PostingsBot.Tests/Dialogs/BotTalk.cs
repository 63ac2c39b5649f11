using Microsoft.Extensions.Logging.Abstractions;
using PostingsBot.Cards;
using PostingsBot.Channels.Teams;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Catalogue;
using PostingsBot.Dialogs;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Dialogs;

/// <summary>One person's conversation with the real bot on a channel without a network.</summary>
internal sealed class BotTalk
{
    private static readonly CardRenderer Cards = new(CardTemplates.Load(CardTemplates.DefaultFolder));
    private static readonly Replies Replies = new(Cards);

    private readonly TestAdapter adapter;
    private readonly PostingsBotHandler bot;

    public BotTalk(ICatalogue catalogue, IStorage storage, string conversation = "one", string channel = "webchat")
    {
        var reference = TestAdapter.CreateConversation(conversation);
        reference.ChannelId = channel;
        adapter = new TestAdapter(reference);
        bot = new PostingsBotHandler(new ConversationState(storage), new AskDialog(new Assistant(catalogue), Replies, Clock) { ForgetAfter = TimeSpan.FromHours(24) }, Replies, TeamsApp.Over(new Assistant(catalogue), new MemoryDocumentStore(), Cards, Clock), NullLogger<PostingsBotHandler>.Instance);
    }

    public FixedClock Clock { get; } = new();

    public Task<Activity> SayAsync(string text) => OneReplyAsync(adapter.MakeActivity(text));

    /// <summary>Presses an Action.Submit: a message with the button's data and no text.</summary>
    public Task<Activity> SubmitAsync(string data)
    {
        var message = adapter.MakeActivity();
        message.Value = SdkJson.Value(data);
        return OneReplyAsync(message);
    }

    /// <summary>Presses an Action.Execute; <paramref name="action"/> is the invoke's action object.</summary>
    public async Task<InvokeResponse> ExecuteAsync(string action)
    {
        var invoke = adapter.MakeActivity();
        invoke.Type = ActivityTypes.Invoke;
        invoke.Name = "adaptiveCard/action";
        invoke.Value = SdkJson.Value($$"""{"action":{{action}},"trigger":"manual"}""");
        var reply = await OneReplyAsync(invoke);
        Assert.Equal(ActivityTypesEx.InvokeResponse, reply.Type);
        return Assert.IsType<InvokeResponse>(reply.Value);
    }

    /// <summary>What the bot sends to any activity, in order.</summary>
    public async Task<IReadOnlyList<Activity>> SendAsync(Activity activity)
    {
        await adapter.DeliverAsync(activity, bot.OnTurnAsync);
        var replies = new List<Activity>();
        while (adapter.GetNextReply() is { } reply)
            replies.Add((Activity)reply);
        return replies;
    }

    /// <summary>All that a reply says: its text, its summary and its card.</summary>
    public static string Words(Activity reply) => $"{reply.Text}\n{reply.Summary}\n{reply.Attachments?.FirstOrDefault()?.Content}";

    private async Task<Activity> OneReplyAsync(Activity activity) => Assert.Single(await SendAsync(activity));
}
