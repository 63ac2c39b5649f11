using System.Text.Json.Serialization;

namespace PostingsBot.Channels.DirectLine;

/// <summary>Who may do what until when. Web Chat reads the claim "user" by itself.</summary>
/// <param name="Use">"chat", or "stream" for the short-lived ticket inside a stream's address.</param>
/// <param name="Expires">Seconds since 1970, UTC.</param>
internal sealed record DirectLineToken(
    [property: JsonPropertyName("conv")] string Conversation,
    [property: JsonPropertyName("user")] string User,
    [property: JsonPropertyName("use")] string Use,
    [property: JsonPropertyName("exp")] long Expires)
{
    public const string Chat = "chat";
    public const string Stream = "stream";

    /// <summary>What a host site calls the user whom it signed in; the page shows it.</summary>
    [JsonPropertyName("name"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    /// <summary>The only origins of pages that may use the token; null for any that is let in.</summary>
    [JsonPropertyName("origins"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Origins { get; init; }

    /// <summary>When the sign-in ends, however often the token is renewed; seconds since 1970, UTC.</summary>
    [JsonPropertyName("until"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Until { get; init; }

    /// <summary>A host site that knows the secret says who the user is. The key that signs says so, and no claim.</summary>
    [JsonIgnore]
    public bool IsSignedIn { get; init; }
}
