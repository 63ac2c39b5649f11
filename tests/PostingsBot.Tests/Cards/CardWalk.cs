using System.Text.Json.Nodes;

namespace PostingsBot.Tests.Cards;

internal static class CardWalk
{
    /// <summary>Every object of a card, outer ones first.</summary>
    public static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject o => o.Select(f => f.Value).SelectMany(Objects).Prepend(o),
        JsonArray a => a.SelectMany(Objects),
        _ => [],
    };

    public static bool IsData(JsonObject part) => part.Parent is JsonObject owner && ReferenceEquals(owner["data"], part);
}
