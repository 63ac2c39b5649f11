using System.Net;
using System.Text.Json;

namespace PostingsBot.BotFramework.Builder;

public partial class ActivityHandler
{
    /// <summary>Answers an invoke; null or an unknown name is answered 501 by the adapter.</summary>
    protected virtual async Task<InvokeResponse?> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        try
        {
            if (turnContext.Activity.Name != "adaptiveCard/action") throw new InvokeResponseException(HttpStatusCode.NotImplemented);
            var value = ReadAdaptiveCardInvoke(turnContext.Activity.Value);
            return CreateInvokeResponse(await OnAdaptiveCardInvokeAsync(turnContext, value, cancellationToken));
        }
        catch (InvokeResponseException refused)
        {
            return refused.CreateInvokeResponse();
        }
    }

    /// <summary>Answers a pressed Action.Execute. Its data comes from a client: check it.</summary>
    protected virtual Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    protected static InvokeResponse CreateInvokeResponse(object? body = null) => new() { Status = (int)HttpStatusCode.OK, Body = body };

    private static AdaptiveCardInvokeValue ReadAdaptiveCardInvoke(object? value)
    {
        AdaptiveCardInvokeValue? read = null;
        try
        {
            read = ActivityJson.Convert<AdaptiveCardInvokeValue>(value);
        }
        catch (JsonException)
        {
            // Answered below, as a value without an action is.
        }
        return read?.Action switch
        {
            null => throw Refuse("The invoke's value has no action object."),
            { Type: not "Action.Execute" } action => throw Refuse($"The action's type is '{action.Type}'; only Action.Execute is answered."),
            _ => read,
        };
    }

    private static InvokeResponseException Refuse(string message) => new(HttpStatusCode.BadRequest, new AdaptiveCardInvokeResponse
    {
        StatusCode = (int)HttpStatusCode.BadRequest,
        Type = "application/vnd.microsoft.error",
        Value = new Error("BadRequest", message),
    });

    /// <summary>Ends an invoke with a status and a body.</summary>
    protected class InvokeResponseException : Exception
    {
        private readonly HttpStatusCode _statusCode;
        private readonly object? _body;

        public InvokeResponseException(HttpStatusCode statusCode, object? body = null) => (_statusCode, _body) = (statusCode, body);

        public InvokeResponse CreateInvokeResponse() => new() { Status = (int)_statusCode, Body = _body };
    }
}
