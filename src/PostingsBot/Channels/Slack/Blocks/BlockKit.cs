using System.Text.Json.Nodes;
using PostingsBot.BotSdk;
using PostingsBot.Cards;
using PostingsBot.Dialogs;

namespace PostingsBot.Channels.Slack.Blocks;

/// <summary>Activities of the bot as messages in Slack. The card stays the one source: its blocks are translated from it.</summary>
internal static class BlockKit
{
    private const string AskVerb = "ask";

    /// <summary>The words, the cards and the suggested actions of an activity.</summary>
    public static SlackMessage Of(Activity activity)
    {
        var drawn = new CardBlocks(CardSurface.Message);
        if (!string.IsNullOrWhiteSpace(activity.Text))
            drawn.AddText(activity.Text);
        var cards = new List<JsonObject>();
        foreach (var attachment in activity.Attachments ?? [])
        {
            if (attachment.ContentType == Replies.CardContentType && ActivityValues.Card(attachment.Content) is { } card)
            {
                cards.Add(card);
                drawn.Add(card);
            }
            else
            {
                drawn.AddText(BlockWording.Attached(attachment.Name ?? attachment.ContentType ?? ""));
            }
        }

        drawn.AddButtons((activity.SuggestedActions?.Actions ?? []).Select(action => (action.Title, Say: action.Value?.ToString() ?? action.Title)).Where(action => !string.IsNullOrWhiteSpace(action.Title)).Select(action => Say(action.Title!, action.Say!)));
        return new SlackMessage(TextOf(activity, cards), BlockFit.Fit(drawn.Blocks, BlockKitLimits.MessageBlocks));
    }

    /// <summary>A card that stands for itself, such as the preview of a link.</summary>
    public static SlackMessage Of(JsonObject card) => Of(Replies.WithCard(card, CardJson.Text(card, "fallbackText")));

    private static JsonObject Say(string title, string say) => new()
    {
        ["type"] = "Action.Submit",
        ["title"] = CardText.Plain(title),
        ["data"] = new JsonObject { ["verb"] = AskVerb, ["say"] = say },
    };

    /// <summary>What a notice shows and a screen reader says.</summary>
    private static string TextOf(Activity activity, List<JsonObject> cards)
    {
        var words = new[] { activity.Text, activity.Summary is { Length: > 0 } summary ? summary : string.Join('\n', cards.Select(card => CardJson.Text(card, "fallbackText"))) }
            .Where(text => !string.IsNullOrWhiteSpace(text)).SelectMany(text => text!.Split('\n')).Select(CardText.Plain);
        return SlackText.Escape(SlackText.Cut(string.Join('\n', words).Trim('\n'), BlockKitLimits.Text));
    }
}
