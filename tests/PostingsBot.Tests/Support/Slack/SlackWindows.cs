namespace PostingsBot.Tests.Support.Slack;

/// <summary>The published limits, counted anew here from their pages.</summary>
internal sealed class SlackWindows
{
    private const int Tier2 = 20;
    private const int Tier3 = 50;
    private const int Tier4 = 100;

    private static readonly Dictionary<string, int> PerMinute = new(StringComparer.Ordinal)
    {
        ["chat.postMessage"] = 300,
        ["chat.postEphemeral"] = Tier4,
        ["chat.update"] = Tier3,
        ["chat.delete"] = Tier3,
        ["chat.unfurl"] = Tier3,
        ["conversations.open"] = Tier3,
        ["conversations.history"] = Tier3,
        ["conversations.replies"] = Tier3,
        ["users.info"] = Tier4,
        ["views.open"] = Tier4,
        ["views.push"] = Tier4,
        ["views.update"] = Tier4,
        ["views.publish"] = Tier4,
        ["auth.test"] = Tier4,
        ["oauth.v2.access"] = Tier4,
    };

    private readonly Dictionary<(string, string), List<TimeSpan>> _counted = [];

    /// <summary>The call counts also when it is too much.</summary>
    public bool Allow(string team, string method, string? channel, TimeSpan at)
    {
        var allowed = Count(team, method, at, TimeSpan.FromMinutes(1)) <= PerMinute.GetValueOrDefault(method, Tier2);
        if (method is "chat.postMessage" or "chat.postEphemeral")
            allowed &= Count(team, $"{method} {channel}", at, TimeSpan.FromSeconds(1)) <= 1;
        return allowed;
    }

    private int Count(string team, string what, TimeSpan at, TimeSpan within)
    {
        if (!_counted.TryGetValue((team, what), out var times))
            _counted.Add((team, what), times = []);
        times.Add(at);
        var count = 0;
        for (var i = times.Count - 1; i >= 0 && at - times[i] <= within; i--)
            count++;
        return count;
    }
}
