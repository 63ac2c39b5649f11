using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace PostingsBot.BotFramework.AspNetCore;

/// <summary>An activity read from a request, or the status and the sentence with which it is refused.</summary>
internal readonly record struct ReadResult(Activity? Activity, int Status = 0, string Reason = "");

/// <summary>Reads the activity in a request's body: bounded, JSON, with the fields that a turn relies on.</summary>
internal static class ActivityReader
{
    /// <summary>Largest body in bytes.</summary>
    public const int LargestBody = 1024 * 1024;

    public static async ValueTask<ReadResult> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // A web page may post other types to a bot on its reader's machine without asking; this one it may not.
        if (!request.HasJsonContentType())
            return new(null, StatusCodes.Status415UnsupportedMediaType, "The Content-Type must be application/json.");
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
                var result = Parse(read.Buffer);
                reader.AdvanceTo(read.Buffer.End);
                return result;
            }
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static ReadResult TooLarge { get; } =
        new(null, StatusCodes.Status413PayloadTooLarge, $"The activity is larger than {LargestBody / 1024} KiB.");

    private static ReadResult Parse(ReadOnlySequence<byte> json)
    {
        Activity? activity;
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = ActivityJson.MaxDepth });
            activity = JsonSerializer.Deserialize<Activity>(ref reader, ActivityJson.Options);
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

    private static ReadResult Bad(string reason) => new(null, StatusCodes.Status400BadRequest, reason);
}
