using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using PostingsBot.Channels.Slack.Working;
using PostingsBot.Storage.Inbox;

namespace PostingsBot.Channels.Slack.Receiving;

/// <summary>
/// Takes payloads from HTTP and from Socket Mode. What must be answered in the response, or needs a trigger that lives three seconds, is done at once; all else
/// is on disk before it is acknowledged, and worked afterwards.
/// </summary>
internal sealed class SlackDoor(InboxWriter inbox, SlackAtOnce atOnce, ILogger<SlackDoor> logger)
{
    private const int MostTypes = 100;
    private const int LongestType = 60;

    private readonly ConcurrentDictionary<string, byte> unknown = new(StringComparer.Ordinal);

    /// <exception cref="Storage.StorageException">It could not be kept: Slack has to send it again.</exception>
    public async Task<SlackAck> AcceptAsync(SlackKind kind, string payload, CancellationToken ct)
    {
        var work = SlackReader.Read(kind, payload);
        switch (work)
        {
            case SlackWork.Malformed malformed:
                return SlackAck.Refuse(malformed.Reason);
            case SlackWork.Challenge challenge:
                return new SlackAck(new JsonObject { ["challenge"] = challenge.Text });
            case SlackWork.RateLimited limited:
                HostLog.SlackHeldBack(logger, limited.Team);
                return SlackAck.Empty;
            case SlackWork.Unknown other:
                LogOnce(other.Type);
                return SlackAck.Empty;
            case SlackWork.PressedAtHome pressed:
                // The answer needs a modal to stand in, and that is opened while its trigger lives.
                if (await atOnce.OpenForAnswerAsync(pressed, ct) is { } modal)
                    await KeepAsync(kind, InModal(payload, modal));
                return SlackAck.Empty;
        }

        if (work.Order is null)
            return await atOnce.AnswerAsync(work, ct);
        await inbox.KeepAsync(new Envelope(work.Id, work.Order, kind.ToString(), payload));
        return SlackAck.Empty;
    }

    private Task KeepAsync(SlackKind kind, string payload) =>
        SlackReader.Read(kind, payload) is { Order: { } order } work ? inbox.KeepAsync(new Envelope(work.Id, order, kind.ToString(), payload)) : Task.CompletedTask;

    /// <summary>As if the button had been pressed in the modal.</summary>
    private static string InModal(string payload, string view)
    {
        var moved = JsonNode.Parse(payload)!.AsObject();
        moved["view"] = new JsonObject { ["id"] = view, ["type"] = "modal" };
        return moved.ToJsonString();
    }

    private void LogOnce(string type)
    {
        if (type.Length <= LongestType && unknown.Count < MostTypes && unknown.TryAdd(type, 0))
            HostLog.SlackUnknown(logger, type);
    }
}

/// <summary>What Slack is answered.</summary>
/// <param name="Body">The response's body; null for none.</param>
internal sealed record SlackAck(JsonObject? Body)
{
    public static SlackAck Empty { get; } = new((JsonObject?)null);

    /// <summary>Why the request is a bad one; null when it is taken.</summary>
    public string? Refused { get; private init; }

    public static SlackAck Refuse(string reason) => Empty with { Refused = reason };
}
