using NodaTime;
using NodaTime.Text;
using PostingsBot.Configuration;
using PostingsBot.Core.Digests;
using PostingsBot.Digests;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Recruiting.After;

/// <summary>
/// Sends people the list of their open roles once a week, at the hour of their own zone where that is known, and with it what was asked of the roles that they do not state.
/// A bot that was down at that hour sends it when it is back, for as long as the week lasts.
/// </summary>
internal sealed class WeeklyStep(IRoleEdits edits, IUnanswered unanswered, OwnerPlaces places, OwnerNotices notices, WeeklyHour hour, TimeProvider clock)
{
    /// <summary>Roles of one list.</summary>
    public const int PageSize = 8;

    public async Task RunAsync(CancellationToken ct)
    {
        if (hour.IsOff)
            return;
        foreach (var owner in await edits.OwnersAsync(ct))
        {
            if (await places.FindAsync(owner, ct) is { } place && hour.LastIn(place.Zone, Now) is var (day, at) && at > Instant.FromDateTimeOffset(place.Since))
                await TellAsync(owner, day, ct);
        }
    }

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    private async Task TellAsync(Actor owner, LocalDate day, CancellationToken ct)
    {
        var week = "week " + LocalDatePattern.Iso.Format(day);
        if (await notices.WasToldAsync(owner, week, ct))
            return;
        var roles = await edits.OpenOfOwnerAsync(owner, ct);
        var questions = roles.Count == 0 ? [] : await unanswered.CountsAsync([.. roles.Select(role => role.Id)], ct);
        await notices.TellAsync(owner, [week], day, (_, _) => roles.Count == 0 ? null : NoticeOf(roles, questions), ct);
    }

    /// <summary>Roles that were asked about come first: what is told of them is counted anew from then on.</summary>
    private static OwnerNotice NoticeOf(IReadOnlyList<EditableRole> roles, IReadOnlyList<UnansweredTopic> questions)
    {
        var asked = questions.ToLookup(topic => topic.Role);
        var shown = roles.OrderByDescending(role => asked[role.Id].Sum(topic => topic.People)).Take(PageSize).ToList();
        var text = AfterWording.Weekly(roles.Count) + (roles.Count > shown.Count ? AfterWording.Further(roles.Count - shown.Count) : "");
        var message = new NoticeMessage
        {
            Text = text,
            Rows = [.. shown.Select((role, at) => NoticeRows.Listed(role, shown.Count == 1 ? null : at + 1, asked[role.Id]))],
            Suggestions = [AfterWording.MyRoles],
        };
        return new OwnerNotice(message, [.. shown.SelectMany(role => asked[role.Id])]);
    }
}
