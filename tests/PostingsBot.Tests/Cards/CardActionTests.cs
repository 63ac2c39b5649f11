using System.Text.Json;
using PostingsBot.Cards;
using CardAction = PostingsBot.Cards.CardAction;

namespace PostingsBot.Tests.Cards;

public sealed class CardActionTests
{
    public static TheoryData<string, object?> Values => new()
    {
        { """{"verb":"ask","say":"remote roles"}""", new CardAction.Ask("remote roles") },
        { """{"verb":"detail","id":"0a1b2c3d4e","msteams":{"x":1}}""", new CardAction.Detail("0a1b2c3d4e") },
        { """{"verb":"drop","key":"Workplace:remote"}""", new CardAction.Drop("Workplace:remote") },
        { """{"verb":"more"}""", new CardAction.More() },
        { """{"verb":"similar","id":"0a"}""", new CardAction.Similar("0a") },
        { """{"verb":"compare","ids":["a","b","a"]}""", new CardAction.Compare(["a", "b"]) },
        { """{"action":{"type":"Action.Execute","verb":"detail","data":{"verb":"detail","id":"0a"}},"trigger":"manual"}""", new CardAction.Detail("0a") },
        { """{"action":{"type":"Action.Execute","verb":"more","data":{}}}""", new CardAction.More() },
        { """{"action":{"type":"Action.Execute","verb":"more"}}""", new CardAction.More() },
        { """{"verb":"delete","id":"0a"}""", null },
        { """{"verb":7}""", null },
        { """{"id":"0a"}""", null },
        { """{"verb":"detail"}""", null },
        { """{"verb":"detail","id":7}""", null },
        { """{"verb":"detail","id":""}""", null },
        { """{"verb":"compare","ids":["a"]}""", null },
        { """{"verb":"compare","ids":["a",1]}""", null },
        { """{"verb":"compare","ids":["1","2","3","4","5","6","7"]}""", null },
        { "[]", null },
        { "\"ask\"", null },
        { "null", null },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Parse_Value_GivesActionOrNull(string json, object? expected) => Assert.Equal(expected, CardAction.Parse(Json(json)));

    [Theory]
    [InlineData("ask", "say", 501)]
    [InlineData("detail", "id", 65)]
    [InlineData("drop", "key", 501)]
    public void Parse_FieldTooLong_IsRefused(string verb, string field, int length) =>
        Assert.Null(CardAction.Parse(Json($$"""{"verb":"{{verb}}","{{field}}":"{{new string('x', length)}}"}""")));

    private static JsonElement Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
