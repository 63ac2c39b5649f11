using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace PostingsBot.EndToEnd.Tests.Support;

/// <summary>A Direct Line client as small as can be: what Web Chat does, by plain HTTP.</summary>
internal sealed class DirectLineClient(HttpClient http)
{
    public const string Root = "/v3/directline";

    public string Token { get; private set; } = "";
    public string Conversation { get; private set; } = "";
    public string StreamUrl { get; private set; } = "";
    public string Watermark { get; private set; } = "";

    /// <summary>A client with a new conversation that has begun.</summary>
    public static async Task<DirectLineClient> ConnectAsync(HttpClient http)
    {
        var client = new DirectLineClient(http);
        var (status, token) = await client.SendAsync(HttpMethod.Post, "/tokens/generate");
        Assert.Equal(HttpStatusCode.OK, status);
        client.Take(token);
        return await client.BeginAsync();
    }

    /// <summary>A client of somebody whom a host site signed in, with a new conversation that has begun.</summary>
    public static async Task<DirectLineClient> ConnectAsync(HttpClient http, string secret, object request)
    {
        var client = new DirectLineClient(http);
        var (status, token) = await client.SendAsync(HttpMethod.Post, "/tokens/generate", request, secret);
        Assert.True(status == HttpStatusCode.OK, token.ToString());
        client.Take(token);
        return await client.BeginAsync();
    }

    private async Task<DirectLineClient> BeginAsync()
    {
        var (status, begun) = await SendAsync(HttpMethod.Post, "/conversations", new { user = new { id = "r_anything" } });
        Assert.Equal(HttpStatusCode.Created, status);
        Take(begun);
        return this;
    }

    public void Take(JsonElement grant)
    {
        Token = grant.GetProperty("token").GetString()!;
        Conversation = grant.GetProperty("conversationId").GetString()!;
        if (grant.TryGetProperty("streamUrl", out var url)) StreamUrl = url.GetString()!;
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(HttpMethod method, string path, object? body = null, string? token = null, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(method, Root + path);
        if ((token ?? Token) is { Length: > 0 } bearer) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            _ => JsonContent.Create(body),
        };
        change?.Invoke(request);
        using var response = await http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    public Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(object activity) =>
        SendAsync(HttpMethod.Post, $"/conversations/{Conversation}/activities", activity);

    public Task<(HttpStatusCode Status, JsonElement Body)> UploadAsync(HttpContent body) =>
        SendAsync(HttpMethod.Post, $"/conversations/{Conversation}/upload?userId=anybody", body);

    /// <summary>Sends a text and returns what the bot said to it.</summary>
    public async Task<IReadOnlyList<JsonElement>> SayAsync(string text)
    {
        await ReadAsync();
        var (status, body) = await PostAsync(new { type = "message", text });
        Assert.True(status == HttpStatusCode.OK, $"{status}: {body}");
        return [.. (await ReadAsync()).Where(activity => activity.GetProperty("from").GetProperty("role").GetString() == "bot")];
    }

    /// <summary>What has come since the last call.</summary>
    public async Task<IReadOnlyList<JsonElement>> ReadAsync()
    {
        var (status, set) = await SendAsync(HttpMethod.Get, $"/conversations/{Conversation}/activities?watermark={Watermark}");
        Assert.Equal(HttpStatusCode.OK, status);
        Watermark = set.GetProperty("watermark").GetString()!;
        return [.. set.GetProperty("activities").EnumerateArray()];
    }

    public async Task<ClientWebSocket> OpenStreamAsync()
    {
        var socket = new ClientWebSocket();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await socket.ConnectAsync(new Uri(StreamUrl), limit.Token);
        return socket;
    }

    /// <summary>The next frame of a stream; null when it was closed.</summary>
    public static async Task<JsonElement?> NextFrameAsync(WebSocket socket)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var frame = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, limit.Token);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            frame.Write(buffer, 0, part.Count);
            if (part.EndOfMessage) return JsonSerializer.Deserialize<JsonElement>(Encoding.UTF8.GetString(frame.ToArray()));
        }
    }
}
