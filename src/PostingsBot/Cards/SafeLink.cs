namespace PostingsBot.Cards;

/// <summary>Which addresses a card may open.</summary>
internal static class SafeLink
{
    private const int Longest = 2000;

    /// <summary>True for absolute http, https and mailto addresses without a user name before the host.</summary>
    public static bool IsSafe(string? address) =>
        address is { Length: > 0 and <= Longest }
        && !address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
        && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme is "mailto" || (uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0 && uri.Host.Length > 0));
}
