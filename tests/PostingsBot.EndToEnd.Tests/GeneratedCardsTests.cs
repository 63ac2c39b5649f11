using System.Text.Json.Nodes;
using PostingsBot.Cards;
using PostingsBot.Cards.Templating;
using PostingsBot.EndToEnd.Tests.Support;

namespace PostingsBot.EndToEnd.Tests;

/// <summary>Every card over its sample and over many sets of generated data, before Microsoft's own judges.</summary>
public sealed class GeneratedCardsTests
{
    private const int Sets = 40;

    /// <summary>Each card's name, template and data; the first data of a card is its sample.</summary>
    private static readonly Lazy<IReadOnlyList<(string Name, string Template, JsonNode Data)>> Cases = new(() =>
    [
        .. CardTemplates.Names.SelectMany(name =>
        {
            var (template, sample) = (Read(name), JsonNode.Parse(Read(name + ".data"))!);
            return Enumerable.Range(0, Sets).Select(seed => (name, template, seed == 0 ? sample : new GeneratedCardData(template, seed).Like(sample)));
        }),
    ]);

    [NodeClientFact("cards")]
    public void Expand_GeneratedData_EqualsMicrosofts()
    {
        var theirs = CardsPeer.Run("expand.cjs", new JsonArray([.. Cases.Value.Select(one => new JsonObject { ["template"] = JsonNode.Parse(one.Template), ["data"] = one.Data.DeepClone() })]));

        Assert.Equal(Cases.Value.Count, theirs.Count);
        foreach (var (one, their) in Cases.Value.Zip(theirs))
        {
            var ours = Expand(one.Name, one.Template, one.Data);
            Assert.True(JsonNode.DeepEquals(ours, their!["card"]), $"{one.Name} over {one.Data.ToJsonString()}: ours {ours.ToJsonString()}, theirs {their.ToJsonString()}");
        }
    }

    [NodeClientFact("cards")]
    public void Finish_GeneratedData_SatisfiesRendererAndSchema()
    {
        var cards = Finished().ToArray();
        var judged = new JsonArray([.. cards.Select(one => one.Card.DeepClone())]);

        foreach (var judge in new[] { "validate.cjs", "schema.cjs" })
        {
            var complaints = CardsPeer.Run(judge, judged.DeepClone());
            Assert.Equal(cards.Length, complaints.Count);
            Assert.All(cards.Zip(complaints), pair => Assert.True(pair.Second!.AsArray().Count == 0, $"{judge}, {pair.First.Name}: {pair.Second} {pair.First.Card.ToJsonString()}"));
        }
    }

    [Fact]
    public void Finish_GeneratedData_CanBeReadByEverybody()
    {
        foreach (var (name, card) in Finished())
        {
            Assert.True(((string?)card["fallbackText"])?.Length > 0, $"{name} has no fallbackText");
            foreach (var part in Objects(card))
            {
                var type = (string?)part["type"] ?? "";
                Assert.True(!type.StartsWith("Input.", StringComparison.Ordinal) || ((string?)part["label"])?.Length > 0, $"{name}: {part.ToJsonString()} has no label");
                Assert.True(type != "Image" || part["altText"] is not null, $"{name}: {part.ToJsonString()} has no altText");
                Assert.True(!type.StartsWith("Action.", StringComparison.Ordinal) || ((string?)part["title"])?.Length > 0, $"{name}: {part.ToJsonString()} has no title");
            }
        }
    }

    [Fact]
    public void Generate_OneSeed_GivesOneSetOfDataAndAnotherAnother()
    {
        var (template, sample) = (Read("role-list"), JsonNode.Parse(Read("role-list.data"))!);

        Assert.True(JsonNode.DeepEquals(new GeneratedCardData(template, 7).Like(sample), new GeneratedCardData(template, 7).Like(sample)));
        Assert.False(JsonNode.DeepEquals(new GeneratedCardData(template, 7).Like(sample), new GeneratedCardData(template, 8).Like(sample)));
    }

    private static IEnumerable<(string Name, JsonObject Card)> Finished() => Enum.GetValues<CardDialect>().SelectMany(dialect =>
        Cases.Value.Select(one => (one.Name, CardFinisher.Finish((JsonObject)Expand(one.Name, one.Template, one.Data), dialect))));

    private static JsonNode Expand(string name, string template, JsonNode data) => CardTemplate.Compile(name, template).Expand(data)!;

    private static string Read(string name) => File.ReadAllText(Path.Combine(CardTemplates.DefaultFolder, name + ".json"));

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject part => part.SelectMany(field => field.Key == "data" ? [] : Objects(field.Value)).Prepend(part),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}
