using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PostingsBot.Channels.DirectLine;
using PostingsBot.Channels.Slack.Installing;
using PostingsBot.Channels.Slack.Working;
using PostingsBot.Recruiting.After;
using PostingsBot.Subscriptions;

namespace PostingsBot;

/// <summary>As <see cref="WebJson"/>, for records whose names in JSON are those of the properties.</summary>
[JsonSerializable(typeof(DirectLineToken))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(KeptSource))]
[JsonSerializable(typeof(KnownOwner))]
[JsonSerializable(typeof(LeadHolder))]
[JsonSerializable(typeof(SlackTokens))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(WorkspaceRecord))]
internal sealed partial class PlainJson : JsonSerializerContext;
