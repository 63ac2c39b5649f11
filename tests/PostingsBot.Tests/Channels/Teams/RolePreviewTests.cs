using System.Text.Json.Nodes;
using PostingsBot.Cards;
using PostingsBot.Core.Postings;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Channels.Teams;

public sealed class RolePreviewTests
{
    private const string Address = "https://jobs.example";

    private static readonly Posting Closed = Examples.Meadow with { Id = "aaaaaaaaa9", File = "closed.md", Status = new Stated<PostingStatus>(PostingStatus.Closed, new Evidence(1, 1, "closed")) };

    private readonly TeamsTalk talk = new(new MemoryCatalogue(Examples.Document(Examples.Harbour), Examples.Document(Closed)), Address);

    [Theory]
    [InlineData(Address + "/roles/aaaaaaaaa1")]
    [InlineData(Address + "/roles/aaaaaaaaa1/")]
    [InlineData(Address + "/roles/aaaaaaaaa1?utm_source=chat#top")]
    [InlineData("https://JOBS.example:443/roles/aaaaaaaaa1")]
    public async Task Link_OfARole_IsDrawnAsItsCard(string url)
    {
        var found = Assert.Single((await DrawAsync(url)).Attachments!);

        Assert.Equal("Senior Backend Engineer", (string?)TeamsTalk.Card(found)["body"]![0]!["text"]);
        Assert.Contains("Harbour Labs", Assert.IsType<ThumbnailCard>(found.Preview!.Content).Subtitle, StringComparison.Ordinal);
        Assert.Contains(Address + "/roles/aaaaaaaaa1", TeamsTalk.Card(found).ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(talk.Store.Keys);
    }

    [Fact]
    public async Task Link_OfAClosedRole_SaysThatItIsClosed()
    {
        var found = Assert.Single((await DrawAsync(Address + "/roles/aaaaaaaaa9")).Attachments!);

        Assert.Contains("This role is closed.", TeamsTalk.Card(found).ToJsonString(), StringComparison.Ordinal);
        Assert.StartsWith("closed", Assert.IsType<ThumbnailCard>(found.Preview!.Content).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Address + "/roles/bbbbbbbbb1", "left the catalogue")]
    [InlineData(Address + "/", "not the link of a role")]
    [InlineData(Address + "/roles/", "not the link of a role")]
    [InlineData(Address + "/roles/AAAAAAAAA1", "not the link of a role")]
    [InlineData(Address + "/roles/../health/live", "not the link of a role")]
    public async Task Link_ToNothingWeKnow_SaysSo(string url, string says)
    {
        var result = await DrawAsync(url);

        Assert.Equal("message", result.Type);
        Assert.Contains(says, result.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example/roles/aaaaaaaaa1")]
    [InlineData("https://jobs.example.evil.example/roles/aaaaaaaaa1")]
    [InlineData("https://jobs.example@evil.example/roles/aaaaaaaaa1")]
    [InlineData("https://user@jobs.example/roles/aaaaaaaaa1")]
    [InlineData("http://jobs.example/roles/aaaaaaaaa1")]
    [InlineData("https://jobs.example:8443/roles/aaaaaaaaa1")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/roles/aaaaaaaaa1")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Link_OfAnotherHost_IsRefused(string? url)
    {
        var response = await talk.InvokeAsync("composeExtension/queryLink", new JsonObject { ["url"] = url }.ToJsonString());

        Assert.Equal(400, response.Status);
        Assert.Single(talk.Log.Lines);
    }

    [Fact]
    public async Task Link_WithoutAPublicAddress_IsRefusedByTheKeysName()
    {
        var response = await new TeamsTalk().InvokeAsync("composeExtension/queryLink", """{"url":"https://jobs.example/roles/aaaaaaaaa1"}""");

        Assert.Equal(400, response.Status);
        Assert.Contains("PostingsBot:PublicAddress", Assert.IsType<ErrorResponse>(response.Body).Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RoleLinks_Of_LeadsBack()
    {
        var links = RoleLinks.At(new Uri("https://jobs.example:8443"));

        Assert.Equal("https://jobs.example:8443/roles/0123456789", links.Of("0123456789"));
        Assert.Equal("0123456789", links.IdOf(links.Of("0123456789")));
        Assert.Null(RoleLinks.None.Of("0123456789"));
    }

    private async Task<MessagingExtensionResult> DrawAsync(string url)
    {
        var response = await talk.InvokeAsync("composeExtension/queryLink", new JsonObject { ["url"] = url }.ToJsonString());
        Assert.Equal(200, response.Status);
        return Assert.IsType<MessagingExtensionResponse>(response.Body).ComposeExtension!;
    }
}
