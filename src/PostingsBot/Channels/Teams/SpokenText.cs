using System.Net;
using PostingsBot.BotSdk;

namespace PostingsBot.Channels.Teams;

/// <summary>What a message says to the bot: without the mentions of the bot, with the names of others whom it mentions.</summary>
internal static class SpokenText
{
    private const int MostMentions = 50;
    private const int LongestMention = 300;

    public static string Of(Activity activity) => Of(activity, mention => NameIn(mention.Text!));

    /// <summary>With the mentions of others as they are marked, so that a name cannot be taken for another word; null when nobody but the bot is mentioned.</summary>
    public static string? Marked(Activity activity) => MentionsIn(activity).Any(mention => !IsOf(activity, mention)) ? Of(activity, mention => mention.Text!) : null;

    private static string Of(Activity activity, Func<Mention, string> ofOther)
    {
        var text = activity.Text ?? "";
        // One by one in their order: somebody else may have the bot's name.
        var mentions = MentionsIn(activity).ToList();
        foreach (var mention in mentions)
        {
            var at = text.IndexOf(mention.Text!, StringComparison.Ordinal);
            if (at >= 0)
                text = string.Concat(text.AsSpan(0, at), IsOf(activity, mention) ? " " : ofOther(mention), text.AsSpan(at + mention.Text!.Length));
        }

        return mentions.Where(mention => IsOf(activity, mention)).Aggregate(text, (rest, mention) => rest.Replace(mention.Text!, " ", StringComparison.Ordinal)).Trim();
    }

    /// <summary>Said where several people read along, and to somebody else.</summary>
    public static bool IsForOthers(Activity activity) =>
        TeamsScope.IsShared(activity) && MentionsIn(activity).ToList() is { Count: > 0 } mentions && !mentions.Exists(mention => IsOf(activity, mention));

    private static bool IsOf(Activity activity, Mention mention) => mention.Mentioned?.Id is { } id && id == activity.Recipient?.Id;

    private static IEnumerable<Mention> MentionsIn(Activity activity)
    {
        try
        {
            return activity.Entities is null ? [] : activity.GetMentions().Where(mention => mention.Text is { Length: > 0 and <= LongestMention }).Take(MostMentions);
        }
        catch (Exception error) when (ActivityValues.IsUnreadable(error))
        {
            return [];
        }
    }

    /// <summary>"&lt;at&gt;Ada&lt;/at&gt;" is Ada; "&lt;@U1&gt;" says no name.</summary>
    public static string NameIn(string mention)
    {
        if (mention.StartsWith("<@", StringComparison.Ordinal))
            return " ";
        var (open, close) = (mention.IndexOf('>', StringComparison.Ordinal), mention.LastIndexOf('<'));
        return open >= 0 && close > open ? WebUtility.HtmlDecode(mention[(open + 1)..close]) : mention;
    }
}
