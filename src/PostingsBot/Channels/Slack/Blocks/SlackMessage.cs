using System.Text.Json.Nodes;

namespace PostingsBot.Channels.Slack.Blocks;

/// <summary>What is posted to Slack.</summary>
/// <param name="Text">For notices and screen readers, in full words; escaped, at most <see cref="BlockKitLimits.Text"/> characters.</param>
/// <param name="Blocks">Block Kit, within Slack's limits; empty only when there is nothing to show.</param>
internal sealed record SlackMessage(string Text, JsonArray Blocks);
