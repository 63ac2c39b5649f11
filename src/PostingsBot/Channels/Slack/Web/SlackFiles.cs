using System.Net.Http.Headers;
using PostingsBot.Channels.Teams.Files;
using PostingsBot.Configuration;
using PostingsBot.Dialogs;

namespace PostingsBot.Channels.Slack.Web;

/// <summary>A file that came with a message.</summary>
/// <param name="Type">As Slack says; null when it says nothing.</param>
/// <param name="Address">Where Slack keeps it ("url_private_download").</param>
internal sealed record SlackFile(string Name, string? Type, string? Address);

/// <summary>Fetches what people send. The workspace's token goes to Slack's own hosts only.</summary>
internal sealed class SlackFiles(FileTransfer transfer, SlackOptions options)
{
    private const int MostFiles = 5;
    private const string Html = "text/html";

    /// <summary>In the same order. What cannot be fetched says why.</summary>
    /// <param name="files">The first five of them are fetched.</param>
    /// <param name="token">Of the workspace.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<UploadedFiles> FetchAsync(IReadOnlyList<SlackFile> files, string token, CancellationToken ct)
    {
        List<UploadedFile> fetched = [];
        foreach (var file in files)
        {
            var content = fetched.Count < MostFiles ? await FetchAsync(file, token, ct) : default;
            fetched.Add(new UploadedFile(file.Name, file.Type ?? "", content.Bytes ?? default) { Refused = content.Refused });
        }

        return new UploadedFiles(fetched);
    }

    private async Task<Downloaded> FetchAsync(SlackFile file, string token, CancellationToken ct)
    {
        if (!Uri.TryCreate(file.Address, UriKind.Absolute, out var address) || !options.IsSlacks(address, "files"))
            return new Downloaded(null, FileWording.BadAddress);
        var downloaded = await transfer.DownloadAsync(address, new AuthenticationHeaderValue("Bearer", token), ct);
        // Without the right to read files Slack answers 200 with a page to sign in.
        return downloaded.Bytes is { } bytes && file.Type is not Html && bytes.AsSpan().TrimStart(" \t\r\n"u8).StartsWith("<!DOCTYPE html"u8)
            ? new Downloaded(null, FileWording.NotDownloaded)
            : downloaded;
    }
}
