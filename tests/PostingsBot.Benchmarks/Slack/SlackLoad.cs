using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace PostingsBot.Benchmarks.Slack;

/// <summary>Slack as a sender: it posts at its own pace whether or not the bot keeps up, and posts again, as Slack does, what was not acknowledged.</summary>
internal sealed class SlackLoad : IDisposable
{
    private const int PeopleOfATeam = 10;

    /// <summary>One request in so many is a second delivery of something that was acknowledged.</summary>
    private const int RepeatsEvery = 10;

    private const int Connections = 128;

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(5);

    /// <summary>As Slack waits before it delivers again what was not acknowledged.</summary>
    private static readonly TimeSpan[] Again = [TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    private static readonly byte[] Key = Encoding.UTF8.GetBytes(SlackBot.Secret);

    private static readonly string[] Questions = ["remote roles", "senior python roles", "how many roles are there", "roles in Berlin", "what does the first one pay", "only with Go", "more", "start over"];

    private readonly HttpClient http;
    private readonly int teams;
    private readonly ConcurrentBag<double> times = [];
    private readonly ConcurrentQueue<int> acknowledged = new();
    private int refused;
    private int repeats;
    private int requests;
    private int warm;

    public SlackLoad(Uri address, int teams)
    {
        this.teams = teams;
        http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
    }

    public int Events { get; private set; }

    public int Requests => requests;

    public int Repeats => repeats;

    /// <summary>Attempts that were not acknowledged and made again.</summary>
    public int Refused => refused;

    public IEnumerable<string> Ids => Enumerable.Range(0, Events).Select(Id);

    public static string Team(int number) => string.Create(CultureInfo.InvariantCulture, $"T{number}");

    /// <summary>Milliseconds until the acknowledgement, of this share of the requests that were acknowledged.</summary>
    public double At(double share)
    {
        var sorted = times.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
    }

    public int Over(double milliseconds) => times.Count(time => time > milliseconds);

    public async Task WarmUpAsync(Func<long> answered)
    {
        const int few = 200;
        for (; warm < few; warm++)
            await PostAsync($"warm{warm}", warm, isTimed: false);
        for (var start = Stopwatch.GetTimestamp(); answered() < few && Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(60);)
            await Task.Delay(50);
    }

    public async Task RunAsync(int seconds, int rate)
    {
        var under = new List<Task>();
        var (start, length) = (Stopwatch.GetTimestamp(), TimeSpan.FromSeconds(seconds));
        for (var due = 0; Stopwatch.GetElapsedTime(start) < length; await Task.Delay(Step))
        {
            for (var now = (int)(Stopwatch.GetElapsedTime(start).TotalSeconds * rate); due < now; due++)
                under.Add(due % RepeatsEvery == 0 && acknowledged.TryDequeue(out var earlier) ? RepeatAsync(earlier) : SendAsync(Events++));
        }

        await Task.WhenAll(under);
    }

    public void Dispose() => http.Dispose();

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"Ev{number}");

    private Task RepeatAsync(int number)
    {
        Interlocked.Increment(ref repeats);
        return UntilTakenAsync(number);
    }

    private async Task SendAsync(int number)
    {
        await UntilTakenAsync(number);
        acknowledged.Enqueue(number);
    }

    private async Task UntilTakenAsync(int number)
    {
        Interlocked.Increment(ref requests);
        for (var attempt = 0; !await PostAsync(Id(number), number, isTimed: true); attempt++)
        {
            Interlocked.Increment(ref refused);
            await Task.Delay(Again[Math.Min(attempt, Again.Length - 1)]);
        }
    }

    private async Task<bool> PostAsync(string id, int number, bool isTimed)
    {
        // Begun outside the loop that keeps the pace.
        await Task.Yield();
        var since = Stopwatch.GetTimestamp();
        var body = Body(id, number);
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/slack/events") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("X-Slack-Request-Timestamp", timestamp);
        request.Headers.TryAddWithoutValidation("X-Slack-Signature", "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Key, (byte[])[.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. body])));
        try
        {
            using var response = await http.SendAsync(request);
            if (response.IsSuccessStatusCode && isTimed)
                times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
            return response.IsSuccessStatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private byte[] Body(string id, int number)
    {
        var (team, person) = (Team(number % teams), number / teams % PeopleOfATeam);
        return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""
            {"token":"x","team_id":"{{team}}","api_app_id":"A1","event":{"type":"message","channel_type":"im","channel":"D{{team}}P{{person}}","user":"U{{team}}P{{person}}","text":"{{Questions[number % Questions.Length]}}",
             "ts":"{{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}}.{{number % 1_000_000:000000}}","client_msg_id":"{{id}}"},"type":"event_callback","event_id":"{{id}}","event_time":1771930800,
             "authorizations":[{"enterprise_id":null,"team_id":"{{team}}","user_id":"{{SlackSink.BotUser}}","is_bot":true,"is_enterprise_install":false}],"is_ext_shared_channel":false}
            """));
    }
}
