using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PostingsBot.Cards;
using PostingsBot.Channels.Teams.Files;
using PostingsBot.Core.Parsing;
using PostingsBot.Core.Postings;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Channels.Teams;

public sealed class FileTests : IDisposable
{
    private const string Url = "https://contoso-my.sharepoint.com/personal/ada/upload?guid=1";

    private static readonly Posting Closed = Examples.Meadow with { Id = "aaaaaaaaa9", File = "closed.md", Status = new(PostingStatus.Closed, new Evidence(1, 1, "closed")) };

    private readonly WebStub web = new();
    private readonly TeamsTalk talk;

    public FileTests() => talk = new TeamsTalk(new MemoryCatalogue(Examples.Document(Examples.Harbour), Examples.Document(Closed)), web: web, maxDocumentBytes: 2 * 1024 * 1024);

    public void Dispose() => web.Dispose();

    [Fact]
    public async Task Received_OneRole_ShowsEachFieldWithItsLineAndWhatIsNotStated()
    {
        web.Answer = Ok("---\ntitle: Baker\ncompany: Acme GmbH\nlocation: Berlin\n---\n\n## Requirements\n\n- 3 years of experience\n");

        var card = Words(Assert.Single(await SendFileAsync("jobs/baker.md")));

        foreach (var said in new[] { "I read “baker.md”: it holds 1 role.", "Baker", "Acme GmbH", "baker.md:3", "Not stated", "pay" })
            Assert.Contains(said, card, StringComparison.Ordinal);
        Assert.DoesNotContain("\"insert\"", card, StringComparison.Ordinal);
        Assert.Equal("https://contoso.sharepoint.com/f", web.Requests.Single().RequestUri!.AbsoluteUri);
        Assert.Null(web.Requests.Single().Headers.Authorization);
    }

    [Fact]
    public async Task Received_ThreeRoles_SaysThree()
    {
        web.Answer = Ok("title,company,location\nBaker,Acme,Berlin\nCook,Acme,Hamburg\nWaiter,Acme,Bremen\n");

        var card = Words(Assert.Single(await SendFileAsync("jobs.csv")));

        foreach (var said in new[] { "it holds 3 roles", "Baker", "Cook", "Waiter" })
            Assert.Contains(said, card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Minutes of the meeting: we talked about the roof.", "does not read as a job posting")]
    [InlineData("\0\u0001\u0002\0\0\0", "I could not read “notes.txt”")]
    [InlineData("", "I could not read “notes.txt”")]
    public async Task Received_NoPosting_SaysSo(string content, string says)
    {
        web.Answer = Ok(content);

        Assert.Contains(says, Assert.Single(await SendFileAsync("notes.txt")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://contoso.sharepoint.com/f")]
    [InlineData("https://10.0.0.1/f")]
    [InlineData("https://[::1]/f")]
    [InlineData("https://localhost/f")]
    [InlineData("https://user@contoso.sharepoint.com/f")]
    [InlineData("https://contoso.sharepoint.com:8443/f")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Received_FromAnAddressThatIsNotOpened_SaysSoWithoutARequest(string? url)
    {
        var reply = Assert.Single(await SendFileAsync("a.md", url));

        Assert.Contains("no address that I may open", reply.Text, StringComparison.Ordinal);
        Assert.Empty(web.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Received_TooLarge_IsRefusedWhetherItsLengthIsToldOrNot(bool isTold)
    {
        var bytes = new byte[(2 * 1024 * 1024) + 1];
        web.Answer = _ => new HttpResponseMessage { Content = isTold ? new ByteArrayContent(bytes) : new StreamContent(new Endless()) };

        Assert.Contains("more than 2 MB", Assert.Single(await SendFileAsync("big.md")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.Found)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task Received_NotThere_SaysSoAndFollowsNothing(HttpStatusCode status)
    {
        web.Answer = _ => new HttpResponseMessage(status) { Headers = { Location = new Uri("https://169.254.169.254/") } };

        Assert.Contains("could not be fetched", Assert.Single(await SendFileAsync("a.md")).Text, StringComparison.Ordinal);
        Assert.Single(web.Requests);
    }

    [Fact]
    public async Task Received_NameWithMarkup_IsEscaped()
    {
        web.Answer = Ok("Nothing here.");

        var text = Assert.Single(await SendFileAsync("[x](https://evil.example) <at>all</at>.txt")).Text!;

        Assert.DoesNotContain("<at>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("](", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saved_AcceptedByWhoWasAsked_PutsTheRoleAsMarkdown()
    {
        var (consent, context) = await OfferAsync("aaaaaaaaa1");
        web.Answer = _ => new HttpResponseMessage(HttpStatusCode.Created);

        var replies = await AnswerAsync("accept", context);

        Assert.Equal("senior-backend-engineer-harbour-labs.md", consent.Name);
        var request = Assert.Single(web.Requests);
        Assert.Equal((HttpMethod.Put, Url), (request.Method, request.RequestUri!.AbsoluteUri));
        Assert.Equal($"bytes 0-{web.Bodies[0].Length - 1}/{web.Bodies[0].Length}", request.Content!.Headers.ContentRange!.ToString());
        Assert.Equal("Senior Backend Engineer", Assert.Single(new DocumentParser().Parse("a.md", web.Bodies[0]).Postings).Title.Value);
        Assert.StartsWith("Saved: Senior Backend Engineer at Harbour Labs", replies[0].Text, StringComparison.Ordinal);
        Assert.Equal("u1", Assert.IsType<FileInfoCard>(Assert.Single(replies[1].Attachments!).Content).UniqueId);
    }

    [Fact]
    public async Task Saved_AcceptedTwice_IsSavedOnce()
    {
        var (_, context) = await OfferAsync("aaaaaaaaa1");

        await AnswerAsync("accept", context);
        var again = await AnswerAsync("accept", context);

        Assert.Single(web.Requests);
        Assert.Contains("used up", again[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saved_Declined_SaysAWordAndTheOfferIsGone()
    {
        var (_, context) = await OfferAsync("aaaaaaaaa1");

        var declined = await AnswerAsync("decline", context);
        await AnswerAsync("accept", context);

        Assert.Equal("All right, I did not save it.", Assert.Single(declined).Text);
        Assert.Empty(web.Requests);
    }

    [Theory]
    [InlineData("""{"offer":"00000000000000000000000000000000"}""")]
    [InlineData("""{"offer":"x","id":"aaaaaaaaa1"}""")]
    [InlineData("""{"id":"aaaaaaaaa1"}""")]
    [InlineData("\"aaaaaaaaa1\"")]
    [InlineData("null")]
    public async Task Saved_WithAnotherContext_SavesNothing(string context)
    {
        await OfferAsync("aaaaaaaaa1");

        var replies = await AnswerAsync("accept", JsonNode.Parse(context));

        Assert.Empty(web.Requests);
        Assert.Contains("used up", Assert.Single(replies).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saved_BySomebodyElse_SavesNothing()
    {
        var (_, context) = await OfferAsync("aaaaaaaaa1");

        await AnswerAsync("accept", context, from: "29:eve");

        Assert.Empty(web.Requests);
    }

    [Fact]
    public async Task Saved_OfferOlderThanADay_SaysSo()
    {
        var (_, context) = await OfferAsync("aaaaaaaaa1");
        talk.Clock.Later += TimeSpan.FromHours(25);

        Assert.Contains("too old", Assert.Single(await AnswerAsync("accept", context)).Text, StringComparison.Ordinal);
        Assert.Empty(web.Requests);
    }

    [Fact]
    public async Task Saved_RoleThatIsClosed_SaysSo()
    {
        var (_, context) = await OfferAsync("aaaaaaaaa9");

        Assert.Contains("This role is closed now.", (await AnswerAsync("accept", context))[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://contoso-my.sharepoint.com/upload")]
    [InlineData("https://sharepoint.com.evil.example/upload")]
    [InlineData("https://evilsharepoint.com/upload")]
    [InlineData("https://127.0.0.1/upload")]
    [InlineData(null)]
    public async Task Saved_ToAnAddressThatIsNoFileStore_SavesNothing(string? url)
    {
        var (_, context) = await OfferAsync("aaaaaaaaa1");

        var replies = await AnswerAsync("accept", context, url: url ?? "");

        Assert.Empty(web.Requests);
        Assert.Contains("could not be saved", Assert.Single(replies).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offer_ForARoleThatIsGone_SaysSo()
    {
        var reply = Assert.Single(await PressAsync("bbbbbbbbb1", Place.Chat));

        Assert.Contains("left the catalogue", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offer_WhereOthersReadAlong_IsNotMade() =>
        Assert.Contains("with me alone", Assert.Single(await PressAsync("aaaaaaaaa1", Place.Group)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    public void IsPublic_Address_TellsOurOwnNetworksApart(string address, bool isPublic) => Assert.Equal(isPublic, PublicHttp.IsPublic(IPAddress.Parse(address)));

    private Task<IReadOnlyList<Activity>> SendFileAsync(string name, string? url = "https://contoso.sharepoint.com/f") => talk.SendAsync(new Activity
    {
        Type = ActivityTypes.Message,
        Conversation = Place.Chat.Account(),
        Attachments = [new Attachment { ContentType = FileDownloadInfo.ContentType, Name = name, Content = SdkJson.Value(JsonSerializer.Serialize(new { downloadUrl = url, uniqueId = "u0", fileType = "md" })) }],
    });

    private Task<IReadOnlyList<Activity>> PressAsync(string role, Place place) => talk.SendAsync(new Activity
    {
        Type = ActivityTypes.Message,
        Conversation = place.Account(),
        Value = SdkJson.Value(JsonSerializer.Serialize(new { verb = "save", id = role })),
    });

    private async Task<(Attachment Consent, JsonNode Context)> OfferAsync(string role)
    {
        var replies = await PressAsync(role, Place.Chat);
        var consent = Assert.Single(replies[0].Attachments!);
        var card = Assert.IsType<FileConsentCard>(consent.Content);
        return (consent, SdkJson.Card(card.AcceptContext));
    }

    private async Task<IReadOnlyList<Activity>> AnswerAsync(string action, JsonNode? context, string url = Url, string from = TeamsTalk.Person)
    {
        var value = new JsonObject
        {
            ["type"] = "fileUpload",
            ["action"] = action,
            ["context"] = context?.DeepClone(),
            ["uploadInfo"] = new JsonObject { ["uploadUrl"] = url, ["contentUrl"] = "https://contoso-my.sharepoint.com/personal/ada/a.md", ["name"] = "a.md", ["uniqueId"] = "u1", ["fileType"] = "md" },
        };
        var replies = await talk.SendAsync(new Activity
        {
            Type = ActivityTypes.Invoke,
            Name = "fileConsent/invoke",
            From = new ChannelAccount(from),
            Conversation = Place.Chat.Account(),
            Value = SdkJson.Value(value.ToJsonString()),
        });
        Assert.Equal(200, Assert.IsType<InvokeResponse>(replies[^1].Value).Status);
        return [.. replies.SkipLast(1)];
    }

    private static Func<HttpRequestMessage, HttpResponseMessage> Ok(string content) => _ => new HttpResponseMessage { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(content)) };

    private static string Words(Activity message) => SdkJson.Card(Assert.Single(message.Attachments!).Content).ToJsonString(CardRenderer.Json);

    private sealed class WebStub : HttpMessageHandler
    {
        public Func<HttpRequestMessage, HttpResponseMessage> Answer { get; set; } = _ => new HttpResponseMessage();

        public List<HttpRequestMessage> Requests { get; } = [];

        public List<byte[]> Bodies { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add(request);
            if (request.Content is not null)
                Bodies.Add(await request.Content.ReadAsByteArrayAsync(cancellationToken));
            return Answer(request);
        }
    }

    /// <summary>A body without an end.</summary>
    private sealed class Endless : MemoryStream
    {
        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) => count;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(buffer.Length);
    }
}
