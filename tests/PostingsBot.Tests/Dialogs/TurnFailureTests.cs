using Microsoft.Extensions.Logging.Abstractions;
using PostingsBot.Dialogs;
using PostingsBot.Storage;

namespace PostingsBot.Tests.Dialogs;

public class TurnFailureTests
{
    [Theory]
    [InlineData(ActivityTypes.Message, ActivityTypes.Message)]
    [InlineData(ActivityTypes.Invoke, ActivityTypesEx.InvokeResponse)]
    [InlineData(ActivityTypes.Event, null)]
    public async Task Apologise_FailedTurn_IsAnsweredWhereAnAnswerIsAwaited(string incoming, string? expected)
    {
        var adapter = new TestAdapter();
        adapter.OnTurnError = (turn, error) => TurnFailure.ApologiseAsync(turn, error, NullLogger.Instance);

        await adapter.ProcessActivityAsync(new Activity(incoming), (_, _) => throw new TimeoutException());

        var reply = (Activity?)adapter.GetNextReply();
        Assert.Equal(expected, reply?.Type);
        if (incoming == ActivityTypes.Invoke)
            Assert.Equal(500, Assert.IsType<InvokeResponse>(reply!.Value).Status);
    }

    [Fact]
    public async Task Apologise_TheIndexIsBeingMade_SaysSo() => Assert.Equal(new WarmingUpException().Message, await ReplyToAsync(new WarmingUpException()));

    [Fact]
    public async Task Apologise_TheDatabaseIsAway_SaysSoWithoutNamingIt()
    {
        var reply = await ReplyToAsync(new StorageUnavailableException("PostgreSQL at secret:5432/jobs cannot be reached."));

        Assert.Contains("cannot reach my database", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", reply, StringComparison.Ordinal);
    }

    private static async Task<string?> ReplyToAsync(Exception error)
    {
        var adapter = new TestAdapter();
        adapter.OnTurnError = (turn, failure) => TurnFailure.ApologiseAsync(turn, failure, NullLogger.Instance);
        await adapter.ProcessActivityAsync(new Activity(ActivityTypes.Message), (_, _) => throw error);
        return ((Activity?)adapter.GetNextReply())?.Text;
    }
}
