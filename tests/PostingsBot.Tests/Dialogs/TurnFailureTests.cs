using Microsoft.Extensions.Logging.Abstractions;
using PostingsBot.Dialogs;

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
}
