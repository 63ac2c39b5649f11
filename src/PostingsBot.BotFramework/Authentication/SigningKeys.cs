using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace PostingsBot.BotFramework.Authentication;

/// <summary>A key with which tokens are signed, and the channels it may speak for.</summary>
internal sealed record SigningKey(SecurityKey Key, IReadOnlySet<string> Endorsements);

/// <summary>The key; nothing when the issuer has no such key; when to come again while the issuer cannot be asked.</summary>
internal readonly record struct SigningKeyLookup(SigningKey? Key, TimeSpan? RetryAfter = null);

/// <summary>
/// An issuer's signing keys, fetched through its OpenID document. They are renewed while they are in use and never used longer than
/// <see cref="Longest"/>. A key that is not among them makes them be fetched again, at most once in <see cref="Pause"/>.
/// </summary>
internal sealed class SigningKeys(string metadataUrl, IHttpClientFactory? httpClientFactory, TimeProvider time, ILogger logger)
{
    /// <summary>Older keys are renewed while they serve.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(12);

    /// <summary>Older keys are not used: the issuer may have withdrawn them.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>Anybody can name unknown keys: they may not make us ask the issuer each time.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Pause after a fetch that failed.</summary>
    public static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private Fetched? _keys;
    private Task? _fetch;
    private bool _failed;
    private DateTimeOffset _nextFetch;

    public async ValueTask<SigningKeyLookup> FindAsync(string id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        Task? fetch = null;
        SigningKey? found;
        lock (_lock)
        {
            found = Usable(id, now);
            if (found is null || now - _keys!.At >= Fresh)
                fetch = _fetch ?? (now >= _nextFetch ? _fetch = FetchAsync() : null);
        }
        if (found is not null) return new(found);
        if (fetch is not null) await fetch.WaitAsync(cancellationToken);
        lock (_lock)
        {
            now = time.GetUtcNow();
            found = Usable(id, now);
            var cannotTell = found is null && (_failed || _keys is null || now - _keys.At >= Longest);
            return new(found, cannotTell ? TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling((_nextFetch - now).TotalSeconds))) : null);
        }
    }

    private SigningKey? Usable(string id, DateTimeOffset now) =>
        _keys is { } keys && now - keys.At < Longest ? keys.ById.GetValueOrDefault(id) : null;

    // Belongs to no request, and fails none: what it found out is in the fields.
    private async Task FetchAsync()
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var reason = "the document names no key";
        Dictionary<string, SigningKey> keys = [];
        try
        {
            var documents = new HttpDocumentRetriever(OutgoingHttp.Identity.Create(httpClientFactory)) { RequireHttps = metadataUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase) };
            var document = await OpenIdConnectConfigurationRetriever.GetAsync(metadataUrl, documents, CancellationToken.None);
            foreach (var key in document.JsonWebKeySet?.Keys ?? [])
            {
                if (key is { Kty: JsonWebAlgorithmsKeyTypes.RSA, KeyId: { Length: > 0 } id, Use: null or "" or "sig" })
                    keys[id] = new SigningKey(key, EndorsementsOf(key));
            }
        }
        catch (Exception error)
        {
            // Whatever it was, a network, a proxy's page or odd JSON: the issuer is tried again later.
            reason = error.Message;
        }
        lock (_lock)
        {
            var now = time.GetUtcNow();
            _failed = keys.Count == 0;
            if (!_failed) _keys = new Fetched(keys, now);
            _nextFetch = now + (_failed ? PauseAfterFailure : Pause);
            _fetch = null;
        }
        if (_failed) Log.NoSigningKeys(logger, metadataUrl, reason);
    }

    private static HashSet<string> EndorsementsOf(JsonWebKey key)
    {
        if (!key.AdditionalData.TryGetValue("endorsements", out var value)) return [];
        var items = value switch
        {
            JsonElement { ValueKind: JsonValueKind.Array } array => array.EnumerateArray().Select(item => item.ToString()),
            IEnumerable<object> list => list.Select(item => item.ToString() ?? ""),
            _ => [],
        };
        return items.ToHashSet(StringComparer.Ordinal);
    }

    private sealed record Fetched(Dictionary<string, SigningKey> ById, DateTimeOffset At);
}
