using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace PostingsBot.Tests.BotFramework.Fakes;

internal sealed record SentRequest(string Method, string Target, string ContentType, string Body, string? Authorization = null)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;
}

internal sealed record StubAnswer(int Status, string Body = "", string? RetryAfter = null, string? Location = null);

/// <summary>A channel on loopback: writes down what it is sent and gives the answers lined up, then 201 with an id.</summary>
internal sealed class ConnectorStub : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ConnectorStub(WebApplication app) => _app = app;

    public ConcurrentQueue<SentRequest> Requests { get; } = new();

    public ConcurrentQueue<StubAnswer> Answers { get; } = new();

    public string Url => _app.Urls.First();

    public static async Task<ConnectorStub> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var stub = new ConnectorStub(builder.Build());
        stub._app.Run(stub.AnswerAsync);
        await stub._app.StartAsync();
        return stub;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var target = http.Features.Get<IHttpRequestFeature>()!.RawTarget;
        Requests.Enqueue(new SentRequest(http.Request.Method, target, http.Request.ContentType ?? "", await reader.ReadToEndAsync(), http.Request.Headers.Authorization));
        var answer = Answers.TryDequeue(out var next) ? next : new StubAnswer(201, $$"""{"id":"sent-{{Requests.Count}}"}""");
        http.Response.StatusCode = answer.Status;
        if (answer.RetryAfter is not null) http.Response.Headers.RetryAfter = answer.RetryAfter;
        if (answer.Location is not null) http.Response.Headers.Location = answer.Location;
        if (answer.Body.Length > 0) await http.Response.WriteAsync(answer.Body);
    }
}
