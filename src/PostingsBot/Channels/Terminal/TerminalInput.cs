using PostingsBot.Core.Parsing;
using PostingsBot.Recruiting;

namespace PostingsBot.Channels.Terminal;

/// <summary>What is typed, as messages: a line each, or several lines after "post" or "paste", or the text of a file after "post".</summary>
internal sealed class TerminalInput(TextReader lines, Action<string> say)
{
    public const string HowToEnd = "Paste the text, and end it with a line that holds a single full stop.";

    private const string End = ".";
    private const int MostCharacters = 1024 * 1024;

    /// <summary>Null at the end: an empty line, "exit", or no more input.</summary>
    public async Task<string?> ReadAsync(CancellationToken ct)
    {
        while (true)
        {
            var line = (await lines.ReadLineAsync(ct))?.Trim();
            switch (line)
            {
                case null or "" or "exit" or "quit":
                    return null;
                case "post":
                    return await SeveralAsync(ct) is { } pasted ? RecruitingTalk.PostThis(pasted) : null;
                case "paste":
                    return await SeveralAsync(ct);
                case var post when post.StartsWith("post ", StringComparison.Ordinal) && IsPath(post[5..].Trim()):
                    if (await OfFileAsync(post[5..].Trim(), ct) is { } text)
                        return RecruitingTalk.PostThis(text);
                    break;
                default:
                    return line;
            }
        }
    }

    private async Task<string?> SeveralAsync(CancellationToken ct)
    {
        say(HowToEnd);
        var (pasted, length) = (new List<string>(), 0);
        while (await lines.ReadLineAsync(ct) is { } line && line.Trim() is not End)
        {
            length += line.Length + 1;
            // What is longer is refused anyway; its end is read, so that it is not taken for messages.
            if (length <= MostCharacters)
                pasted.Add(line);
        }

        return pasted.Count > 0 ? string.Join('\n', pasted) : null;
    }

    /// <summary>Null, and says why, when it cannot be read as text.</summary>
    private async Task<string?> OfFileAsync(string path, CancellationToken ct)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: <= MostCharacters } && DocumentParser.LinesOf(await File.ReadAllBytesAsync(path, ct)) is { } read)
                return string.Join('\n', read);
            say(File.Exists(path) ? $"{path} is too long, or no text. Give a text file of at most 1 MB." : $"There is no file {path}. Say “post” alone to paste the text here.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            say($"{path} cannot be read: {error.Message}");
        }

        return null;
    }

    /// <summary>One word that is a file, or is written as one.</summary>
    private static bool IsPath(string words) => File.Exists(words) || (!words.Contains(' ', StringComparison.Ordinal) && words.AsSpan().ContainsAny('.', '/', '\\'));
}
