namespace PostingsBot.BotFramework.Connector;

/// <summary>HTTP clients for the connector.</summary>
internal static class ConnectorHttp
{
    /// <summary>Name under which a host may configure its own client in <see cref="IHttpClientFactory"/>.</summary>
    public const string ClientName = "BotFramework.Connector";

    private const int LargestResponse = 256 * 1024;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    // Redirects are not followed: the service URL was checked, where it points to was not.
    private static readonly SocketsHttpHandler Handler = new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    public static HttpClient Create(IHttpClientFactory? factory)
    {
        var client = factory?.CreateClient(ClientName) ?? new HttpClient(Handler, disposeHandler: false);
        client.Timeout = Timeout;
        client.MaxResponseContentBufferSize = LargestResponse;
        return client;
    }
}
