using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PostingsBot.Channels.Slack.Web;

namespace PostingsBot.Channels.Slack.Receiving;

/// <summary>Reads payloads. The same payload always gives the same work: it is read when it comes and again when it is worked.</summary>
internal static class SlackReader
{
    private const int LongestId = 200;

    public static SlackWork Read(SlackKind kind, string payload)
    {
        JsonElement root;
        try
        {
            root = JsonElement.Parse(payload);
        }
        catch (JsonException)
        {
            return new SlackWork.Malformed("its payload is no JSON");
        }

        if (root.ValueKind is not JsonValueKind.Object)
            return new SlackWork.Malformed("its payload is no object");
        var work = kind switch
        {
            SlackKind.Event => EventReader.Read(root),
            SlackKind.Interaction => InteractionReader.Read(root),
            _ => Command(root),
        };
        return work with { Id = IdOf(kind, root, payload) };
    }

    /// <summary>Where Slack takes an answer; it is checked when it is used.</summary>
    public static Uri? Address(JsonElement payload) => Uri.TryCreate(JsonText.Of(payload, "response_url"), UriKind.Absolute, out var address) ? address : null;

    private static SlackWork Command(JsonElement fields)
    {
        if (JsonText.Of(fields, "team_id") is not { } team || JsonText.Of(fields, "channel_id") is not { } channel || JsonText.Of(fields, "user_id") is not { } user)
            return new SlackWork.Malformed("the command lacks its team, channel or user");
        var said = IncomingText.Said(JsonText.Of(fields, "text") ?? "");
        return new SlackWork.Said(new IncomingMessage(new SlackPlace(team, channel, Aside: user), user, JsonText.Of(fields, "trigger_id") ?? "")
        {
            Text = said.Length == 0 ? SlackWording.Help : said,
            ResponseUrl = Address(fields),
        });
    }

    // Slack names events; a command or a button has a trigger of its own. Without either its content stands for it.
    private static string IdOf(SlackKind kind, JsonElement root, string payload) =>
        JsonText.Of(root, kind is SlackKind.Event ? "event_id" : "trigger_id") is { Length: <= LongestId } id ? id : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(payload)));
}
