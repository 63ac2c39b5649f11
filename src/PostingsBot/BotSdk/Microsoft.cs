using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PostingsBot.Channels.DirectLine;
using PostingsBot.Storage.State;
using CardVerb = PostingsBot.Cards.CardAction;
using JsonException = Newtonsoft.Json.JsonException;

namespace PostingsBot.BotSdk;

/// <summary>JSON inside activities. This file has all that differs between Microsoft's Bot Framework and ours.</summary>
internal static class ActivityValues
{
    /// <summary>As deep as the SDK reads.</summary>
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 128 };

    /// <summary>The button's data, whether it came as a message with a value, as an invoke or from a dialog; null when it is none of ours.</summary>
    public static CardVerb? Verb(object? value)
    {
        if (value is not JObject data)
            return null;
        using var json = JsonDocument.Parse(data.ToString(Formatting.None), Deep);
        return CardVerb.Parse(json.RootElement);
    }

    /// <summary>Whether a client asks by itself, because a card with "refresh" came into view.</summary>
    public static bool IsAutomatic(Activity activity) => Field(activity.Value, "trigger") is "automatic";

    /// <summary>The status with which a channel refused what was sent; null for any other failure.</summary>
    public static HttpStatusCode? RefusedWith(Exception error) => error switch
    {
        ErrorResponseException refused => refused.Response?.StatusCode,
        HttpRequestException failed => failed.StatusCode,
        _ => null,
    };

    /// <summary>An attachment's content; null when it is of another shape.</summary>
    public static T? Content<T>(object? content)
        where T : class
    {
        try
        {
            return content is JObject value ? value.ToObject<T>() : content as T;
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            return null;
        }
    }

    /// <summary>A field of what came back from a card; null when it is no text.</summary>
    public static string? Field(object? value, string name) =>
        value is JObject data && data[name] is JValue { Type: JTokenType.String } field ? (string?)field : null;

    public static string Write(ConversationReference reference) => JsonConvert.SerializeObject(reference, Formatting.None, HttpHelper.BotMessageSerializerSettings);

    /// <summary>Null when it is none.</summary>
    public static ConversationReference? ReadReference(string json)
    {
        try
        {
            return JsonConvert.DeserializeObject<ConversationReference>(json, HttpHelper.BotMessageSerializerSettings) is { ServiceUrl.Length: > 0, Conversation.Id.Length: > 0 } reference ? reference : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>JSON of another shape: stored state, or what a client sent.</summary>
    public static bool IsUnreadable(Exception error) => error is JsonException or ArgumentException or InvalidCastException;

    /// <summary>Whether a handler failed over an invoke's value: the SDK's fall over one that is missing or has fields of other types.</summary>
    public static bool IsMalformed(Activity invoke, Exception error) => error is JsonException || (error is NullReferenceException && invoke.Value is null);

    /// <summary>The SDK serializes no other JSON than Newtonsoft's.</summary>
    public static object CardContent(JsonObject card) => Parse(card.ToJsonString());

    /// <summary>What <see cref="CardContent"/> made of a card; null when it is none.</summary>
    public static JsonObject? Card(object? content) => content is JObject card ? JsonNode.Parse(card.ToString(Formatting.None)) as JsonObject : null;

    /// <summary>A button's data as an activity carries it.</summary>
    public static object Data(JsonElement data) => Parse(data.GetRawText());

    /// <summary>A suggested action that says its own title.</summary>
    public static CardAction SayButton(string say) => new() { Type = ActionTypes.ImBack, Title = say, Value = say };

    /// <summary>An object whose texts stay texts, dates too.</summary>
    /// <exception cref="JsonException">The text is no JSON object.</exception>
    internal static JObject Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }
}

/// <summary>Activities as JSON, for channels of our own.</summary>
internal static class ActivityText
{
    public static byte[] Write(Activity activity) =>
        Encoding.UTF8.GetBytes(JsonConvert.SerializeObject(activity, Formatting.None, HttpHelper.BotMessageSerializerSettings));

    /// <summary>Null for the JSON null, and with where the fault is when it is no activity in JSON.</summary>
    public static Activity? Read(ReadOnlySpan<byte> json, out string? fault)
    {
        fault = null;
        try
        {
            return JsonConvert.DeserializeObject<Activity>(Encoding.UTF8.GetString(json), HttpHelper.BotMessageSerializerSettings);
        }
        catch (JsonException error)
        {
            fault = error switch
            {
                JsonReaderException { LineNumber: > 0 } at => $"line {at.LineNumber}, position {at.LinePosition}",
                JsonSerializationException { LineNumber: > 0 } at => $"line {at.LineNumber}, position {at.LinePosition}",
                _ => "it has the wrong form",
            };
            return null;
        }
    }
}

/// <summary>One turn at a time in a conversation, and what a channel delivers again is answered once: the SDK's adapters do neither.</summary>
internal sealed class BotTurns(bool canRepeat) : IMiddleware
{
    private readonly ConversationTurns turns = new();
    private readonly DeliveredActivities delivered = new();

    public static void KeepInOrder(BotAdapter adapter) => adapter.Use(new BotTurns(adapter is CloudAdapter));

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        if (canRepeat && !delivered.IsFirst(activity))
            return;
        using var turn = turns.Enter(activity.ChannelId, activity.Conversation?.Id);
        await turn.WaitAsync(cancellationToken);
        await next(cancellationToken);
    }
}

/// <summary>The check of callers, and the bot's own tokens. What the SDK accepts is narrowed: without an app id to this machine, in production to tokens of channels.</summary>
internal sealed class BotAuthentication(IConfiguration configuration, ILogger? logger, bool isDevelopment)
    : ConfigurationBotFrameworkAuthentication(configuration, logger: logger)
{
    private const int LargestBody = 1024 * 1024;

    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 128 };

    private static readonly string?[] ChannelIssuers = [AuthenticationConstants.ToBotFromChannelTokenIssuer, GovernmentAuthenticationConstants.ToBotFromChannelTokenIssuer];

    private static readonly DirectLineError NoToken = new(StatusCodes.Status401Unauthorized, "Unauthorized", "The request has no Authorization header with a Bearer token.");

    private readonly bool hasApp = HasApp(configuration);

    /// <summary>One activity of a channel. The SDK does not look at where a call without a token comes from, and reads it before it refuses it.</summary>
    public static async Task ProcessAsync(HttpContext http, IBotFrameworkHttpAdapter adapter, IBot bot)
    {
        var needsToken = HasApp(http.RequestServices.GetRequiredService<IConfiguration>());
        if (!needsToken && !IsLocal(http))
            await DirectLineHttp.FailAsync(http, DirectLineErrors.NotLocal);
        else if (needsToken && !http.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            await DirectLineHttp.FailAsync(http, NoToken);
        else if (!http.Request.HasJsonContentType())
            await DirectLineHttp.FailAsync(http, DirectLineErrors.NotJson);
        else
        {
            if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
                size.MaxRequestBodySize = LargestBody;
            if (await FaultOfAsync(http) is { } fault)
                await DirectLineHttp.FailAsync(http, new DirectLineError(StatusCodes.Status400BadRequest, "BadSyntax", fault));
            else
                await adapter.ProcessAsync(http.Request, http.Response, bot, http.RequestAborted);
        }
    }

    /// <summary>What a turn relies on and the SDK does not ask for, as a sentence; null when it is there.</summary>
    private static async Task<string?> FaultOfAsync(HttpContext http)
    {
        http.Request.EnableBuffering(LargestBody);
        try
        {
            using var json = await JsonDocument.ParseAsync(http.Request.Body, Deep, http.RequestAborted);
            static string? TextOf(JsonElement of, string name) => of.ValueKind is JsonValueKind.Object && of.TryGetProperty(name, out var field) && field.ValueKind is JsonValueKind.String ? field.GetString() : null;
            var activity = json.RootElement;
            if (activity.ValueKind is not JsonValueKind.Object)
                return "The body is no JSON object; it must be an activity.";
            if (string.IsNullOrEmpty(TextOf(activity, "type")))
                return "The activity has no type.";
            if (string.IsNullOrEmpty(TextOf(activity, "channelId")))
                return "The activity has no channelId.";
            return !activity.TryGetProperty("conversation", out var conversation) || string.IsNullOrEmpty(TextOf(conversation, "id")) ? "The activity has no conversation.id." : null;
        }
        catch (System.Text.Json.JsonException error)
        {
            return $"The body is not an activity in JSON: see line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}.";
        }
        finally
        {
            http.Request.Body.Position = 0;
        }
    }

    /// <param name="isDevelopment">Whether the emulator's tokens are accepted beside the channels'.</param>
    /// <exception cref="InvalidOperationException">A configuration key is missing or wrong; the message names it.</exception>
    public static BotFrameworkAuthentication From(IConfiguration configuration, ILogger? logger, bool isDevelopment)
    {
        if (HasApp(configuration) == string.IsNullOrWhiteSpace(configuration["MicrosoftAppPassword"]) && configuration["MicrosoftAppType"] is not "UserAssignedMSI")
            throw new InvalidOperationException(HasApp(configuration) ? "MicrosoftAppId is set, but MicrosoftAppPassword is missing." : "MicrosoftAppPassword is set, but MicrosoftAppId is missing.");
        try
        {
            return new BotAuthentication(configuration, logger, isDevelopment);
        }
        catch (ArgumentException error)
        {
            throw new InvalidOperationException(error.Message, error);
        }
    }

    /// <exception cref="UnauthorizedAccessException">The adapter answers 401.</exception>
    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        if (!hasApp && !string.IsNullOrEmpty(activity.ServiceUrl) && !(Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var uri) && uri.IsLoopback))
            throw new UnauthorizedAccessException("Without MicrosoftAppId replies go only to this machine; the serviceUrl is elsewhere.");
        var caller = await base.AuthenticateRequestAsync(activity, authHeader, cancellationToken);
        if (hasApp && !isDevelopment && !ChannelIssuers.Contains(caller.ClaimsIdentity.FindFirst("iss")?.Value))
            throw new UnauthorizedAccessException("The token is not a channel's; the emulator's are accepted in development only.");
        return caller;
    }

    // A tunnel or proxy calls from this machine on behalf of anybody.
    private static bool IsLocal(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)
        && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("Forwarded");

    private static bool HasApp(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration["MicrosoftAppId"]);
}

/// <summary>Bot Framework's state on our document store. The SDK has no place for an ETag but the item's own JSON, and leaves it there between read and write.</summary>
internal sealed class BotStorage(IDocumentStore store) : IStorage
{
    private const string ETag = "eTag";

    public async Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        var found = new Dictionary<string, object>();
        foreach (var (key, item) in await store.ReadAsync(keys, cancellationToken))
        {
            var value = ActivityValues.Parse(item.Json);
            value[ETag] = item.ETag;
            found[key] = value;
        }

        return found;
    }

    public async Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        var written = await store.WriteAsync(changes.ToDictionary(change => change.Key, change => Changed(change.Value)), cancellationToken);
        if (written is WriteResult.Conflict conflict)
            throw new ETagConflictException(conflict.Key);
        foreach (var (key, tag) in ((WriteResult.Written)written).ETags)
        {
            if (changes[key] is IDictionary<string, object> item)
                item[ETag] = tag;
        }
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default) => store.DeleteAsync(keys, cancellationToken);

    private static StateChange Changed(object value)
    {
        var item = JObject.FromObject(value);
        var expected = (string?)item[ETag];
        item.Remove(ETag);
        return new StateChange(item.ToString(Formatting.None), expected);
    }
}

/// <summary>The item was changed by somebody else since it was read.</summary>
internal sealed class ETagConflictException(string key) : InvalidOperationException($"ETag conflict: '{key}' was changed by somebody else since it was read.");
