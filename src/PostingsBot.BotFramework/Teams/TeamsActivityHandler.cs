using System.Text.Json;

namespace PostingsBot.BotFramework.Teams;

/// <summary>An <see cref="ActivityHandler"/> that also tells Teams' own activities apart.</summary>
public class TeamsActivityHandler : ActivityHandler
{
    protected override Task<InvokeResponse?> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        turnContext.Activity is { Name: null, ChannelId: "msteams" }
            ? Answer(() => OnTeamsCardActionInvokeAsync(turnContext, cancellationToken))
            : base.OnInvokeActivityAsync(turnContext, cancellationToken);

    /// <summary>A pressed CardAction of type invoke, which Teams sends without a name.</summary>
    protected virtual Task<InvokeResponse> OnTeamsCardActionInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(System.Net.HttpStatusCode.NotImplemented);

    protected override Task OnMessageUpdateActivityAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => EventType(turnContext) switch
    {
        "editMessage" => OnTeamsMessageEditAsync(turnContext, cancellationToken),
        "undeleteMessage" => OnTeamsMessageUndeleteAsync(turnContext, cancellationToken),
        _ => base.OnMessageUpdateActivityAsync(turnContext, cancellationToken),
    };

    protected override Task OnMessageDeleteActivityAsync(ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) =>
        EventType(turnContext) == "softDeleteMessage"
            ? OnTeamsMessageSoftDeleteAsync(turnContext, cancellationToken)
            : base.OnMessageDeleteActivityAsync(turnContext, cancellationToken);

    protected virtual Task OnTeamsMessageEditAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsMessageUndeleteAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsMessageSoftDeleteAsync(ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task<InvokeResponse?> Answer(Func<Task<InvokeResponse>> handler)
    {
        try
        {
            return await handler();
        }
        catch (InvokeResponseException refused)
        {
            return refused.CreateInvokeResponse();
        }
    }

    private static string? EventType(ITurnContext turnContext) =>
        turnContext.Activity.ChannelId == "msteams"
        && turnContext.Activity.TryGetChannelData<JsonElement>(out var data)
        && data.ValueKind == JsonValueKind.Object
        && data.TryGetProperty("eventType", out var type) && type.ValueKind == JsonValueKind.String
            ? type.GetString() : null;
}
