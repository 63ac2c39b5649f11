using System.Text;
using System.Text.Json.Nodes;
using PostingsBot.BotSdk;

namespace PostingsBot.Tests.Support;

/// <summary>JSON in activities, of whichever type the Bot Framework in use gives it.</summary>
internal static class SdkJson
{
    /// <summary>What an activity's value is that came over the wire.</summary>
    public static object? Value(string json) => Activity($$"""{"value":{{json}}}""").Value;

    public static Activity Activity(string json) => ActivityText.Read(Encoding.UTF8.GetBytes(json), out _)!;

    /// <summary>The activity as it arrives over the wire.</summary>
    public static Activity Arrived(Activity activity) => ActivityText.Read(ActivityText.Write(activity), out _)!;

    /// <summary>A card that the bot sends.</summary>
    public static JsonObject Card(object? content) => Assert.IsType<JsonObject>(JsonNode.Parse(content!.ToString()!));
}
