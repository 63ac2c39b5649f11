namespace PostingsBot.BotFramework.Schema;

public static class MentionExtensions
{
    /// <summary>Takes the mention of the bot out of the text and returns the new text.</summary>
    public static string? RemoveRecipientMention(this IMessageActivity activity) =>
        activity.RemoveMentionText(activity.Recipient?.Id);

    public static string? RemoveMentionText(this IMessageActivity activity, string? id)
    {
        if (id is null || activity.Text is null) return activity.Text;
        foreach (var mention in activity.GetMentions())
            if (mention.Mentioned?.Id == id && !string.IsNullOrEmpty(mention.Text))
                activity.Text = activity.Text.Replace(mention.Text, "", StringComparison.OrdinalIgnoreCase).Trim();
        return activity.Text;
    }
}
