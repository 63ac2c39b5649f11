using System.Text.Json.Nodes;
using PostingsBot.Cards;
using PostingsBot.Core.Postings;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Channels.Teams;

public sealed class RoleQueryTests
{
    private const string Query = "composeExtension/query";

    private readonly TeamsTalk talk = new();

    [Theory]
    [InlineData("backend", "Senior Backend Engineer")]
    [InlineData("senior go, remote from Germany", "Senior Backend Engineer")]
    [InlineData("Meadow", "Frontend Developer")]
    [InlineData("python", "Data Engineer")]
    [InlineData("not in sales, with react", "Frontend Developer")]
    [InlineData("the best paid role in USD", "Frontend Developer")]
    [InlineData("tell me about the Meadow job", "Frontend Developer")]
    public async Task Query_AsInTheChat_FindsTheSameRoles(string text, string title)
    {
        var result = await AskAsync(text);

        var found = Assert.Single(result.Attachments!);
        Assert.Equal(("result", "list", "application/vnd.microsoft.card.adaptive"), (result.Type, result.AttachmentLayout, found.ContentType));
        Assert.Equal(title, (string?)TeamsTalk.Card(found)["body"]![0]!["text"]);
        Assert.Equal(title, Assert.IsType<ThumbnailCard>(found.Preview!.Content).Title);
        Assert.Empty(talk.Store.Keys);
    }

    [Theory]
    [InlineData("""{"name":"initialRun","value":"true"}""")]
    [InlineData("""{"name":"initialRun","value":true}""")]
    [InlineData("""{"name":"question","value":""}""")]
    [InlineData("""{"name":"question","value":"  "}""")]
    [InlineData("""{"name":"question"}""")]
    public async Task Query_NothingTypedYet_ShowsTheNewest(string parameter)
    {
        var result = await SendAsync($$$"""{"commandId":"findRoles","parameters":[{{{parameter}}}],"queryOptions":{"skip":0,"count":25}}""");

        Assert.Equal(["Senior Backend Engineer", "Frontend Developer", "Data Engineer"], Titles(result));
    }

    [Fact]
    public async Task Query_Pages_AddUpAndEnd()
    {
        var many = new TeamsTalk(new MemoryCatalogue([.. Enumerable.Range(0, 60).Select(i => Examples.Document(Examples.Nameless with { Id = $"{i:x10}", File = $"{i}.md", Title = new Stated<string>($"Python role {i:00}", new Evidence(1, 1, "x")) }))]));
        var pages = new List<int>();
        var titles = new List<string?>();
        for (var skip = 0; skip <= 75; skip += 25)
        {
            var result = await SendAsync(many, $$$"""{"commandId":"findRoles","parameters":[{"name":"question","value":"python"}],"queryOptions":{"skip":{{{skip}}},"count":25}}""");
            Assert.Equal("result", result.Type);
            pages.Add(result.Attachments!.Count);
            titles.AddRange(Titles(result));
        }

        Assert.Equal([25, 25, 10, 0], pages);
        Assert.Equal(60, titles.Distinct().Count());
    }

    [Theory]
    [InlineData("cobol in Berlin", "What would match:", "COBOL")]
    [InlineData("senior cobol roles", "What would match: Without “COBOL” (1 role)", "COBOL")]
    [InlineData("remote python кшфщы", "1 role found", "could not read “кшфщы”", "Take that out")]
    [InlineData("?", "What would you like to know?", "skill")]
    [InlineData("what is the weather like", "I only know job postings", "roles")]
    public async Task Query_NothingFoundOrNotUnderstood_SaysSo(string text, params string[] says)
    {
        var result = await AskAsync(text);

        Assert.Equal("message", result.Type);
        Assert.Null(result.Attachments);
        Assert.All(says, said => Assert.Contains(said, result.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Query_TooLongAText_SaysSoInsteadOfDroppingTheRest() =>
        Assert.Contains("first 2,000 characters", (await AskAsync("python " + new string('x', 3_000))).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"commandId":"explode","parameters":[{"name":"question","value":"python"}]}""")]
    [InlineData("""{"parameters":[{"name":"question","value":"python"}]}""")]
    [InlineData("""{"commandId":"findRoles"}""")]
    [InlineData("""{"commandId":"findRoles","parameters":[]}""")]
    [InlineData("""{"commandId":"findRoles","parameters":[null]}""")]
    [InlineData("""{"commandId":"findRoles","parameters":[{"name":"other","value":"python"}]}""")]
    [InlineData("""{"commandId":"findRoles","parameters":7}""")]
    [InlineData("""{"commandId":"findRoles","parameters":[{"name":"question","value":"python"}],"queryOptions":{"skip":-1,"count":25}}""")]
    [InlineData("""{"commandId":"findRoles","parameters":[{"name":"question","value":"python"}],"queryOptions":{"skip":0,"count":0}}""")]
    [InlineData("""{"commandId":"findRoles","parameters":[{"name":"question","value":"python"}],"queryOptions":{"skip":0,"count":-5}}""")]
    [InlineData("""{"commandId":"findRoles","parameters":[{"name":"question","value":"python"}],"queryOptions":{"skip":0,"count":1000000000}}""")]
    [InlineData("""{"commandId":"findRoles","parameters":[{"name":"question","value":"python"}],"queryOptions":{"skip":1000000000,"count":25}}""")]
    [InlineData("""{"commandId":"findRoles","parameters":[{"name":"question","value":"python"}],"queryOptions":{"skip":0,"count":99999999999}}""")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData(null)]
    public async Task Query_Malformed_IsABadRequest_WithOneLineAndNothingKept(string? value)
    {
        var response = await talk.InvokeAsync(Query, value);

        Assert.Equal(400, response.Status);
        Assert.NotNull(response.Body);
        Assert.Equal("An invoke on channel msteams was refused with 400.", Assert.Single(talk.Log.Lines));
        Assert.Empty(talk.Store.Keys);
    }

    [Fact]
    public async Task Query_TextOfAPosting_IsEscaped()
    {
        var sly = new TeamsTalk(new MemoryCatalogue(Examples.Document(Examples.Nameless with { Title = new Stated<string>("<b>Python</b> <at>all</at> [x](http://evil.example)", new Evidence(1, 1, "x")) })));

        var found = Assert.Single((await SendAsync(sly, """{"commandId":"findRoles","parameters":[{"name":"question","value":"remote"}]}""")).Attachments!);

        Assert.DoesNotContain("<", Assert.IsType<ThumbnailCard>(found.Preview!.Content).Title, StringComparison.Ordinal);
        Assert.Contains("\\[x\\]", (string?)TeamsTalk.Card(found)["body"]![0]!["text"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("https://jobs.example", true)]
    public async Task Query_Cards_OpenOnTheWebOnlyWhereRolesHaveLinks(string? address, bool opens)
    {
        var found = Assert.Single((await SendAsync(new TeamsTalk(address: address), """{"commandId":"findRoles","parameters":[{"name":"question","value":"react"}]}""")).Attachments!);

        Assert.Equal(opens, TeamsTalk.Card(found).ToJsonString().Contains("https://jobs.example/roles/aaaaaaaaa2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Query_CardOfAList_IsSmall()
    {
        var result = await AskAsync("roles");

        Assert.All(result.Attachments!, found => Assert.InRange(TeamsTalk.Card(found).ToJsonString(CardRenderer.Json).Length, 500, 6_000));
    }

    private Task<MessagingExtensionResult> AskAsync(string text) => SendAsync(new JsonObject { ["commandId"] = "findRoles", ["parameters"] = new JsonArray(new JsonObject { ["name"] = "question", ["value"] = text }) }.ToJsonString());

    private Task<MessagingExtensionResult> SendAsync(string value) => SendAsync(talk, value);

    private static async Task<MessagingExtensionResult> SendAsync(TeamsTalk talk, string value)
    {
        var response = await talk.InvokeAsync(Query, value);
        Assert.Equal(200, response.Status);
        return Assert.IsType<MessagingExtensionResponse>(response.Body).ComposeExtension!;
    }

    private static List<string?> Titles(MessagingExtensionResult result) => [.. result.Attachments!.Select(found => Assert.IsType<ThumbnailCard>(found.Preview!.Content).Title)];
}
