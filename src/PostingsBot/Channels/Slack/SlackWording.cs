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
    public const string FindRoles = "Find roles";
    public const string Search = "Search";
    public const string WhatFor = "What are you looking for?";
    public const string WhatForExample = "senior python, remote from Germany, over 90k";
    public const string Completed = "Or choose from what open roles say";
    public const string CompletedHint = "A title, an employer, a skill or a place. Type a few letters.";
    public const string SayOrChoose = "Write what you are looking for, or choose something.";
    public const string Posted = "The posting is in the channel.";
    public const string NothingToPost = "I no longer have that message at hand. Choose “New posting from this message” again.";
}
