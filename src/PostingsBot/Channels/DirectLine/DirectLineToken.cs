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
}
