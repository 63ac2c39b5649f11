using System.Net;
using PostingsBot.BotSdk;

namespace PostingsBot.Tests.BotFramework;

public sealed class RefusalStatusTests
{
    [Fact]
    public void RefusedWith_ChannelsRefusal_IsItsStatus()
    {
        Assert.Equal(HttpStatusCode.NotFound, ActivityValues.RefusedWith(new ErrorResponseException("gone", HttpStatusCode.NotFound, null)));
        Assert.Null(ActivityValues.RefusedWith(new InvalidOperationException("bug")));
    }
}
