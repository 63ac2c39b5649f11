using PostingsBot.BotSdk;
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

    private SqliteDatabase Open() => SqliteDatabase.Open(Path.Combine(folder.FullName, "bot.db"));

    private BotTalk Talk(string conversation = "one") => new(Examples.Catalogue(), new BotStorage(new SqliteDocumentStore(database)), conversation);

    private async Task OverwriteAsync(string json)
    {
        const string key = "webchat/conversations/one";
        var store = new SqliteDocumentStore(database);
        Assert.True((await store.ReadAsync([key], CancellationToken.None)).ContainsKey(key));
        Assert.IsType<WriteResult.Written>(await store.WriteAsync(new Dictionary<string, StateChange> { [key] = new(json, "*") }, CancellationToken.None));
    }
}
