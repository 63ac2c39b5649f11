using System.Text.Json.Nodes;
using PostingsBot.Cards;
using PostingsBot.Channels.Teams;
using PostingsBot.Tests.Cards;

namespace PostingsBot.Tests.Channels.Teams;

public sealed class NewPostingTests
{
    private const string Fetch = "composeExtension/fetchTask";
    private const string Submit = "composeExtension/submitAction";

    private const string Posting = """
        <p>Hi all, <at id="0">Ruby</at> is hiring:</p><h2>Senior Backend Engineer</h2><p><strong>Company:</strong> Harbour Labs&nbsp;GmbH</p>
        <p>Location: Berlin, Germany (hybrid)<br>Salary: €70,000 - €90,000 per year<br></p><ul><li>5+ years of Go and PostgreSQL</li></ul>
        <p>Apply: <a href="https://harbour.example/apply">https://harbour.example/apply</a></p>
        """;

    private const string Three = """
        <p>We have three open roles at Harbour Labs:</p><ol><li><strong>Senior Backend Engineer</strong>, Berlin, €70k-90k</li>
        <li><strong>Frontend Developer</strong>, remote (Germany)</li><li><strong>Data Engineer</strong>, Hamburg</li></ol><p>Write to jobs@harbour.example</p>
        """;

    private readonly TeamsTalk talk = new();

    [Fact]
    public async Task Fetch_OneRole_ShowsEachFieldWithItsLineAndWhatIsNotStated()
    {
        var dialog = Dialog(await OpenAsync(Posting));

        var card = dialog.ToJsonString(CardRenderer.Json);
        foreach (var said in new[] { "Senior Backend Engineer", "Harbour Labs GmbH", "message:4", "hybrid", "EUR 70,000–90,000 per year", "message:5", "Go, PostgreSQL", "message:6", "Not stated:", "posting date", "https://harbour.example/apply" })
            Assert.Contains(said, card, StringComparison.Ordinal);
        Assert.DoesNotContain("Ruby", card.Replace("\"source\":\"", "", StringComparison.Ordinal).Split("\"verb\"")[0], StringComparison.Ordinal);
        Assert.All(CardWalk.Objects(dialog).Where(o => !CardWalk.IsData(o)), o => Assert.NotEqual("Action.Execute", (string?)o["type"]));
        Assert.Empty(talk.Store.Keys);
    }

    [Fact]
    public async Task Fetch_ThreeRoles_SaysThreeAndShowsThem()
    {
        var dialog = Dialog(await OpenAsync(Three));

        var card = dialog.ToJsonString(CardRenderer.Json);
        Assert.Contains("The message holds 3 roles.", card, StringComparison.Ordinal);
        Assert.Equal(["Insert 1: Senior Backend Engineer", "Insert 2: Frontend Developer", "Insert 3: Data Engineer"], Buttons(dialog).Select(b => (string?)b["title"]));
    }

    [Theory]
    [InlineData("<p>Has anybody seen the minutes of yesterday's meeting?</p>", "no job posting in that message")]
    [InlineData("<p>&nbsp;</p>", "no job posting in that message")]
    [InlineData("", "no text to read")]
    [InlineData(null, "no text to read")]
    public async Task Fetch_NoPosting_SaysSo(string? html, string says) =>
        Assert.Contains(says, Assert.IsType<TaskModuleMessageResponse>((await OpenAsync(html)).Task).Value, StringComparison.Ordinal);

    [Fact]
    public async Task Fetch_TooLongOrDeepOrWithoutAMessage_SaysSo()
    {
        Assert.Contains("200 KB", Assert.IsType<TaskModuleMessageResponse>((await OpenAsync(new string('ä', 110_000))).Task).Value, StringComparison.Ordinal);
        Assert.IsType<TaskModuleMessageResponse>((await OpenAsync(string.Concat(Enumerable.Repeat("<div>", 20_000)) + "Hello")).Task);
        Assert.IsType<TaskModuleMessageResponse>((await SendAsync(Fetch, new JsonObject { ["commandId"] = "newPosting" })).Task);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Submit_PutsTheChosenRoleIntoTheMessageBox(bool withMessage)
    {
        var button = Buttons(Dialog(await OpenAsync(Three)))[1];
        var value = new JsonObject { ["commandId"] = "newPosting", ["data"] = button["data"]!.DeepClone() };
        if (withMessage)
            value["messagePayload"] = Payload(Three);

        var result = (await SendAsync(Submit, value)).ComposeExtension!;

        var found = Assert.Single(result.Attachments!);
        var card = TeamsTalk.Card(found).ToJsonString(CardRenderer.Json);
        Assert.Equal(("result", "Frontend Developer"), (result.Type, Assert.IsType<ThumbnailCard>(found.Preview!.Content).Title));
        Assert.Contains("Frontend Developer", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Data Engineer", card, StringComparison.Ordinal);
        Assert.DoesNotContain("\"insert\"", card, StringComparison.Ordinal);
        Assert.Empty(talk.Store.Keys);
    }

    [Fact]
    public async Task Submit_LongMessage_IsReadAgainFromTheMessage()
    {
        var html = Posting + string.Concat(Enumerable.Range(0, 400).Select(i => $"<p>We like people who care about detail number {i}.</p>"));
        var button = Assert.Single(Buttons(Dialog(await OpenAsync(html))));
        var value = new JsonObject { ["commandId"] = "newPosting", ["data"] = button["data"]!.DeepClone() };

        Assert.IsType<TaskModuleMessageResponse>((await SendAsync(Submit, value)).Task);
        value["messagePayload"] = Payload(html);
        Assert.NotNull((await SendAsync(Submit, value)).ComposeExtension);
    }

    [Theory]
    [InlineData(Fetch, """{"commandId":"explode"}""")]
    [InlineData(Fetch, "{}")]
    [InlineData(Submit, """{"commandId":"newPosting"}""")]
    [InlineData(Submit, """{"commandId":"newPosting","data":7}""")]
    [InlineData(Submit, """{"commandId":"newPosting","data":{"verb":"detail","id":"aaaaaaaaa1"}}""")]
    [InlineData(Submit, """{"commandId":"newPosting","data":{"verb":"insert"}}""")]
    [InlineData(Submit, """{"commandId":"newPosting","data":{"verb":"insert","number":0,"source":"x"}}""")]
    [InlineData(Submit, """{"commandId":"newPosting","data":{"verb":"insert","number":"1","source":"x"}}""")]
    [InlineData(Submit, """{"commandId":"explode","data":{"verb":"insert","number":1,"source":"x"}}""")]
    [InlineData(Submit, """{"commandId":"newPosting","data":{"verb":"insert","number":9,"source":"# Senior Backend Engineer\n\nCompany: Harbour Labs\nLocation: Berlin\nSalary: 70,000 EUR"}}""")]
    public async Task Invoke_ForgedOrMalformed_IsABadRequest(string name, string value)
    {
        var response = await talk.InvokeAsync(name, value);

        Assert.Equal(400, response.Status);
        Assert.Single(talk.Log.Lines);
    }

    [Theory]
    [InlineData("html", "<div>one</div><div>two<br/>three</div>", "one|two|three")]
    [InlineData("html", "<p>one\r\nstill one</p>\n<ul><li>two</li></ul>", "one still one|two")]
    [InlineData("text", "one <p>\ntwo", "one <p>|two")]
    public void MessageText_HasTheLinesThatPeopleSee(string type, string content, string lines)
    {
        var text = MessageText.Of(new MessageActionsPayload { Body = new MessageActionsPayloadBody { ContentType = type, Content = content } })!;

        Assert.Equal(lines, string.Join('|', text.Split('\n').Select(line => type is "html" ? System.Text.RegularExpressions.Regex.Replace(line, "<[^>]*>", "", System.Text.RegularExpressions.RegexOptions.NonBacktracking).Trim() : line).Where(line => line.Length > 0)));
    }

    private static JsonObject Dialog(MessagingExtensionActionResponse response)
    {
        var info = Assert.IsType<TaskModuleContinueResponse>(response.Task).Value!;
        Assert.Equal("New posting from this message", info.Title);
        return TeamsTalk.Card(info.Card!);
    }

    private static List<JsonObject> Buttons(JsonObject dialog) => [.. CardWalk.Objects(dialog).Where(o => (string?)o["type"] == "Action.Submit")];

    private Task<MessagingExtensionActionResponse> OpenAsync(string? html) => SendAsync(Fetch, new JsonObject { ["commandId"] = "newPosting", ["commandContext"] = "message", ["messagePayload"] = Payload(html) });

    private static JsonObject Payload(string? html) => new() { ["id"] = "1", ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = html } };

    private async Task<MessagingExtensionActionResponse> SendAsync(string name, JsonObject value)
    {
        var response = await talk.InvokeAsync(name, value.ToJsonString());
        Assert.Equal(200, response.Status);
        return Assert.IsType<MessagingExtensionActionResponse>(response.Body);
    }
}
