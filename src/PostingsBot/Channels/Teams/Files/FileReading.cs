using PostingsBot.BotSdk;
using PostingsBot.Cards;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Parsing;
using PostingsBot.Dialogs;
using PostingsBot.Recruiting;

namespace PostingsBot.Channels.Teams.Files;

/// <summary>Documents that a person sends, in Teams, in Slack or on the chat page: read as the catalogue's are, and shown. Nothing of them is kept.</summary>
internal sealed class FileReading(FileTransfer transfer, DocumentParser parser, CardRenderer cards, TimeProvider clock)
{
    private const int MostFiles = 5;
    private const int LongestName = 80;

    /// <summary>Answers a message with files.</summary>
    /// <returns>Whether it was one.</returns>
    public async Task<bool> AnswerAsync(ITurnContext context, CancellationToken ct)
    {
        var message = context.Activity;
        var files = FilesOf(context);
        if (files.Count == 0)
            return false;
        foreach (var file in files.Take(MostFiles))
            await context.SendActivityAsync(await ReadAsync(message, file, ct), ct);
        if (files.Count > MostFiles)
            await context.SendActivityAsync(MessageFactory.Text(FileWording.TooMany(MostFiles)), ct);
        if (!string.IsNullOrWhiteSpace(message.Text))
            await context.SendActivityAsync(MessageFactory.Text(FileWording.FileOnly), ct);
        return true;
    }

    /// <summary>The files of a message, to be posted instead of only shown.</summary>
    public async Task<IReadOnlyList<AttachedFile>> FetchAsync(ITurnContext context, CancellationToken ct)
    {
        var fetched = new List<AttachedFile>();
        foreach (var file in FilesOf(context).Take(MostFiles))
        {
            var content = await file.BytesAsync(ct);
            fetched.Add(new AttachedFile(NameOf(file.Name), content.Bytes, content.Refused));
        }

        return fetched;
    }

    /// <summary>Whether a message has files.</summary>
    public bool HasFiles(ITurnContext context) => FilesOf(context).Count > 0;

    // The chat page and Slack hand the files over with the message, Teams says where they are.
    private List<Received> FilesOf(ITurnContext context)
    {
        if (context.TurnState.Get<UploadedFiles>() is { Files.Count: > 0 } uploaded)
            return [.. uploaded.Files.Select(file => new Received(file.Name, _ => Task.FromResult(file.Refused is null ? new Downloaded(file.Content.ToArray(), null) : new Downloaded(null, file.Refused))))];
        var message = context.Activity;
        if (!TeamsScope.IsTeams(message) || !TeamsScope.IsPersonal(message))
            return [];
        return [.. (message.Attachments ?? [])
            .Where(attachment => attachment.ContentType == FileDownloadInfo.ContentType)
            .Select(attachment => new Received(attachment.Name, ct => transfer.DownloadAsync(ActivityValues.Content<FileDownloadInfo>(attachment.Content)?.DownloadUrl, ct)))];
    }

    private async Task<Activity> ReadAsync(Activity message, Received file, CancellationToken ct)
    {
        var name = NameOf(file.Name);
        var content = await file.BytesAsync(ct);
        if (content.Bytes is not { } bytes)
            return Say(FileWording.NotRead(name, content.Refused!));
        var document = parser.Parse(name, bytes);
        if (document.Postings.Count == 0)
            return Say(FileWording.NoRole(name, document));
        var today = AskDialog.Today(message, clock);
        var roles = document.Postings.Select(posting => Assistant.Describe(posting, today)).ToList();
        var words = "";
        var card = cards.Draw(
            budget =>
            {
                var model = PostingsReadModel.OfFile(roles, name, budget);
                words = (string?)model.Data["text"] ?? "";
                return model;
            },
            CardDialects.Of(message.ChannelId));
        return Replies.WithCard(card, words);
    }

    private static Activity Say(string words) => MessageFactory.Text(CardText.Markdown(words));

    /// <summary>The file's own name, without a path.</summary>
    private static string NameOf(string? name)
    {
        var plain = CardText.Plain(name ?? "");
        plain = plain[(plain.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
        return plain.Length == 0 ? "file" : plain.Length <= LongestName ? plain : plain[^LongestName..];
    }

    private sealed record Received(string? Name, Func<CancellationToken, Task<Downloaded>> BytesAsync);
}
