using System.Net.Http.Headers;

namespace PostingsBot.Channels.Teams.Files;

/// <summary>A file's bytes, or why there are none, for the person who sent it.</summary>
internal readonly record struct Downloaded(byte[]? Bytes, string? Refused);

/// <summary>Brings files from and to where a channel keeps them. The addresses come with messages: they are checked.</summary>
/// <param name="client">Without a time limit of its own, and over a handler of <see cref="PublicHttp"/> unless whoever calls knows the host.</param>
/// <param name="mostBytes">Larger files are refused.</param>
/// <param name="clock">For the time limit.</param>
internal sealed class FileTransfer(HttpClient client, int mostBytes, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    // OneDrive and SharePoint of work and of home, in all clouds.
    private static readonly IReadOnlyList<string> UploadDomains =
        [".sharepoint.com", ".sharepoint.us", ".sharepoint-mil.us", ".sharepoint.cn", ".onedrive.com", ".1drv.com", ".microsoftpersonalcontent.com"];

    /// <summary>From any public address; no token goes along.</summary>
    public async Task<Downloaded> DownloadAsync(string? url, CancellationToken ct) =>
        Checked(url) is { } address ? await DownloadAsync(address, authorization: null, ct) : new Downloaded(null, FileWording.BadAddress);

    /// <param name="address">Of a host that may see the token.</param>
    /// <param name="authorization">With a token for that host.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Downloaded> DownloadAsync(Uri address, AuthenticationHeaderValue? authorization, CancellationToken ct)
    {
        using var time = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, ct);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Authorization = authorization } };
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (!response.IsSuccessStatusCode)
                return new Downloaded(null, FileWording.NotDownloaded);
            if (response.Content.Headers.ContentLength > mostBytes)
                return new Downloaded(null, FileWording.TooLarge(mostBytes));
            await using var content = await response.Content.ReadAsStreamAsync(either.Token);
            return await ReadAsync(content, either.Token) is { } bytes ? new Downloaded(bytes, null) : new Downloaded(null, FileWording.TooLarge(mostBytes));
        }
        catch (Exception error) when (error is HttpRequestException or IOException || (error is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return new Downloaded(null, FileWording.NotDownloaded);
        }
    }

    /// <summary>Puts the whole file into the upload session that Teams opened.</summary>
    /// <returns>Whether it is there.</returns>
    public async Task<bool> UploadAsync(string? url, byte[] file, CancellationToken ct)
    {
        if (Checked(url) is not { } address || !IsFileStore(address))
            return false;
        using var time = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, ct);
        using var request = new HttpRequestMessage(HttpMethod.Put, address)
        {
            Content = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream"), ContentRange = new ContentRangeHeaderValue(0, file.Length - 1, file.Length) } },
        };
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return response.IsSuccessStatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or IOException || (error is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return false;
        }
    }

    /// <summary>Whether an address is where Teams keeps files.</summary>
    public static bool IsFileStore(string? url) => Checked(url) is { } address && IsFileStore(address);

    private static bool IsFileStore(Uri address) => UploadDomains.Any(domain => address.IdnHost.EndsWith(domain, StringComparison.OrdinalIgnoreCase));

    /// <summary>An https address of a host with a name; what the name leads to is checked when it is connected to.</summary>
    private static Uri? Checked(string? url) =>
        url is { Length: <= 8_000 } && Uri.TryCreate(url, UriKind.Absolute, out var address) && address is { Scheme: "https", IsDefaultPort: true, UserInfo.Length: 0, HostNameType: UriHostNameType.Dns }
        && address.IdnHost.Contains('.', StringComparison.Ordinal)
            ? address
            : null;

    private async Task<byte[]?> ReadAsync(Stream content, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
        {
            if (bytes.Length + read > mostBytes)
                return null;
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}
