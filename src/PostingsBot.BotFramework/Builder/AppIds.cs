using System.Security.Claims;

namespace PostingsBot.BotFramework.Builder;

/// <summary>The app id in an identity.</summary>
internal static class AppIds
{
    private static readonly string[] Prefixes = ["api://botid-", "api://"];

    /// <summary>The audience without the form of an address that some tokens give it; null when there is none.</summary>
    public static string? Of(ClaimsIdentity identity)
    {
        var audience = identity.FindFirst("aud")?.Value;
        return audience is not null && Array.Find(Prefixes, prefix => audience.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) is { } found
            ? audience[found.Length..]
            : audience;
    }
}
