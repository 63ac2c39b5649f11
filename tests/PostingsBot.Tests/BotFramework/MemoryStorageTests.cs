namespace PostingsBot.Tests.BotFramework;

public class MemoryStorageTests
{
    private readonly MemoryStorage _storage = new();

    private sealed class Note : IStoreItem
    {
        public string Text { get; set; } = "";
        public string? ETag { get; set; }
    }

    [Fact]
    public async Task Read_MissingKeys_AreAbsent()
    {
        await _storage.WriteAsync(new Dictionary<string, object> { ["a"] = new Note { Text = "x" } });

        var found = await _storage.ReadAsync(["a", "b"]);

        Assert.Equal("a", Assert.Single(found).Key);
    }

    public static TheoryData<string, bool, string?, bool> ETags => new()
    {
        { "new item", false, null, true },
        { "must not exist, but does", true, null, false },
        { "as read", true, "read", true },
        { "older than stored", true, "0", false },
        { "gone since", false, "1", false },
        { "overwrite existing", true, "*", true },
        { "overwrite nothing", false, "*", true },
    };

    [Theory]
    [MemberData(nameof(ETags))]
    public async Task Write_ByETag_IsTakenOrRefused(string rule, bool exists, string? eTag, bool taken)
    {
        var stored = new Note { Text = "old" };
        if (exists) await _storage.WriteAsync(Change("k", stored));
        var mine = new Note { Text = "new", ETag = eTag == "read" ? stored.ETag : eTag };

        var write = _storage.WriteAsync;
        var error = await Record.ExceptionAsync(() => write(Change("k", mine), default));

        Assert.True(error is null == taken && error is null or ETagConflictException, rule);
        if (taken) Assert.Equal(("new", mine.ETag), await ReadAsync("k"));
        else if (exists) Assert.Equal(("old", stored.ETag), await ReadAsync("k"));
    }

    [Fact]
    public async Task Write_OneConflictAmongMany_WritesNothing()
    {
        await _storage.WriteAsync(Change("b", new Note { Text = "old" }));

        await Assert.ThrowsAsync<ETagConflictException>(() => _storage.WriteAsync(
            new Dictionary<string, object> { ["a"] = new Note { Text = "new" }, ["b"] = new Note { Text = "new" } }));

        Assert.Equal("b", Assert.Single(await _storage.ReadAsync(["a", "b"])).Key);
    }

    [Fact]
    public async Task Write_PlainObject_Overwrites()
    {
        await _storage.WriteAsync(Change("k", new Note { Text = "old" }));
        await _storage.WriteAsync(Change("k", new { Text = "plain" }));

        Assert.Equal("plain", (await ReadAsync("k")).Text);
    }

    [Fact]
    public async Task Write_ObjectChangedAfterwards_DoesNotReachTheStorage()
    {
        var note = new Note { Text = "written" };
        await _storage.WriteAsync(Change("k", note));
        note.Text = "changed";

        Assert.Equal("written", (await ReadAsync("k")).Text);
    }

    [Fact]
    public async Task Delete_PresentAndMissing_LeavesNothing()
    {
        await _storage.WriteAsync(Change("k", new Note()));

        await _storage.DeleteAsync(["k", "never"]);

        Assert.Empty(await _storage.ReadAsync(["k"]));
    }

    private static Dictionary<string, object> Change(string key, object value) => new() { [key] = value };

    private async Task<(string Text, string? ETag)> ReadAsync(string key)
    {
        var note = ((StoredJson)(await _storage.ReadAsync([key]))[key]).To<Note>()!;
        return (note.Text, note.ETag);
    }
}
