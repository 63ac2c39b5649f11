using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using PostingsBot.Benchmarks.Search;

namespace PostingsBot.Benchmarks.Framework;

/// <summary>32 people who each wait for the answer before they write again.</summary>
internal static class Load
{
    private const int Connections = 32;

    /// <summary>One line of figures: turns a second, ms at p50 / p95, the bot's CPU and allocations a turn.</summary>
    public static async Task<string> RunAsync(Scenario scenario, ConnectorSink connector, TimeSpan length)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections });
        var times = new Latencies();
        var (cpu, bytes, replies) = (scenario.Bot.Cpu, await scenario.Bot.AllocatedAsync(http), connector.Received);
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(person => TalkAsync(person)));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        cpu = scenario.Bot.Cpu - cpu;
        bytes = await scenario.Bot.AllocatedAsync(http) - bytes;
        replies = connector.Received - replies;
        var turns = times.Count;
        if (!scenario.ExpectReplies && replies != turns)
            throw new InvalidOperationException($"{scenario.Name}: {turns} turns, {replies} replies");
        return string.Create(CultureInfo.InvariantCulture,
            $"{scenario.Name,-50} {turns / seconds,7:0} turns/s, {times.Median:0.0} / {times.P95:0.0} ms, CPU {cpu.TotalMilliseconds / turns:0.000} ms{(scenario.Bot.CountsBytes ? $", {bytes / 1024.0 / turns:0.0} KB" : "")} a turn");

        async Task TalkAsync(int person)
        {
            var body = Encoding.UTF8.GetBytes(Message(person, scenario.ExpectReplies, connector.Url));
            while (Stopwatch.GetElapsedTime(start) < length)
            {
                var since = Stopwatch.GetTimestamp();
                using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
                using var response = await http.PostAsync(new Uri(scenario.Bot.Address, "/api/messages"), content);
                response.EnsureSuccessStatusCode();
                times.Add(since);
            }
        }
    }

    // As Teams sends it. Without an id no turn counts as a repeated delivery.
    private static string Message(int person, bool expectReplies, string serviceUrl) => $$"""
        {"type":"message",{{(expectReplies ? "\"deliveryMode\":\"expectReplies\"," : "")}}"timestamp":"2026-02-01T09:00:00.0Z","localTimestamp":"2026-02-01T10:00:00.0+01:00","channelId":"test","serviceUrl":"{{serviceUrl}}",
         "from":{"id":"29:person-{{person}}","name":"Ana","aadObjectId":"00000000-0000-0000-0000-00000000000{{person % 10}}"},"recipient":{"id":"28:bot","name":"Bot"},
         "conversation":{"id":"a:conversation-{{person}}","conversationType":"personal","tenantId":"tenant"},"text":"senior python roles that I can do from Germany",
         "textFormat":"plain","locale":"en-GB","entities":[{"type":"clientInfo","locale":"en-GB","country":"GB","platform":"Web","timezone":"Europe/London"}],
         "channelData":{"tenant":{"id":"tenant"} } }
        """;
}
