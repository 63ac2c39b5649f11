using System.Net;
using System.Text.Json.Nodes;
using PostingsBot.Channels.Slack.Receiving;
using PostingsBot.Tests.Support.Slack;

namespace PostingsBot.Tests.Channels.Slack;

/// <summary>Posting documents that somebody sends to the bot in Slack.</summary>
public sealed class SlackFileConversationTests : IDisposable
{
    private readonly SlackTalk talk = new();

    public void Dispose() => talk.Dispose();

    [Fact]
    public async Task File_APosting_IsReadAndShownWithItsLines()
    {
        talk.Files.Body = "# Senior Baker\n\nCompany: Acme\n\nLocation: Berlin, Germany\n\nWe are looking for a baker. Apply at https://acme.example/jobs.\n";
        await SendAsync(("baker.md", "https://files.slack.com/files-pri/T1-F1/baker.md"));

        var shown = SlackTalk.Words(Assert.Single(talk.Said));
        Assert.Contains("Senior Baker", shown, StringComparison.Ordinal);
        Assert.Contains("baker.md:1", shown, StringComparison.Ordinal);
        Assert.Equal("https://files.slack.com/files-pri/T1-F1/baker.md", Assert.Single(talk.Files.Requests).Address);
        Assert.Contains(StrictSlack.Token, talk.Files.Requests[0].Authorization, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_GoneOrElsewhere_SaysWhyForEach()
    {
        talk.Files.Status = HttpStatusCode.NotFound;
        await SendAsync(("one.md", "https://files.slack.com/one.md"), ("two.md", "https://elsewhere.example/two.md"));

        Assert.Contains("could not be fetched", SlackTalk.Words(talk.Said[0]), StringComparison.Ordinal);
        Assert.Contains("no address that I may open", SlackTalk.Words(talk.Said[1]), StringComparison.Ordinal);
        Assert.Single(talk.Files.Requests);
    }

    private async Task SendAsync(params (string Name, string Address)[] files)
    {
        var payload = JsonNode.Parse(Payloads.Message(1, ""))!;
        payload["event"]!["subtype"] = "file_share";
        payload["event"]!["files"] = new JsonArray([.. files.Select(file => new JsonObject { ["id"] = "F1", ["name"] = file.Name, ["mimetype"] = "text/plain", ["url_private_download"] = file.Address })]);
        await talk.DeliverAsync(SlackKind.Event, payload.ToJsonString());
        await talk.WorkAsync();
    }
}
