using PostingsBot.Storage.State;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests;

/// <summary>What every state store does. A store joins by deriving from this.</summary>
public abstract class StateSuite
{
    protected abstract IDocumentStore Store { get; }

    [SuiteTheory]
    [InlineData(false, "none", true)]
    [InlineData(false, "star", true)]
    [InlineData(false, "other", false)]
    [InlineData(true, "none", false)]
    [InlineData(true, "star", true)]
    [InlineData(true, "stored", true)]
    [InlineData(true, "other", false)]
    [InlineData(true, "earlier", false)]
    public async Task Write_ExpectedETag_DecidesWhetherItIsWritten(bool exists, string expected, bool isWritten)
    {
        var (earlier, stored) = ("", "");
        if (exists)
        {
            earlier = await PutAsync("key", "1", null);
            stored = await PutAsync("key", "2", "*");
        }

        var tag = expected switch { "none" => null, "star" => "*", "stored" => stored, "earlier" => earlier, _ => "12345" };
        var result = await Store.WriteAsync(Changes(("key", "3", tag)), CancellationToken.None);

        var items = await Store.ReadAsync(["key"], CancellationToken.None);
        if (isWritten)
            Assert.Equal(items["key"], new StoredItem("3", Assert.IsType<WriteResult.Written>(result).ETags["key"]));
        else
            Assert.Equal("key", Assert.IsType<WriteResult.Conflict>(result).Key);
        Assert.Equal(isWritten ? "3" : exists ? "2" : null, items.GetValueOrDefault("key")?.Json);
    }

    [SuiteFact]
    public async Task Prune_ItemsOfAPartOfKeys_GoWhenTheyWereWrittenBefore()
    {
        await PutAsync("web/conversations/one", "1", null);
        await PutAsync("web/alerts/one", "1", null);
        var now = TimeProvider.System.GetUtcNow();

        Assert.Equal(0, await Store.PruneAsync("/conversations/", now.AddDays(-1), CancellationToken.None));
        Assert.Equal(1, await Store.PruneAsync("/conversations/", now.AddDays(1), CancellationToken.None));

        Assert.Equal("web/alerts/one", Assert.Single(await Store.ReadAsync(["web/conversations/one", "web/alerts/one"], CancellationToken.None)).Key);
    }

    [SuiteFact]
    public async Task Write_OneOfSeveralConflicts_WritesNone()
    {
        var result = await Store.WriteAsync(Changes(("a", "1", null), ("b", "1", "77"), ("c", "1", null)), CancellationToken.None);

        Assert.Equal(new WriteResult.Conflict("b"), result);
        Assert.Empty(await Store.ReadAsync(["a", "b", "c"], CancellationToken.None));
    }

    [SuiteFact]
    public async Task Write_AfterDeletion_NeverGivesAnEarlierETagAgain()
    {
        var first = await PutAsync("key", "1", null);
        await Store.DeleteAsync(["key", "absent"], CancellationToken.None);
        var second = await PutAsync("key", "2", null);

        Assert.NotEqual(first, second);
        Assert.IsType<WriteResult.Conflict>(await Store.WriteAsync(Changes(("key", "3", first)), CancellationToken.None));
    }

    [SuiteFact]
    public async Task DeleteBelow_APrefix_TakesOnlyWhatBeginsWithIt()
    {
        foreach (var key in new[] { "chat/19:a_b;1", "chat/19:a_b;2", "chat/19:a_b", "chat/19:aXb;1", "chat/19:a_c;1", "Chat/19:a_b;1" })
            await PutAsync(key, "1", null);

        await Store.DeleteBelowAsync("chat/19:a_b;", CancellationToken.None);

        var left = await Store.ReadAsync(["chat/19:a_b;1", "chat/19:a_b;2", "chat/19:a_b", "chat/19:aXb;1", "chat/19:a_c;1", "Chat/19:a_b;1"], CancellationToken.None);
        Assert.Equal(["Chat/19:a_b;1", "chat/19:aXb;1", "chat/19:a_b", "chat/19:a_c;1"], left.Keys.Order(StringComparer.Ordinal));
    }

    [SuiteFact]
    public async Task Write_BySeveralAtOnce_LosesNoUpdate()
    {
        await PutAsync("count", "0", null);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var done = 0; done < 25;)
            {
                var item = (await Store.ReadAsync(["count"], CancellationToken.None))["count"];
                var next = (int.Parse(item.Json) + 1).ToString();
                if (await Store.WriteAsync(Changes(("count", next, item.ETag)), CancellationToken.None) is WriteResult.Written)
                    done++;
            }
        })));

        Assert.Equal("100", (await Store.ReadAsync(["count"], CancellationToken.None))["count"].Json);
    }

    [SuiteFact]
    public async Task Read_TextsOfEveryKind_ComeBackAsTheyWere()
    {
        const string json = """{"a":"ü \u0000 \ud83d\ude00 ' \" \\ %"}""";
        var tag = await PutAsync("teams/conversations/19:a@b;c='1\u00fc", json, null);

        var items = await Store.ReadAsync(["teams/conversations/19:a@b;c='1\u00fc", "absent", "teams/conversations/19:a@b;c='1\u00fc"], CancellationToken.None);

        Assert.Equal(new StoredItem(json, tag), Assert.Single(items).Value);
    }

    [SuiteFact]
    public async Task Write_SeveralKeysBySeveralAtOnce_AllComeThrough()
    {
        string[] keys = ["a", "b", "c", "d"];
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            for (var n = 0; n < 10; n++)
            {
                var order = i % 2 == 0 ? keys : keys.Reverse();
                Assert.IsType<WriteResult.Written>(await Store.WriteAsync(order.ToDictionary(key => key, _ => new StateChange($"{i}", "*")), CancellationToken.None));
            }
        })));

        Assert.Single((await Store.ReadAsync(keys, CancellationToken.None)).Values.Select(item => item.Json).Distinct());
    }

    protected async Task<string> PutAsync(string key, string json, string? expected) =>
        Assert.IsType<WriteResult.Written>(await Store.WriteAsync(Changes((key, json, expected)), CancellationToken.None)).ETags[key];

    private static Dictionary<string, StateChange> Changes(params (string Key, string Json, string? ETag)[] changes) =>
        changes.ToDictionary(change => change.Key, change => new StateChange(change.Json, change.ETag));
}
