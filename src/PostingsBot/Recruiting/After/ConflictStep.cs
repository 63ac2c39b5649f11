using NodaTime;
using NodaTime.Text;
using PostingsBot.Cards;
using PostingsBot.Core.Answers.Recruiting;
using PostingsBot.Core.Questions;
using PostingsBot.Digests;
using PostingsBot.Storage.Recruiting;
using CardVerb = PostingsBot.Cards.CardAction;

namespace PostingsBot.Recruiting.After;

/// <summary>Tells people that a file changed beneath their edit, field by field. What they wrote is shown until they say otherwise.</summary>
internal sealed class ConflictStep(IEditConflicts conflicts, OwnerNotices notices, TimeProvider clock)
{
    private const int AtOnce = 100;

    /// <summary>Whoever is nowhere to be reached for so many days is told no more.</summary>
    private const int MostAttempts = 14;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    /// <returns>How many conflicts were looked at.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var claimed = await conflicts.ClaimAsync(clock.GetUtcNow(), Lease, AtOnce, ct);
        foreach (var group in claimed.GroupBy(one => (one.Editor.Channel, one.Editor.User, one.Role)))
        {
            var told = group.ToList();
            var isTold = told[0].Editor.Channel is Actor.Itself or "" || await TellAsync(told, ct);
            foreach (var one in told)
                await (isTold || one.Attempt >= MostAttempts ? conflicts.SettleAsync(one, ct) : conflicts.PostponeAsync(one, clock.GetUtcNow() + Pause, ct));
        }

        return claimed.Count;
    }

    private static string Thing(EditConflict conflict) => FormattableString.Invariant($"conflict {conflict.Number}");

    private Task<bool> TellAsync(List<EditConflict> group, CancellationToken ct) => notices.TellAsync(
        group[0].Editor,
        [.. group.Select(Thing)],
        Instant.FromDateTimeOffset(clock.GetUtcNow()).InUtc().Date,
        (fresh, _) => new OwnerNotice(NoticeOf([.. group.Where(one => fresh.Contains(Thing(one)))])),
        ct);

    private static NoticeMessage NoticeOf(List<EditConflict> told)
    {
        var name = told[0].Employer is { } employer ? $"{told[0].Title} at {employer}" : told[0].Title;
        var fields = told.Where(one => one.Field is not null).ToList();
        return new NoticeMessage
        {
            Text = fields.Count > 0 ? AfterWording.Edited(name, fields.Count) : AfterWording.EditedGone(name),
            Rows = [.. fields.Select(one => RowOf(one, one.Field!.Value))],
            Suggestions = [AfterWording.MyRoles],
        };
    }

    private static NoticeRow RowOf(EditConflict conflict, RoleField field)
    {
        var what = AfterWording.ConflictField(field);
        return new NoticeRow(what, AfterWording.Conflict(conflict.Edited, conflict.Under, conflict.Now))
        {
            Role = conflict.Role,
            Buttons =
            [
                new NoticeButton($"Keep mine: {what}", "") { Do = CardVerb.NameOf(RoleEditStep.KeepMine), Id = conflict.Role, Field = field.ToString() },
                new NoticeButton($"Take the file’s: {what}", "") { Do = CardVerb.NameOf(RoleEditStep.TakeFiles), Id = conflict.Role, Field = field.ToString() },
            ],
        };
    }
}
