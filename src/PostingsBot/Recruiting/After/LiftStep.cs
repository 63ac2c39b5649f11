using System.Globalization;
using NodaTime;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Storage;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.State;

namespace PostingsBot.Recruiting.After;

/// <summary>
/// Opens roles again that were closed because their closing date passed, when the date is a later one now or is gone: a file states another, or somebody extended it.
/// It follows the change log, so that of the closed roles only those are read that changed.
/// </summary>
/// <param name="changes">The change log.</param>
/// <param name="catalogue">The roles.</param>
/// <param name="reached">Waits until the catalogue shows a change; false when that takes too long.</param>
/// <param name="edits">Opens them.</param>
/// <param name="store">Where it is noted how far the log was read.</param>
/// <param name="clock">The time.</param>
internal sealed class LiftStep(ICatalogueStore changes, ICatalogue catalogue, Func<long, CancellationToken, Task<bool>> reached, IRoleEdits edits, IDocumentStore store, TimeProvider clock)
{
    private const string CursorKey = "expiry/read";
    private const int AtOnce = 500;

    /// <returns>Whether there may be more.</returns>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        var items = await store.ReadAsync([CursorKey], ct);
        if (!items.TryGetValue(CursorKey, out var item) || !long.TryParse(item.Json, NumberStyles.None, CultureInfo.InvariantCulture, out var read))
        {
            // Nothing was closed before the first look.
            await NoteAsync(await changes.ChangeBeforeAsync(Now, ct), item?.ETag, ct);
            return false;
        }

        var log = await changes.ChangesAsync(read, AtOnce, ct);
        if (log.Count == 0 || !await reached(log[^1].Sequence, ct))
            return false;
        foreach (var id in log.Select(change => change.PostingId).OfType<string>().Distinct(StringComparer.Ordinal))
            await LookAsync(id, ct);
        await NoteAsync(log[^1].Sequence, item.ETag, ct);
        return log.Count == AtOnce;
    }

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    private Task NoteAsync(long sequence, string? tag, CancellationToken ct) =>
        store.WriteAsync(new Dictionary<string, StateChange> { [CursorKey] = new(sequence.ToString(CultureInfo.InvariantCulture), tag) }, ct);

    private async Task LookAsync(string id, CancellationToken ct)
    {
        if (await catalogue.FindPostingAsync(id, ct) is not { Status.Value: PostingStatus.Expired } posting || !IsAhead(posting) || await edits.FindAsync(id, ct) is not { } role || !IsAhead(role.Shown))
            return;
        if (role.Overlay.Fields.FirstOrDefault(field => field.Field is RoleField.Status) is not { } status || role.NameOf(status.By) != Actor.Expiry.Name)
            return;
        // A role that changes in this moment comes up in the log again.
        await edits.ApplyAsync(new EditOrder(Actor.Expiry, Actor.Itself, AuditAction.Reopen, [new RoleChange.Overlay(role.Id, role.Version, role.Overlay.Without(RoleField.Status))]), clock.GetUtcNow(), ct);
    }

    private bool IsAhead(Posting posting) => posting.ValidThrough is not { Value: var last } || last > ClosingDays.LastOver(Now);
}
