using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace PostingsBot.Channels.Slack.Installing;

/// <summary>Ties the answer of Slack's page to the browser that asked: a state that only this bot can make, good for ten minutes and with one cookie.</summary>
internal sealed class InstallState(IDataProtectionProvider keys, TimeProvider time)
{
    public const string Cookie = "__Host-slack-install";

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private const int LongestState = 1_000;
    private const int NonceBytes = 32;

    private readonly IDataProtector _protector = keys.CreateProtector("PostingsBot.Slack.Install");

    public (string State, string Nonce) Begin()
    {
        var nonce = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(NonceBytes));
        var until = (time.GetUtcNow() + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return (_protector.Protect($"{until}.{nonce}"), nonce);
    }

    /// <param name="state">As Slack brought it back.</param>
    /// <param name="nonce">As the browser kept it.</param>
    public bool IsGood(string? state, string? nonce)
    {
        if (state is not { Length: > 0 and <= LongestState } || nonce is not { Length: > 0 and <= LongestState } || Open(state) is not [var until, var expected])
            return false;
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(nonce))
            && time.GetUtcNow().ToUnixTimeSeconds() < long.Parse(until, CultureInfo.InvariantCulture);
    }

    private string[]? Open(string state)
    {
        try
        {
            return _protector.Unprotect(state).Split('.');
        }
        catch (Exception error) when (error is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
