using System.Text.Json;
using System.Text.Json.Serialization;
using PostingsBot.Channels.Teams;
using PostingsBot.Channels.Teams.Files;
using PostingsBot.Delivered;
using PostingsBot.Digests;
using PostingsBot.Recruiting.After;

namespace PostingsBot;

/// <summary>
/// How records that are kept become JSON, with names in camelCase. By generated code: the published program has no reflection over types. A member with a default
/// has a setter: generated code sets one that is only initialised to nothing where the record of an earlier build lacks it.
/// </summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(DigestMessage))]
[JsonSerializable(typeof(Installation))]
[JsonSerializable(typeof(IReadOnlyList<FileOffer>))]
[JsonSerializable(typeof(KnownConversation))]
[JsonSerializable(typeof(LiveCard))]
[JsonSerializable(typeof(NoticeMessage))]
[JsonSerializable(typeof(OwnerPlace))]
[JsonSerializable(typeof(ToldRecord))]
internal sealed partial class WebJson : JsonSerializerContext;
