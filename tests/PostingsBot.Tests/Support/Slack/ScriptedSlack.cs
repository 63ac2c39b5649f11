using System.Net;
using System.Net.Http.Headers;

namespace PostingsBot.Tests.Support.Slack;

/// <summary>Answers with what a test says, in order, the last for ever.</summary>
internal sealed class ScriptedSlack(params Func<HttpResponseMessage?>[] answers) : HttpMessageHandler
{
    public List<(string Address, string? Authorization, string Body)> Requests { get; } = [];

    public static HttpResponseMessage? Fine() => Text(HttpStatusCode.OK, """{"ok":true}""");

    public static HttpResponseMessage? Silent() => null;

    public static Func<HttpResponseMessage?> Error(string error) => () => Text(HttpStatusCode.OK, $$"""{"ok":false,"error":"{{error}}"}""");

    public static Func<HttpResponseMessage?> Says(HttpStatusCode status, string body) => () => Text(status, body);

    public static Func<HttpResponseMessage?> Limited(int seconds) => () =>
    {
        var response = Text(HttpStatusCode.TooManyRequests, "");
        response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds));
        return response;
    };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add((request.RequestUri!.AbsoluteUri, request.Headers.Authorization?.ToString(), await request.Content!.ReadAsStringAsync(cancellationToken)));
        if (answers[Math.Min(Requests.Count, answers.Length) - 1]() is { } answer)
            return answer;
        // What waits goes on at once, within virtual time.
        var never = new TaskCompletionSource<HttpResponseMessage>();
        await using var registration = cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
        return await never.Task;
    }

    private static HttpResponseMessage Text(HttpStatusCode status, string body) => new(status) { Content = new StringContent(body) };
}
