namespace PostingsBot.Benchmarks.Framework;

/// <summary>A channel that takes every activity and gives it an id.</summary>
internal sealed class ConnectorSink : IAsyncDisposable
{
    private readonly WebApplication app;
    private long received;

    private ConnectorSink(WebApplication app) => this.app = app;

    public long Received => Interlocked.Read(ref received);

    public string Url => app.Urls.First();

    public static async Task<ConnectorSink> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var sink = new ConnectorSink(builder.Build());
        sink.app.Run(sink.TakeAsync);
        await sink.app.StartAsync();
        return sink;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        Interlocked.Increment(ref received);
        http.Response.StatusCode = StatusCodes.Status201Created;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync("""{"id":"1"}""", http.RequestAborted);
    }
}
