namespace PostingsBot.BotFramework.Authentication;

/// <summary>HTTP clients for the identity platform: tokens of the app, metadata and keys.</summary>
internal static class IdentityHttp
{
    /// <summary>Name under which a host may configure its own client in <see cref="IHttpClientFactory"/>.</summary>
    public const string ClientName = "BotFramework.Identity";

    private const int LargestResponse = 1024 * 1024;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

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
