namespace PostingsBot.BotFramework;

/// <summary>One kind of HTTP client that the library calls out with.</summary>
/// <param name="clientName">Name under which a host may configure its own client in <see cref="IHttpClientFactory"/>.</param>
/// <param name="largestResponse">In bytes.</param>
internal sealed class OutgoingHttp(string clientName, int largestResponse)
{
    /// <summary>For the channels.</summary>
    public static readonly OutgoingHttp Connector = new("BotFramework.Connector", 256 * 1024);

    /// <summary>For the identity platform: tokens of the app, metadata and keys.</summary>
    public static readonly OutgoingHttp Identity = new("BotFramework.Identity", 1024 * 1024);

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    // Redirects are not followed: the address was checked, where it points to was not.
    private static readonly SocketsHttpHandler Handler = new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    public HttpClient Create(IHttpClientFactory? factory)
    {
        var client = factory?.CreateClient(clientName) ?? new HttpClient(Handler, disposeHandler: false);
        client.Timeout = Timeout;
        client.MaxResponseContentBufferSize = largestResponse;
        return client;
    }
}
