namespace PostingsBot.Tests.Channels.Teams;

/// <summary>Malformed and forged invokes: the right status, one line in the log that tells nothing of the sender, no state touched.</summary>
public sealed class BadInvokeTests
{
    private readonly TeamsTalk talk = new();

    [Theory]
    [InlineData("composeExtension/explode", "{}", 501)]
    [InlineData("composeExtension/selectItem", "{}", 501)]
    [InlineData("composeExtension/anonymousQueryLink", """{"url":"https://x.example"}""", 501)]
    [InlineData("task/fetch", "{}", 501)]
    [InlineData("task/submit", "{}", 501)]
    [InlineData("config/fetch", "{}", 501)]
    [InlineData("Ada's secret", "{}", 501)]
    [InlineData("adaptiveCard/action", null, 400)]
    [InlineData("adaptiveCard/action", "7", 400)]
    [InlineData("adaptiveCard/action", "{}", 400)]
    [InlineData("adaptiveCard/action", """{"action":{"type":"Action.Submit","verb":"more"}}""", 400)]
    [InlineData("composeExtension/query", null, 400)]
    [InlineData("composeExtension/queryLink", null, 400)]
    [InlineData("composeExtension/fetchTask", null, 400)]
    [InlineData("composeExtension/submitAction", null, 400)]
    [InlineData("composeExtension/submitAction", """{"commandId":"newPosting","botMessagePreviewAction":"explode"}""", 400)]
    [InlineData("composeExtension/submitAction", """{"commandId":"newPosting","botMessagePreviewAction":"send"}""", 501)]
    [InlineData(null, "{}", 501)]
    public async Task Invoke_ThatCannotBeAnswered_IsRefused(string? name, string? value, int status)
    {
        var response = await talk.InvokeAsync(name, value);

        Assert.Equal(status, response.Status);
        Assert.DoesNotContain("Ada", Assert.Single(talk.Log.Lines), StringComparison.Ordinal);
        Assert.Empty(talk.Store.Keys);
    }

    [Fact]
    public async Task Action_OfARoleThatLeft_SaysSoOnTheCard()
    {
        var response = await talk.InvokeAsync("adaptiveCard/action", """{"action":{"type":"Action.Execute","verb":"detail","data":{"verb":"detail","id":"bbbbbbbbb1"}}}""");

        var body = Assert.IsType<AdaptiveCardInvokeResponse>(response.Body);
        Assert.Equal((200, 200), (response.Status, body.StatusCode));
        Assert.Contains("left the catalogue", body.Value!.ToString(), StringComparison.Ordinal);
    }
}
