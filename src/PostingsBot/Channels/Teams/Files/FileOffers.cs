using System.Security.Cryptography;
using System.Text.Json;
using PostingsBot.Storage.State;

namespace PostingsBot.Channels.Teams.Files;

/// <summary>
/// The files that were offered in a chat and neither taken nor declined. What comes back from a client is only a number that nobody can guess: for which role
/// and to whom the offer was made stands here, and each offer is good for one answer.
/// </summary>
internal sealed class FileOffers(IDocumentStore store, TimeProvider clock)
{
    private const int MostOpen = 10;
    private const int MostAttempts = 8;
    private const int TokenLength = 32;
    private static readonly TimeSpan Valid = TimeSpan.FromDays(1);

    /// <summary>The offer's token.</summary>
    public async Task<string> MakeAsync(Activity activity, string role, CancellationToken ct)
    {
        var offer = new FileOffer(RandomNumberGenerator.GetHexString(TokenLength, lowercase: true), role, activity.From?.Id ?? "", (clock.GetUtcNow() + Valid).ToUnixTimeSeconds());
        await ChangeAsync(activity, offers => [.. offers.TakeLast(MostOpen - 1), offer], ct);
        return offer.Token;
    }

    /// <summary>The role of an offer that was made to this person in this chat, once; null for any other.</summary>
    public async Task<string?> TakeAsync(Activity activity, string? token, CancellationToken ct)
    {
        if (token is not { Length: TokenLength })
            return null;
        FileOffer? taken = null;
        await ChangeAsync(
            activity,
            offers =>
            {
                taken = offers.FirstOrDefault(offer => offer.Token == token && offer.User == activity.From?.Id);
                return taken is null ? null : [.. offers.Where(offer => offer != taken)];
            },
            ct);
        return taken is not null && taken.Until >= clock.GetUtcNow().ToUnixTimeSeconds() ? taken.Role : null;
    }

    private async Task ChangeAsync(Activity activity, Func<IReadOnlyList<FileOffer>, IReadOnlyList<FileOffer>?> change, CancellationToken ct)
    {
        var key = KnownConversations.StateKey(activity.Conversation.Id, "files");
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var stored = (await store.ReadAsync([key], ct)).GetValueOrDefault(key);
            if (change(stored is null ? [] : Read(stored.Json)) is not { } next)
                return;
            if (await store.WriteAsync(new Dictionary<string, StateChange> { [key] = new(JsonSerializer.Serialize(next, WebJson.Default.IReadOnlyListFileOffer), stored?.ETag) }, ct) is WriteResult.Written)
                return;
        }

        throw new InvalidOperationException("The offers of a chat were changed by others all the time.");
    }

    private static IReadOnlyList<FileOffer> Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, WebJson.Default.IReadOnlyListFileOffer) ?? [];
        }
        catch (JsonException)
        {
            // Of another version: what was offered then is offered again on demand.
            return [];
        }
    }
}

internal sealed record FileOffer(string Token, string Role, string User, long Until);
