using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PostingsBot.Channels.DirectLine;

/// <summary>
/// Issues and checks tokens: JSON Web Tokens signed with HMAC-SHA256, because Web Chat reads the user's id out of them.
/// The header is never read: there is one algorithm and one key. Ids are random, and nobody can ask for one,
/// because nothing here proves who somebody is.
/// </summary>
internal sealed class DirectLineTokens(byte[] key, DirectLineOptions options, TimeProvider time)
{
    private const int MaxLength = 1024;
    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    public DirectLineToken NewIdentity() => Renewed(new(NewId(), "dl_" + NewId(), DirectLineToken.Chat, 0));

    public DirectLineToken Renewed(DirectLineToken token) => token with { Use = DirectLineToken.Chat, Expires = Until(options.TokenLifetime) };

    public DirectLineToken ForStream(DirectLineToken token) => token with { Use = DirectLineToken.Stream, Expires = Until(options.StreamTicketLifetime) };

    public string Write(DirectLineToken token)
    {
        var signed = $"{Header}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(token))}";
        return $"{signed}.{Base64Url.EncodeToString(Sign(signed))}";
    }

    /// <summary>False with the reason when the text is no valid token of this bot for <paramref name="use"/>.</summary>
    public bool TryRead(string? text, string use, [NotNullWhen(true)] out DirectLineToken? token, [NotNullWhen(false)] out DirectLineError? error)
    {
        token = null;
        error = Check(text, use, ref token);
        return error is null;
    }

    private DirectLineError? Check(string? text, string use, ref DirectLineToken? token)
    {
        if (string.IsNullOrEmpty(text)) return DirectLineErrors.NoToken;
        var end = text.LastIndexOf('.');
        if (text.Length > MaxLength || end < 0 || !HasSignature(text.AsSpan(end + 1), Sign(text[..end]))) return DirectLineErrors.BadToken;
        // Signed by us, so the payload is ours and well formed.
        var read = JsonSerializer.Deserialize<DirectLineToken>(Base64Url.DecodeFromChars(text.AsSpan(Header.Length + 1, end - Header.Length - 1)))!;
        if (read.Use != use) return DirectLineErrors.BadToken;
        if (read.Expires <= time.GetUtcNow().ToUnixTimeSeconds()) return DirectLineErrors.ExpiredToken;
        token = read;
        return null;
    }

    private static bool HasSignature(ReadOnlySpan<char> text, byte[] expected)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return text.Length == Base64Url.GetEncodedLength(given.Length)
            && Base64Url.DecodeFromChars(text, given, out _, out var written) is OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(given[..written], expected);
    }

    private byte[] Sign(string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private long Until(TimeSpan lifetime) => (time.GetUtcNow() + lifetime).ToUnixTimeSeconds();

    private static string NewId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
}
