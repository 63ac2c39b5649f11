using System.Text.Json;

namespace PostingsBot.Channels.Slack.Installing;

/// <summary>A workspace as it is stored.</summary>
/// <param name="Tokens">Encrypted, see <see cref="TokenVault"/>.</param>
internal sealed record WorkspaceRecord(string Name, string BotUser, string Tokens)
{
    private const string Prefix = "slack/workspaces/";

    public static string KeyOf(string team) => Prefix + team;

    public string Write() => JsonSerializer.Serialize(this, PlainJson.Default.WorkspaceRecord);

    /// <summary>Null when it is none.</summary>
    public static WorkspaceRecord? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, PlainJson.Default.WorkspaceRecord) is { BotUser.Length: > 0, Tokens.Length: > 0 } record ? record : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
