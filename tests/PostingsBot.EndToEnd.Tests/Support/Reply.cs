using System.Text.Json;

namespace PostingsBot.EndToEnd.Tests.Support;

/// <summary>Reading what the bot said, whatever form it has.</summary>
internal static class Reply
{
    public const string CardType = "application/vnd.microsoft.card.adaptive";

    /// <summary>The card of a reply.</summary>
    public static JsonElement Card(JsonElement activity)
    {
        var attachment = Assert.Single(activity.GetProperty("attachments").EnumerateArray());
        Assert.Equal(CardType, attachment.GetProperty("contentType").GetString());
        return attachment.GetProperty("content");
    }

    /// <summary>Every string a person may see in a reply: its text and the texts of its card.</summary>
    public static string Words(JsonElement activity) => string.Join('\n', Strings(activity));

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => property.Value.ValueKind == JsonValueKind.String
            ? property.Name is "text" or "title" or "value" or "speak" ? [property.Value.GetString()!] : []
            : Strings(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        _ => [],
    };
}
