using PostingsBot.Core.Answers;
using PostingsBot.Core.Answers.Recruiting;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Recruiting;
using PostingsBot.Digests;
using PostingsBot.Storage.Saved;

namespace PostingsBot.Saving;

/// <summary>Tells people of changes of the roles they saved, each change once.</summary>
/// <param name="saved">Who saved what.</param>
/// <param name="catalogue">The roles.</param>
/// <param name="reached">Waits until the catalogue shows a change; false when that takes too long.</param>
/// <param name="clock">For the outbox.</param>
internal sealed class SavedNews(ISavedRoles saved, ICatalogue catalogue, Func<long, CancellationToken, Task<bool>> reached, TimeProvider clock)
{
    private const int AtOnce = 100;

    /// <returns>How many were settled.</returns>
    public async Task<int> StepAsync(CancellationToken ct)
    {
        var due = await saved.DueAsync(AtOnce, ct);
        if (due.Count == 0 || !await reached(due.Max(one => one.Change), ct))
            return 0;
        var settled = 0;
        foreach (var one in due)
        {
            var role = await catalogue.FindPostingAsync(one.Saved.Role, ct);
            var known = role is null ? null : one.Saved with { Name = Show.Name(role), Print = RolePrint.OfMaterial(role), IsOpen = role.IsOpen };
            var message = NoteOf(one.Saved, role) is { } note && one.Saved.Destination is { } to
                ? MessageOf(known?.Name ?? one.Saved.Name, note, isThere: role is not null).DeliveryTo(to, FormattableString.Invariant($"saved {one.Number} {one.Change}"))
                : null;
            if (await saved.SettleAsync(one, known, message, clock.GetUtcNow(), ct))
                settled++;
        }

        return settled;
    }

    private static NoticeMessage MessageOf(string name, string note, bool isThere) => new()
    {
        Text = SavedWording.News,
        Rows = [new NoticeRow(name, note) { Buttons = isThere ? [new NoticeButton("Details", "Tell me about " + name)] : [] }],
        Suggestions = [SavedWording.ListWords],
    };

    /// <summary>Null when nothing changed that is worth a message.</summary>
    private static string? NoteOf(SavedRole before, Posting? role)
    {
        if (role is null)
            return SavedWording.GoneNow;
        if (before.IsOpen != role.IsOpen)
            return role.IsOpen ? SavedWording.OpenAgain : SavedWording.ClosedNow;
        if (!role.IsOpen)
            return null;
        var changed = RolePrint.MateriallyChanged(before.Print, role);
        return changed.Count == 0 ? null : SavedWording.Changed([.. PostingFields.Editable.Where(field => changed.Contains(TermNames.Of(field))).Select(field => NowOf(field, role))]);
    }

    private static string NowOf(RoleField field, Posting role) => PostingFields.Text(field, role) is { Length: > 0 } value ? $"{TermNames.Of(field)} now {value}" : $"{TermNames.Of(field)} is no longer stated";
}
