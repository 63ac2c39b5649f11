using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Logging.Abstractions;
using PostingsBot.BotSdk;
using PostingsBot.Cards;
using PostingsBot.Channels.Teams;
using PostingsBot.Core.Answers;
using PostingsBot.Dialogs;
using PostingsBot.Workers;

namespace PostingsBot.Benchmarks;

/// <summary>One turn over the five seeds inside the host: activity in, card out, conversation state read and durably written.</summary>
[MemoryDiagnoser]
public class TurnBenchmark : IDisposable
{
    private string folder = "";
    private OpenCatalogue opened = null!;
    private PostingsBotHandler bot = null!;
    private TestAdapter adapter = null!;

    [Params(
        "backend roles I can do from Germany?",
        "Which jobs use Python?",
        "does crunch want a degree",
        "compare the brightwheel job and the crunch job",
        "tell me about the staff platform engineer job",
        "jobs that pay over 150k")]
    public string Question { get; set; } = "";

    /// <summary>Not asynchronous: the in-process runner does not wait for a set-up that is.</summary>
    [GlobalSetup]
    public void SetUp() => SetUpAsync().GetAwaiter().GetResult();

    private async Task SetUpAsync()
    {
        folder = Directory.CreateTempSubdirectory("postingsbot-benchmark").FullName;
        opened = await OpenCatalogue.ConfiguredAsync(new() { DataFolder = folder, Catalogue = [Path.Combine(AppContext.BaseDirectory, "seeds")] }, CancellationToken.None);
        var cards = new CardRenderer(CardTemplates.Load(CardTemplates.DefaultFolder));
        var replies = new Replies(cards);
        var state = new ConversationState(new BotStorage(opened.Stores.State));
        var assistant = new Assistant(opened.Catalogue);
        bot = new PostingsBotHandler(state, new AskDialog(assistant, replies, TimeProvider.System), replies, TeamsApp.Over(assistant, opened.Stores.State, cards, TimeProvider.System), NullLogger<PostingsBotHandler>.Instance);
        adapter = new TestAdapter();
    }

    [Benchmark]
    public async Task TurnAsync()
    {
        await adapter.ProcessActivityAsync(
            new Activity
            {
                Type = ActivityTypes.Message,
                Text = Question,
                ChannelId = "webchat",
                Conversation = new ConversationAccount { Id = "benchmark" },
                From = new ChannelAccount("user", "User"),
                Recipient = new ChannelAccount("bot", "Bot"),
            },
            bot.OnTurnAsync,
            CancellationToken.None);
        adapter.ActiveQueue.Clear();
    }

    [GlobalCleanup]
    public void Dispose()
    {
        opened?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        if (folder.Length > 0)
            Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
