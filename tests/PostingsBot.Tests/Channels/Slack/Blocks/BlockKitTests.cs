using System.Text.Json;
using System.Text.Json.Nodes;
using PostingsBot.Cards;
using PostingsBot.Channels.Slack.Blocks;
using CardAction = PostingsBot.Cards.CardAction;

namespace PostingsBot.Tests.Channels.Slack.Blocks;

public sealed class BlockKitTests(Xunit.Abstractions.ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. CardTemplates.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_EveryCard_DrawsItsButtonsWithKnownVerbs(string name)
    {
        var message = BlockKit.Of(SampleCards.Draw(name));
        output.WriteLine(Sketch.Of(message.Blocks));
        output.WriteLine(message.Text);

        var buttons = BlockWalk.Objects(message.Blocks).Where(part => (string?)part["type"] == "button" && part["value"] is not null).Select(part => JsonSerializer.SerializeToElement(part)).ToList();
        Assert.NotEmpty(buttons);
        Assert.All(buttons, button => Assert.True(BlockAction.ViewOf(button) is not null || CardAction.Parse(BlockAction.ValueOf(button)!.Value) is not null));
    }
}
