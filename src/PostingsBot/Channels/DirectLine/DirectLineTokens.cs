using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PostingsBot.Channels.DirectLine;

/// <summary>
/// Issues and checks tokens: JSON Web Tokens signed with HMAC-SHA256, because Web Chat reads the user's id out of them.
/// The header is never read: there is one algorithm. Ids are random, and nobody can ask for one, but for a host site that knows the secret and signs its people in.
/// Tokens of those have a key of their own, made of both, so that no other token can pass for one, and another secret ends them all.
/// </summary>
internal sealed class DirectLineTokens(byte[] key, DirectLineOptions options, TimeProvider time)
{
    private const int MaxLength = 2048;
    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    private readonly byte[]? signedInKey = options.Secret is { } secret ? HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("signed in\n" + secret)) : null;

    /// <summary>Somebody of whom nothing is known, in a new conversation.</summary>
    public DirectLineToken Anonymous(IReadOnlyList<string>? origins = null) =>
        Renewed(new(NewId(), DirectLineUser.AnonymousPrefix + NewId(), DirectLineToken.Chat, 0) { Origins = origins });

    /// <summary>Somebody whom a host site signed in, in a new conversation.</summary>
    public DirectLineToken SignedIn(string user, string name, IReadOnlyList<string>? origins) =>
        Renewed(new(NewId(), user, DirectLineToken.Chat, 0) { Name = name, Origins = origins, Until = In(options.SignInLifetime), IsSignedIn = true });

    /// <summary>The same user in a new conversation.</summary>
    public DirectLineToken Elsewhere(DirectLineToken token) => Renewed(token with { Conversation = NewId() });

    public DirectLineToken Renewed(DirectLineToken token) => token with { Use = DirectLineToken.Chat, Expires = Math.Min(In(options.TokenLifetime), token.Until ?? long.MaxValue) };

    public DirectLineToken ForStream(DirectLineToken token) => token with { Use = DirectLineToken.Stream, Expires = In(options.StreamTicketLifetime) };

    /// <summary>Whether a host site proves itself with the secret.</summary>
    public bool IsSecret(string? given) => options.Secret is { } secret && given is not null
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Seconds that are left of a token.</summary>
    public long Left(DirectLineToken token) => token.Expires - In(TimeSpan.Zero);

    public string Write(DirectLineToken token)
    {
        var signed = $"{Header}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(token, PlainJson.Default.DirectLineToken))}";
        return $"{signed}.{Base64Url.EncodeToString(Sign(signed, KeyOf(token)))}";
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
        if (text.Length > MaxLength || end < 0) return DirectLineErrors.BadToken;
        var isSignedIn = signedInKey is not null && HasSignature(text.AsSpan(end + 1), Sign(text[..end], signedInKey));
        if (!isSignedIn && !HasSignature(text.AsSpan(end + 1), Sign(text[..end], key))) return DirectLineErrors.BadToken;
        // Signed by us, so the payload is ours and well formed.
        var read = JsonSerializer.Deserialize(Base64Url.DecodeFromChars(text.AsSpan(Header.Length + 1, end - Header.Length - 1)), PlainJson.Default.DirectLineToken)!;
        if (read.Use != use) return DirectLineErrors.BadToken;
        if (read.Expires <= time.GetUtcNow().ToUnixTimeSeconds()) return DirectLineErrors.ExpiredToken;
        token = read with { IsSignedIn = isSignedIn };
        return null;
    }

    private static bool HasSignature(ReadOnlySpan<char> text, byte[] expected)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return text.Length == Base64Url.GetEncodedLength(given.Length)
            && Base64Url.DecodeFromChars(text, given, out _, out var written) is OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(given[..written], expected);
    }

    private byte[] KeyOf(DirectLineToken token) => token.IsSignedIn ? signedInKey! : key;

    private static byte[] Sign(string text, byte[] key) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    /// <summary>Seconds since 1970, UTC.</summary>
    private long In(TimeSpan lifetime) => (time.GetUtcNow() + lifetime).ToUnixTimeSeconds();

    private static string NewId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
}
