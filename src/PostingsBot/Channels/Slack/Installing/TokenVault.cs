using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace PostingsBot.Channels.Slack.Installing;

/// <summary>Encrypts tokens with the keys of a folder. What was encrypted for one workspace opens for no other.</summary>
internal sealed class TokenVault(IDataProtectionProvider keys)
{
    private const string Purpose = "PostingsBot.Slack.Tokens";

    /// <summary>The keys in the folder, made there when there are none. They change every ninety days; older ones are kept to read.</summary>
    public static IDataProtectionProvider KeysIn(string folder)
    {
        var made = OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder)
            : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return DataProtectionProvider.Create(made, builder => builder.SetApplicationName("PostingsBot"));
    }

    public string Close(string team, SlackTokens tokens) => keys.CreateProtector(Purpose, team).Protect(JsonSerializer.Serialize(tokens, PlainJson.Default.SlackTokens));

    /// <summary>Null when the key is not there, or the text is damaged.</summary>
    public SlackTokens? TryOpen(string team, string closed)
    {
        try
        {
            return JsonSerializer.Deserialize(keys.CreateProtector(Purpose, team).Unprotect(closed), PlainJson.Default.SlackTokens) is { Access.Length: > 0 } tokens ? tokens : null;
        }
        catch (Exception error) when (error is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }
}
