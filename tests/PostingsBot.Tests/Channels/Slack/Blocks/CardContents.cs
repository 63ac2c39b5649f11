using System.Text.Json.Nodes;
using PostingsBot.Channels.Slack.Blocks;
using PostingsBot.Tests.Cards;

namespace PostingsBot.Tests.Channels.Slack.Blocks;

/// <summary>All that a card shows or opens: texts, facts, titles of buttons and choices, addresses.</summary>
internal static class CardContents
{
    public static IEnumerable<string> Of(JsonObject card) => CardWalk.Objects(card).Where(part => !CardWalk.IsData(part)).SelectMany(part => Texts(part)).Where(text => text.Length > 0).Distinct();

    private static IEnumerable<string> Texts(JsonObject part) => (string?)part["type"] switch
    {
        "TextBlock" => [CardJson.Words(part, "text")],
        null when part["value"] is not null => [CardJson.Words(part, "title"), CardJson.Words(part, "value")],
        "Action.OpenUrl" => [CardJson.Text(part, "title"), CardJson.Text(part, "url")],
        "Action.Submit" or "Action.ToggleVisibility" or "Action.ShowCard" => [CardJson.Text(part, "title")],
        "Image" => [CardJson.Text(part, "altText")],
        _ => [],
    };
}
