using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PostingsBot.Channels.Slack.Web;
using PostingsBot.Configuration;

namespace PostingsBot.Channels.Slack.Receiving;

/// <summary>
/// Socket Mode: the bot calls Slack, so it needs no public address. The same payloads come as over HTTP, without signatures. When Slack announces that it
/// will close a socket, the next one is opened beside it. What is not acknowledged Slack sends again.
/// </summary>
internal sealed class SlackSocket(ISlackApi api, SlackDoor door, SlackOptions options, TimeProvider clock, ILogger<SlackSocket> logger) : BackgroundService
{
    private const int LargestFrame = 2 * 1024 * 1024;
    private const int MostDoublings = 6;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestOpening = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AliveCheck = TimeSpan.FromSeconds(20);

    private int failures;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                var replaced = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                var running = RunAsync(replaced, stoppingToken);
                open.Add(running);
                await Task.WhenAny(running, replaced.Task);
                open.RemoveAll(task => task.IsCompleted);
                if (failures > 0)
                    await Task.Delay(TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, TimeSpan.FromSeconds(Math.Pow(2, Math.Min(failures, MostDoublings) - 1)).Ticks)), clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(open);
        }
    }

    /// <summary>One socket, from its opening to its end. Its failures are logged and counted.</summary>
    private async Task RunAsync(TaskCompletionSource replaced, CancellationToken stopping)
    {
        try
        {
            using var socket = await OpenAsync(stopping);
            using var sending = new SemaphoreSlim(1);
            while (await ReadAsync(socket, stopping) is { } frame)
            {
                switch (JsonText.Of(frame, "type"))
                {
                    case "hello":
                        failures = 0;
                        HostLog.SlackConnected(logger);
                        break;
                    case "disconnect":
                        if (JsonText.Of(frame, "reason") is "link_disabled")
                            failures++;
                        replaced.TrySetResult();
                        break;
                    default:
                        // Begun in the order in which they came, so that they are kept in it.
                        _ = TakeAsync(socket, sending, frame, stopping);
                        break;
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Asked to stop.
        }
        catch (Exception error) when (error is WebSocketException or HttpRequestException or IOException or OperationCanceledException or InvalidDataException)
        {
            failures++;
            HostLog.SlackDisconnected(logger, error.Message);
        }
    }

    private async Task<ClientWebSocket> OpenAsync(CancellationToken stopping)
    {
        var address = await api.CallAsAppAsync("apps.connections.open", [], stopping) switch
        {
            SlackResult.Ok ok when Uri.TryCreate(JsonText.Of(ok.Reply, "url"), UriKind.Absolute, out var url) && IsSlacks(url) => url,
            SlackResult.Refused refused => throw new SlackRefusedException("apps.connections.open", refused),
            _ => throw new InvalidDataException("Slack gave no address for the socket."),
        };
        using var limit = new CancellationTokenSource(LongestOpening, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stopping);
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = socket.Options.KeepAliveTimeout = AliveCheck;
        try
        {
            await socket.ConnectAsync(address, either.Token);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsSlacks(Uri url) =>
        url is { Scheme: "wss", UserInfo: "" } && (url.IdnHost.EndsWith(".slack.com", StringComparison.OrdinalIgnoreCase) || url.IdnHost.EndsWith(".slack-gov.com", StringComparison.OrdinalIgnoreCase))
        || (options.ApiAddress.IsLoopback && url.IsLoopback && url.Scheme is "ws" or "wss");

    private async Task TakeAsync(WebSocket socket, SemaphoreSlim sending, JsonElement frame, CancellationToken stopping)
    {
        try
        {
            SlackKind? kind = JsonText.Of(frame, "type") switch { "events_api" => SlackKind.Event, "interactive" => SlackKind.Interaction, "slash_commands" => SlackKind.Command, _ => null };
            if (JsonText.Of(frame, "envelope_id") is not { } id)
                return;
            var taken = kind is { } known && frame.TryGetProperty("payload", out var payload) ? await door.AcceptAsync(known, payload.GetRawText(), stopping) : SlackAck.Refuse("it has no payload");
            if (taken.Refused is { } reason)
                HostLog.SlackRequestRefused(logger, "socket", StatusCodes.Status400BadRequest, reason);
            await AcknowledgeAsync(socket, sending, id, taken, stopping);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The socket went away first: what is not acknowledged comes again, and is recognised.
        }
        catch (Exception error)
        {
            HostLog.SlackNotKept(logger, error.Message);
        }
    }

    private static async Task AcknowledgeAsync(WebSocket socket, SemaphoreSlim sending, string id, SlackAck taken, CancellationToken stopping)
    {
        var acknowledgement = new JsonObject { ["envelope_id"] = id };
        if (taken.Body is { } body)
            acknowledgement["payload"] = body;
        await sending.WaitAsync(stopping);
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(acknowledgement.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, stopping);
        }
        finally
        {
            sending.Release();
        }
    }

    /// <summary>Null when Slack closed the socket.</summary>
    private static async Task<JsonElement?> ReadAsync(WebSocket socket, CancellationToken stopping)
    {
        using var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(), stopping);
            if (read.MessageType is WebSocketMessageType.Close)
                return null;
            if (text.Length + read.Count > LargestFrame)
                throw new InvalidDataException("Slack sent more than 2 MB at once.");
            text.Write(buffer, 0, read.Count);
            if (read.EndOfMessage)
                return Parse(text);
        }
    }

    private static JsonElement Parse(MemoryStream text)
    {
        try
        {
            return JsonElement.Parse(text.GetBuffer().AsSpan(0, (int)text.Length));
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
