using System.Text.Json.Nodes;

namespace PostingsBot.Cards.Templating;

/// <summary>What an expression can see: the current item, the whole data, the host's data, and the place in the innermost repeat.</summary>
internal sealed record Scope(JsonNode? Data, JsonNode? Root, JsonNode? Host, int? Index);
