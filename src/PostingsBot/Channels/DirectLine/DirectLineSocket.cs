using System.Net.WebSockets;
using System.Threading.Channels;

namespace PostingsBot.Channels.DirectLine;

/// <summary>Carries a conversation's stream over a WebSocket until either side ends it.</summary>
internal static class DirectLineSocket
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(WebSocket socket, ChannelReader<byte[]> stream, CancellationToken stopping)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var sending = SendAsync(socket, stream, ended.Token);
        var receiving = ReceiveAsync(socket, ended.Token);
        try
        {
            await await Task.WhenAny(sending, receiving);
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, sending.IsCompleted ? "collision" : null, CancellationToken.None);
            // Leave the client time to close its side, or it would lose what is still on the way.
            ended.CancelAfter(Farewell);
            await receiving;
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException)
        {
            // The client went away or the host stops: nothing is left to say on this socket.
            socket.Abort();
        }
        finally
        {
            await ended.CancelAsync();
            await Task.WhenAll(sending, receiving).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private static async Task SendAsync(WebSocket socket, ChannelReader<byte[]> stream, CancellationToken ended)
    {
        await foreach (var frame in stream.ReadAllAsync(ended))
            await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, ended);
    }

    /// <summary>Clients send nothing but empty frames to keep the connection; what they send is not looked at.</summary>
    private static async Task ReceiveAsync(WebSocket socket, CancellationToken ended)
    {
        var buffer = new byte[256];
        while ((await socket.ReceiveAsync(buffer, ended)).MessageType != WebSocketMessageType.Close) { }
    }
}
