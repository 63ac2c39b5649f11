using System.Net;

namespace PostingsBot.Configuration;

/// <summary>Without an app id nobody is authenticated, so the bot listens on loopback only.</summary>
internal static class ListenAddresses
{
    public static void Check(IConfiguration configuration)
    {
        var urls = (configuration["Urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var url in urls)
        {
            if (!IsLoopback(url))
                throw new ConfigurationErrorException($"Urls names {url}, which is not on this machine alone. Without authentication the bot listens on loopback only: use http://localhost:3978.");
        }
    }

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));
}
