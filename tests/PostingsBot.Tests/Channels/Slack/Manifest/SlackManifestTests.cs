using System.Text.Json.Nodes;
using PostingsBot.Channels.Slack.Installing;
using PostingsBot.Channels.Slack.Manifest;
using PostingsBot.Channels.Slack.Receiving;
using PostingsBot.Configuration;
using YamlDotNet.RepresentationModel;

namespace PostingsBot.Tests.Channels.Slack.Manifest;

public class SlackManifestTests
{
    private static readonly Uri Address = new("https://jobs.example.com");
    private static readonly SlackOptions Options = new() { Name = "Jobs" };

    [Fact]
    public void Yaml_Http_NamesEveryAddressOfTheBot()
    {
        var yaml = Parse(ManifestYaml.Write(SlackManifest.Build(Options, Address, socketMode: false, rotation: false)));

        Assert.Equal("https://jobs.example.com/slack/events", Value(yaml, "settings", "event_subscriptions", "request_url"));
        Assert.Equal("https://jobs.example.com/slack/interactivity", Value(yaml, "settings", "interactivity", "request_url"));
        Assert.Equal("https://jobs.example.com/slack/options", Value(yaml, "settings", "interactivity", "message_menu_options_url"));
        Assert.Equal("https://jobs.example.com/slack/commands", Value(yaml, "features", "slash_commands", "0", "url"));
        Assert.Equal(["https://jobs.example.com/slack/oauth"], List(yaml, "oauth_config", "redirect_urls"));
        Assert.Equal(["jobs.example.com"], List(yaml, "features", "unfurl_domains"));
        Assert.Equal(("Jobs", "Jobs"), (Value(yaml, "display_information", "name"), Value(yaml, "features", "bot_user", "display_name")));
        Assert.Equal(("false", "false"), (Value(yaml, "settings", "socket_mode_enabled"), Value(yaml, "settings", "token_rotation_enabled")));
    }

    [Fact]
    public void Yaml_SocketMode_NamesNoAddress()
    {
        var text = ManifestYaml.Write(SlackManifest.Build(Options, publicAddress: null, socketMode: true, rotation: false));
        var yaml = Parse(text);

        Assert.DoesNotContain("http", text, StringComparison.Ordinal);
        Assert.DoesNotContain("link", text, StringComparison.Ordinal);
        Assert.Equal("true", Value(yaml, "settings", "socket_mode_enabled"));
        Assert.Equal("/roles", Value(yaml, "features", "slash_commands", "0", "command"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Yaml_ScopesAndEvents_FitEachOther(bool socketMode)
    {
        var yaml = Parse(ManifestYaml.Write(SlackManifest.Build(Options, Address, socketMode, rotation: true)));
        var needed = new Dictionary<string, string>(StringComparer.Ordinal) { ["app_mention"] = "app_mentions:read", ["message.im"] = "im:history", ["link_shared"] = "links:read", ["member_left_channel"] = "channels:read", ["user_change"] = "users:read" };
        var scopes = List(yaml, "oauth_config", "scopes", "bot");
        var events = List(yaml, "settings", "event_subscriptions", "bot_events");

        Assert.Equal(SlackScopes.Bot, scopes);
        Assert.Equal(needed.Keys.Order(StringComparer.Ordinal), events.Intersect(needed.Keys).Order(StringComparer.Ordinal));
        Assert.Subset(scopes.ToHashSet(StringComparer.Ordinal), needed.Values.ToHashSet(StringComparer.Ordinal));
        Assert.Equal([SlackShortcuts.FindRoles, SlackShortcuts.NewPosting], new[] { "0", "1" }.Select(number => Value(yaml, "features", "shortcuts", number, "callback_id")));
        Assert.Equal("true", Value(yaml, "settings", "token_rotation_enabled"));
    }

    [Fact]
    public void Build_NoAddressForHttp_NamesTheKey() => Assert.Contains(
        "PostingsBot:PublicAddress is not set",
        Assert.Throws<ConfigurationErrorException>(() => SlackManifest.Build(Options, null, socketMode: false, rotation: false)).Message, StringComparison.Ordinal);

    [Fact]
    public void Build_AddressSlackCannotUnfurl_IsRefusedByItsKey() => Assert.Contains(
        "features.unfurl_domains[0] is \"localhost\"; it must be a domain with a dot, without scheme and path (key PostingsBot:PublicAddress)",
        Assert.Throws<ConfigurationErrorException>(() => SlackManifest.Build(Options, new Uri("https://localhost"), socketMode: false, rotation: false)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("display_information.name", "A name of more than thirty-five characters", "display_information.name has 42 characters; at most 35 are allowed (key PostingsBot:Slack:Name)")]
    [InlineData("display_information.description", 141, "display_information.description has 141 characters; at most 140 are allowed")]
    [InlineData("features.slash_commands.0.command", "roles", "must be a slash and a word in lower case")]
    [InlineData("features.slash_commands.0.command", "/an-order-of-more-than-thirty-two-characters", "at most 32 are allowed")]
    [InlineData("features.slash_commands.0.description", 2001, "at most 2000 are allowed")]
    [InlineData("features.slash_commands.0.usage_hint", 1001, "at most 1000 are allowed")]
    [InlineData("features.slash_commands.0.url", "http://jobs.example.com/slack/commands", "it must be an https address")]
    [InlineData("features.shortcuts.0.callback_id", 256, "at most 255 are allowed")]
    [InlineData("features.shortcuts.0.description", 151, "at most 150 are allowed")]
    [InlineData("features.shortcuts.0.type", "channel", "it must be one of message, global")]
    [InlineData("settings.event_subscriptions.request_url", "jobs.example.com", "it must be an https address")]
    [InlineData("settings.hosted", "x", "settings has the unknown name hosted")]
    public void Broken_BeyondALimit_SaysSo(string path, object value, string says)
    {
        var manifest = SlackManifest.Build(Options, Address, socketMode: false, rotation: false);
        var names = path.Split('.');
        JsonNode place = manifest;
        foreach (var name in names[..^1])
            place = place is JsonArray list ? list[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)]! : place[name]!;
        place[names[^1]] = value is int length ? new string('x', length) : (string)value;

        Assert.Contains(says, Assert.Single(SlackManifestRules.Broken(manifest)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("features.shortcuts", 11, "has 11 entries; 1 to 10 are allowed")]
    [InlineData("features.slash_commands", 51, "has 51 entries; 1 to 50 are allowed")]
    [InlineData("features.unfurl_domains", 6, "has 6 entries; 1 to 5 are allowed")]
    public void Broken_TooMany_SaysSo(string path, int count, string says)
    {
        var manifest = SlackManifest.Build(Options, Address, socketMode: false, rotation: false);
        var list = manifest[path.Split('.')[0]]![path.Split('.')[1]]!.AsArray();
        while (list.Count < count)
            list.Add(list[0]!.DeepClone());

        Assert.Contains(says, Assert.Single(SlackManifestRules.Broken(manifest)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("No")]
    [InlineData("1.0")]
    [InlineData("a: b # c")]
    [InlineData("- x")]
    [InlineData("“quoted” \"text\"\nsecond line")]
    [InlineData("")]
    public void Yaml_AwkwardText_ComesBackAsText(string text)
    {
        var yaml = Parse(ManifestYaml.Write(new JsonObject { ["a"] = text }));

        var scalar = Assert.IsType<YamlScalarNode>(((YamlMappingNode)yaml).Children.Single().Value);
        Assert.Equal(text, scalar.Value);
        Assert.True(text.StartsWith('a') || scalar.Style is not YamlDotNet.Core.ScalarStyle.Plain);
    }

    private static YamlNode Parse(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return Assert.Single(stream.Documents).RootNode;
    }

    private static YamlNode At(YamlNode node, string[] path) => path.Aggregate(node, (at, name) => at is YamlSequenceNode list ? list.Children[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)] : ((YamlMappingNode)at).Children[new YamlScalarNode(name)]);

    private static string? Value(YamlNode node, params string[] path) => ((YamlScalarNode)At(node, path)).Value;

    private static List<string> List(YamlNode node, params string[] path) => [.. ((YamlSequenceNode)At(node, path)).Children.Select(item => ((YamlScalarNode)item).Value!)];
}
