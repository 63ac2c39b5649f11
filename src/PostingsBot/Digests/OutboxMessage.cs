using System.Text.Json;

namespace PostingsBot.Digests;

/// <summary>What the outbox holds: a digest or a notice. This is the one place that tells their JSON apart.</summary>
internal abstract record OutboxMessage
{
    /// <summary>Null for a record of another version or shape.</summary>
    public static OutboxMessage? Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.TryGetProperty("kind", out var kind) ? kind.ValueEquals(NoticeMessage.KindName) ? NoticeMessage.Read(json) : null : DigestMessage.Read(json);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
