using System.Text.Json.Nodes;
using PostingsBot.Cards;
using CardVerb = PostingsBot.Cards.CardAction;

namespace PostingsBot.Delivered;

/// <summary>The refresh of a card that lists roles: the same whether the card is sent, refreshed or replaced.</summary>
internal static class LiveList
{
    /// <summary>Asks the channel to look again for one person. A card that has no room for it, or no such person, stays as it is.</summary>
    /// <param name="card">The list.</param>
    /// <param name="roles">Its roles' ids and prints.</param>
    /// <param name="asker">For whom; null for nobody.</param>
    public static JsonObject Refreshed(JsonObject card, IReadOnlyList<(string Id, string Seen)> roles, string? asker)
    {
        if (asker is null || roles.Count is 0 or > CardVerb.MostListed)
            return card;
        card["refresh"] = LiveDetail.RefreshBy(
            new JsonObject
            {
                ["verb"] = CardVerb.RefreshList.Verb,
                ["ids"] = new JsonArray([.. roles.Select(role => JsonValue.Create(role.Id))]),
                ["seen"] = new JsonArray([.. roles.Select(role => JsonValue.Create(role.Seen))]),
            },
            asker);
        if (card.ToJsonString(CardRenderer.Json).Length > CardBudget.LargestCard)
            card.Remove("refresh");
        return card;
    }
}
