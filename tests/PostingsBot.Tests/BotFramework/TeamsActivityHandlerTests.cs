using System.Text.Json;

namespace PostingsBot.Tests.BotFramework;

public class TeamsActivityHandlerTests
{
    [Theory]
    [InlineData("composeExtension/query", """{"commandId":"search","parameters":[{"name":"q","value":"rust"}],"queryOptions":{"skip":25,"count":25}}""", 200, "query search q=rust 25+25")]
    [InlineData("composeExtension/query", """{"parameters":"rust"}""", 400, "another shape")]
    [InlineData("composeExtension/query", """[]""", 400, "another shape")]
    [InlineData("composeExtension/query", "null", 400, "another shape")]
    [InlineData("composeExtension/queryLink", """{"url":"https://jobs.example/1"}""", 200, "link https://jobs.example/1")]
    [InlineData("composeExtension/anonymousQueryLink", """{"url":"https://jobs.example/1"}""", 501, "")]
    [InlineData("composeExtension/selectItem", """{"id":7}""", 200, "item 7")]
    [InlineData("composeExtension/fetchTask", """{"commandId":"new","messagePayload":{"body":{"contentType":"html","content":"<p>hi</p>"}}}""", 200, "<p>hi</p>")]
    [InlineData("composeExtension/submitAction", """{"commandId":"new","data":{"a":1}}""", 200, "submitted {\"a\":1}")]
    [InlineData("composeExtension/submitAction", """{"botMessagePreviewAction":"send","botActivityPreview":[{"type":"message","text":"t"}]}""", 200, "sent t")]
    [InlineData("composeExtension/submitAction", """{"botMessagePreviewAction":"edit"}""", 501, "")]
    [InlineData("composeExtension/submitAction", """{"botMessagePreviewAction":"other"}""", 400, "edit or send")]
    [InlineData("task/fetch", """{"data":{"x":2},"context":{"theme":"dark"}}""", 200, "dark")]
    [InlineData("task/submit", "{}", 501, "")]
    [InlineData("fileConsent/invoke", """{"action":"accept","uploadInfo":{"uploadUrl":"https://up.example/1"},"context":{"id":"r"}}""", 200, "")]
    [InlineData("fileConsent/invoke", """{"action":"decline"}""", 501, "")]
    [InlineData("fileConsent/invoke", """{"action":"maybe"}""", 400, "accept or decline")]
    [InlineData("config/fetch", "{}", 501, "")]
    public async Task OnTurn_TeamsInvoke_AnswersWithStatusAndBody(string name, string value, int status, string body)
    {
        var adapter = new TestAdapter("msteams");
        var invoke = new Activity(ActivityTypes.Invoke) { Name = name, Value = JsonDocument.Parse(value).RootElement };

        await adapter.ProcessActivityAsync(invoke, new Answering().OnTurnAsync);

        var response = Assert.IsType<InvokeResponse>(Assert.Single(adapter.ActiveQueue).Value);
        Assert.Equal(status, response.Status);
        Assert.Contains(body, Words(response.Body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"eventType":"channelCreated","channel":{"id":"c","name":"Jobs"},"team":{"id":"t"}}""", "channelCreated Jobs t")]
    [InlineData("""{"eventType":"channelRenamed","channel":{"id":"c","name":"Roles"}}""", "channelRenamed Roles ")]
    [InlineData("""{"eventType":"channelDeleted","channel":{"id":"c"}}""", "channelDeleted  ")]
    [InlineData("""{"eventType":"teamArchived","team":{"id":"t"}}""", "teamArchived t")]
    [InlineData("""{"eventType":"teamDeleted","team":{"id":"t"}}""", "teamDeleted t")]
    [InlineData("""{"eventType":"somethingNew"}""", "")]
    [InlineData("""{"eventType":7}""", "")]
    public async Task OnTurn_ChangeOfTeamOrChannel_CallsItsHook(string channelData, string expected)
    {
        var bot = new Answering();
        var update = new Activity(ActivityTypes.ConversationUpdate) { ChannelId = "msteams", ChannelData = JsonDocument.Parse(channelData).RootElement };

        await new TestAdapter("msteams").ProcessActivityAsync(update, bot.OnTurnAsync);

        Assert.Equal(expected, bot.Seen);
    }

    [Fact]
    public void Serialize_AnswerOfADialog_HoldsTheFieldsOfItsKind()
    {
        var continued = ActivityJson.Serialize(new TaskModuleResponse { Task = new TaskModuleContinueResponse(new TaskModuleTaskInfo { Title = "New", Height = "medium" }) });
        var said = ActivityJson.Serialize(new MessagingExtensionActionResponse { Task = new TaskModuleMessageResponse("done") });

        Assert.Equal("""{"task":{"value":{"title":"New","height":"medium"},"type":"continue"}}""", continued);
        Assert.Equal("""{"task":{"value":"done","type":"message"}}""", said);
    }

    private static string Words(object? body) => body switch
    {
        MessagingExtensionResponse { ComposeExtension.Text: { } text } => text,
        MessagingExtensionActionResponse { Task: TaskModuleMessageResponse { Value: { } text } } => text,
        TaskModuleResponse { Task: TaskModuleMessageResponse { Value: { } text } } => text,
        _ => body?.ToString() ?? "",
    };

    private sealed class Answering : TeamsActivityHandler
    {
        public string Seen { get; private set; } = "";

        protected override Task<MessagingExtensionResponse> OnTeamsMessagingExtensionQueryAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionQuery query, CancellationToken cancellationToken) =>
            Result($"query {query.CommandId} {string.Join(' ', query.Parameters!.Select(p => $"{p.Name}={p.Value}"))} {query.QueryOptions!.Skip}+{query.QueryOptions.Count}");

        protected override Task<MessagingExtensionResponse> OnTeamsAppBasedLinkQueryAsync(ITurnContext<IInvokeActivity> turnContext, AppBasedLinkQuery query, CancellationToken cancellationToken) =>
            Result($"link {query.Url}");

        protected override Task<MessagingExtensionResponse> OnTeamsMessagingExtensionSelectItemAsync(ITurnContext<IInvokeActivity> turnContext, JsonElement query, CancellationToken cancellationToken) =>
            Result($"item {query.GetProperty("id")}");

        protected override Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionFetchTaskAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) =>
            Said(action.MessagePayload!.Body!.Content!);

        protected override Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionSubmitActionAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) =>
            Said($"submitted {action.Data}");

        protected override Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionBotMessagePreviewSendAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) =>
            Said($"sent {action.BotActivityPreview![0].Text}");

        protected override Task<TaskModuleResponse> OnTeamsTaskModuleFetchAsync(ITurnContext<IInvokeActivity> turnContext, TaskModuleRequest taskModuleRequest, CancellationToken cancellationToken) =>
            Task.FromResult(new TaskModuleResponse { Task = new TaskModuleMessageResponse(taskModuleRequest.Context!.Theme) });

        protected override Task OnTeamsFileConsentAcceptAsync(ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken) => Task.CompletedTask;

        protected override Task OnTeamsChannelCreatedAsync(ChannelInfo? channelInfo, TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            Saw($"channelCreated {channelInfo?.Name} {teamInfo?.Id}");

        protected override Task OnTeamsChannelRenamedAsync(ChannelInfo? channelInfo, TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            Saw($"channelRenamed {channelInfo?.Name} {teamInfo?.Id}");

        protected override Task OnTeamsChannelDeletedAsync(ChannelInfo? channelInfo, TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            Saw($"channelDeleted {channelInfo?.Name} {teamInfo?.Id}");

        protected override Task OnTeamsTeamArchivedAsync(TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Saw($"teamArchived {teamInfo?.Id}");

        protected override Task OnTeamsTeamDeletedAsync(TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Saw($"teamDeleted {teamInfo?.Id}");

        private Task Saw(string what)
        {
            Seen = what;
            return Task.CompletedTask;
        }

        private static Task<MessagingExtensionResponse> Result(string text) =>
            Task.FromResult(new MessagingExtensionResponse(new MessagingExtensionResult { Type = "message", Text = text }));

        private static Task<MessagingExtensionActionResponse> Said(string text) =>
            Task.FromResult(new MessagingExtensionActionResponse { Task = new TaskModuleMessageResponse(text) });
    }
}
