namespace PostingsBot.Channels.Teams;

/// <summary>Where on Teams an activity comes from.</summary>
internal static class TeamsScope
{
    public const string Channel = "msteams";

    private const string ThreadMark = ";messageid=";

    public static bool IsTeams(Activity activity) => activity.ChannelId == Channel;

    /// <summary>A chat of one person with the bot.</summary>
    public static bool IsPersonal(Activity activity) => !IsShared(activity);

    /// <summary>A group chat or a channel: others read along, and the bot is asked by mentioning it.</summary>
    public static bool IsShared(Activity activity) =>
        activity.Conversation is { } conversation && (conversation.IsGroup == true || conversation.ConversationType is "channel" or "groupChat");

    /// <summary>The id of the chat or the channel: that of a thread without the message it began with.</summary>
    public static string RootOf(string conversationId) =>
        conversationId.IndexOf(ThreadMark, StringComparison.Ordinal) is >= 0 and var at ? conversationId[..at] : conversationId;

    /// <summary>The channel that people left who may stay in its team; null when they left a team or a chat.</summary>
    public static string? ChannelLeft(Activity activity) => activity.TryGetChannelData<TeamsChannelData>(out var data) && data?.EventType is "channelMemberRemoved" ? RootOf(data.Channel?.Id ?? activity.Conversation.Id) : null;

    /// <summary>The team that the bot is installed in; null in chats.</summary>
    public static string? TeamOf(Activity activity) => activity.TryGetChannelData<TeamsChannelData>(out var data) ? data?.Team?.Id : null;
}
