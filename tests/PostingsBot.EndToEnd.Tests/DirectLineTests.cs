using PostingsBot.EndToEnd.Tests.Support;

namespace PostingsBot.EndToEnd.Tests;

/// <summary>The real bot over Direct Line by plain HTTP and WebSocket.</summary>
[Collection(SharedHost.Name)]
public sealed class DirectLineTests(RunningHost host)
{
    [Fact]
    public async Task Question_Posted_IsAnsweredByACard()
    {
        var client = await DirectLineClient.ConnectAsync(host.Http);

        var reply = Assert.Single(await client.SayAsync("backend roles I can do from Germany?"));

        MessagesTests.AssertBackendRolesFromGermany(reply);
    }

    [Fact]
    public async Task Stream_Question_BringsGreetingEchoAndCard()
    {
        var client = await DirectLineClient.ConnectAsync(host.Http);
        using var stream = await client.OpenStreamAsync();
        var greeting = await DirectLineClient.NextFrameAsync(stream);

        await client.PostAsync(new { type = "message", text = "backend roles I can do from Germany?" });
        var echo = await DirectLineClient.NextFrameAsync(stream);
        var answer = await DirectLineClient.NextFrameAsync(stream);

        Assert.True(Reply.Words(greeting!.Value.GetProperty("activities")[0]).Length > 10);
        Assert.Equal("user", echo!.Value.GetProperty("activities")[0].GetProperty("from").GetProperty("role").GetString());
        MessagesTests.AssertBackendRolesFromGermany(answer!.Value.GetProperty("activities")[0]);
    }

    [Fact]
    public async Task Buttons_InDirectLine_AreSubmits()
    {
        var client = await DirectLineClient.ConnectAsync(host.Http);

        var reply = Assert.Single(await client.SayAsync("backend roles I can do from Germany?"));

        var card = Reply.Card(reply).GetRawText();
        Assert.Contains("Action.Submit", card);
        Assert.DoesNotContain("Action.Execute", card);
    }
}

/// <summary>A host of its own, because it is restarted.</summary>
public sealed class RestartTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Conversation_AfterARestart_GoesOnWhereItWas()
    {
        var client = await DirectLineClient.ConnectAsync(host.Http);
        await client.SayAsync("backend roles I can do from Germany?");

        await host.RestartAsync();
        var reply = Assert.Single(await client.SayAsync("tell me about the first"));

        Assert.Contains("Senior-Backend Engineer", Reply.Words(reply));
    }
}
