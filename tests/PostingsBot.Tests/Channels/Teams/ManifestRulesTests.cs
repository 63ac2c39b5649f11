using System.Text.Json.Nodes;
using PostingsBot.Channels.Teams.Package;
using PostingsBot.Configuration;

namespace PostingsBot.Tests.Channels.Teams;

/// <summary>The manifest as it is keeps every rule; each row breaks one.</summary>
public sealed class ManifestRulesTests
{
    private const string Long33 = "\"123456789 123456789 123456789 123\"";

    [Fact]
    public void Broken_TheManifest_IsNone() => Assert.Empty(ManifestRules.Broken(Manifest()));

    [Theory]
    [InlineData("colour", "7", "unknown name colour")]
    [InlineData("$schema", "\"https://example.com\"", "$schema is")]
    [InlineData("manifestVersion", "\"1.17\"", "manifestVersion is \"1.17\"; it must be one of 1.29")]
    [InlineData("manifestVersion", null, "manifestVersion is missing")]
    [InlineData("version", "\"1.0\"", "version is")]
    [InlineData("version", "null", "version is missing")]
    [InlineData("id", "\"postingsbot\"", "id is")]
    [InlineData("accentColor", "\"blue\"", "accentColor is")]
    [InlineData("developer", null, "developer is missing")]
    [InlineData("developer.name", Long33, "has 33 characters; at most 32")]
    [InlineData("developer.name", "\"\"", "developer.name is empty")]
    [InlineData("developer.name", "7", "must be text")]
    [InlineData("developer.websiteUrl", "\"http://example.com\"", "must be an https address")]
    [InlineData("developer.privacyUrl", null, "privacyUrl is missing")]
    [InlineData("developer.termsOfUseUrl", "\"/terms\"", "must be an https address")]
    [InlineData("developer.phone", "\"1\"", "unknown name phone")]
    [InlineData("name.short", Long33, "at most 30")]
    [InlineData("name.short", null, "name.short is missing")]
    [InlineData("name.full", "100+", "at most 100")]
    [InlineData("description.short", "80+", "at most 80")]
    [InlineData("description.full", "4000+", "at most 4000")]
    [InlineData("icons.color", "\"img/color.png\"", "icons.color is")]
    [InlineData("icons.outline", null, "icons.outline is missing")]
    [InlineData("bots", "[]", "bots has 0 entries")]
    [InlineData("bots", null, "bots is missing")]
    [InlineData("bots[0].botId", "\"7\"", "bots[0].botId is")]
    [InlineData("bots[0].scopes", "[]", "scopes has 0 entries")]
    [InlineData("bots[0].scopes", "[\"personal\",\"personal\"]", "names personal twice")]
    [InlineData("bots[0].scopes[2]", "\"groupchat\"", "must be one of personal, team, groupChat, copilot")]
    [InlineData("bots[0].supportsFiles", "\"yes\"", "must be true or false")]
    [InlineData("bots[0].supportsCall", "true", "unknown name supportsCall")]
    [InlineData("bots[0].commandLists[0].scopes", "[\"copilot\"]", "scope copilot, which the bot does not have")]
    [InlineData("bots[0].commandLists[0].scopes", "[\"team\"]", "commands of scope team twice")]
    [InlineData("bots[0].commandLists[0].commands", "13", "13 entries; 1 to 12")]
    [InlineData("bots[0].commandLists[0].commands[0].title", "128+", "at most 128")]
    [InlineData("bots[0].commandLists[0].commands[0].description", null, "description is missing")]
    [InlineData("bots[0].commandLists[0].commands[0].type", "\"slash\"", "must be one of basic, prompt")]
    [InlineData("bots[0].commandLists[0].commands[0].type", "\"prompt\"", "must have a prompt just when")]
    [InlineData("bots[0].commandLists[0].commands[0].prompt", "\"x\"", "must have a prompt just when")]
    [InlineData("composeExtensions", "{}", "composeExtensions must be a list")]
    [InlineData("composeExtensions[0].botId", "\"22222222-2222-3333-4444-555555555555\"", "message extension of another bot")]
    [InlineData("composeExtensions[0].composeExtensionType", "\"apiBased\"", "composeExtensionType is")]
    [InlineData("composeExtensions[0].commands", "11", "11 entries; 1 to 10")]
    [InlineData("composeExtensions[0].commands[0].id", "64+", "at most 64")]
    [InlineData("composeExtensions[0].commands[0].id", "\"newPosting\"", "two commands of the message extension with the id newPosting")]
    [InlineData("composeExtensions[0].commands[0].title", Long33, "at most 32")]
    [InlineData("composeExtensions[0].commands[0].description", "128+", "at most 128")]
    [InlineData("composeExtensions[0].commands[0].type", "\"search\"", "must be one of query, action")]
    [InlineData("composeExtensions[0].commands[0].context[0]", "\"chat\"", "must be one of compose, commandBox, message")]
    [InlineData("composeExtensions[0].commands[0].parameters", "6", "6 entries; 1 to 5")]
    [InlineData("composeExtensions[0].commands[0].parameters", null, "must have parameters or fetchTask")]
    [InlineData("composeExtensions[0].commands[0].parameters[0].name", "64+", "at most 64")]
    [InlineData("composeExtensions[0].commands[0].parameters[0].title", Long33, "at most 32")]
    [InlineData("composeExtensions[0].commands[0].parameters[0].description", "128+", "at most 128")]
    [InlineData("composeExtensions[0].commands[0].parameters[0].inputType", "\"file\"", "inputType is")]
    [InlineData("composeExtensions[0].messageHandlers", "6", "6 entries; 0 to 5")]
    [InlineData("composeExtensions[0].messageHandlers[0].type", "\"text\"", "must be one of link")]
    [InlineData("composeExtensions[0].messageHandlers[0].value.domains", "[]", "domains has 0 entries")]
    [InlineData("composeExtensions[0].messageHandlers[0].value.domains[0]", "\"https://jobs.example.com\"", "must be a domain")]
    [InlineData("composeExtensions[0].messageHandlers[0].value.domains[0]", "\"other.example\"", "not among the validDomains")]
    [InlineData("permissions[0]", "\"everything\"", "must be one of identity, messageTeamMembers")]
    [InlineData("validDomains", "101", "101 entries; 0 to 100")]
    [InlineData("validDomains", "[\"jobs.example.com\",\"jobs.example.com\"]", "names jobs.example.com twice")]
    [InlineData("validDomains[0]", "\"jobs.example.com/path\"", "must be a domain")]
    public void Broken_OneRule_IsNamed(string path, string? value, string says)
    {
        var manifest = Manifest();
        Set(manifest, path, value);

        var broken = ManifestRules.Broken(manifest);

        Assert.Contains(broken, sentence => sentence.Contains(says, StringComparison.Ordinal));
        Assert.All(broken, sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(192, 192, 6, null)]
    [InlineData(192, 96, 6, "is 192 × 96 pixels; Teams asks for 192 × 192")]
    [InlineData(192, 192, 2, "no transparency")]
    [InlineData(0, 0, 0, "no PNG")]
    public void Icon_OfAnotherShape_IsNamed(int width, int height, byte colours, string? says)
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, (byte)width, 0, 0, 0, (byte)height, 8, colours, 0, 0, 0];

        var wrong = IconRule.Wrong("x.png", width == 0 ? "GIF89a"u8 : png, 192, isTransparent: true);

        if (says is null)
            Assert.Null(wrong);
        else
            Assert.Contains(says, wrong, StringComparison.Ordinal);
    }

    private static JsonObject Manifest() => AppManifest.Fill(
        File.ReadAllText(Path.Combine(TeamsPackage.DefaultFolder, AppManifest.FileName)),
        new TeamsAppOptions { BotId = "11111111-2222-3333-4444-555555555555", Developer = "Harbour Labs" }, new Uri("https://jobs.example.com"), new Version(1, 0, 0));

    /// <summary>JSON; "80+" for a text that is longer than 80; a number for a list of so many copies of its first entry; null takes the name away.</summary>
    private static void Set(JsonNode manifest, string path, string? value)
    {
        var parts = path.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        var parent = parts[..^1].Aggregate(manifest, (node, part) => Child(node, part)!);
        var last = parts[^1];
        JsonNode? made = value switch
        {
            null => null,
            [.., '+'] => new string('x', int.Parse(value[..^1], System.Globalization.CultureInfo.InvariantCulture) + 1),
            _ when Child(parent, last) is JsonArray list && int.TryParse(value, out var count) => new JsonArray([.. Enumerable.Range(0, count).Select(_ => list[0]!.DeepClone())]),
            _ => JsonNode.Parse(value),
        };
        if (value is null)
            parent.AsObject().Remove(last);
        else if (last[0] == '[')
            parent.AsArray()[int.Parse(last[1..^1], System.Globalization.CultureInfo.InvariantCulture)] = made;
        else
            parent[last] = made;
    }

    private static JsonNode? Child(JsonNode node, string part) => part[0] == '[' ? node[int.Parse(part[1..^1], System.Globalization.CultureInfo.InvariantCulture)] : node[part];
}
