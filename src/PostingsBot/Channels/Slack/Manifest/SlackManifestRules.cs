using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PostingsBot.Channels.Manifests;
using PostingsBot.Configuration;
using static PostingsBot.Channels.Manifests.ManifestRule;

namespace PostingsBot.Channels.Slack.Manifest;

/// <summary>What Slack asks of a manifest (its page "app manifest" and schema 2.0.0), as far as this app uses it.</summary>
internal static partial class SlackManifestRules
{
    private const string Command = "features.slash_commands[]";
    private const string Shortcut = "features.shortcuts[]";
    private const string Settings = "settings";

    /// <summary>The keys that fill these places, so that a complaint can name them.</summary>
    private static readonly (string Path, string Key)[] Keys =
    [
        ("display_information.name", $"{SlackOptions.Section}:Name"),
        ("features.bot_user.display_name", $"{SlackOptions.Section}:Name"),
        ("features.unfurl_domains[0]", $"{PostingsBotOptions.Section}:PublicAddress"),
    ];

    private static readonly IReadOnlyList<ManifestRule> All =
    [
        Names("", "_metadata", "display_information", "features", "oauth_config", "settings"),
        Names("display_information", "name", "description", "long_description", "background_color"),
        Text("display_information.name", 35),
        Text("display_information.description", 140, isRequired: false),
        Names("features", "app_home", "bot_user", "shortcuts", "slash_commands", "unfurl_domains"),
        Flag("features.app_home.home_tab_enabled"),
        Flag("features.app_home.messages_tab_enabled"),
        Flag("features.app_home.messages_tab_read_only_enabled"),
        Text("features.bot_user.display_name", 80),
        Flag("features.bot_user.always_online"),

        List("features.shortcuts", 1, 10, isRequired: false),
        Names(Shortcut, "name", "type", "callback_id", "description"),
        Text($"{Shortcut}.name", 255),
        OneOf($"{Shortcut}.type", true, "message", "global"),
        Text($"{Shortcut}.callback_id", 255),
        Text($"{Shortcut}.description", 150),

        List("features.slash_commands", 1, 50, isRequired: false),
        Names(Command, "command", "url", "description", "usage_hint", "should_escape"),
        Text($"{Command}.command", 32),
        Such($"{Command}.command", text => CommandName().IsMatch(text), "a slash and a word in lower case"),
        Such($"{Command}.url", IsHttps, "an https address", isRequired: false),
        Text($"{Command}.description", 2_000),
        Text($"{Command}.usage_hint", 1_000, isRequired: false),
        Flag($"{Command}.should_escape"),

        List("features.unfurl_domains", 1, 5, isRequired: false),
        Such("features.unfurl_domains[]", text => Domain().IsMatch(text), "a domain with a dot, without scheme and path"),

        List("oauth_config.redirect_urls", 1, 1_000, isRequired: false),
        Such("oauth_config.redirect_urls[]", IsHttps, "an https address"),
        List("oauth_config.scopes.bot", 1, 255),
        Names(Settings, "event_subscriptions", "interactivity", "org_deploy_enabled", "socket_mode_enabled", "token_rotation_enabled"),
        Such($"{Settings}.event_subscriptions.request_url", IsHttps, "an https address", isRequired: false),
        List($"{Settings}.event_subscriptions.bot_events", 1, 100),
        Flag($"{Settings}.interactivity.is_enabled"),
        Such($"{Settings}.interactivity.request_url", IsHttps, "an https address", isRequired: false),
        Such($"{Settings}.interactivity.message_menu_options_url", IsHttps, "an https address", isRequired: false),
        Flag($"{Settings}.org_deploy_enabled"),
        Flag($"{Settings}.socket_mode_enabled"),
        Flag($"{Settings}.token_rotation_enabled"),
    ];

    /// <summary>A sentence for everything that Slack would refuse, with the key that sets it where there is one.</summary>
    public static IReadOnlyList<string> Broken(JsonObject manifest) =>
        [.. All.SelectMany(rule => ManifestPath.Select(manifest, rule.Path).Select(one => rule.Wrong(one.Node) is { } wrong ? Sentence(one.Path, wrong) : null)).OfType<string>()];

    private static string Sentence(string path, string wrong)
    {
        var key = Array.Find(Keys, known => known.Path == path).Key;
        return $"{(path.Length == 0 ? "The manifest" : "The manifest's " + path)} {wrong}{(key is null ? "" : $" (key {key})")}.";
    }

    [GeneratedRegex(@"\A/[a-z0-9_-]+\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CommandName();

    [GeneratedRegex(@"\A[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Domain();
}
