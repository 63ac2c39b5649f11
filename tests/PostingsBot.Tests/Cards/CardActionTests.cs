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
        { """{"verb":"subscribe","search":"0a"}""", new CardAction.Subscribe("0a") },
        { """{"verb":"subscribe"}""", null },
        { """{"verb":"alert","do":"confirm","id":"0a"}""", new CardAction.Alert(AlertStep.Confirm, "0a") },
        { """{"verb":"alert","do":"save","id":"0a","days":"Monday,Friday","hour":"08:00","zone":"Europe/Berlin"}""", new CardAction.Alert(AlertStep.Save, "0a") { Days = "Monday,Friday", Hour = "08:00", Zone = "Europe/Berlin" } },
        { """{"verb":"alert","do":"list","from":"6"}""", new CardAction.Alert(AlertStep.List, "") { From = 6 } },
        { """{"verb":"alert","do":"list","from":"-6"}""", new CardAction.Alert(AlertStep.List, "") },
        { """{"verb":"alert","do":"explode","id":"0a"}""", null },
        { """{"verb":"alert","do":"confirm"}""", null },
        { """{"verb":"alert","id":"0a"}""", null },
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
