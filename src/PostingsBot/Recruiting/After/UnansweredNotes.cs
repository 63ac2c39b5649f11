using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PostingsBot.Core.Answers;
using PostingsBot.Storage;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.State;
using PostingsBot.Subscriptions;

namespace PostingsBot.Recruiting.After;

/// <summary>
/// Counts who asked for what a role of somebody in chat does not state. Neither the question nor the person is kept: the field, and a hash that is another for each role
/// and field and that nobody can make without the salt of this record.
/// </summary>
internal sealed class UnansweredNotes(IUnanswered unanswered, IRoleEdits edits, IDocumentStore store, TimeProvider clock, ILogger<UnansweredNotes> logger)
{
    private const string SaltKey = "unanswered/salt";
    private const int SaltBytes = 32;
    private const int HashLength = 32;

    private byte[]? salt;

    /// <summary>Notes what was not answered. A database out of reach is logged: the answer is given.</summary>
    public async Task NoteAsync(Outcome outcome, Activity asking, CancellationToken ct)
    {
        if (outcome is not { Answer: NotStatedAnswer { Postings: [var role] }, Question.Field: { } field } || Readers.OwnerOf(asking) is not { } asker)
            return;
        try
        {
            if (await edits.FindAsync(role.Id, ct) is not { Owner: { } owner, Id: var id } || (owner.Channel == asker.Channel && owner.User.EndsWith(asker.User, StringComparison.OrdinalIgnoreCase)))
                return;
            await unanswered.NoteAsync(id, field.ToString(), Hash(await SaltAsync(ct), string.Create(CultureInfo.InvariantCulture, $"{id}\n{field}\n{asker.Channel}\n{asker.User}")), clock.GetUtcNow(), ct);
        }
        catch (StorageUnavailableException error)
        {
            HostLog.UnansweredNotCounted(logger, error.Message);
        }
    }

    private static string Hash(byte[] salt, string text) => Convert.ToHexStringLower(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(text)))[..HashLength];

    /// <summary>Made once for the record that all bots share.</summary>
    private async Task<byte[]> SaltAsync(CancellationToken ct)
    {
        while (salt is null)
        {
            var items = await store.ReadAsync([SaltKey], ct);
            if (items.TryGetValue(SaltKey, out var item))
                salt = Convert.FromBase64String(item.Json.Trim('"'));
            else
                await store.WriteAsync(new Dictionary<string, StateChange> { [SaltKey] = new($"\"{Convert.ToBase64String(RandomNumberGenerator.GetBytes(SaltBytes))}\"", null) }, ct);
        }

        return salt;
    }
}
