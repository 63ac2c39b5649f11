using System.Text.Json.Nodes;
using PostingsBot.Cards.Templating;

namespace PostingsBot.Tests.Cards;

public sealed class CardTemplateTests
{
    private static readonly JsonNode Data = JsonNode.Parse("""
        {"name":"Ada","age":36,"yes":true,"no":false,"empty":"","list":["a","b","c"],"none":[],"people":[{"name":"Bo","age":1},{"name":"Cy","age":2}]}
        """)!;

    [Theory]
    [InlineData("${name}", "\"Ada\"")]
    [InlineData("${age}", "36")]
    [InlineData("${yes}", "true")]
    [InlineData("${people[1]}", """{"name":"Cy","age":2}""")]
    [InlineData("${age}!", "\"36!\"")]
    [InlineData("x ${list} y", "\"x a,b,c y\"")]
    [InlineData("${missing}", "\"${missing}\"")]
    [InlineData("a ${missing.deep} b", "\"a ${missing.deep} b\"")]
    [InlineData("a ${toUpper(age)} b", "\"a ${toUpper(age)} b\"")]
    [InlineData("${if(missing, 'a', 'b')}", "\"b\"")]
    [InlineData("${if(empty, 'a', 'b')}", "\"a\"")]
    [InlineData("${age > 30 && count(list) == 3}", "true")]
    [InlineData("${exists(missing) || empty(none)}", "true")]
    [InlineData("${join(list, ', ', ' and ')}", "\"a, b and c\"")]
    [InlineData("${formatNumber(1234567, 0)}", "\"1,234,567\"")]
    [InlineData("${1 + 2 * 3 - 7 / 2}", "4")]
    [InlineData("${yes ? toUpper(name) : 'no'}", "\"ADA\"")]
    [InlineData("no expression", "\"no expression\"")]
    public void Expand_Text_GivesValue(string text, string expected)
    {
        var card = CardTemplate.Compile("case", new JsonObject { ["v"] = text }.ToJsonString()).Expand(Data)!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), card["v"]), card.ToJsonString());
    }

    [Theory]
    [InlineData("""[{"$data":"${people}","v":"${name} ${$index} ${$root.name}"}]""", """[{"v":"Bo 0 Ada"},{"v":"Cy 1 Ada"}]""")]
    [InlineData("""[{"$data":"${people}","$when":"${age > 1}","v":"${name}"}]""", """[{"v":"Cy"}]""")]
    [InlineData("""[{"$data":"${none}","v":1},2]""", "[2]")]
    [InlineData("""{"v":{"$data":"${none}","x":1}}""", """{"v":null}""")]
    [InlineData("""[{"$when":"${name}","v":1},{"$when":"${missing}","v":2},{"$when":"${yes}","v":3}]""", """[{"v":3}]""")]
    [InlineData("""[{"$when":"${age > name}","v":1}]""", "[]")]
    [InlineData("""["${list}",[1,[2]]]""", """["a","b","c",1,2]""")]
    [InlineData("""{"${name}":1}""", """{"${name}":1}""")]
    public void Expand_Structure_RepeatsAndDrops(string template, string expected)
    {
        var card = CardTemplate.Compile("case", template).Expand(Data);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), card), card?.ToJsonString());
    }

    [Fact]
    public void Expand_Twice_LeavesDataAndTemplateAlone()
    {
        var template = CardTemplate.Compile("case", """{"v":"${people}","c":{"k":[1]}}""");
        var first = template.Expand(Data)!.ToJsonString();
        Assert.Equal(first, template.Expand(Data)!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"a":[{"b":"${unknown(1)}"}]}""", "$.a[0].b", "the function 'unknown' is not known")]
    [InlineData("""{"a":"${name"}""", "$.a", "not closed")]
    [InlineData("""{"a":"${name 'x'}"}""", "$.a", "unexpected 'x'")]
    [InlineData("""{"a":"${}"}""", "$.a", "missing at the end")]
    [InlineData("""{"a":"${'x}"}""", "$.a", "not closed")]
    [InlineData("""{"a":"${{'k':1}}"}""", "$.a", "not closed")]
    [InlineData("""{"a":"${$parent.x}"}""", "$.a", "'$parent' is not known")]
    [InlineData("""{"a":"${if(yes, 1)}"}""", "$.a", "takes 3 to 3 arguments, not 2")]
    [InlineData("""{"a":"${yes ? 1 : no ? 2 : 3}"}""", "$.a", "in brackets")]
    [InlineData("""{"a":"\\${name} ${name}"}""", "$.a", "backslash")]
    [InlineData("""{"a":"${a ^ b}"}""", "$.a", "'^' is not known")]
    [InlineData("""{"a":{"$when":true,"b":1}}""", "$.a.$when", "exactly one")]
    [InlineData("""{"a":{"$data":[1,2],"b":1}}""", "$.a.$data", "exactly one")]
    [InlineData("""{"a":{"$data":"${list} x","b":1}}""", "$.a.$data", "exactly one")]
    [InlineData("""{"a":{"$root":{}}}""", "$.a.$root", "reserved")]
    [InlineData("""{"a":1,}""", "$", "trailing comma")]
    public void Compile_Unknown_IsRefusedWithNameAndPath(string template, string path, string problem)
    {
        var refusal = Assert.Throws<TemplateException>(() => CardTemplate.Compile("case", template));
        Assert.Contains($"'case' at {path}", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(problem, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"v":"${1 / 0}"}""", "$.v")]
    [InlineData("""{"v":[{"$data":"${toUpper(age)}"}]}""", "$.v[0].$data")]
    [InlineData("""{"v":"a ${null}"}""", "$.v")]
    public void Expand_ExpressionFails_NamesThePath(string template, string path) =>
        Assert.Equal(path, Assert.Throws<TemplateException>(() => CardTemplate.Compile("case", template).Expand(Data)).Path);
}
