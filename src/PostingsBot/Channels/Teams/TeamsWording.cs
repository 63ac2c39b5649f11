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
    public const string TryThese = "Three things to try:";

    /// <summary>In place of results: the answer's words, with what would match or what to change.</summary>
    public static string Instead(Answer answer) => answer switch
    {
        NothingFoundAnswer { Relaxations: { Count: > 0 } relaxations } => $"{answer.Text} What would match: {string.Join(" · ", relaxations.Select(r => $"{r.Label} ({Show.Count(r.Count, "role", "roles")})"))}.",
        { Postings.Count: > 0 } => answer.Text + " Take that out of the question to see them.",
        _ => answer.Text,
    };

    public static string HowToAsk(bool isPersonal, string bot) => isPersonal
        ? $"In a channel or a group chat, add me and mention me: @{bot} senior roles. I answer in that thread."
        : $"To ask, mention me: @{bot} senior roles. I answer in the thread, and each thread is a conversation of its own.";
}
