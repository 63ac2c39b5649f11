using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PostingsBot.BotFramework.Builder;
using PostingsBot.BotFramework.Dialogs;
using PostingsBot.BotFramework.Schema.Teams;

namespace PostingsBot.BotFramework.Schema;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(ExpectedReplies))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(ConversationResourceResponse))]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(InvokeResponse))]
[JsonSerializable(typeof(AdaptiveCardInvokeValue))]
[JsonSerializable(typeof(AdaptiveCardInvokeResponse))]
[JsonSerializable(typeof(Mention))]
[JsonSerializable(typeof(ThumbnailCard))]
[JsonSerializable(typeof(TeamsChannelData))]
[JsonSerializable(typeof(MessagingExtensionQuery))]
[JsonSerializable(typeof(AppBasedLinkQuery))]
[JsonSerializable(typeof(MessagingExtensionResponse))]
[JsonSerializable(typeof(MessagingExtensionAction))]
[JsonSerializable(typeof(MessagingExtensionActionResponse))]
[JsonSerializable(typeof(TaskModuleRequest))]
[JsonSerializable(typeof(TaskModuleResponse))]
[JsonSerializable(typeof(FileConsentCard))]
[JsonSerializable(typeof(FileConsentCardResponse))]
[JsonSerializable(typeof(FileInfoCard))]
[JsonSerializable(typeof(FileDownloadInfo))]
[JsonSerializable(typeof(List<ChannelAccount>))]
[JsonSerializable(typeof(TeamsChannelAccount))]
[JsonSerializable(typeof(TeamsPagedMembersResult))]
[JsonSerializable(typeof(AttachmentData))]
[JsonSerializable(typeof(AttachmentInfo))]
[JsonSerializable(typeof(DialogState))]
[JsonSerializable(typeof(object))]
[JsonSerializable(typeof(Dictionary<string, object>))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonNode))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(JsonArray))]
internal sealed partial class ActivityJsonContext : JsonSerializerContext;
