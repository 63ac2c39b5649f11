using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PostingsBot.EndToEnd.Tests.Support.Slack;

/// <summary>Slack's side of Socket Mode: greets each socket, hands out envelopes, and takes the acknowledgements.</summary>
internal sealed class SlackSockets : IDisposable
{
    private readonly ConcurrentDictionary<int, WebSocket> _open = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonObject>> _waiting = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _ending = new();
    private readonly SemaphoreSlim _sending = new(1);
    private int _number;

    /// <summary>Sockets that were opened so far.</summary>
    public int Opened { get; private set; }

    public int Open => _open.Count;

    public async Task AcceptAsync(HttpContext http)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var id = Interlocked.Increment(ref _number);
        await WriteAsync(socket, new JsonObject { ["type"] = "hello", ["num_connections"] = 1, ["debug_info"] = new JsonObject { ["approximate_connection_time"] = 3600 } });
        Opened++;
        _open[id] = socket;
        try
        {
            while (await ReadAsync(socket) is { } frame)
            {
                if (_waiting.TryRemove(frame["envelope_id"]?.ToString() ?? "", out var waiting))
                    waiting.TrySetResult(frame);
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException)
        {
        }
        finally
        {
            _open.TryRemove(id, out _);
        }
    }

    /// <summary>Sends an envelope into the newest socket and waits for its acknowledgement, with the payload if it has one.</summary>
    /// <param name="type">"events_api", "interactive" or "slash_commands".</param>
    /// <param name="payload">What HTTP would have brought.</param>
    /// <param name="envelope">Its id, so that a test can send it twice.</param>
    public async Task<JsonObject> SendAsync(string type, JsonObject payload, string? envelope = null)
    {
        envelope ??= string.Create(CultureInfo.InvariantCulture, $"envelope-{Interlocked.Increment(ref _number)}");
        var acknowledged = _waiting[envelope] = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        await WriteAsync(await NewestAsync(), new JsonObject { ["envelope_id"] = envelope, ["type"] = type, ["payload"] = payload.DeepClone(), ["accepts_response_payload"] = type is not "events_api" });
        return await acknowledged.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    /// <summary>Tells the newest socket that it will be closed, and closes it.</summary>
    /// <param name="reason">"warning", "refresh_requested" or "link_disabled".</param>
    public async Task DisconnectAsync(string reason)
    {
        var socket = await NewestAsync();
        await WriteAsync(socket, new JsonObject { ["type"] = "disconnect", ["reason"] = reason });
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, _ending.Token);
    }

    public void Dispose()
    {
        _ending.Cancel();
        foreach (var socket in _open.Values)
            socket.Abort();
        _ending.Dispose();
        _sending.Dispose();
    }

    /// <summary>Waits until a socket is open.</summary>
    public async Task<WebSocket> NewestAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            if (_open.OrderByDescending(one => one.Key).Select(one => one.Value).FirstOrDefault(one => one.State is WebSocketState.Open) is { } socket)
                return socket;
            await Task.Delay(10, limit.Token);
        }
    }

    private async Task WriteAsync(WebSocket socket, JsonObject frame)
    {
        await _sending.WaitAsync(_ending.Token);
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(frame.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, _ending.Token);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task<JsonObject?> ReadAsync(WebSocket socket)
    {
        using var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(), _ending.Token);
            if (read.MessageType is WebSocketMessageType.Close)
                return null;
            text.Write(buffer, 0, read.Count);
            if (read.EndOfMessage)
                return JsonNode.Parse(text.ToArray())!.AsObject();
        }
    }
}
