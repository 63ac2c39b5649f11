namespace PostingsBot.Channels.Slack.Web;

/// <summary>
/// What Slack lets one app do in one workspace (pages "rate-limits" and those of the methods). Our windows are longer than the published ones by a margin, for
/// Slack counts when a call arrives and not when it leaves.
/// </summary>
internal static class SlackLimits
{
    private const double Margin = 1.02;

    /// <summary>
    /// A window of one call has no others to even it out: two calls that leave a second apart arrive closer together by whatever the first was late. This margin is
    /// for a call that is not answered yet; after its answer <see cref="BetweenMessages"/> counts. 95% of the limit are left.
    /// </summary>
    private const double MarginOfOne = 1.05;

    private static readonly IReadOnlyList<RateWindow> Tier2 = [Window(20, 60)];
    private static readonly IReadOnlyList<RateWindow> Tier3 = [Window(50, 60)];
    private static readonly IReadOnlyList<RateWindow> Tier4 = [Window(100, 60)];

    // "Several hundred messages a minute" for a workspace.
    private static readonly IReadOnlyList<RateWindow> Messages = [Window(200, 60)];

    private static readonly Dictionary<string, IReadOnlyList<RateWindow>> Methods = new(StringComparer.Ordinal)
    {
        ["chat.postMessage"] = Messages,
        ["chat.postEphemeral"] = Tier4,
        ["chat.update"] = Tier3,
        ["chat.delete"] = Tier3,
        ["chat.unfurl"] = Tier3,
        ["conversations.open"] = Tier3,
        ["conversations.history"] = Tier3,
        ["conversations.replies"] = Tier3,
        ["conversations.info"] = Tier3,
        ["conversations.members"] = Tier4,
        ["users.info"] = Tier4,
        ["users.list"] = Tier2,
        ["views.open"] = Tier4,
        ["views.push"] = Tier4,
        ["views.update"] = Tier4,
        ["views.publish"] = Tier4,
        ["auth.test"] = Tier4,
        ["auth.revoke"] = Tier3,
        ["oauth.v2.access"] = Tier4,
        // Tier 1, whose bursts Slack tolerates: a broken socket must come back at once.
        ["apps.connections.open"] = Tier2,
    };

    /// <summary>Messages to one channel; also the uses of one response URL.</summary>
    public static IReadOnlyList<RateWindow> Channel { get; } = [new RateWindow(1, BetweenMessages * MarginOfOne)];

    /// <summary>From the arrival of a message in a channel to the next one's.</summary>
    public static TimeSpan BetweenMessages => TimeSpan.FromSeconds(1);

    /// <summary>All calls of a method in one workspace. A method that is not in the table gets the narrowest tier that leaves a bot usable.</summary>
    public static IReadOnlyList<RateWindow> Of(string method) => Methods.GetValueOrDefault(method, Tier2);

    /// <summary>Whether the method writes into a channel, which takes one message a second.</summary>
    public static bool IsPosting(string method) => method is "chat.postMessage" or "chat.postEphemeral";

    private static RateWindow Window(int most, double seconds) => new(most, TimeSpan.FromSeconds(seconds * Margin));
}
