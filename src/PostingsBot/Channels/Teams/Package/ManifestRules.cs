using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PostingsBot.Channels.Manifests;
using PostingsBot.Configuration;
using static PostingsBot.Channels.Manifests.ManifestRule;

namespace PostingsBot.Channels.Teams.Package;

/// <summary>What Teams asks of a manifest of version 1.29, as far as this app uses it.</summary>
internal static partial class ManifestRules
{
    private const string Bot = "bots[]";
    private const string Lists = "bots[].commandLists[]";
    private const string Said = "bots[].commandLists[].commands[]";
    private const string Extension = "composeExtensions[]";
    private const string Command = "composeExtensions[].commands[]";
    private const string Input = "composeExtensions[].commands[].parameters[]";
    private const string Handler = "composeExtensions[].messageHandlers[]";

    private static readonly string[] Scopes = ["personal", "team", "groupChat", "copilot"];

    /// <summary>The keys that fill these places, so that a complaint can name them.</summary>
    private static readonly (string Path, string Key)[] Keys =
    [
        ("id", $"{TeamsAppOptions.Section}:AppId or MicrosoftAppId"),
        ("developer.name", $"{TeamsAppOptions.Section}:Developer"),
        ("developer.websiteUrl", $"{PostingsBotOptions.Section}:PublicAddress"),
        ("developer.privacyUrl", $"{TeamsAppOptions.Section}:Privacy"),
        ("developer.termsOfUseUrl", $"{TeamsAppOptions.Section}:Terms"),
        ("name.short", $"{TeamsAppOptions.Section}:Name"),
        ("name.full", $"{TeamsAppOptions.Section}:Name"),
        ("bots[0].botId", "MicrosoftAppId"),
        ("composeExtensions[0].botId", "MicrosoftAppId"),
        ("validDomains[0]", $"{PostingsBotOptions.Section}:PublicAddress"),
    ];

    private static readonly IReadOnlyList<ManifestRule> All =
    [
        Names("", "$schema", "manifestVersion", "version", "id", "developer", "name", "description", "icons", "accentColor", "bots", "composeExtensions", "permissions", "validDomains", "webApplicationInfo", "authorization", "defaultInstallScope", "defaultGroupCapability", "localizationInfo"),
        OneOf("$schema", true, "https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.schema.json"),
        OneOf("manifestVersion", true, "1.29"),
        Such("version", Version().IsMatch, "a version such as 1.0.0"),
        Such("id", IsGuid, "a GUID"),
        Such("accentColor", Colour().IsMatch, "a colour such as #1F4E79"),

        Present("developer"),
        Names("developer", "name", "websiteUrl", "privacyUrl", "termsOfUseUrl", "mpnId"),
        Text("developer.name", 32),
        Https("developer.websiteUrl"),
        Https("developer.privacyUrl"),
        Https("developer.termsOfUseUrl"),
        Present("name"),
        Names("name", "short", "full"),
        Text("name.short", 30),
        Text("name.full", 100, isRequired: false),
        Present("description"),
        Names("description", "short", "full"),
        Text("description.short", 80),
        Text("description.full", 4_000),
        Present("icons"),
        Names("icons", "color", "outline"),
        OneOf("icons.color", true, TeamsPackage.ColorIcon),
        OneOf("icons.outline", true, TeamsPackage.OutlineIcon),

        List("bots", 1, 1),
        Names(Bot, "botId", "scopes", "supportsFiles", "isNotificationOnly", "commandLists"),
        Such($"{Bot}.botId", IsGuid, "a GUID"),
        List($"{Bot}.scopes", 1, Scopes.Length),
        OneOf($"{Bot}.scopes[]", true, Scopes),
        Flag($"{Bot}.supportsFiles"),
        Flag($"{Bot}.isNotificationOnly"),
        List($"{Bot}.commandLists", 0, 3, isRequired: false),
        Names(Lists, "scopes", "commands", "triggers"),
        List($"{Lists}.scopes", 1, Scopes.Length),
        OneOf($"{Lists}.scopes[]", true, Scopes),
        List($"{Lists}.commands", 1, 12),
        Names(Said, "title", "description", "type", "prompt"),
        Text($"{Said}.title", 128),
        Text($"{Said}.description", 4_000),
        OneOf($"{Said}.type", false, "basic", "prompt"),
        Text($"{Said}.prompt", 4_000, isRequired: false),
        new(Said, command => TextOf(command?["type"]) is "prompt" == (command?["prompt"] is null) ? "must have a prompt just when its type is prompt" : null),

        List("composeExtensions", 0, 1, isRequired: false),
        Names(Extension, "botId", "composeExtensionType", "commands", "messageHandlers"),
        Such($"{Extension}.botId", IsGuid, "a GUID"),
        OneOf($"{Extension}.composeExtensionType", false, "botBased"),
        List($"{Extension}.commands", 1, 10),
        Names(Command, "id", "type", "context", "title", "description", "initialRun", "fetchTask", "parameters"),
        Text($"{Command}.id", 64),
        OneOf($"{Command}.type", true, "query", "action"),
        List($"{Command}.context", 1, 3),
        OneOf($"{Command}.context[]", true, "compose", "commandBox", "message"),
        Text($"{Command}.title", 32),
        Text($"{Command}.description", 128),
        Flag($"{Command}.initialRun"),
        Flag($"{Command}.fetchTask"),
        List($"{Command}.parameters", 1, 5, isRequired: false),
        new(Command, command => command?["parameters"] is null && command?["fetchTask"]?.ToJsonString() is not "true" ? "must have parameters or fetchTask" : null),
        Names(Input, "name", "title", "description", "inputType", "choices"),
        Text($"{Input}.name", 64),
        Text($"{Input}.title", 32),
        Text($"{Input}.description", 128, isRequired: false),
        OneOf($"{Input}.inputType", false, "text", "textarea", "number", "date", "time", "toggle", "choiceset"),
        List($"{Input}.choices", 1, 10, isRequired: false),
        List($"{Extension}.messageHandlers", 0, 5, isRequired: false),
        Names(Handler, "type", "value"),
        OneOf($"{Handler}.type", true, "link"),
        Names($"{Handler}.value", "domains", "supportsAnonymizedPayloads"),
        List($"{Handler}.value.domains", 1, 100),
        Such($"{Handler}.value.domains[]", IsDomain, "a domain without scheme and path"),
        Flag($"{Handler}.value.supportsAnonymizedPayloads"),

        OneOf("permissions[]", true, "identity", "messageTeamMembers"),
        List("validDomains", 0, 100, isRequired: false),
        Such("validDomains[]", IsDomain, "a domain without scheme and path"),

        Once("bots[].scopes"),
        Once("permissions"),
        Once("validDomains"),
        new("", root => Repeated(root!, $"{Lists}.scopes[]") is { } scope ? $"lists the commands of scope {scope} twice" : null),
        new("", root => Repeated(root!, $"{Command}.id") is { } id ? $"has two commands of the message extension with the id {id}" : null),
        new("", root => Values(root!, $"{Lists}.scopes[]").Except(Values(root!, $"{Bot}.scopes[]"), StringComparer.Ordinal).FirstOrDefault() is { } scope ? $"lists commands of scope {scope}, which the bot does not have" : null),
        new("", root => Values(root!, $"{Handler}.value.domains[]").Except(Values(root!, "validDomains[]"), StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } domain ? $"draws links of {domain}, which is not among the validDomains" : null),
        new("", root => Values(root!, $"{Bot}.botId").Concat(Values(root!, $"{Extension}.botId")).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1 ? "has a message extension of another bot" : null),
    ];

    /// <summary>A sentence for everything that Teams would refuse, with the key that sets it where there is one.</summary>
    public static IReadOnlyList<string> Broken(JsonObject manifest) =>
        [.. All.SelectMany(rule => ManifestPath.Select(manifest, rule.Path).Select(one => rule.Wrong(one.Node) is { } wrong ? Sentence(one.Path, wrong) : null)).OfType<string>()];

    private static string Sentence(string path, string wrong)
    {
        var key = Array.Find(Keys, known => known.Path == path).Key;
        return $"{(path.Length == 0 ? "The manifest" : "The manifest's " + path)} {wrong}{(key is null ? "" : $" (key {key})")}.";
    }

    private static ManifestRule Once(string path) => new(path, node =>
        (node as JsonArray ?? []).Select(item => TextOf(item)).GroupBy(text => text, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key is { } twice ? $"names {twice} twice" : null);

    private static string? Repeated(JsonNode root, string path) => Values(root, path).GroupBy(value => value, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;

    private static IEnumerable<string> Values(JsonNode root, string path) => ManifestPath.Select(root, path).Select(one => TextOf(one.Node)).OfType<string>();

    private static bool IsGuid(string text) => Guid.TryParseExact(text, "D", out _);

    private static bool IsDomain(string text) => text.Length <= 2_048 && Domain().IsMatch(text);

    [GeneratedRegex(@"\A\d{1,5}\.\d{1,5}\.\d{1,5}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Version();

    [GeneratedRegex(@"\A#[0-9A-Fa-f]{6}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Colour();

    [GeneratedRegex(@"\A(\*\.)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Domain();
}
