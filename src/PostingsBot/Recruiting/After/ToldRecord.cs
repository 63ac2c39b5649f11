using System.Text.Json;
using PostingsBot.Storage.Digests;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Recruiting.After;

/// <summary>What somebody was told unasked, so that they are told it once.</summary>
internal sealed record ToldRecord
{
    public const int CurrentVersion = 1;

    public int Version { get; set; } = CurrentVersion;

    /// <summary>Each with the day (ISO 8601) from which it can be forgotten.</summary>
    public IReadOnlyDictionary<string, string> Told { get; set; } = new Dictionary<string, string>();

    /// <summary>Noted as told, and perhaps not in the outbox yet; null when nothing is under way.</summary>
    public PendingNotice? Pending { get; init; }

    public string Write() => JsonSerializer.Serialize(this, WebJson.Default.ToldRecord);

    /// <summary>A record of another version counts as none.</summary>
    public static ToldRecord Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, WebJson.Default.ToldRecord) is { Version: CurrentVersion } record ? record : new ToldRecord();
        }
        catch (JsonException)
        {
            return new ToldRecord();
        }
    }
}

/// <param name="Delivery">The notice.</param>
/// <param name="Questions">What it tells of unanswered questions: counted anew from then on.</param>
internal sealed record PendingNotice(NewDelivery Delivery, IReadOnlyList<UnansweredTopic> Questions);
