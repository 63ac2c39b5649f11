using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using PostingsBot.Channels.DirectLine;
using PostingsBot.Channels.Terminal;
using PostingsBot.Dialogs;
using PostingsBot.Tests.Dialogs;
using PostingsBot.Tests.Support;
using Spectre.Console;

namespace PostingsBot.Tests.Recruiting.Desk;

/// <summary>Where recruiters talk to the bot.</summary>
public enum DeskPlace
{
    /// <summary>One personal chat; who speaks differs.</summary>
    Teams,

    /// <summary>One direct message; who speaks differs.</summary>
    Slack,

    /// <summary>Everybody is signed in, each in a conversation of their own.</summary>
    ChatPage,

    /// <summary>Ada is at the terminal, where she is an admin and types the buttons; the others are signed in on the chat page over the same database.</summary>
    Terminal,
}

/// <summary>What somebody gets to see.</summary>
/// <param name="Card">The last reply's; null for words alone.</param>
internal sealed record DeskReply(string Said, JsonObject? Card, IReadOnlyList<Activity> Replies)
{
    public static DeskReply Of(IReadOnlyList<Activity> replies) => new(
        string.Join("\n", replies.Select(BotTalk.Words)), replies.Select(reply => reply.Attachments is [{ Content: { } content }] ? SdkJson.Card(content) : null).LastOrDefault(card => card is not null), replies);
}

/// <summary>The chat page's own adapter: what is sent is read as its client reads it.</summary>
internal sealed class PageDoor(FixedClock clock)
{
    private readonly DirectLineConversations conversations = new(new DirectLineOptions(), clock);

    /// <param name="name">Of whom a host site signed in; null for a visitor.</param>
    public async Task<DeskReply> SendAsync(string? name, Activity message, UploadedFiles? files, IBot bot)
    {
        var adapter = new DirectLineAdapter(conversations, clock, NullLogger<DirectLineAdapter>.Instance);
        var token = new DirectLineToken($"of-{name}", name is null ? DirectLineUser.AnonymousPrefix + "1" : DirectLineUser.Prefix + name, DirectLineToken.Chat, 0) { Name = name, IsSignedIn = name is not null };
        var conversation = conversations.GetOrBegin(token.Conversation, "here", out _)!;
        var arrived = IncomingActivity.Address(SdkJson.Arrived(message), token, clock.GetUtcNow());
        conversation.Append(arrived);
        var from = conversation.Watermark;
        await adapter.ProcessAsync(arrived, files ?? UploadedFiles.None, token.IsSignedIn, bot, CancellationToken.None);
        using var set = JsonDocument.Parse(conversation.Read(from));
        return DeskReply.Of([.. set.RootElement.GetProperty("activities").EnumerateArray().Select(one => SdkJson.Activity(one.GetRawText()))]);
    }
}

/// <summary>The terminal's own adapter: what is printed is all that is seen, and a button is typed.</summary>
internal sealed class TerminalDoor
{
    private readonly StringBuilder written = new();
    private readonly TerminalAdapter adapter;

    public TerminalDoor(FixedClock clock, string name)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(new StringWriter(written, CultureInfo.InvariantCulture)) });
        console.Profile.Width = 10_000;
        adapter = new TerminalAdapter(console, new InBerlin(clock), name);
    }

    public async Task<string> TypeAsync(string text, IBot bot)
    {
        written.Clear();
        await adapter.SayAsync(bot, text, CancellationToken.None);
        return written.ToString();
    }

    private sealed class InBerlin(FixedClock clock) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone("Europe/Berlin", TimeSpan.FromHours(1), "Berlin", "Berlin");

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();
    }
}
