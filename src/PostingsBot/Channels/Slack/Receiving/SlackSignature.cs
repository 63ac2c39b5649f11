using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PostingsBot.Channels.Slack.Receiving;

/// <summary>Slack's proof of origin, version 0: an HMAC-SHA256 over the time and the bytes of the body.</summary>
internal sealed class SlackSignature(string secret, TimeProvider time)
{
    public const string SignatureHeader = "X-Slack-Signature";
    public const string TimestampHeader = "X-Slack-Request-Timestamp";

    private const string Version = "v0";
    private const int LongestTimestamp = 15;

    /// <summary>A request that is older, or as far in the future, may be somebody's copy.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly byte[] key = Encoding.UTF8.GetBytes(secret);

    /// <summary>What is wrong with the headers alone; null when the body has to be looked at.</summary>
    public string? Refusal(string signature, string timestamp)
    {
        if (signature.Length == 0 || timestamp.Length == 0)
            return "it is not signed";
        if (timestamp.Length > LongestTimestamp || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return "its time cannot be read";
        if (Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - seconds) > Window.TotalSeconds)
            return "its time is more than five minutes from now";
        return signature.StartsWith(Version + "=", StringComparison.Ordinal) ? null : "its signature has another version";
    }

    /// <summary>Whether the body is signed so.</summary>
    public bool IsOf(string signature, string timestamp, ReadOnlySpan<byte> body) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(timestamp, body)), Encoding.UTF8.GetBytes(signature));

    public string Sign(string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.UTF8.GetBytes($"{Version}:{timestamp}:"));
        hash.AppendData(body);
        return $"{Version}={Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }
}
