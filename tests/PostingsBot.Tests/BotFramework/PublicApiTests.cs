using System.Reflection;

namespace PostingsBot.Tests.BotFramework;

/// <summary>The names of the SDK that application source uses, so that it compiles against either.</summary>
public class PublicApiTests
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy;

    public static TheoryData<Type, string> Members => new()
    {
        { typeof(Activity), "Type Id Timestamp LocalTimestamp LocalTimezone CallerId ServiceUrl ChannelId From Conversation Recipient TextFormat AttachmentLayout MembersAdded MembersRemoved ReactionsAdded ReactionsRemoved TopicName HistoryDisclosed Locale Text Speak InputHint Summary SuggestedActions Attachments Entities ChannelData Action ReplyToId Label ValueType Value Name RelatesTo Code Expiration Importance DeliveryMode ListenFor Properties" },
        { typeof(Activity), "CreateReply GetConversationReference GetReplyConversationReference ApplyConversationReference GetChannelData TryGetChannelData GetMentions HasContent AsMessageActivity AsInvokeActivity AsEventActivity AsTypingActivity AsConversationUpdateActivity AsInstallationUpdateActivity AsMessageReactionActivity AsMessageUpdateActivity AsMessageDeleteActivity AsEndOfConversationActivity CreateMessageActivity CreateConversationUpdateActivity CreateTypingActivity CreateEventActivity CreateInvokeActivity CreateEndOfConversationActivity" },
        { typeof(ChannelAccount), "Id Name Role AadObjectId" },
        { typeof(ConversationAccount), "Id Name IsGroup ConversationType TenantId AadObjectId Role" },
        { typeof(ConversationReference), "ActivityId User Bot Conversation ChannelId Locale ServiceUrl GetContinuationActivity" },
        { typeof(ConversationParameters), "IsGroup Bot Members TopicName TenantId Activity ChannelData" },
        { typeof(ConversationResourceResponse), "ActivityId ServiceUrl Id" },
        { typeof(ActivityEventNames), "ContinueConversation CreateConversation" },
        { typeof(Attachment), "ContentType ContentUrl Content Name ThumbnailUrl" },
        { typeof(CardAction), "Type Title Image ImageAltText Text DisplayText Value ChannelData" },
        { typeof(SuggestedActions), "Actions To" },
        { typeof(Entity), "Type Properties GetAs SetAs" },
        { typeof(Mention), "Mentioned Text" },
        { typeof(AdaptiveCardInvokeValue), "Action Authentication State" },
        { typeof(AdaptiveCardInvokeAction), "Type Id Verb Data" },
        { typeof(AdaptiveCardInvokeResponse), "StatusCode Type Value" },
        { typeof(InvokeResponse), "Status Body" },
        { typeof(ITurnContext), "Adapter TurnState Activity Responded SendActivityAsync SendActivitiesAsync UpdateActivityAsync DeleteActivityAsync OnSendActivities OnUpdateActivity OnDeleteActivity" },
        { typeof(ITurnContext<IMessageActivity>), "Activity" },
        { typeof(TurnContextStateCollection), "Get Add Set" },
        { typeof(IBot), "OnTurnAsync" },
        { typeof(BotAdapter), "Use OnTurnError SendActivitiesAsync UpdateActivityAsync DeleteActivityAsync RunPipelineAsync ContinueConversationAsync CreateConversationAsync BotIdentityKey" },
        { typeof(IMiddleware), "OnTurnAsync" },
        { typeof(MiddlewareSet), "Use ReceiveActivityWithStatusAsync" },
        { typeof(ActivityHandler), "OnTurnAsync OnMessageActivityAsync OnMessageUpdateActivityAsync OnMessageDeleteActivityAsync OnConversationUpdateActivityAsync OnMembersAddedAsync OnMembersRemovedAsync OnMessageReactionActivityAsync OnReactionsAddedAsync OnReactionsRemovedAsync OnEventActivityAsync OnEventAsync OnInvokeActivityAsync OnAdaptiveCardInvokeAsync OnInstallationUpdateActivityAsync OnInstallationUpdateAddAsync OnInstallationUpdateRemoveAsync OnEndOfConversationActivityAsync OnTypingActivityAsync OnUnrecognizedActivityTypeAsync CreateInvokeResponse" },
        { typeof(TeamsActivityHandler), "OnTeamsCardActionInvokeAsync OnTeamsMessagingExtensionQueryAsync OnTeamsMessagingExtensionSelectItemAsync OnTeamsMessagingExtensionFetchTaskAsync OnTeamsMessagingExtensionSubmitActionAsync OnTeamsMessagingExtensionSubmitActionDispatchAsync OnTeamsMessagingExtensionBotMessagePreviewEditAsync OnTeamsMessagingExtensionBotMessagePreviewSendAsync OnTeamsAppBasedLinkQueryAsync OnTeamsAnonymousAppBasedLinkQueryAsync OnTeamsTaskModuleFetchAsync OnTeamsTaskModuleSubmitAsync OnTeamsFileConsentAsync OnTeamsFileConsentAcceptAsync OnTeamsFileConsentDeclineAsync" },
        { typeof(TeamsActivityHandler), "OnTeamsChannelCreatedAsync OnTeamsChannelDeletedAsync OnTeamsChannelRenamedAsync OnTeamsChannelRestoredAsync OnTeamsTeamArchivedAsync OnTeamsTeamDeletedAsync OnTeamsTeamHardDeletedAsync OnTeamsTeamRenamedAsync OnTeamsTeamRestoredAsync OnTeamsTeamUnarchivedAsync OnTeamsMessageEditAsync OnTeamsMessageUndeleteAsync OnTeamsMessageSoftDeleteAsync" },
        { typeof(TeamsChannelData), "Channel EventType Team Notification Tenant Settings" },
        { typeof(MessagingExtensionQuery), "CommandId Parameters QueryOptions State" },
        { typeof(MessagingExtensionResult), "AttachmentLayout Type Attachments SuggestedActions Text ActivityPreview" },
        { typeof(MessagingExtensionAttachment), "Preview Content ContentType" },
        { typeof(MessagingExtensionAction), "CommandId CommandContext BotMessagePreviewAction BotActivityPreview MessagePayload State Data Context" },
        { typeof(MessagingExtensionActionResponse), "Task ComposeExtension CacheInfo" },
        { typeof(TaskModuleTaskInfo), "Title Height Width Url Card FallbackUrl CompletionBotId" },
        { typeof(FileConsentCard), "ContentType Description SizeInBytes AcceptContext DeclineContext" },
        { typeof(FileConsentCardResponse), "Action Context UploadInfo" },
        { typeof(FileUploadInfo), "Name UploadUrl ContentUrl UniqueId FileType" },
        { typeof(FileDownloadInfo), "ContentType DownloadUrl UniqueId FileType" },
        { typeof(TeamsInfo), "GetMemberAsync GetPagedMembersAsync" },
        { typeof(TeamsChannelAccount), "GivenName Surname Email UserPrincipalName TenantId UserRole" },
        { typeof(TeamsPagedMembersResult), "ContinuationToken Members" },
        { typeof(AttachmentData), "Type Name OriginalBase64 ThumbnailBase64" },
        { typeof(ThumbnailCard), "ContentType Title Subtitle Text Buttons Tap" },
        { typeof(MessageFactory), "Text Attachment Carousel SuggestedActions" },
        { typeof(IStorage), "ReadAsync WriteAsync DeleteAsync" },
        { typeof(IStoreItem), "ETag" },
        { typeof(BotState), "CreateProperty LoadAsync SaveChangesAsync ClearStateAsync DeleteAsync GetStorageKey" },
        { typeof(IStatePropertyAccessor<int>), "GetAsync SetAsync DeleteAsync" },
        { typeof(ConversationState), "CreateProperty" },
        { typeof(UserState), "CreateProperty" },
        { typeof(PrivateConversationState), "CreateProperty" },
        { typeof(AutoSaveStateMiddleware), "OnTurnAsync" },
        { typeof(ShowTypingMiddleware), "OnTurnAsync" },
        { typeof(MemoryStorage), "ReadAsync" },
        { typeof(TestAdapter), "Conversation Locale ActiveQueue EnableTrace MakeActivity GetNextReply GetNextReplyAsync ProcessActivityAsync SendTextToBotAsync CreateConversation Use" },
        { typeof(TestFlow), "Send SendConversationUpdate Test AssertReply AssertReplyContains AssertReplyOneOf AssertNoReply StartTestAsync" },
        { typeof(IBotFrameworkHttpAdapter), "ProcessAsync" },
        { typeof(CloudAdapter), "ProcessAsync SendActivitiesAsync ContinueConversationAsync CreateConversationAsync" },
        { typeof(Dialog), "Id BeginDialogAsync ContinueDialogAsync ResumeDialogAsync RepromptDialogAsync EndDialogAsync EndOfTurn" },
        { typeof(DialogSet), "Add Find CreateContextAsync" },
        { typeof(DialogContext), "BeginDialogAsync ContinueDialogAsync EndDialogAsync ReplaceDialogAsync CancelAllDialogsAsync RepromptDialogAsync Stack ActiveDialog Parent Context Dialogs" },
        { typeof(DialogInstance), "Id State" },
        { typeof(DialogState), "DialogStack" },
        { typeof(DialogTurnResult), "Status Result" },
        { typeof(DialogTurnStatus), "Empty Waiting Complete Cancelled" },
        { typeof(ComponentDialog), "AddDialog InitialDialogId OnBeginDialogAsync OnContinueDialogAsync OnEndDialogAsync" },
        { typeof(DialogExtensions), "RunAsync" },
        { typeof(MentionExtensions), "RemoveRecipientMention" },
    };

    [Theory]
    [MemberData(nameof(Members))]
    public void PublicType_NamesOfTheSdk_AreThere(Type type, string members)
    {
        var names = type.GetMembers(All).Where(Reachable).Select(member => member.Name).ToHashSet();

        Assert.Empty(members.Split(' ').Except(names));
        Assert.True(type.IsPublic);
    }

    [Fact]
    public void Activity_Properties_AreSettable() =>
        Assert.All(typeof(Activity).GetProperties(), property => Assert.True(property.SetMethod?.IsPublic, property.Name));

    public static TheoryData<Type, string, string> Constructors => new()
    {
        { typeof(CloudAdapter), "", "" },
        { typeof(CloudAdapter), "BotFrameworkAuthentication ILogger", "ILogger" },
        { typeof(CloudAdapter), "IConfiguration IHttpClientFactory ILogger", "IHttpClientFactory ILogger" },
        { typeof(TestFlow), "TestAdapter BotCallbackHandler", "BotCallbackHandler" },
        { typeof(TestFlow), "TestAdapter IBot", "" },
        { typeof(TestAdapter), "ConversationReference Boolean", "ConversationReference Boolean" },
        { typeof(TestAdapter), "String Boolean", "Boolean" },
        { typeof(ChannelAccount), "String String String String", "String String String String" },
        { typeof(ShowTypingMiddleware), "Int32 Int32", "Int32 Int32" },
        { typeof(DialogSet), "IStatePropertyAccessor`1", "" },
        { typeof(MemoryStorage), "", "" },
        { typeof(AutoSaveStateMiddleware), "BotState[]", "" },
    };

    [Theory]
    [MemberData(nameof(Constructors))]
    public void Constructor_OfTheSdk_IsThere(Type type, string parameters, string optional) => Assert.Contains(
        type.GetConstructors().Select(constructor => constructor.GetParameters()),
        found => Names(found) == parameters && Names(found.Where(parameter => parameter.IsOptional)) == optional);

    private static string Names(IEnumerable<ParameterInfo> parameters) => string.Join(' ', parameters.Select(parameter => parameter.ParameterType.Name));

    // What an application may call or override: public, and protected of classes.
    private static bool Reachable(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily,
        FieldInfo field => field.IsPublic,
        _ => true,
    };
}
