using System.Net;
using System.Text;
using PostingsBot.Channels.Slack.Web;
using PostingsBot.Channels.Teams.Files;
using PostingsBot.Configuration;
using PostingsBot.Tests.Support;
using PostingsBot.Tests.Support.Slack;

namespace PostingsBot.Tests.Channels.Slack.Web;

public class SlackFilesTests
{
    private const string Address = "https://files.slack.com/files-pri/T1-F1/role.md";

    [Fact]
    public async Task Fetch_SlacksHost_GetsTheBytesWithTheToken()
    {
        var slack = new SlackFileHost { Body = "# Baker" };
        var file = Assert.Single((await Files(slack).FetchAsync([new SlackFile("role.md", "text/markdown", Address)], "xoxb-1", CancellationToken.None)).Files);

        Assert.Equal(("role.md", "# Baker", null), (file.Name, Encoding.UTF8.GetString(file.Content.Span), file.Refused));
        Assert.Equal([(Address, "Bearer xoxb-1")], slack.Requests);
    }

    [Theory]
    [InlineData("https://files.slack.com.example/x")]
    [InlineData("https://example.com/x")]
    [InlineData("http://files.slack.com/x")]
    [InlineData("https://127.0.0.1/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Fetch_AnyOtherHost_IsNotAsked(string? address)
    {
        var slack = new SlackFileHost { Body = "# Baker" };
        var file = Assert.Single((await Files(slack).FetchAsync([new SlackFile("role.md", null, address)], "xoxb-1", CancellationToken.None)).Files);

        Assert.Equal(FileWording.BadAddress, file.Refused);
        Assert.Empty(slack.Requests);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "\n<!DOCTYPE html><html>Sign in</html>", "text/markdown", FileWording.NotDownloaded)]
    [InlineData(HttpStatusCode.OK, "<!DOCTYPE html><html>A page</html>", "text/html", null)]
    [InlineData(HttpStatusCode.Redirect, "", "text/markdown", FileWording.NotDownloaded)]
    [InlineData(HttpStatusCode.NotFound, "", "text/markdown", FileWording.NotDownloaded)]
    [InlineData(HttpStatusCode.OK, "more than fifty bytes are not read here at all, whatever they say", "text/plain", "it has more than 0 MB, which is more than I read.")]
    public async Task Fetch_Refusal_SaysWhy(HttpStatusCode status, string body, string type, string? refused)
    {
        var file = Assert.Single((await Files(new SlackFileHost { Status = status, Body = body }).FetchAsync([new SlackFile("x", type, Address)], "xoxb-1", CancellationToken.None)).Files);

        Assert.Equal(refused, file.Refused);
    }

    private static SlackFiles Files(SlackFileHost slack) => new(new FileTransfer(new HttpClient(slack), mostBytes: 50, new FixedClock()), new SlackOptions());
}
