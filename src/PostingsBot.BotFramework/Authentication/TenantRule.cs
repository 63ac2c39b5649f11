namespace PostingsBot.BotFramework.Authentication;

/// <summary>
/// Whose people may talk to the bot. A channel's token names the channel, not the customer, so the activity says which tenant it comes from.
/// Every tenant that it names must be allowed. Teams always names one; other channels know no tenants and are let through.
/// </summary>
internal static class TenantRule
{
    private const string Teams = "msteams";

    /// <summary>Why the activity is refused, as a sentence; null when it is not.</summary>
    public static string? Refuse(IReadOnlySet<string> allowed, in ActivityHead head)
    {
        if (allowed.Count == 0) return null;
        if (head is { ChannelId: Teams, ConversationTenant: null, ChannelDataTenant: null }) return "The activity does not say which tenant it comes from.";
        return IsAllowed(allowed, head.ConversationTenant) && IsAllowed(allowed, head.ChannelDataTenant)
            ? null
            : "The bot does not serve the tenant that the activity comes from.";
    }

    private static bool IsAllowed(IReadOnlySet<string> allowed, string? tenant) => tenant is null || allowed.Contains(tenant);
}
