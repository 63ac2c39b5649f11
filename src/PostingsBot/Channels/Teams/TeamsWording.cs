using System.Globalization;
using PostingsBot.Core.Answers;

namespace PostingsBot.Channels.Teams;

/// <summary>What the bot says on Teams beside its answers.</summary>
internal static class TeamsWording
{
    public const string AppName = "PostingsBot";

    /// <summary>Raised by one whenever <see cref="News"/> tells something new.</summary>
    public const int NewsNumber = 1;

    public const string News = "I was updated. New: find roles from the box where you write a message, and turn a message into a posting card with “New posting from this message”.";
    public const string Welcome = "Hello! I answer questions about job postings, and I quote the line each fact stands in.";
    public const string TookTooLong = "That took too long. Please try again, perhaps with fewer words.";
    public const string NoRoleLink = "That address is not the link of a role.";
    public const string NewPostingTitle = "New posting from this message";
    public const string NoMessage = "There is no text to read. Choose “New posting from this message” in the menu of a message that has text.";
    public const string MessageTooLong = "That message has more than 200 KB of text, which is more than I read. Choose a shorter one.";
    public const string AboutAnEmployer = "I read that message as a text about an employer, and find no role in it.";
    public const string NoPosting = "I find no job posting in that message: nothing in it reads as the title of a role with facts about it.";
    public const string ReadFromMessage = "Read from a message. Each value names the line it stands in.";
    public const string Insert = "Insert into my message";
    public const string TryThese = "Three things to try:";

    /// <summary>In place of results: the answer's words, with what would match or what to change.</summary>
    public static string Instead(Answer answer) => answer switch
    {
        NothingFoundAnswer { Relaxations: { Count: > 0 } relaxations } => $"{answer.Text} What would match: {string.Join(" · ", relaxations.Select(r => $"{r.Label} ({Show.Count(r.Count, "role", "roles")})"))}.",
        { Postings.Count: > 0 } => answer.Text + " Take that out of the question to see them.",
        _ => answer.Text,
    };

    public static string InsertOf(int number, string title) => string.Create(CultureInfo.InvariantCulture, $"Insert {number}: {title}");

    public static string Read(int roles, int shown) => (roles == 1
        ? "This is what I read, each value with the line it stands in."
        : $"The message holds {Show.Count(roles, "role", "roles")}. This is what I read, each value with the line it stands in.")
        + (shown < roles ? $" Only the first {shown} are shown." : "");

    public static string HowToAsk(bool isPersonal, string bot) => isPersonal
        ? $"In a channel or a group chat, add me and mention me: @{bot} senior roles. I answer in that thread."
        : $"To ask, mention me: @{bot} senior roles. I answer in the thread, and each thread is a conversation of its own.";
}
