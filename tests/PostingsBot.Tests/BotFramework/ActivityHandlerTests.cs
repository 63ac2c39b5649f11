using System.Text.Json;

namespace PostingsBot.Tests.BotFramework;

public class ActivityHandlerTests
{
    [Theory]
    [InlineData("""{"type":"message"}""", "message")]
    [InlineData("""{"type":"messageUpdate"}""", "messageUpdate")]
    [InlineData("""{"type":"messageUpdate","channelData":{"eventType":"editMessage"}}""", "edit")]
    [InlineData("""{"type":"messageUpdate","channelData":{"eventType":"undeleteMessage"}}""", "undelete")]
    [InlineData("""{"type":"messageDelete","channelData":{"eventType":"softDeleteMessage"}}""", "softDelete")]
    [InlineData("""{"type":"messageDelete","channelData":[1]}""", "messageDelete")]
    [InlineData("""{"type":"typing"}""", "typing")]
    [InlineData("""{"type":"event","name":"x"}""", "event")]
    [InlineData("""{"type":"endOfConversation"}""", "end")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"bot"},{"id":"u"}]}""", "added bot,u")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"bot"}]}""", "")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[],"membersRemoved":[{"id":"u"}]}""", "removed u")]
    [InlineData("""{"type":"conversationUpdate"}""", "")]
    [InlineData("""{"type":"messageReaction","reactionsAdded":[{"type":"like"}],"reactionsRemoved":[{"type":"sad"}]}""", "+like -sad")]
    [InlineData("""{"type":"installationUpdate","action":"add"}""", "installed")]
    [InlineData("""{"type":"installationUpdate","action":"add-upgrade"}""", "installed")]
    [InlineData("""{"type":"installationUpdate","action":"remove"}""", "uninstalled")]
    [InlineData("""{"type":"installationUpdate","action":"other"}""", "")]
    [InlineData("""{"type":"handoff"}""", "unrecognized")]
    public async Task OnTurn_ByType_CallsItsHook(string json, string expected)
    {
        var activity = ActivityJson.Deserialize<Activity>(json)!;
        activity.ChannelId = "msteams";
        var bot = new Recorder();

        await new TestAdapter().ProcessActivityAsync(activity, bot.OnTurnAsync);

        Assert.Equal(expected, string.Join(' ', bot.Seen));
    }

    [Theory]
    [InlineData("adaptiveCard/action", """{"action":{"type":"Action.Execute","verb":"detail","data":{"id":3}}}""", 200, "detail 3")]
    [InlineData("adaptiveCard/action", """{"action":{"type":"Action.Submit","verb":"detail"}}""", 400, "Action.Submit")]
    [InlineData("adaptiveCard/action", """{"other":1}""", 400, "no action")]
    [InlineData("adaptiveCard/action", """[1]""", 400, "no action")]
    [InlineData("adaptiveCard/action", """{"action":"x"}""", 400, "no action")]
    [InlineData("adaptiveCard/action", "null", 400, "no action")]
    [InlineData("tab/fetch", "{}", 501, "")]
    [InlineData(null, "{}", 200, "card action")]
    public async Task OnTurn_Invoke_AnswersWithStatusAndBody(string? name, string value, int status, string body)
    {
        var adapter = new TestAdapter("msteams");
        var invoke = new Activity(ActivityTypes.Invoke) { Name = name, Value = JsonDocument.Parse(value).RootElement };

        await adapter.ProcessActivityAsync(invoke, new Recorder().OnTurnAsync);

        var response = Assert.IsType<InvokeResponse>(Assert.Single(adapter.ActiveQueue).Value);
        Assert.Equal(status, response.Status);
        Assert.Contains(body, ActivityJson.Serialize(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnTurn_InvokeThatNobodyOverrides_Is501()
    {
        var adapter = new TestAdapter();
        var value = JsonDocument.Parse("""{"action":{"type":"Action.Execute"}}""").RootElement;

        await adapter.ProcessActivityAsync(new Activity(ActivityTypes.Invoke) { Name = "adaptiveCard/action", Value = value }, new ActivityHandler().OnTurnAsync);

        Assert.Equal(501, Assert.IsType<InvokeResponse>(Assert.Single(adapter.ActiveQueue).Value).Status);
    }

    private sealed class Recorder : TeamsActivityHandler
    {
        public List<string> Seen { get; } = [];

        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) => Saw("message");

        protected override Task OnMessageUpdateActivityAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            turnContext.Activity.ChannelData is null ? Saw("messageUpdate") : base.OnMessageUpdateActivityAsync(turnContext, cancellationToken);

        protected override Task OnMessageDeleteActivityAsync(ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) =>
            turnContext.Activity.TryGetChannelData<JsonElement>(out var data) && data.ValueKind == JsonValueKind.Object
                ? base.OnMessageDeleteActivityAsync(turnContext, cancellationToken) : Saw("messageDelete");

        protected override Task OnTeamsMessageEditAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Saw("edit");

        protected override Task OnTeamsMessageUndeleteAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Saw("undelete");

        protected override Task OnTeamsMessageSoftDeleteAsync(ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) => Saw("softDelete");

        protected override Task OnTypingActivityAsync(ITurnContext<ITypingActivity> turnContext, CancellationToken cancellationToken) => Saw("typing");

        protected override Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Saw("event");

        protected override Task OnEndOfConversationActivityAsync(ITurnContext<IEndOfConversationActivity> turnContext, CancellationToken cancellationToken) => Saw("end");

        protected override Task OnMembersAddedAsync(IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            Saw("added " + string.Join(',', membersAdded.Select(member => member.Id)));

        protected override Task OnMembersRemovedAsync(IList<ChannelAccount> membersRemoved, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            Saw("removed " + string.Join(',', membersRemoved.Select(member => member.Id)));

        protected override Task OnReactionsAddedAsync(IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) => Saw("+" + messageReactions[0].Type);

        protected override Task OnReactionsRemovedAsync(IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) => Saw("-" + messageReactions[0].Type);

        protected override Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Saw("installed");

        protected override Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Saw("uninstalled");

        protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Saw("unrecognized");

        protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
            Task.FromResult(new AdaptiveCardInvokeResponse
            {
                StatusCode = 200,
                Type = "application/vnd.microsoft.activity.message",
                Value = $"{invokeValue.Action!.Verb} {((JsonElement)invokeValue.Action.Data!).GetProperty("id")}",
            });

        protected override Task<InvokeResponse> OnTeamsCardActionInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
            Task.FromResult(CreateInvokeResponse("card action"));

        private Task Saw(string what)
        {
            Seen.Add(what);
            return Task.CompletedTask;
        }
    }
}
