namespace PostingsBot.BotFramework.Authentication;

/// <summary>
/// The service URLs that may get the app's token: those of Microsoft's channels, and those that a signed token named in a request.
/// </summary>
internal sealed class ServiceUrls(bool isDevelopment)
{
    /// <summary>How many are remembered beside Microsoft's own; the oldest is forgotten first.</summary>
    public const int MostRemembered = 1000;

    // Hosts that only Microsoft can have.
    private static readonly string[] Hosts = ["smba.trafficmanager.net"];
    private static readonly string[] Domains = [".botframework.com", ".botframework.us", ".botframework.azure.us", ".teams.microsoft.com", ".teams.microsoft.us"];

    private readonly RecentKeys<string> _verified = new(MostRemembered, StringComparer.OrdinalIgnoreCase);

    /// <summary>Why nothing is sent to such an address at all, as a sentence; null when something may be.</summary>
    public string? Refuse(string serviceUrl)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0)
            return "The serviceUrl is not an absolute address.";
        if (isDevelopment && uri.IsLoopback && uri.Scheme is "http" or "https") return null;
        if (uri.Scheme != "https") return "The serviceUrl is not an https address.";
        return isDevelopment || IsPublicName(uri) ? null : "The serviceUrl points to a private address.";
    }

    /// <summary>Notes an address that a token has vouched for.</summary>
    public void Verified(string serviceUrl)
    {
        if (!IsMicrosofts(serviceUrl)) _verified.TryAdd(Key(serviceUrl));
    }

    public bool IsTrusted(string serviceUrl) => IsMicrosofts(serviceUrl) || _verified.Contains(Key(serviceUrl));

    private static string Key(string serviceUrl) => serviceUrl.TrimEnd('/');

    private static bool IsMicrosofts(string serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri) && uri is { Scheme: "https", IsDefaultPort: true }
        && (Hosts.Contains(uri.Host) || Array.Exists(Domains, domain => uri.Host.EndsWith(domain, StringComparison.Ordinal)));

    // Channels are reached by name. Numbers, and names without a dot or of a local zone, lead into our own network.
    private static bool IsPublicName(Uri uri) => uri.HostNameType == UriHostNameType.Dns
        && uri.IdnHost.TrimEnd('.') is var host && host.Contains('.', StringComparison.Ordinal)
        && !Array.Exists([".localhost", ".local", ".internal", ".lan", ".home.arpa"], zone => host.EndsWith(zone, StringComparison.OrdinalIgnoreCase));
}
