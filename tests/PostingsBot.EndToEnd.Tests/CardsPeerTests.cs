using System.Text.Json.Nodes;
using PostingsBot.Cards;
using PostingsBot.Cards.Templating;
using Xunit.Abstractions;

namespace PostingsBot.EndToEnd.Tests;

/// <summary>Our expander and cards against Microsoft's adaptivecards-templating and adaptivecards.</summary>
public sealed class CardsPeerTests(ITestOutputHelper output)
{
    private const string Data = """
        {"name":"Ada","age":36,"price":1234.5,"yes":true,"no":false,"nothing":null,"empty":"","list":["a","b","c"],"pair":["x","y"],"none":[],
         "obj":{"inner":{"deep":"d"},"Mixed":"case"},"people":[{"name":"Bo","age":1},{"name":"Cy","age":2,"tags":["t","u"]}]}
        """;

    private static readonly string[] Texts =
    [
        "plain", "${name}", "${age}", "${price}", "${yes}", "${list}", "${obj}", "${obj.inner.deep}", "${obj['inner'].deep}", "${OBJ.mixed}",
        "${list[1]}", "${people[1].name}", "${people[1].tags[0]}", "Hello ${name}!", "${name}${age}", "${age} ${yes} ${price}", "x ${list} y", "x ${obj} y",
        "${missing}", "a ${missing} b", "${missing.deeper}", "a ${obj.missing} b", "${nothing}", "a ${nothing} b", "a ${empty} b", "${empty}",
        "${$data.name}", "${$root.name}", "${$index}", "${$host.theme}", "a ${$host.theme} b", "price: $5", "100% {braces}", "$name", "${ name }",
        "${if(yes, 'a', 'b')}", "${if(no, 'a', 'b')}", "${if(missing, 'a', 'b')}", "${if(0, 'a', 'b')}", "${if(empty, 'a', 'b')}", "${yes ? 'a' : 'b'}", "${if(age > 30, name, 'young')}",
        "${and(yes, no)}", "${yes && age}", "${or(no, no)}", "${no || yes}", "${not(missing)}", "${!yes}", "${!(age == 36)}", "${and(yes, missing.x)}",
        "${age == 36}", "${name == 'Ada'}", "${name != 'Ada'}", "${name == 36}", "${missing == null}", "${yes == 1}", "${equals(age, 36)}", "${list == list}", "${missing == 'x'}", "${missing != 'x'}",
        "${age > 30}", "${age >= 36}", "${age < 36}", "${age <= 35}", "${name > 30}", "${name < 'B'}", "${missing > 3}", "${greater(age, 1)}",
        "${exists(name)}", "${exists(missing)}", "${exists(nothing)}", "${exists(obj.inner)}", "${empty(none)}", "${empty(list)}", "${empty(empty)}", "${empty(missing)}", "${empty(obj)}", "${empty(age)}",
        "${count(list)}", "${count(none)}", "${count(name)}", "${count(obj)}", "${length(name)}", "${count(list) > 2}", "${count(missing) > 0}", "${length(empty)}",
        "${join(list, ', ')}", "${join(list, ', ', ' and ')}", "${join(pair, ', ', ' and ')}", "${join(none, ', ')}", "n: ${join(list, '/')}.",
        "${concat(name, ' is ', age)}", "${concat('a', yes)}", "${concat(name, '')}", "${name & '-' & age}", "${concat(price, '!')}",
        "${toUpper(name)}", "${toLower(name)}", "${trim('  a ')}", "${string(age)}", "${string(price)}", "${string(yes)}", "${string(1234567)}", "${string(obj)}", "${string(name)}",
        "${formatNumber(price, 2)}", "${formatNumber(price, 0)}", "${formatNumber(1234567, 0)}", "${formatNumber(0.5, 0)}", "${formatNumber(2.345, 2)}",
        "${coalesce(missing, name)}", "${missing ?? 'x'}", "${coalesce(empty, 'x')}", "${nothing ?? missing ?? 'y'}", "${coalesce(no, 'x')}",
        "${age + 1}", "${age - 1}", "${age * 2}", "${age / 5}", "${price / 5}", "${age % 5}", "${1 + 2 * 3}", "${(1 + 2) * 3}", "${-age}", "${-7 / 2}", "${name + '!'}", "${name + age}", "${age + name}", "${10 - 3 - 2}",
        "${1 + 1 == 2}", "${1 < 2 == true}", "${age > 1 && age < 99}", "${no || yes && no}", "${first(list)}", "${last(list)}", "${first(list)}-${last(people).name}", "a ${count(age)} b", "a ${toUpper(age)} b",
    ];

    private static readonly string[] Templates =
    [
        """{"a":{"$when":"${yes}","x":1},"b":{"$when":"${no}","x":1},"c":{"$when":"${name}","x":1},"d":{"$when":"${missing}","x":1},"e":{"$when":"${age > 1}","x":"${name}"}}""",
        """{"items":[{"$data":"${people}","n":"${name}","i":"${$index}","r":"${$root.name}"}]}""",
        """{"items":[{"$data":"${people}","$when":"${age > 1}","n":"${name} ${$index}"}]}""",
        """{"items":[{"$data":"${list}","v":"${$data}","t":"<${$data}>"}]}""",
        """{"items":[{"$data":"${none}","v":1}],"one":{"$data":"${none}","v":1},"two":{"$data":"${pair}","v":"${$data}"}}""",
        """{"items":[{"$data":"${people}","tags":[{"$data":"${tags}","$when":"${exists(tags)}","v":"${$data}"}],"$index2":1}]}""",
        """{"items":[[1,2],[3,[4]],null,"${list}"],"n":null,"deep":{"k":[{"$when":"${no}"}]}}""",
        """{"one":{"$data":"${obj.inner}","v":"${deep}","r":"${$root.age}"},"keep":{"$data":"${obj}","v":"${inner}"}}""",
        """{"items":[{"$data":"${people}","inner":{"$data":"${$root.list}","v":"${$data}${$index}"},"i":"${$index}"}]}""",
        """{"${name}":"k","fixed":1.50,"big":12345678901,"esc":"a\"b\nc"}""",
        """{"cells":[{"w":1},{"$data":"${pair}","w":2},{"$data":"${people}","items":[{"t":"${name}"}]}]}""",
    ];

    [Fact]
    public void Expand_SameTemplates_EqualsMicrosofts()
    {
        if (!Available())
            return;
        var templates = Texts.Select(t => (JsonNode)new JsonObject { ["v"] = t }).Concat(Templates.Select(t => JsonNode.Parse(t)!)).ToArray();
        var data = JsonNode.Parse(Data)!;
        var host = new JsonObject { ["theme"] = "dark" };
        var cases = new JsonArray([.. templates.Select(t => new JsonObject { ["template"] = t.DeepClone(), ["data"] = data.DeepClone(), ["host"] = host.DeepClone() })]);
        var theirs = CardsPeer.Run("expand.cjs", cases);
        Assert.Equal(templates.Length, theirs.Count);
        var differences = templates.Zip(theirs, (template, their) => Difference(template, Expand(template, data, host), their!)).OfType<string>().ToArray();
        Assert.True(differences.Length == 0, string.Join('\n', differences));
    }

    [Fact]
    public void Expand_EveryCardWithItsSampleData_EqualsMicrosofts()
    {
        if (!Available())
            return;
        var samples = CardTemplates.Names.Select(name => (Name: name, Template: Read(name), Data: Read(name + ".data"))).ToArray();
        var cases = new JsonArray([.. samples.Select(s => new JsonObject { ["template"] = s.Template.DeepClone(), ["data"] = s.Data.DeepClone() })]);
        var theirs = CardsPeer.Run("expand.cjs", cases);
        foreach (var (sample, their) in samples.Zip(theirs))
            Assert.Null(Difference(sample.Name, Expand(sample.Template, sample.Data, null), their!));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Finish_EveryCard_IsValidForMicrosoftsRenderer(int dialect)
    {
        if (!Available())
            return;
        var cards = CardTemplates.Names.Select(name => CardFinisher.Finish((JsonObject)Expand(Read(name), Read(name + ".data"), null)["card"]!.DeepClone(), (CardDialect)dialect));
        var complaints = CardsPeer.Run("validate.cjs", new JsonArray([.. cards]));
        Assert.Equal(CardTemplates.Names.Count, complaints.Count);
        Assert.All(CardTemplates.Names.Zip(complaints), pair => Assert.True(pair.Second!.AsArray().Count == 0, $"{pair.First}: {pair.Second}"));
    }

    private bool Available()
    {
        if (!CardsPeer.IsInstalled)
            output.WriteLine("Left out: Microsoft's card packages are not installed (npm ci in tests/PostingsBot.EndToEnd.Tests/clients/cards).");
        return CardsPeer.IsInstalled;
    }

    private static JsonNode Read(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(CardTemplates.DefaultFolder, name + ".json")))!;

    private static JsonObject Expand(JsonNode template, JsonNode data, JsonNode? host)
    {
        try
        {
            return new JsonObject { ["card"] = CardTemplate.Compile("case", template.ToJsonString()).Expand(data, host) };
        }
        catch (TemplateException problem)
        {
            return new JsonObject { ["error"] = problem.Message };
        }
    }

    private static string? Difference(object of, JsonObject ours, JsonNode theirs)
    {
        var same = theirs["error"] is not null ? ours["error"] is not null : JsonNode.DeepEquals(JsonNode.Parse(ours.ToJsonString()), theirs);
        return same ? null : $"{(of as JsonNode)?.ToJsonString() ?? of}: ours {ours.ToJsonString()}, theirs {theirs.ToJsonString()}";
    }
}
