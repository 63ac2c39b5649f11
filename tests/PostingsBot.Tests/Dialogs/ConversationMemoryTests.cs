using PostingsBot.BotSdk;
using PostingsBot.Storage;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Storage.State;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Dialogs;

/// <summary>What a conversation remembers, on the store that the host uses.</summary>
public sealed class ConversationMemoryTests : IDisposable
{
    private const string StartedOver = "started over";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("postingsbot-memory-");
    private SqliteDatabase database;

    public ConversationMemoryTests() => database = Open();

    public void Dispose()
    {
        database.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Restart_BetweenTwoTurns_IsNotNoticed()
    {
        await Talk().SayAsync("remote roles");
        database.Dispose();
        database = Open();

        var reply = BotTalk.Words(await Talk().SayAsync("only with Go"));

        Assert.Contains("Senior Backend Engineer", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("Data Engineer", reply, StringComparison.Ordinal);
        Assert.DoesNotContain(StartedOver, reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(23, true)]
    [InlineData(25, false)]
    public async Task HoursLater_Text_RefinesOnlyWhatIsNotForgotten(int hours, bool isRemembered)
    {
        await Talk().SayAsync("onsite roles");
        var later = Talk();
        later.Clock.Later = TimeSpan.FromHours(hours);

        var reply = BotTalk.Words(await later.SayAsync("only with PostgreSQL"));

        Assert.Equal(!isRemembered, reply.Contains("Senior Backend Engineer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TwoConversations_OneStore_KeepApart()
    {
        var (one, other) = (Talk("one"), Talk("other"));
        await one.SayAsync("remote roles");
        await other.SayAsync("onsite roles");

        Assert.Contains("Data Engineer", BotTalk.Words(await one.SayAsync("tell me about the second")), StringComparison.Ordinal);
        Assert.Contains("Frontend Developer", BotTalk.Words(await other.SayAsync("tell me about the first")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"DialogState":{"dialogStack":[{"id":"AskDialog","state":{"conversation":"{\"version\":99}"}}]}}""")]
    [InlineData("""{"DialogState":{"dialogStack":[{"id":"AskDialog","state":{"conversation":7}}]}}""")]
    [InlineData("""{"DialogState":{"dialogStack":[{"id":"AskDialog","state":null}]}}""")]
    [InlineData("""{"DialogState":{"dialogStack":[{"id":"DialogOfAnotherVersion","state":{}}]}}""")]
    [InlineData("""{"DialogState":{"dialogStack":null}}""")]
    [InlineData("""{"DialogState":{"dialogStack":"gone"}}""")]
    [InlineData("""{"DialogState":[]}""")]
    [InlineData("[]")]
    [InlineData("not JSON")]
    public async Task UnreadableState_AnyShape_StartsOverAndSaysSoOnce(string stored)
    {
        await Talk().SayAsync("remote roles");
        await OverwriteAsync(stored);

        var first = BotTalk.Words(await Talk().SayAsync("Python jobs"));
        var second = BotTalk.Words(await Talk().SayAsync("tell me about the first"));

        Assert.Contains(StartedOver, first, StringComparison.Ordinal);
        Assert.Contains("Data Engineer", first, StringComparison.Ordinal);
        Assert.DoesNotContain(StartedOver, second, StringComparison.Ordinal);
        Assert.Contains("Data Engineer", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StoreOutOfReach_Question_IsAnsweredWithoutMemoryAndForgottenAgain()
    {
        var store = new FailingStorage(new BotStorage(new SqliteDocumentStore(database)));
        var talk = new BotTalk(Examples.Catalogue(), store);
        await talk.SayAsync("remote roles");
        store.FailsReading = store.FailsWriting = true;

        var reply = BotTalk.Words(await talk.SayAsync("Python jobs"));
        store.FailsReading = store.FailsWriting = false;
        var after = BotTalk.Words(await talk.SayAsync("only with Go"));

        Assert.Contains("cannot reach my memory", reply, StringComparison.Ordinal);
        Assert.Contains("Data Engineer", reply, StringComparison.Ordinal);
        Assert.Contains("Senior Backend Engineer", after, StringComparison.Ordinal);
        Assert.DoesNotContain("memory", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StoreGoesAwayAfterTheAnswer_IsSaid()
    {
        var store = new FailingStorage(new BotStorage(new SqliteDocumentStore(database))) { FailsWriting = true };
        var message = MessageFactory.Text("Python jobs");

        var replies = await new BotTalk(Examples.Catalogue(), store).SendAsync(message);

        Assert.Equal(2, replies.Count);
        Assert.Contains("Data Engineer", BotTalk.Words(replies[0]), StringComparison.Ordinal);
        Assert.Contains("could not note it", replies[1].Text, StringComparison.Ordinal);
    }

    private SqliteDatabase Open() => SqliteDatabase.Open(Path.Combine(folder.FullName, "bot.db"));

    private BotTalk Talk(string conversation = "one") => new(Examples.Catalogue(), new BotStorage(new SqliteDocumentStore(database)), conversation);

    private async Task OverwriteAsync(string json)
    {
        const string key = "webchat/conversations/one";
        var store = new SqliteDocumentStore(database);
        Assert.True((await store.ReadAsync([key], CancellationToken.None)).ContainsKey(key));
        Assert.IsType<WriteResult.Written>(await store.WriteAsync(new Dictionary<string, StateChange> { [key] = new(json, "*") }, CancellationToken.None));
    }

    private sealed class FailingStorage(IStorage storage) : IStorage
    {
        public bool FailsReading { get; set; }

        public bool FailsWriting { get; set; }

        public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default) =>
            FailsReading ? throw new StorageUnavailableException("away") : storage.ReadAsync(keys, cancellationToken);

        public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default) =>
            FailsWriting ? throw new StorageUnavailableException("away") : storage.WriteAsync(changes, cancellationToken);

        public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default) =>
            FailsWriting ? throw new StorageUnavailableException("away") : storage.DeleteAsync(keys, cancellationToken);
    }
}
