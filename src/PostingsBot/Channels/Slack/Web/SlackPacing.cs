using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace PostingsBot.Channels.Slack.Web;

/// <summary>Slack's limits for all calls of this process. Each workspace and method has its own, for as long as the process lives.</summary>
internal sealed class SlackPacing(TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Team, string Method), LanePacer> _pacers = new();

    /// <summary>Where a call has to wait.</summary>
    public Place Of(string team, string method, JsonObject arguments)
    {
        var windows = SlackLimits.Of(method);
        var pacer = _pacers.GetOrAdd((team, method), static (_, made) => new LanePacer(made.time, made.windows), (time, windows));
        return SlackLimits.IsPosting(method) && arguments["channel"] is JsonValue channel ? new Place(pacer, channel.ToString(), SlackLimits.Channel) : new Place(pacer, "", windows);
    }

    /// <summary>Where the uses of a response URL wait; Slack publishes no limit for all of them together.</summary>
    public Place Of(Uri responseUrl)
    {
        var pacer = _pacers.GetOrAdd(("", ""), static (_, clock) => new LanePacer(clock, [new RateWindow(50, TimeSpan.FromSeconds(1))]), time);
        return new Place(pacer, responseUrl.AbsoluteUri, SlackLimits.Channel);
    }

    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Place(LanePacer Pacer, string Lane, IReadOnlyList<RateWindow> Windows)
    {
        public Task WaitAsync(CancellationToken ct) => Pacer.WaitAsync(Lane, Windows, ct);

        /// <summary>Slack answered, so the call has arrived: from now on a second is a second there too, however long the way was.</summary>
        public void Answered()
        {
            if (Windows == SlackLimits.Channel)
                Pacer.Hold(Lane, Windows, SlackLimits.BetweenMessages);
        }

        /// <summary>Slack asked for a pause of the whole method.</summary>
        public void Hold(TimeSpan pause) => Pacer.Hold(pause);
    }
}
