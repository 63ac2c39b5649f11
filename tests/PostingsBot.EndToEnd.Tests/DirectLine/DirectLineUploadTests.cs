using System.Net;
using System.Net.Http.Headers;
using System.Text;
using PostingsBot.Channels.DirectLine;
using PostingsBot.EndToEnd.Tests.Support;
using static PostingsBot.EndToEnd.Tests.DirectLine.DirectLineRefusalTests;

namespace PostingsBot.EndToEnd.Tests.DirectLine;

public sealed class DirectLineUploadTests
{
    [Fact]
    public async Task Upload_FileWithActivity_ReachesTheBotAndIsNamedInTheConversation()
    {
        await using var host = await EchoHost.StartAsync();
        var client = await host.ConnectAsync();
        await client.ReadAsync();

        var (status, body) = await client.UploadAsync(Form(Activity("""{"type":"message","text":"this one","from":{"id":"x"}}"""), File("role.md", "# Welder")));
        var said = await client.ReadAsync();

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(body.GetProperty("id").GetString(), said[0].GetProperty("id").GetString());
        var named = Assert.Single(said[0].GetProperty("attachments").EnumerateArray());
        Assert.Equal("role.md", named.GetProperty("name").GetString());
        Assert.False(named.TryGetProperty("content", out _));
        Assert.Equal("role.md of text/markdown holds # Welder", said[1].GetProperty("text").GetString());
        Assert.Contains("said this one", said[2].GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\jobs\\a.md", "a.md")]
    [InlineData("/", "file")]
    public async Task Upload_NameWithFolders_KeepsTheLastPart(string sent, string expected)
    {
        await using var host = await EchoHost.StartAsync();
        var client = await host.ConnectAsync();
        await client.ReadAsync();

        await client.UploadAsync(Form(File(sent, "x")));

        Assert.Equal(expected, (await client.ReadAsync())[0].GetProperty("attachments")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Upload_TooLarge_IsRefused()
    {
        await using var host = await EchoHost.StartAsync(new DirectLineOptions { MaxUploadBytes = 2048, MaxBodyBytes = 2048 });
        var client = await host.ConnectAsync();

        AssertRefused(await client.UploadAsync(Form(File("a.md", new string('x', 2049)))), HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig");
        AssertRefused(await client.UploadAsync(Form(File("a.md", new string('x', 9000)))), HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig");
    }

    [Fact]
    public async Task Upload_TooLargeAndOfUnknownLength_IsRefused()
    {
        await using var host = await EchoHost.StartAsync(new DirectLineOptions { MaxUploadBytes = 2048, MaxBodyBytes = 2048 });
        var client = await host.ConnectAsync();

        var answer = await client.SendAsync(HttpMethod.Post, $"/conversations/{client.Conversation}/upload", Form(File("a.md", new string('x', 9000))), change: request => request.Headers.TransferEncodingChunked = true);

        AssertRefused(answer, HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig");
    }

    [Fact]
    public async Task Upload_ManyFiles_AreRefused()
    {
        await using var host = await EchoHost.StartAsync(new DirectLineOptions { MaxFiles = 2 });
        var client = await host.ConnectAsync();

        AssertRefused(await client.UploadAsync(Form(File("a", "1"), File("b", "2"), File("c", "3"))), HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig");
        AssertRefused(await client.UploadAsync(Form([.. Enumerable.Range(0, 40).Select(i => File($"{i}", "x"))])), HttpStatusCode.BadRequest, "BadArgument");
    }

    [Fact]
    public async Task Upload_WithoutAFile_IsRefused()
    {
        await using var host = await EchoHost.StartAsync();
        var client = await host.ConnectAsync();

        AssertRefused(await client.UploadAsync(Form(Activity("""{"type":"message"}"""))), HttpStatusCode.BadRequest, "MissingProperty");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"type":"event","name":"x"}""")]
    public async Task Upload_WithABadActivity_IsRefused(string activity)
    {
        await using var host = await EchoHost.StartAsync();
        var client = await host.ConnectAsync();

        AssertRefused(await client.UploadAsync(Form(Activity(activity), File("a.md", "x"))), HttpStatusCode.BadRequest, "BadArgument");
    }

    [Fact]
    public async Task Upload_NotMultipart_IsRefused()
    {
        await using var host = await EchoHost.StartAsync();
        var client = await host.ConnectAsync();

        AssertRefused(await client.UploadAsync(new ByteArrayContent([1])), HttpStatusCode.UnsupportedMediaType, "UnsupportedMediaType");
    }

    [Fact]
    public async Task Upload_Malformed_IsRefused()
    {
        await using var host = await EchoHost.StartAsync();
        var client = await host.ConnectAsync();
        var body = new StringContent("--x\r\nno header at all");
        body.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");

        AssertRefused(await client.UploadAsync(body), HttpStatusCode.BadRequest, "BadArgument");
    }

    [Fact]
    public async Task Upload_WithTheTokenOfAnotherConversation_IsRefused()
    {
        await using var host = await EchoHost.StartAsync();
        var client = await host.ConnectAsync();
        var other = await host.ConnectAsync();

        AssertRefused(await client.SendAsync(HttpMethod.Post, $"/conversations/{other.Conversation}/upload", Form(File("a.md", "x"))), HttpStatusCode.Forbidden, "BadToken");
    }

    [Fact]
    public async Task Post_AttachmentWithAnAddress_NeverReachesTheBot()
    {
        await using var host = await EchoHost.StartAsync();
        var client = await host.ConnectAsync();
        await client.ReadAsync();

        await client.PostAsync(new { type = "message", text = "look", attachments = new[] { new { contentType = "text/plain", contentUrl = "http://127.0.0.1/secret" } } });

        Assert.DoesNotContain("secret", string.Concat(await client.ReadAsync()));
    }

    private static MultipartFormDataContent Form(params (HttpContent Content, string Name, string File)[] parts)
    {
        var form = new MultipartFormDataContent();
        foreach (var (content, name, file) in parts) form.Add(content, name, file);
        return form;
    }

    private static (HttpContent, string, string) Activity(string json) =>
        (new StringContent(json, Encoding.UTF8, "application/vnd.microsoft.activity"), "activity", "blob");

    private static (HttpContent, string, string) File(string name, string text) =>
        (new StringContent(text, new MediaTypeHeaderValue("text/markdown")), "file", name);
}
