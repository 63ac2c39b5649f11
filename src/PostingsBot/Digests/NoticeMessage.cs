using System.Text.Json;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Answers.Recruiting;
using PostingsBot.Storage.Digests;
using Destination = PostingsBot.Core.Digests.Destination;

namespace PostingsBot.Digests;

/// <summary>A notice in the outbox: what somebody is told unasked.</summary>
internal sealed record NoticeMessage : OutboxMessage
{
    public const string KindName = "notice";

    /// <summary>Not 1: a bot that knows only digests gives it up as unreadable instead of sending an empty digest.</summary>
    public const int CurrentVersion = 2;

    public string Kind { get; set; } = KindName;

    public int Version { get; set; } = CurrentVersion;

    public required string Text { get; init; }

    public IReadOnlyList<NoticeRow> Rows { get; set; } = [];

    /// <summary>What may be said next.</summary>
    public IReadOnlyList<string> Suggestions { get; set; } = [];

    /// <param name="occasion">What the notice is about and for which day or change: of one occasion one notice is ever put.</param>
    /// <param name="to">Where it goes.</param>
    public NewDelivery DeliveryTo(Destination to, string occasion) => new(RolePrint.Hash("notice\n" + occasion), to.Channel, to.Conversation, JsonSerializer.Serialize(this, WebJson.Default.NoticeMessage));

    /// <summary>Null for a record of another version or shape.</summary>
    public static new NoticeMessage? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, WebJson.Default.NoticeMessage) is { Version: CurrentVersion } message ? message : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
