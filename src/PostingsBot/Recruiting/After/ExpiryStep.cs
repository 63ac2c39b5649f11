using NodaTime;
using NodaTime.Text;
using PostingsBot.Core.Answers.Recruiting;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Recruiting;
using PostingsBot.Digests;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Recruiting.After;

/// <summary>Closes roles whose closing date is over everywhere, and warns their owners some days before. What a bot that runs beside this one did already is found done.</summary>
internal sealed class ExpiryStep(IRoleEdits edits, RoleOwners owners, OwnerNotices notices, TimeProvider clock, ILogger logger)
{
    private const int AtOnce = 200;
    private const int MostWarned = 5_000;

    /// <returns>How many roles were closed.</returns>
    public async Task<int> CloseAsync(CancellationToken ct)
    {
        var closed = 0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        // What changed in the same moment is closed with the next look.
        while ((await edits.ClosingAsync(null, ClosingDays.LastOver(Now), AtOnce, ct)).Where(role => seen.Add(role.Id)).ToList() is { Count: > 0 } over)
        {
            foreach (var role in over)
                closed += await CloseAsync(role, ct) ? 1 : 0;
        }

        if (closed > 0)
            HostLog.RolesExpired(logger, closed);
        return closed;
    }

    public async Task WarnAsync(CancellationToken ct)
    {
        var (first, last) = ClosingDays.Warned(Now);
        var roles = await edits.ClosingAsync(first, last, MostWarned, ct);
        foreach (var group in await owners.GroupAsync(roles, ct))
            await WarnAsync(group.Key, [.. group], last, ct);
    }

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    private async Task<bool> CloseAsync(EditableRole role, CancellationToken ct)
    {
        var words = $"The closing date, {LocalDatePattern.Iso.Format(role.Shown.ValidThrough!.Value)}, is over.";
        var edit = PostingEdit.Of([RoleField.Status], role.Shown with { Status = new(PostingStatus.Expired, new Evidence(1, 1, words)) });
        var overlay = role.Overlay.With(edit, RoleChange.Self, Now, role.Basis);
        var order = new EditOrder(Actor.Expiry, Actor.Itself, AuditAction.Expire, [new RoleChange.Overlay(role.Id, role.Version, overlay)]);
        return await edits.ApplyAsync(order, clock.GetUtcNow(), ct) is EditResult.Applied;
    }

    private Task WarnAsync(Actor owner, IReadOnlyList<EditableRole> roles, LocalDate last, CancellationToken ct)
    {
        static string Thing(EditableRole role) => $"closes {role.Id} {LocalDatePattern.Iso.Format(role.Shown.ValidThrough!.Value)}";
        return notices.TellAsync(
            owner,
            [.. roles.Select(Thing)],
            last,
            (fresh, _) =>
            {
                var told = roles.Where(role => fresh.Contains(Thing(role))).ToList();
                return new OwnerNotice(new NoticeMessage
                {
                    Text = AfterWording.Closing(told.Count),
                    Rows = [.. told.Select((role, at) => NoticeRows.Closing(role, told.Count == 1 ? null : at + 1))],
                    Suggestions = [AfterWording.MyRoles],
                });
            },
            ct);
    }
}
