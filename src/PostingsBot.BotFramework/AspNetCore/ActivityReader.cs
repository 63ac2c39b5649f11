using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PostingsBot.BotFramework.Authentication;

namespace PostingsBot.BotFramework.AspNetCore;

/// <summary>An activity read from a request, or why it is refused; never both.</summary>
internal readonly record struct ReadResult(Activity? Activity, Refusal? Refusal = null);

/// <summary>Reads the activity in a request's body: bounded, JSON, with the fields that a turn relies on.</summary>
internal static class ActivityReader
{
    /// <summary>Largest body in bytes.</summary>
    public const int LargestBody = 1024 * 1024;

    /// <param name="refuse">Decides, before anything is deserialised, whether the sender may send this.</param>
    public static async ValueTask<ReadResult> ReadAsync(HttpRequest request, Func<ActivityHead, Refusal?> refuse, CancellationToken cancellationToken)
    {
        // A web page may post other types to a bot on its reader's machine without asking; this one it may not.
        if (!request.HasJsonContentType())
            return Refused(StatusCodes.Status415UnsupportedMediaType, "The Content-Type must be application/json.");
        if (request.ContentLength > LargestBody) return TooLarge;
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > LargestBody)
            {
                reader.AdvanceTo(read.Buffer.End);
                return TooLarge;
            }
            if (read.IsCompleted)
            {
                var result = Parse(read.Buffer, refuse);
                reader.AdvanceTo(read.Buffer.End);
                return result;
            }
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static ReadResult TooLarge { get; } =
        Refused(StatusCodes.Status413PayloadTooLarge, $"The activity is larger than {LargestBody / 1024} KiB.");

    private static ReadResult Parse(ReadOnlySequence<byte> json, Func<ActivityHead, Refusal?> refuse)
    {
        Activity? activity;
        try
        {
            if (refuse(ActivityHead.Read(json)) is { } refusal) return new(null, refusal);
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = ActivityJson.MaxDepth });
            activity = JsonSerializer.Deserialize(ref reader, ActivityJson.TypeOf<Activity>());
            reader.Read();
        }
        catch (JsonException error)
        {
            return Bad($"The body is not an activity in JSON: see line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}.");
        }
        if (activity is null) return Bad("The body is null; it must be an activity.");
        if (string.IsNullOrEmpty(activity.Type)) return Bad("The activity has no type.");
        if (string.IsNullOrEmpty(activity.ChannelId)) return Bad("The activity has no channelId.");
        if (string.IsNullOrEmpty(activity.Conversation?.Id)) return Bad("The activity has no conversation.id.");
        return new(activity);
    }

    private static ReadResult Bad(string reason) => Refused(StatusCodes.Status400BadRequest, reason);

    private static ReadResult Refused(int status, string reason) => new(null, new Refusal(status, reason));
}
