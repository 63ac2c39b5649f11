using System.Text.Json;
using System.Text.Json.Serialization;
using PostingsBot.Cards;

namespace PostingsBot.Channels.DirectLine;

/// <summary>What a token is asked for, as Direct Line takes it: <c>{"user":{"id":"dl_…","name":"…"},"trustedOrigins":["https://…"]}</c>, all of it optional.</summary>
/// <param name="User">The user's id; null for nobody in particular.</param>
/// <param name="Name">What people call that user; without a name the id, without its prefix.</param>
/// <param name="Origins">Scheme, host and port of each page that may use the token; null for any.</param>
internal sealed record TokenRequest(string? User, string? Name, IReadOnlyList<string>? Origins)
{
    public const int LargestBody = 8 * 1024;

    private const int MostOrigins = 5;
    private const int LongestOrigin = 100;
    private const int LongestName = 80;

    public bool IsForSomebody => User is not null || Origins is not null;

    /// <summary>Null with the reason when the body says something else.</summary>
    public static TokenRequest? Read(byte[] body, out DirectLineError? error)
    {
        error = null;
        if (body.Length == 0)
            return new TokenRequest(null, null, null);
        try
        {
            var wire = JsonSerializer.Deserialize(body, TokenRequestJson.Default.TokenRequestWire);
            error = Complaint(wire);
            return error is null ? Of(wire!) : null;
        }
        catch (JsonException)
        {
            error = DirectLineErrors.BadTokenRequest;
            return null;
        }
    }

    private static DirectLineError? Complaint(TokenRequestWire? wire) => wire switch
    {
        null => DirectLineErrors.BadTokenRequest,
        { User: { } user } when user.Id is null || !user.Id.StartsWith(DirectLineUser.Prefix, StringComparison.Ordinal) || !DirectLineUser.IsName(DirectLineUser.NameIn(user.Id)) => DirectLineErrors.BadUserId,
        { TrustedOrigins: { } origins } when origins.Count > MostOrigins || origins.Any(origin => OriginOf(origin) is null) => DirectLineErrors.BadTrustedOrigins(MostOrigins),
        _ => null,
    };

    private static TokenRequest Of(TokenRequestWire wire)
    {
        var name = CardText.Cut(CardText.Plain(wire.User?.Name ?? ""), LongestName);
        return new TokenRequest(
            wire.User?.Id,
            wire.User is { Id: { } id } ? name.Length > 0 ? name : DirectLineUser.NameIn(id) : null,
            wire.TrustedOrigins is { Count: > 0 } origins ? [.. origins.Select(origin => OriginOf(origin)!)] : null);
    }

    private static string? OriginOf(string? text) =>
        text is { Length: <= LongestOrigin } && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "https" or "http", UserInfo: "", PathAndQuery: "/", Fragment: "" } && uri.Host.Length > 0
            ? uri.GetLeftPart(UriPartial.Authority)
            : null;
}

internal sealed record TokenRequestWire(TokenRequestUser? User, IReadOnlyList<string?>? TrustedOrigins);

internal sealed record TokenRequestUser(string? Id, string? Name);

[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true, MaxDepth = 8)]
[JsonSerializable(typeof(TokenRequestWire))]
internal sealed partial class TokenRequestJson : JsonSerializerContext;
