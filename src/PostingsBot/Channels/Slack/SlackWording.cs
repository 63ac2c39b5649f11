namespace PostingsBot.Channels.Slack;

/// <summary>What the bot says in Slack beside its answers.</summary>
internal static class SlackWording
{
    public const string AppName = "PostingsBot";

    /// <summary>What a command without words asks for.</summary>
    public const string Help = "help";

    public const string Share = "Share to channel";
    public const string NothingToShare = "That answer is no longer at hand. Ask again, and share the new one.";
    public const string FromOutside = "I answer people of this workspace only. Ask an administrator of your own workspace to install me there.";
    public const string Looking = "One moment …";
    public const string TookTooLong = "That took too long. Please try again, perhaps with fewer words.";
    public const string Posted = "The posting is in the channel.";
    public const string NothingToPost = "I no longer have that message at hand. Choose “New posting from this message” again.";
}
