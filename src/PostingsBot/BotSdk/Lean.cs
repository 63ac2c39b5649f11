using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using PostingsBot.Storage.State;
using CardVerb = PostingsBot.Cards.CardAction;

namespace PostingsBot.BotSdk;

/// <summary>JSON inside activities. This file has all that differs between our Bot Framework and Microsoft's.</summary>
internal static class ActivityValues
{
    /// <summary>The button's data, whether it came as a message with a value, as an invoke or from a dialog; null when it is none of ours.</summary>
    public static CardVerb? Verb(object? value) => value is JsonElement data ? CardVerb.Parse(data) : null;

    /// <summary>Whether a client asks by itself, because a card with "refresh" came into view.</summary>
    public static bool IsAutomatic(Activity activity) =>
        activity.Value is JsonElement { ValueKind: JsonValueKind.Object } value && value.TryGetProperty("trigger", out var trigger) && trigger.ValueKind is JsonValueKind.String && trigger.ValueEquals("automatic");

    /// <summary>The status with which a channel refused what was sent; null for any other failure.</summary>
    public static HttpStatusCode? RefusedWith(Exception error) => error switch
    {
        ErrorResponseException refused => refused.StatusCode,
        HttpRequestException failed => failed.StatusCode,
        _ => null,
    };

    /// <summary>An attachment's content; null when it is of another shape.</summary>
    public static T? Content<T>(object? content)
        where T : class
    {
        try
        {
            return content is JsonElement { ValueKind: JsonValueKind.Object } value ? ActivityJson.Convert<T>(value) : content as T;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A field of what came back from a card; null when it is no text.</summary>
    public static string? Field(object? value, string name) =>
        value is JsonElement { ValueKind: JsonValueKind.Object } data && data.TryGetProperty(name, out var field) && field.ValueKind is JsonValueKind.String ? field.GetString() : null;

    public static string Write(ConversationReference reference) => ActivityJson.Serialize(reference);

    /// <summary>Null when it is none.</summary>
    public static ConversationReference? ReadReference(string json)
    {
        try
        {
            return ActivityJson.Deserialize<ConversationReference>(json) is { ServiceUrl.Length: > 0, Conversation.Id.Length: > 0 } reference ? reference : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>JSON of another shape: stored state, or what a client sent.</summary>
    public static bool IsUnreadable(Exception error) => error is JsonException;

    /// <summary>Whether a handler failed over an invoke's value.</summary>
    public static bool IsMalformed(Activity invoke, Exception error) => error is JsonException && invoke.Value is not null;

    public static object CardContent(JsonObject card) => card;

    /// <summary>What <see cref="CardContent"/> made of a card; null when it is none.</summary>
    public static JsonObject? Card(object? content) => content as JsonObject;

    /// <summary>A button's data as an activity carries it.</summary>
    public static object Data(JsonElement data) => data.Clone();

    /// <summary>A suggested action that says its own title.</summary>
    public static CardAction SayButton(string say) => new() { Type = ActionTypes.ImBack, Title = say, Value = say };
}

/// <summary>Activities as JSON, for channels of our own.</summary>
internal static class ActivityText
{
    public static byte[] Write(Activity activity) => ActivityJson.SerializeToUtf8Bytes(activity);

    /// <summary>Null for the JSON null, and with where the fault is when it is no activity in JSON.</summary>
    public static Activity? Read(ReadOnlySpan<byte> json, out string? fault)
    {
        fault = null;
        try
        {
            return ActivityJson.Deserialize<Activity>(json);
        }
        catch (JsonException error)
        {
            fault = error.LineNumber is { } line ? $"line {line + 1}, position {error.BytePositionInLine + 1}" : "it has the wrong form";
            return null;
        }
    }
}

/// <summary>What our adapters do by themselves: one turn at a time in a conversation, and what is delivered again is answered once.</summary>
internal static class BotTurns
{
    public static void KeepInOrder(BotAdapter adapter) => _ = adapter;
}

/// <summary>The check of callers, and the bot's own tokens.</summary>
internal static class BotAuthentication
{
    /// <summary>One activity of a channel. The adapter refuses whom it does not know.</summary>
    public static Task ProcessAsync(HttpContext http, IBotFrameworkHttpAdapter adapter, IBot bot) => adapter.ProcessAsync(http.Request, http.Response, bot, http.RequestAborted);

    /// <param name="isDevelopment">Whether the emulator's tokens and service URLs on this machine are accepted beside the channels'.</param>
    /// <exception cref="InvalidOperationException">A configuration key is missing or wrong; the message names it.</exception>
    public static BotFrameworkAuthentication From(IConfiguration configuration, ILogger? logger, bool isDevelopment) =>
        // The library's own HTTP clients follow no redirects and log no addresses of conversations.
        new ConfigurationBotFrameworkAuthentication(configuration, httpClientFactory: null, logger, isDevelopment);
}

/// <summary>Bot Framework's state on our document store. A conflict throws, as the storage contract asks.</summary>
internal sealed class BotStorage(IDocumentStore store) : IStorage
{
    public async Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default) =>
        (await store.ReadAsync(keys, cancellationToken)).ToDictionary(item => item.Key, item => (object)new StoredJson(item.Value.Json, item.Value.ETag));

    public async Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        var items = changes.ToDictionary(change => change.Key, change => StoredJson.From(change.Value));
        var written = await store.WriteAsync(items.ToDictionary(i => i.Key, i => new StateChange(i.Value.Json, i.Value.ETag)), cancellationToken);
        if (written is WriteResult.Conflict conflict)
            throw new ETagConflictException(conflict.Key);
        foreach (var (key, tag) in ((WriteResult.Written)written).ETags)
        {
            if (changes[key] is IStoreItem item)
                item.ETag = tag;
        }
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default) => store.DeleteAsync(keys, cancellationToken);
}
