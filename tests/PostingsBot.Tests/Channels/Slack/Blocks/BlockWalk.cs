using System.Text.Json.Nodes;

namespace PostingsBot.Tests.Channels.Slack.Blocks;

internal static class BlockWalk
{
    /// <summary>Every object of the blocks, outer ones first.</summary>
    public static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject part => part.SelectMany(field => Objects(field.Value)).Prepend(part),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}
