using System.Net;
using System.Net.Http.Headers;
using System.Text;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.BotFramework.Fakes;

/// <summary>
/// Teams' side of the connector with its published limits, counted anew here from the page's figures: what exceeds one is answered 429. It may also fail by
/// chance, before it took a message or after.
/// </summary>
internal sealed class StrictTeams(VirtualTime time, double failures = 0) : HttpMessageHandler
{
    private static readonly (int Most, TimeSpan Within)[] PerThread =
        [(7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1800, TimeSpan.FromHours(1))];

    private readonly Random _chance = new(20260301);
    private readonly Dictionary<string, List<TimeSpan>> _threads = [];
    private readonly List<TimeSpan> _tenant = [];

    public int Requests => _tenant.Count;

    /// <summary>Requests beyond a published limit.</summary>
    public int Exceeded { get; private set; }

    /// <summary>How often each message was taken, by its JSON.</summary>
    public Dictionary<string, int> Taken { get; } = [];

    /// <summary>Messages that were taken while the acknowledgement was lost.</summary>
    public HashSet<string> Unacknowledged { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var thread = request.RequestUri!.AbsolutePath;
        if (!_threads.TryGetValue(thread, out var sent)) _threads.Add(thread, sent = []);
        sent.Add(time.Now);
        _tenant.Add(time.Now);
        if (PerThread.Any(window => Count(sent, window.Within) > window.Most) || Count(_tenant, TimeSpan.FromSeconds(1)) > 50)
        {
            Exceeded++;
            return Task.FromResult(Throttled());
        }
        var body = new StreamReader(request.Content!.ReadAsStream(cancellationToken)).ReadToEnd();
        if (_chance.NextDouble() < failures)
        {
            switch (_chance.Next(4))
            {
                case 0: return Task.FromResult(Throttled());
                case 1: return Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadGateway) { RequestMessage = request });
                case 2: throw new HttpRequestException(HttpRequestError.ResponseEnded, "reset before it was taken");
                default:
                    Take(body);
                    Unacknowledged.Add(body);
                    throw new HttpRequestException(HttpRequestError.ResponseEnded, "reset after it was taken");
            }
        }
        Take(body);
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Created)
        {
            RequestMessage = request,
            Content = new StringContent("""{"id":"1"}""", Encoding.UTF8, "application/json"),
        });
    }

    private void Take(string body) => Taken[body] = Taken.GetValueOrDefault(body) + 1;

    private static int Count(List<TimeSpan> times, TimeSpan within)
    {
        var count = 0;
        for (var i = times.Count - 1; i >= 0 && times[^1] - times[i] <= within; i--) count++;
        return count;
    }

    private static HttpResponseMessage Throttled() => new(HttpStatusCode.TooManyRequests) { Headers = { RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(1)) } };
}
