using System.Text.Json.Nodes;
using PostingsBot.Channels.Slack.Web;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Channels.Slack.Web;

public class SlackPacingTests
{
    /// <summary>Slack counts when a message arrives: one that was late on its way takes the next one's second with it.</summary>
    [Theory]
    [InlineData("chat.postMessage", 0, 1.05)]
    [InlineData("chat.postMessage", 400, 1.4)]
    [InlineData("chat.update", 400, 0.4)]
    public void Wait_AfterACallThatWasAnsweredLate_LastsFromItsAnswer(string method, int lateMilliseconds, double nextAtSeconds)
    {
        var time = new VirtualTime();
        var place = new SlackPacing(time).Of("T0000001", method, new JsonObject { ["channel"] = "C0000001" });

        time.Run(async () =>
        {
            await place.WaitAsync(CancellationToken.None);
            await Task.Delay(TimeSpan.FromMilliseconds(lateMilliseconds), time);
            place.Answered();
            await place.WaitAsync(CancellationToken.None);
        });

        Assert.Equal(nextAtSeconds, time.Now.TotalSeconds, 0.005);
    }
}
