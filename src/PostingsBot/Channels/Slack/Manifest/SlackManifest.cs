using System.Text.Json.Nodes;
using PostingsBot.Channels.Manifests;
using PostingsBot.Channels.Slack.Installing;
using PostingsBot.Channels.Slack.Receiving;
using PostingsBot.Configuration;

namespace PostingsBot.Channels.Slack.Manifest;

/// <summary>The app as Slack is told about it: what it listens to, where it is reached, and the least it may do.</summary>
internal static class SlackManifest
{
    public const string Command = "/roles";

    private static readonly IReadOnlyList<string> Events = ["app_mention", "message.im", "app_home_opened", "app_uninstalled", "tokens_revoked", "member_left_channel", "user_change"];

    /// <param name="options">For the name.</param>
    /// <param name="publicAddress">Where Slack reaches the bot; with Socket Mode it may be null, and role links are then not drawn.</param>
    /// <param name="socketMode">The bot calls Slack, and Slack calls no address.</param>
    /// <param name="rotation">Whether tokens expire after twelve hours; Slack does not let that be taken back.</param>
    /// <exception cref="ConfigurationErrorException">The address is missing, or Slack would refuse the manifest; the message says everything that is wrong.</exception>
    public static JsonObject Build(SlackOptions options, Uri? publicAddress, bool socketMode, bool rotation)
    {
        if (publicAddress is null && !socketMode)
            throw new ConfigurationErrorException($"{PostingsBotOptions.Section}:{nameof(PostingsBotOptions.PublicAddress)} is not set, and Slack must know where to reach the bot. Give the https address with --address, or choose --socket-mode.");
        string? At(string path) => socketMode ? null : new Uri(publicAddress!, path).AbsoluteUri;
        var manifest = Without(new JsonObject
        {
            ["_metadata"] = new JsonObject { ["major_version"] = 1 },
            ["display_information"] = new JsonObject { ["name"] = options.Name, ["description"] = "Finds and explains job postings, each fact with its source." },
            ["features"] = new JsonObject
            {
                ["app_home"] = new JsonObject { ["home_tab_enabled"] = true, ["messages_tab_enabled"] = true, ["messages_tab_read_only_enabled"] = false },
                ["bot_user"] = new JsonObject { ["display_name"] = options.Name, ["always_online"] = true },
                ["shortcuts"] = new JsonArray(
                    Shortcut("Find roles", SlackShortcuts.FindRoles, "Search the job postings", "global"),
                    Shortcut("New posting from this message", SlackShortcuts.NewPosting, "Read the message as a job posting and show its facts", "message")),
                ["slash_commands"] = new JsonArray(new JsonObject
                {
                    ["command"] = Command, ["url"] = At("/slack/commands"), ["description"] = "Find job postings", ["usage_hint"] = "senior python, remote from Germany", ["should_escape"] = false,
                }),
                ["unfurl_domains"] = publicAddress is null ? null : new JsonArray(publicAddress.IdnHost),
            },
            ["oauth_config"] = new JsonObject
            {
                ["redirect_urls"] = publicAddress is null ? null : new JsonArray(new Uri(publicAddress, InstallEndpoints.Callback).AbsoluteUri),
                ["scopes"] = new JsonObject { ["bot"] = Texts(publicAddress is null ? SlackScopes.Bot.Except(SlackScopes.Links, StringComparer.Ordinal) : SlackScopes.Bot) },
            },
            ["settings"] = new JsonObject
            {
                ["event_subscriptions"] = new JsonObject { ["request_url"] = At("/slack/events"), ["bot_events"] = Texts(publicAddress is null ? Events : [.. Events, "link_shared"]) },
                ["interactivity"] = new JsonObject { ["is_enabled"] = true, ["request_url"] = At("/slack/interactivity"), ["message_menu_options_url"] = At("/slack/options") },
                ["org_deploy_enabled"] = false,
                ["socket_mode_enabled"] = socketMode,
                ["token_rotation_enabled"] = rotation,
            },
        });
        var broken = SlackManifestRules.Broken(manifest);
        return broken.Count == 0 ? manifest : throw new ConfigurationErrorException("Slack would refuse the manifest. " + string.Join(" ", broken));
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private static JsonObject Shortcut(string name, string callback, string description, string type) => new() { ["name"] = name, ["type"] = type, ["callback_id"] = callback, ["description"] = description };

    // What does not apply is left out.
    private static JsonObject Without(JsonObject manifest)
    {
        foreach (var (name, value) in manifest.ToList())
        {
            if (value is null)
                manifest.Remove(name);
            foreach (var inner in value is JsonArray list ? list.OfType<JsonObject>() : value is JsonObject one ? [one] : [])
                Without(inner);
        }

        return manifest;
    }
}
