using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using PostingsBot.Channels.DirectLine;
using PostingsBot.EndToEnd.Tests.Support;

namespace PostingsBot.EndToEnd.Tests.DirectLine;

public sealed class DirectLineConversationTests
{
    [Fact]
    public async Task Conversation_Begun_GreetsTheUserOfTheToken()
    {
        await using var host = await EchoHost.StartAsync();
        var client = await host.ConnectAsync();

        var greeting = Assert.Single(await client.ReadAsync());

        Assert.StartsWith("Hello dl_", Text(greeting));
    }

    [Fact]
    public async Task Conversation_BegunTwice_IsTheSameAndGreetsOnce()
    {
        await using var host = await EchoHost.StartAsync();
        var client = await host.ConnectAsync();

        var (status, _) = await client.SendAsync(HttpMethod.Post, "/conversations");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Single(await client.ReadAsync());
    }

    [Fact]
    public async Task Message_Posted_ComesBackWithItsClientIdBeforeTheReply()
    {
        await using var host = await EchoHost.StartAsync();
        var client = await host.ConnectAsync();
        await client.ReadAsync();

        var (status, posted) = await client.PostAsync(new
        {
            type = "message",
            text = "hi",
            from = new { id = "someone else" },
            channelData = new { clientActivityID = "c1" },
        });

        Assert.Equal(HttpStatusCode.OK, status);
        var activities = await client.ReadAsync();
        Assert.Equal(2, activities.Count);
        Assert.Equal(posted.GetProperty("id").GetString(), activities[0].GetProperty("id").GetString());
        Assert.Equal("c1", activities[0].GetProperty("channelData").GetProperty("clientActivityID").GetString());
        Assert.StartsWith("dl_", activities[0].GetProperty("from").GetProperty("id").GetString());
        Assert.Matches("^dl_.* said hi on directline$", Text(activities[1]));
        Assert.Equal(posted.GetProperty("id").GetString(), activities[1].GetProperty("replyToId").GetString());
    }

    [Fact]
    public async Task Activities_ReadFromWatermark_AreOnlyTheNewer()
    {
        await using var host = await EchoHost.StartAsync();
        var client = await host.ConnectAsync();

        Assert.Single(await client.ReadAsync());
        Assert.Empty(await client.ReadAsync());
        await client.PostAsync(new { type = "message", text = "hi" });
        Assert.Equal(2, (await client.ReadAsync()).Count);
    }

    [Fact]
    public async Task Activities_MoreThanTheLimit_KeepTheNewest()
    {
        await using var host = await EchoHost.StartAsync(new DirectLineOptions { MaxActivities = 3 });
        var client = await host.ConnectAsync();

        await client.PostAsync(new { type = "message", text = "one" });
        await client.PostAsync(new { type = "message", text = "two" });

        var kept = await client.ReadAsync();
        Assert.Equal(3, kept.Count);
        Assert.EndsWith("said two on directline", Text(kept[2]));
    }

    [Fact]
    public async Task Stream_OpenedAtStart_ReplaysTheGreetingThenFollows()
    {
        await using var host = await EchoHost.StartAsync();
        var client = await host.ConnectAsync();
        using var stream = await client.OpenStreamAsync();

        var first = await DirectLineClient.NextFrameAsync(stream);
        await client.PostAsync(new { type = "message", text = "hi" });
        var echo = await DirectLineClient.NextFrameAsync(stream);
        var reply = await DirectLineClient.NextFrameAsync(stream);

        Assert.StartsWith("Hello", Text(Assert.Single(first!.Value.GetProperty("activities").EnumerateArray())));
        Assert.Equal("hi", Text(Assert.Single(echo!.Value.GetProperty("activities").EnumerateArray())));
        Assert.EndsWith("said hi on directline", Text(Assert.Single(reply!.Value.GetProperty("activities").EnumerateArray())));
        Assert.True(Number(reply.Value) > Number(echo.Value));
    }

    [Fact]
    public async Task Stream_Typing_IsPassedOnButNotKept()
    {
        await using var host = await EchoHost.StartAsync();
        var client = await host.ConnectAsync();
        using var stream = await client.OpenStreamAsync();

        await client.PostAsync(new { type = "message", text = "typing" });

        var types = new List<string?>();
        while (types.Count < 4)
            types.AddRange((await DirectLineClient.NextFrameAsync(stream))!.Value.GetProperty("activities").EnumerateArray().Select(one => one.GetProperty("type").GetString()));
        Assert.Equal(["message", "message", "typing", "message"], types);
        Assert.DoesNotContain(await client.ReadAsync(), one => one.GetProperty("type").GetString() == "typing");
    }

    [Fact]
    public async Task Stream_OpenedAgain_EndsTheFirst()
    {
        await using var host = await EchoHost.StartAsync();
        var client = await host.ConnectAsync();
        using var first = await client.OpenStreamAsync();
        await DirectLineClient.NextFrameAsync(first);

        using var second = await client.OpenStreamAsync();

        Assert.Null(await DirectLineClient.NextFrameAsync(first));
        Assert.Equal("collision", first.CloseStatusDescription);
        Assert.NotNull(await DirectLineClient.NextFrameAsync(second));
    }

    [Fact]
    public async Task Stream_ReconnectedWithWatermark_ReplaysWhatWasMissed()
    {
        await using var host = await EchoHost.StartAsync();
        var client = await host.ConnectAsync();
        await client.ReadAsync();
        await client.PostAsync(new { type = "message", text = "missed" });

        var (status, grant) = await client.SendAsync(HttpMethod.Get, $"/conversations/{client.Conversation}?watermark={client.Watermark}");
        client.Take(grant);
        using var stream = await client.OpenStreamAsync();
        var frame = await DirectLineClient.NextFrameAsync(stream);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(2, frame!.Value.GetProperty("activities").GetArrayLength());
    }

    [Fact]
    public async Task Stream_TicketOlderThanAMinute_IsRefused()
    {
        await using var host = await EchoHost.StartAsync();
        var client = await host.ConnectAsync();
        host.Time.Pass(TimeSpan.FromSeconds(61));

        await Assert.ThrowsAsync<WebSocketException>(client.OpenStreamAsync);
    }

    [Fact]
    public async Task Update_OfAKeptReply_TakesItsPlace()
    {
        await using var host = await EchoHost.StartAsync();
        var client = await host.ConnectAsync();

        var replies = await client.SayAsync("update");

        Assert.Equal("new", Text(replies[0]));
        Assert.Equal(2, replies.Count);
    }

    [Fact]
    public async Task Bot_Throws_ApologisesAndLives()
    {
        await using var host = await EchoHost.StartAsync();
        var client = await host.ConnectAsync();

        var replies = await client.SayAsync("fail");

        Assert.StartsWith("Something went wrong", Text(Assert.Single(replies)));
        Assert.EndsWith("said hi on directline", Text((await client.SayAsync("hi"))[0]));
    }

    [Fact]
    public async Task Host_RestartedWithTheSameKey_TakesTheConversationUpUnderItsId()
    {
        var folder = Directory.CreateTempSubdirectory("postingsbot-key-");
        try
        {
            var options = new DirectLineOptions { KeyFile = Path.Combine(folder.FullName, "directline.key") };
            var time = new ManualTime();
            string token, conversation, watermark;
            await using (var before = await EchoHost.StartAsync(options, time))
            {
                var client = await before.ConnectAsync();
                await client.SayAsync("hi");
                (token, conversation, watermark) = (client.Token, client.Conversation, client.Watermark);
            }
            time.Pass(TimeSpan.FromSeconds(5));

            await using var after = await EchoHost.StartAsync(options, time);
            var again = new DirectLineClient(after.Http);
            var (status, grant) = await again.SendAsync(HttpMethod.Get, $"/conversations/{conversation}?watermark={watermark}", token: token);
            again.Take(grant);

            Assert.Equal(HttpStatusCode.OK, status);
            Assert.EndsWith("said back on directline", Text((await again.SayAsync("back"))[0]));
            Assert.True(long.Parse(again.Watermark) > long.Parse(watermark));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Conversations_MoreThanTheLimit_ForgetTheOneLeastUsed()
    {
        await using var host = await EchoHost.StartAsync(new DirectLineOptions { MaxConversationsPerAddress = 2 });
        var first = await host.ConnectAsync();
        host.Time.Pass(TimeSpan.FromSeconds(1));
        var second = await host.ConnectAsync();
        host.Time.Pass(TimeSpan.FromSeconds(1));

        await host.ConnectAsync();

        Assert.Single(await second.ReadAsync());
        Assert.Empty(await first.ReadAsync());
    }

    private static string? Text(JsonElement activity) => activity.GetProperty("text").GetString();

    private static long Number(JsonElement set) => long.Parse(set.GetProperty("watermark").GetString()!);
}
