namespace PostingsBot.Channels.Teams;

/// <summary>What the bot says on Teams beside its answers.</summary>
internal static class TeamsWording
{
    public const string AppName = "PostingsBot";

    /// <summary>Raised by one whenever <see cref="News"/> tells something new.</summary>
    public const int NewsNumber = 1;

    public const string News = "I was updated. New: find roles from the box where you write a message, and turn a message into a posting card with “New posting from this message”.";
    public const string Welcome = "Hello! I answer questions about job postings, and I quote the line each fact stands in.";
    public const string TryThese = "Three things to try:";

    public static string HowToAsk(bool isPersonal, string bot) => isPersonal
        ? $"In a channel or a group chat, add me and mention me: @{bot} senior roles. I answer in that thread."
        : $"To ask, mention me: @{bot} senior roles. I answer in the thread, and each thread is a conversation of its own.";
}
