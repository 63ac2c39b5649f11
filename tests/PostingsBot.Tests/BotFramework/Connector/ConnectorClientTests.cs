using Microsoft.Extensions.Logging.Abstractions;
using PostingsBot.Tests.BotFramework.Fakes;

namespace PostingsBot.Tests.BotFramework.Connector;

/// <summary>Each operation beside the request that the protocol asks for. Ids hold what a path must not swallow.</summary>
public class ConnectorClientTests
{
    private const string Conversation = "19:a/b@thread;messageid=1";
    private const string EscapedConversation = "19%3Aa%2Fb%40thread%3Bmessageid%3D1";

    [Fact]
    public async Task Members_OfAConversation_AreAskedForByItsId()
    {
        await using var channel = await ConnectorStub.StartAsync();
        channel.Answers.Enqueue(new StubAnswer(200, """[{"id":"29:x","name":"Ana"}]"""));
        channel.Answers.Enqueue(new StubAnswer(200, """{"id":"29:x","email":"ana@example.org","tenantId":"t"}"""));
        channel.Answers.Enqueue(new StubAnswer(200, """{"members":[{"id":"29:x"}],"continuationToken":"n/2"}"""));
        channel.Answers.Enqueue(new StubAnswer(200, """{"members":[]}"""));
        var client = Client(channel);

        var all = await client.GetMembersAsync(Conversation, CancellationToken.None);
        var one = await client.GetMemberAsync(Conversation, "29:x/y", CancellationToken.None);
        var page = await client.GetPagedMembersAsync(Conversation, 100, null, CancellationToken.None);
        var last = await client.GetPagedMembersAsync(Conversation, null, page.ContinuationToken, CancellationToken.None);

        Assert.Equal(("Ana", "ana@example.org", "t", "29:x", null),
            (Assert.Single(all).Name, one.Email, one.TenantId, Assert.Single(page.Members!).Id, last.ContinuationToken));
        Assert.Equal(
            [
                $"GET /v3/conversations/{EscapedConversation}/members",
                $"GET /v3/conversations/{EscapedConversation}/members/29%3Ax%2Fy",
                $"GET /v3/conversations/{EscapedConversation}/pagedmembers?pageSize=100&continuationToken=",
                $"GET /v3/conversations/{EscapedConversation}/pagedmembers?pageSize=&continuationToken=n%2F2",
            ],
            channel.Requests.Select(request => $"{request.Method} {request.Target}"));
    }

    [Fact]
    public async Task Attachment_Uploaded_IsFoundByItsId()
    {
        await using var channel = await ConnectorStub.StartAsync();
        channel.Answers.Enqueue(new StubAnswer(201, """{"id":"f/1"}"""));
        channel.Answers.Enqueue(new StubAnswer(200, """{"name":"role.md","type":"text/markdown","views":[{"viewId":"original","size":3}]}"""));
        var client = Client(channel);

        var uploaded = await client.UploadAttachmentAsync(Conversation, new AttachmentData("text/markdown", "role.md", "# A"u8.ToArray()), CancellationToken.None);
        var info = await client.GetAttachmentInfoAsync(uploaded.Id!, CancellationToken.None);

        Assert.Equal(("role.md", 3), (info.Name, Assert.Single(info.Views!).Size));
        Assert.Equal(
            [$"POST /v3/conversations/{EscapedConversation}/attachments", "GET /v3/attachments/f%2F1"],
            channel.Requests.Select(request => $"{request.Method} {request.Target}"));
        Assert.Equal("IyBB", channel.Requests.First().Json.GetProperty("originalBase64").GetString());
    }

    [Fact]
    public async Task GetMember_NotInTheConversation_ThrowsWithTheStatus()
    {
        await using var channel = await ConnectorStub.StartAsync();
        channel.Answers.Enqueue(new StubAnswer(404, """{"error":{"code":"MemberNotFoundInConversation"}}"""));

        var failure = await Assert.ThrowsAsync<ErrorResponseException>(() => Client(channel).GetMemberAsync(Conversation, "29:x", CancellationToken.None));

        Assert.Equal((404, "MemberNotFoundInConversation"), ((int)failure.StatusCode, failure.Body!.Error!.Code));
    }

    [Fact]
    public async Task TeamsInfo_InATeam_AsksForTheTeamsRoster()
    {
        TeamsPagedMembersResult? page = null;
        await using var server = await BotServer.StartAsync(async (turn, ct) => page = await TeamsInfo.GetPagedMembersAsync(turn, 50, null, ct));
        server.Connector.Answers.Enqueue(new StubAnswer(200, """{"members":[{"id":"29:x"}]}"""));

        await server.PostAsync(server.Activity(more: """ "channelData":{"team":{"id":"19:team"}} """));

        Assert.Single(page!.Members!);
        Assert.Equal("/v3/conversations/19%3Ateam/pagedmembers?pageSize=50&continuationToken=", Assert.Single(server.Connector.Requests).Target);
    }

    [Fact]
    public async Task TeamsInfo_OfAnotherAdapter_SaysSo()
    {
        var turn = new TurnContext(new TestAdapter(), new Activity(ActivityTypes.Message) { Conversation = new ConversationAccount(id: "c") });

        await Assert.ThrowsAsync<InvalidOperationException>(() => TeamsInfo.GetMemberAsync(turn, "29:x"));
    }

    private static ConnectorClient Client(ConnectorStub channel) => new(
        new ConnectorSender(new HttpClient(), tokens: null, pacer: null, Patience.Turn, TimeProvider.System, NullLogger.Instance), channel.Url);
}
