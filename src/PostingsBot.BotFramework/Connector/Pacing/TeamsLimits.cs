namespace PostingsBot.BotFramework.Connector.Pacing;

/// <summary>
/// What Teams lets one bot do (page "rate-limit" of its documentation). All windows hold at once. Ours are longer than the published ones by a margin,
/// for the channel counts when a request arrives and not when it leaves.
/// </summary>
internal static class TeamsLimits
{
    private const double Margin = 1.02;

    /// <summary>Messages sent to one conversation, and conversations created with one person.</summary>
    public static IReadOnlyList<RateWindow> Sending { get; } = [Window(7, 1), Window(8, 2), Window(60, 30), Window(1800, 3600)];

    /// <summary>Questions about the members of one conversation.</summary>
    public static IReadOnlyList<RateWindow> Members { get; } = [Window(14, 1), Window(16, 2), Window(120, 30), Window(3600, 3600)];

    /// <summary>All requests of the app to one tenant: fifty a second, and never many at once, for what leaves together does not arrive together.</summary>
    public static IReadOnlyList<RateWindow> Tenant { get; } = [Window(6, 0.1), Window(50, 1)];

    private static RateWindow Window(int most, double seconds) => new(most, TimeSpan.FromSeconds(seconds * Margin));
}
