using System.Text.Json;

namespace PostingsBot.Tests.BotFramework;

public class BotStateTests
{
    private readonly MemoryStorage _storage = new();

    private sealed class Basket
    {
        public int Version { get; set; } = 1;
        public List<string> Items { get; set; } = [];
    }

    [Fact]
    public async Task SaveChanges_MutatedValue_IsThereInTheNextTurn()
    {
        await TurnAsync(async (turn, basket, state) =>
        {
            (await basket.GetAsync(turn, () => new Basket())).Items.Add("first");
            await state.SaveChangesAsync(turn);
        });
        await TurnAsync(async (turn, basket, state) =>
        {
            (await basket.GetAsync(turn, () => new Basket())).Items.Add("second");
            await state.SaveChangesAsync(turn);
        });

        await TurnAsync(async (turn, basket, _) => Assert.Equal(["first", "second"], (await basket.GetAsync(turn)).Items));
    }

    [Fact]
    public async Task SaveChanges_NothingChanged_WritesNothingUnlessForced()
    {
        await WriteAsync("first");
        var eTag = await ETagAsync();

        await TurnAsync(async (turn, basket, state) =>
        {
            await basket.GetAsync(turn);
            await state.SaveChangesAsync(turn);
        });
        Assert.Equal(eTag, await ETagAsync());

        await TurnAsync(async (turn, basket, state) =>
        {
            await basket.GetAsync(turn);
            await state.SaveChangesAsync(turn, force: true);
        });
        Assert.NotEqual(eTag, await ETagAsync());
    }

    [Fact]
    public async Task SaveChanges_TwiceInOneTurn_KeepsUpWithItsOwnETag()
    {
        await TurnAsync(async (turn, basket, state) =>
        {
            await basket.SetAsync(turn, new Basket());
            await state.SaveChangesAsync(turn);
            (await basket.GetAsync(turn)).Items.Add("later");
            await state.SaveChangesAsync(turn);
        });

        await TurnAsync(async (turn, basket, _) => Assert.Equal("later", Assert.Single((await basket.GetAsync(turn)).Items)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SaveChanges_SomebodyElseWroteMeanwhile_ThrowsAndKeepsTheirs(bool existed)
    {
        if (existed) await WriteAsync("before");

        await TurnAsync(async (turn, basket, state) =>
        {
            await basket.SetAsync(turn, new Basket { Items = ["mine"] });
            await WriteAsync("theirs");

            var conflict = await Assert.ThrowsAsync<ETagConflictException>(() => state.SaveChangesAsync(turn));

            Assert.Equal("test/conversations/convo1", conflict.Key);
        });
        await TurnAsync(async (turn, basket, _) => Assert.Equal("theirs", (await basket.GetAsync(turn)).Items[^1]));
    }

    [Fact]
    public async Task ClearAndDelete_Stored_ForgetTheValues()
    {
        await WriteAsync("a");
        await TurnAsync(async (turn, basket, state) =>
        {
            await state.ClearStateAsync(turn);
            await state.SaveChangesAsync(turn);
            Assert.Null(await basket.GetAsync(turn));
        });
        Assert.Single(await _storage.ReadAsync(["test/conversations/convo1"]));

        await TurnAsync(async (turn, basket, state) =>
        {
            await state.DeleteAsync(turn);
            await basket.SetAsync(turn, new Basket());
            await state.SaveChangesAsync(turn);
            await state.DeleteAsync(turn);
        });
        Assert.Empty(await _storage.ReadAsync(["test/conversations/convo1"]));
    }

    [Fact]
    public async Task Accessor_SetAndDelete_ChangeOneProperty()
    {
        await TurnAsync(async (turn, basket, state) =>
        {
            var count = state.CreateProperty<int>("count");
            Assert.Equal(0, await count.GetAsync(turn));
            await count.SetAsync(turn, 3);
            await basket.SetAsync(turn, new Basket());
            await basket.DeleteAsync(turn);
            await state.SaveChangesAsync(turn);
        });

        await TurnAsync(async (turn, basket, state) =>
        {
            Assert.Equal(3, await state.CreateProperty<int>("count").GetAsync(turn));
            Assert.Null(await basket.GetAsync(turn));
        });
    }

    [Fact]
    public async Task Load_Forced_DropsUnsavedChanges()
    {
        await WriteAsync("stored");
        await TurnAsync(async (turn, basket, state) =>
        {
            await basket.SetAsync(turn, new Basket());
            await state.LoadAsync(turn, force: true);
            Assert.Equal("stored", Assert.Single((await basket.GetAsync(turn)).Items));
        });
    }

    [Fact]
    public async Task Accessor_StoredValueOfAnotherShape_ThrowsJsonException()
    {
        await WriteAsync("a");

        await TurnAsync((turn, _, state) => Assert.ThrowsAsync<JsonException>(() => state.CreateProperty<int>("basket").GetAsync(turn)));
    }

    [Fact]
    public async Task StorageKeys_ByScope_AreTheSdks()
    {
        await new TestAdapter().SendTextToBotAsync("hi", async (turn, ct) =>
        {
            foreach (BotState state in new BotState[] { new ConversationState(_storage), new UserState(_storage), new PrivateConversationState(_storage) })
            {
                await state.CreateProperty<int>("n").SetAsync(turn, 1, ct);
                await state.SaveChangesAsync(turn, false, ct);
            }
        });

        var found = await _storage.ReadAsync(["test/conversations/convo1", "test/users/user1", "test/conversations/convo1/users/user1"]);
        Assert.Equal(3, found.Count);
    }

    [Fact]
    public async Task Load_NoSender_SaysWhatIsMissing()
    {
        var activity = new Activity(ActivityTypes.Message) { ChannelId = "c", Conversation = new ConversationAccount(id: "1") };
        using var turn = new TurnContext(new TestAdapter(), activity);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => new UserState(_storage).LoadAsync(turn));

        Assert.Contains("from.id", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AutoSave_TurnEnds_SavesUnlessItThrew()
    {
        var state = new ConversationState(_storage);
        var adapter = new TestAdapter().Use(new AutoSaveStateMiddleware(state));
        var number = state.CreateProperty<int>("n");

        await adapter.SendTextToBotAsync("hi", (turn, ct) => number.SetAsync(turn, 1, ct));
        await Assert.ThrowsAsync<FormatException>(() => adapter.SendTextToBotAsync("hi", async (turn, ct) =>
        {
            await number.SetAsync(turn, 2, ct);
            throw new FormatException();
        }));

        await adapter.SendTextToBotAsync("hi", async (turn, ct) => Assert.Equal(1, await number.GetAsync(turn, null, ct)));
    }

    private Task TurnAsync(Func<ITurnContext, IStatePropertyAccessor<Basket>, ConversationState, Task> turn)
    {
        var state = new ConversationState(_storage);
        return new TestAdapter().SendTextToBotAsync("hi", (context, _) => turn(context, state.CreateProperty<Basket>("basket"), state));
    }

    private Task WriteAsync(string item) => TurnAsync(async (turn, basket, state) =>
    {
        await basket.SetAsync(turn, new Basket { Items = [item] });
        await state.SaveChangesAsync(turn);
    });

    private async Task<string?> ETagAsync() =>
        ((IStoreItem)(await _storage.ReadAsync(["test/conversations/convo1"])).Values.Single()).ETag;
}
