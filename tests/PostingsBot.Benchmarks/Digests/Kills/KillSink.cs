using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace PostingsBot.Benchmarks.Digests.Kills;

/// <summary>The channel as one worker reaches it: it tells the books what it took, and may be what the worker sees last.</summary>
internal sealed class KillSink : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> taken = new();
    private int connections;
    private int left;
    private bool isCounted;
    private Action held = () => { };

    private KillSink(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single() + "/";

    public static async Task<KillSink> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        KillSink? sink = null;
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Use(next => connection => sink!.OverAsync(next, connection))));
        sink = new KillSink(builder.Build());
        sink.app.MapPost("/v3/conversations/{conversation}/{**rest}", sink.TakeAsync);
        await sink.app.StartAsync();
        return sink;
    }

    /// <summary>Holds the nth message from now on without an answer.</summary>
    /// <param name="nth">From 1; 0 for none.</param>
    /// <param name="counted">It was taken; else it is lost with the sender.</param>
    /// <param name="then">Called when it is held.</param>
    public void Hold(int nth, bool counted, Action then)
    {
        (isCounted, held) = (counted, then);
        Volatile.Write(ref left, nth);
    }

    /// <summary>What was taken since the last time, once the sender is dead and nothing of it is on its way any more.</summary>
    public async Task<IReadOnlyList<string>> DrainAsync()
    {
        while (Volatile.Read(ref connections) > 0)
            await Task.Delay(1);
        return Taken();
    }

    /// <summary>What was taken since the last time.</summary>
    public IReadOnlyList<string> Taken()
    {
        var all = new List<string>();
        while (taken.TryDequeue(out var one))
            all.Add(one);
        return all;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task OverAsync(ConnectionDelegate next, ConnectionContext connection)
    {
        Interlocked.Increment(ref connections);
        try
        {
            await next(connection);
        }
        finally
        {
            Interlocked.Decrement(ref connections);
        }
    }

    private async Task<IResult> TakeAsync(HttpContext http, string conversation)
    {
        using var reader = new StreamReader(http.Request.Body);
        var message = $"{conversation} {string.Join(' ', KillRoles.NamedIn(await reader.ReadToEndAsync(http.RequestAborted)))}";
        var isHeld = Interlocked.Decrement(ref left) == 0;
        if (!isHeld || isCounted)
            taken.Enqueue(message);
        if (isHeld)
        {
            held();
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        }

        return Results.Json(new { id = "m" }, statusCode: StatusCodes.Status201Created);
    }
}
