using System.Globalization;
using NodaTime;
using PostingsBot.Cards;
using PostingsBot.Cards.Models;
using PostingsBot.Configuration;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Recruiting;
using PostingsBot.Recruiting.Answers;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Recruiting.Updating;

/// <summary>Who changed what, and taking it back.</summary>
internal sealed class HistoryDesk(IRoleEdits edits, IAudit audit, RecruitingOptions options, Func<long, CancellationToken, Task<bool>> reach)
{
    private const int MostEntries = 6;
    private const int MostLooked = 60;
    private const int MostChanges = 6;

    /// <summary>Who changed a role.</summary>
    public async Task<RecruitingReply> OfRoleAsync(RecruitingTurn turn, EditableRole role, CancellationToken ct)
    {
        var entries = await audit.QueryAsync(new AuditQuery(Role: role.Id, Take: MostEntries + 1), ct);
        var text = entries.Count == 0 ? RecruitingWording.NoHistory : RecruitingWording.History(Show.Name(role.Shown), Math.Min(entries.Count, MostEntries));
        return Of(UpdateDesk.Focused(turn, [role]), text, entries, withRole: false);
    }

    /// <summary>What a person changed.</summary>
    public async Task<RecruitingReply> OfPersonAsync(RecruitingTurn turn, Actor person, CancellationToken ct)
    {
        var entries = await audit.QueryAsync(new AuditQuery(Person: person, Take: MostEntries + 1), ct);
        return Of(turn, RecruitingWording.HistoryOfPerson(person.Name, Math.Min(entries.Count, MostEntries)), entries, withRole: true);
    }

    /// <summary>Takes back the last change of the person that was not taken back yet.</summary>
    public async Task<RecruitingReply> UndoLastAsync(RecruitingTurn turn, CancellationToken ct)
    {
        var entries = await audit.QueryAsync(new AuditQuery(Person: turn.Me, WithImports: false, Take: MostLooked), ct);
        var undone = entries.Select(entry => entry.Undoes).OfType<long>().ToHashSet();
        return entries.FirstOrDefault(entry => entry.Role is not null && entry.Undoes is null && !undone.Contains(entry.Batch)) is { } last
            ? await UndoAsync(turn, last.Batch, ct)
            : turn.Say(RecruitingWording.NothingToUndo);
    }

    /// <summary>Takes a change back: exactly, or not at all.</summary>
    public async Task<RecruitingReply> UndoAsync(RecruitingTurn turn, long batch, CancellationToken ct)
    {
        var entries = await audit.QueryAsync(new AuditQuery(Batch: batch, Take: MostLooked), ct);
        if (entries.Count == 0 || entries[0].Role is null)
            return turn.Say(RecruitingWording.UndoGone);
        if (!entries[0].By.IsSame(turn.Me!) && !turn.Standing.IsAdmin)
            return turn.SayAside(RecruitingWording.UndoOfOther);
        if (entries.FirstOrDefault(entry => !turn.Standing.May(entry.Employer)) is { } foreign)
            return turn.Say(RecruitingWording.NotForEmployer(foreign.Employer, turn.Standing));
        if (Instant.FromDateTimeOffset(turn.Now) - entries[0].At > Duration.FromHours(options.UndoHours))
            return turn.Say(RecruitingWording.UndoTooLate(options.UndoHours));
        if (await IsUndoneAsync(entries[0], ct))
            return turn.Say(RecruitingWording.UndoneBefore);
        switch (await edits.UndoAsync(batch, turn.Me!, turn.From, turn.Now, ct))
        {
            case EditResult.Applied applied:
                await reach(applied.LastChange, ct);
                return turn.Reply(new RoleChangeAnswer([.. entries.Where(entry => entry.Role is not null).Take(MostEntries).Select(Back)])
                {
                    Text = RecruitingWording.Undone(applied.Roles.Count),
                    More = Math.Max(entries.Count - MostEntries, 0),
                });
            case EditResult.Stale(var now):
                return turn.Say(RecruitingWording.UndoStale(now.Select(role => Show.Name(role.Shown))));
            default:
                return turn.Say(RecruitingWording.UndoGone);
        }
    }

    /// <summary>As people are told who it was: the bot's own deeds name what it acted on.</summary>
    public static string NameOf(Actor by) => by.Channel == Actor.Itself ? by.IsSame(Actor.Import) ? "A file" : by.IsSame(Actor.Expiry) ? "The closing date" : by.Name : by.Name;

    private async Task<bool> IsUndoneAsync(AuditEntry entry, CancellationToken ct) =>
        (await audit.QueryAsync(new AuditQuery(Role: entry.Role, WithImports: false, Take: MostLooked), ct)).Any(one => one.Undoes == entry.Batch);

    private static ChangedRole Back(AuditEntry entry) =>
        new(entry.Employer is { } employer ? $"{entry.Title} at {employer}" : entry.Title ?? "", [.. entry.Changes.Select(change => new FieldChange(change.Field, change.After, change.Before))]);

    private static RecruitingReply Of(RecruitingTurn turn, string text, IReadOnlyList<AuditEntry> entries, bool withRole)
    {
        var undone = entries.Select(entry => entry.Undoes).OfType<long>().ToHashSet();
        var mine = entries.FirstOrDefault(entry => entry.Undoes is null && !undone.Contains(entry.Batch) && entry.Role is not null && (entry.By.IsSame(turn.Me!) || turn.Standing.IsAdmin) && entry.Action is not AuditAction.Import);
        return turn.Reply(new HistoryAnswer([.. entries.Take(MostEntries).Select(entry => Row(entry, withRole))])
        {
            Text = text,
            HasMore = entries.Count > MostEntries,
            Buttons = mine is null ? [] : [new DeskButton.Edit(RoleEditStep.Undo, "Take the latest back", mine.Batch.ToString(CultureInfo.InvariantCulture))],
        });
    }

    private static HistoryRow Row(AuditEntry entry, bool withRole)
    {
        var what = RecruitingWording.DidIt(NameOf(entry.By), ChangeWords.Of(entry.Action).Did, withRole ? entry.Title : null);
        return new HistoryRow(what, RecruitingWording.When(entry.At, entry.From), [.. entry.Changes.Take(MostChanges).Select(change => RecruitingWording.FromTo(change))]);
    }
}
