using System.Text.Json.Nodes;
using PostingsBot.Cards;
using PostingsBot.Cards.Templating;
using PostingsBot.EndToEnd.Tests;

namespace PostingsBot.Tests.Channels.Slack.Blocks;

/// <summary>The cards of <c>cards/</c> over their sample data.</summary>
internal static class SampleCards
{
    public static JsonObject Draw(string name) => Draw(name, JsonNode.Parse(Read(name + ".data"))!);

    public static JsonObject Generate(string name, int seed) => Draw(name, new GeneratedCardData(Read(name), seed).Like(JsonNode.Parse(Read(name + ".data"))!));

    private static JsonObject Draw(string name, JsonNode data) => CardFinisher.Finish((JsonObject)CardTemplate.Compile(name, Read(name)).Expand(data)!, CardDialect.Submit);

    private static string Read(string name) => File.ReadAllText(Path.Combine(CardTemplates.DefaultFolder, name + ".json"));
}
