using System.Text.Json;
using System.Text.Json.Nodes;
using PostingsBot.Cards;
using PostingsBot.Cards.Templating;
using PostingsBot.Channels.Slack.Blocks;
using PostingsBot.Dialogs;
using PostingsBot.EndToEnd.Tests.Support;

namespace PostingsBot.EndToEnd.Tests.Slack;

/// <summary>Every card as a message, and every view, before a schema made from Slack's own types.</summary>
public sealed class BlockKitPeerTests
{
    private const int Sets = 40;
    private const string Client = "blockkit";

    [NodeClientFact(Client)]
    public void Messages_OfEveryCardAndGeneratedData_SatisfySlacksTypes()
    {
        var cases = CardTemplates.Names.SelectMany(name => Enumerable.Range(0, Sets).Select(seed => (Name: name, Message: BlockKit.Of(Draw(name, seed))))).ToList();
        cases.Add(("prompts", BlockKit.Of(Replies.Prompting("Hello!", ["Senior roles"], new Activity()))));

        AssertAccepted([.. cases.Select(one => (one.Name, new JsonObject { ["blocks"] = one.Message.Blocks }))]);
    }

    [NodeClientFact(Client)]
    public void Views_OfEveryKind_SatisfySlacksTypes()
    {
        var views = CardTemplates.Names.Select(name => (name, CardView.Of("A card", Draw(name, 0)))).ToList();
        views.AddRange(CardTemplates.Names.SelectMany(name => Buttons(BlockKit.Of(Draw(name, 0)).Blocks)).Select(button => BlockAction.ViewOf(button)).OfType<SlackView>().Select(view => ("shown by a button", view)));
        views.Add(("find roles", FindRolesView.Of("senior").At("T1:C1")));
        views.Add(("home", HomeView.Of(new HomeContent("Ada", ["Senior roles"], [], [new HomeItem("Senior roles", "every day at 9", [new HomeButton("Pause", new JsonObject { ["verb"] = "more" })])], [new HomeItem("Baker at Acme", "", [new HomeButton("Unsave", new JsonObject { ["verb"] = "keep", ["id"] = "a", ["off"] = true })])]))));
        views.Add(("inputs", CardView.Of("Inputs", (JsonObject)JsonNode.Parse("""
            {"body":[{"type":"Input.Text","id":"a","label":"A","placeholder":"p","value":"v","isMultiline":true},{"type":"Input.Number","id":"b","label":"B","min":1,"max":9,"value":3},
              {"type":"Input.Date","id":"c","label":"C","value":"2026-02-14"},{"type":"Input.Time","id":"d","label":"D","value":"09:00"},{"type":"Input.Toggle","id":"e","title":"E","value":"true"},
              {"type":"Input.ChoiceSet","id":"f","label":"F","value":"1","choices":[{"title":"One","value":"1"}]},{"type":"Input.ChoiceSet","id":"g","label":"G","isMultiSelect":true,"style":"expanded","value":"1","choices":[{"title":"One","value":"1"}]},
              {"type":"Image","url":"https://x.example/p.png"}],"actions":[{"type":"Action.Submit","title":"Send","data":{"verb":"more"}}]}
            """)!)));

        AssertAccepted([.. views.Select(one => (one.Item1, new JsonObject { ["view"] = one.Item2.Json }))]);
    }

    [NodeClientFact(Client)]
    public void Schema_WrongBlocks_AreRefused()
    {
        var complaints = CardsPeer.Run("schema.mjs", JsonNode.Parse("""[{"blocks":[{"type":"section","txt":"a"},{"type":"nothing"},{"type":"header","text":{"type":"mrkdwn","text":"a"}},{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"a"},"style":"green"}]}]}]""")!, Client);

        Assert.All(new[] { "txt", "no such type: nothing", "header", "actions" }, words => Assert.Contains(words, complaints.ToJsonString(), StringComparison.Ordinal));
    }

    private static void AssertAccepted(IReadOnlyList<(string Name, JsonObject Case)> cases)
    {
        var complaints = CardsPeer.Run("schema.mjs", new JsonArray([.. cases.Select(one => one.Case)]), Client);

        Assert.Equal(cases.Count, complaints.Count);
        Assert.All(cases.Zip(complaints), pair => Assert.True(pair.Second!.AsArray().Count == 0, $"{pair.First.Name}: {pair.Second} {pair.First.Case.ToJsonString()}"));
    }

    private static JsonObject Draw(string name, int seed)
    {
        var (template, sample) = (Read(name), JsonNode.Parse(Read(name + ".data"))!);
        return CardFinisher.Finish((JsonObject)CardTemplate.Compile(name, template).Expand(seed == 0 ? sample : new GeneratedCardData(template, seed).Like(sample))!, CardDialect.Submit);
    }

    private static string Read(string name) => File.ReadAllText(Path.Combine(CardTemplates.DefaultFolder, name + ".json"));

    private static IEnumerable<JsonElement> Buttons(JsonNode? part) => part switch
    {
        JsonObject one when (string?)one["type"] == "button" => [JsonSerializer.SerializeToElement(one)],
        JsonObject one => one.SelectMany(field => Buttons(field.Value)),
        JsonArray list => list.SelectMany(Buttons),
        _ => [],
    };
}
