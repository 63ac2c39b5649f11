using System.Text.Json;
using PostingsBot.Core.Digests;

namespace PostingsBot.Digests;

/// <summary>A digest in the outbox: what it says, and which roles are looked up when it is sent.</summary>
internal sealed record DigestMessage : OutboxMessage
{
    public const int CurrentVersion = 1;

    public int Version { get; set; } = CurrentVersion;

    public string Text { get; set; } = "";

    /// <summary>The roles of the first page.</summary>
    public IReadOnlyList<DigestRow> Roles { get; set; } = [];

    /// <summary>How many there are in all.</summary>
    public int Total { get; init; }

    /// <summary>The ids of the subscriptions that it is for.</summary>
    public IReadOnlyList<string> Alerts { get; set; } = [];

    /// <summary>What may be said next.</summary>
    public IReadOnlyList<string> Suggestions { get; set; } = [];

    public string Write() => JsonSerializer.Serialize(this, WebJson.Default.DigestMessage);

    /// <summary>Null for a record of another version or shape.</summary>
    public static new DigestMessage? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, WebJson.Default.DigestMessage) is { Version: CurrentVersion } message ? message : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A role of a digest.</summary>
/// <param name="Id">The role's id.</param>
/// <param name="Kind">Why it is in the digest.</param>
/// <param name="Changed">The names of the fields that changed.</param>
internal sealed record DigestRow(string Id, NewsKind Kind, IReadOnlyList<string> Changed);
