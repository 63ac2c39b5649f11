using System.Net;

namespace PostingsBot.Configuration;

/// <summary>
/// Without an app id nobody is authenticated, so the bot listens on loopback only, whichever key names the address. With one it may listen anywhere:
/// the bot's endpoint wants a token, and the chat page's own channel looks at who calls.
/// </summary>
internal static class ListenAddresses
{
    private const string AppId = "MicrosoftAppId";

    /// <summary>Kestrel's keys for ports alone: it would open them on every address of the machine.</summary>
    private static readonly string[] PortKeys = ["http_ports", "https_ports"];

    public static void Check(IConfiguration configuration)
    {
        if (!string.IsNullOrWhiteSpace(configuration[AppId])) return;
        var urls = (configuration["Urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var url in urls)
            Check("Urls", url);
        foreach (var endpoint in configuration.GetSection("Kestrel:Endpoints").GetChildren())
            Check($"{endpoint.Path}:Url", endpoint["Url"] ?? "");
        if (urls.Length == 0 && Array.Find(PortKeys, key => !string.IsNullOrWhiteSpace(configuration[key])) is { } ports)
            throw new ConfigurationErrorException($"{ports} opens ports on every address of this machine. Without authentication (key MicrosoftAppId) the bot listens on loopback only: use Urls with http://localhost:3978.");
    }

    private static void Check(string key, string url)
    {
        if (!IsLoopback(url))
            throw new ConfigurationErrorException($"{key} names {url}, which is not on this machine alone. Without authentication (key MicrosoftAppId) the bot listens on loopback only: use http://localhost:3978.");
    }

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));
}
