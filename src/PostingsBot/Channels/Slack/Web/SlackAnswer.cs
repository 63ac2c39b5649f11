using System.Text.Json;
using System.Text.Json.Nodes;

namespace PostingsBot.Channels.Slack.Web;

/// <summary>What came of one request.</summary>
internal abstract record SlackAnswer
{
    private SlackAnswer()
    {
    }

    /// <summary>Slack answered what was asked, perhaps with an error.</summary>
    public sealed record Reply(JsonElement Json) : SlackAnswer
    {
        /// <summary>Null when it is fine.</summary>
        public string? Error => Json.TryGetProperty("ok", out var ok) && ok.ValueKind is JsonValueKind.True ? null : JsonText.Of(Json, "error") ?? SlackErrors.Unreadable;

        /// <summary>As if Slack had refused it so.</summary>
        public static Reply Of(string error) => new(JsonText.Element(new JsonObject { ["ok"] = false, ["error"] = error }));
    }

    /// <summary>HTTP 429: it was not done.</summary>
    public sealed record Limited(TimeSpan? RetryAfter) : SlackAnswer;

    /// <summary>No answer that says whether it was done.</summary>
    /// <param name="MayHaveArrived">False when no connection came about.</param>
    public sealed record Lost(string Error, bool MayHaveArrived) : SlackAnswer;
}
