using System.Text.Json;
using System.Text.Json.Serialization;

namespace PostingsBot.BotFramework.Schema;

/// <summary>Value of the invoke "adaptiveCard/action".</summary>
public class AdaptiveCardInvokeValue
{
    public AdaptiveCardInvokeAction? Action { get; set; }
    public object? Authentication { get; set; }
    public string? State { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>The Action.Execute that was pressed; <see cref="Data"/> holds the action's data with the card's inputs.</summary>
public class AdaptiveCardInvokeAction
{
    public string? Type { get; set; }
    public string? Id { get; set; }
    public string? Verb { get; set; }
    public object? Data { get; set; }
}

/// <summary>
/// Answer to the invoke "adaptiveCard/action". It travels with HTTP 200; the outcome is <see cref="StatusCode"/>.
/// <see cref="Type"/> says what <see cref="Value"/> is: application/vnd.microsoft.card.adaptive (the card that replaces
/// the viewer's), application/vnd.microsoft.activity.message (a short text) or application/vnd.microsoft.error.
/// </summary>
public class AdaptiveCardInvokeResponse
{
    public int StatusCode { get; set; }
    public string? Type { get; set; }
    public object? Value { get; set; }
}

/// <summary>Code and sentence of an error on the wire.</summary>
public class Error
{
    public Error() { }

    public Error(string? code = null, string? message = null)
    {
        Code = code;
        Message = message;
    }

    public string? Code { get; set; }
    public string? Message { get; set; }
}

/// <summary>Body of a refused request: {"error":{"code","message"}}.</summary>
public class ErrorResponse
{
    public ErrorResponse() { }

    public ErrorResponse(Error? error = null) => Error = error;

    public Error? Error { get; set; }
}
