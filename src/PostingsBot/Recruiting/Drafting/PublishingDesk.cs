using NodaTime;
using NodaTime.Text;
using PostingsBot.Cards;
using PostingsBot.Configuration;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Questions.Subscribing;
using PostingsBot.Recruiting.Answers;

namespace PostingsBot.Recruiting.Drafting;

/// <summary>The talk about publishing a draft: now, later, or after a second person's yes.</summary>
/// <param name="book">The drafts.</param>
/// <param name="desk">What else is done with them.</param>
/// <param name="publishing">Does it.</param>
/// <param name="options">Whether an approval is needed.</param>
/// <param name="reach">Waits until searches see a change; false when that takes too long.</param>
internal sealed class PublishingDesk(DraftBook book, PostingDesk desk, Publishing publishing, RecruitingOptions options, Func<long, CancellationToken, Task<bool>> reach)
{
    private static readonly LocalTimePattern Hour = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalTime UsualHour = new(9, 0);

    public async Task<RecruitingReply> PublishAsync(RecruitingTurn turn, OpenDraft draft, CancellationToken ct)
    {
        if (draft.Content.Role == 0)
            return await desk.ShowAsync(turn, draft, "", [], ct);
        switch (await publishing.PublishAsync(draft, turn.From, turn.Now, ct))
        {
            case Publication.Done done:
                var said = await reach(done.LastChange, ct) ? RecruitingWording.Published(done.Posting) : RecruitingWording.PublishedSlowly(done.Posting);
                if (done.IsOneWithOthers)
                    said += " " + RecruitingWording.SameRole;
                var spoken = turn with { Conversation = turn.Conversation with { Role = done.Role, Employer = done.Posting.Company?.Value, Listed = [done.Role] } };
                return await desk.NextAsync(spoken, draft, said, ct) ?? spoken.Reply(new RoleChangeAnswer([])
                {
                    Text = said,
                    Hint = RecruitingWording.TakeBack,
                    Buttons = [new DeskButton.Edit(RoleEditStep.Undo, "Take it back", done.Batch.ToString(System.Globalization.CultureInfo.InvariantCulture)), new DeskButton.Edit(RoleEditStep.Form, "Change it", done.Role)],
                });
            case Publication.Refused refused:
                return await desk.ShowAsync(turn, draft, refused.Why, [], ct);
            case Publication.There:
                return turn.Say(RecruitingWording.AlreadyPublished);
            default:
                return await desk.LostAsync(turn, draft.Id, ct);
        }
    }

    /// <summary>Asks when.</summary>
    public RecruitingReply AskWhen(RecruitingTurn turn, OpenDraft draft, string? said = null) => draft.Content.Role > 0 && book.BasisOf(draft.Content) is { } basis
        ? turn.Wait(new PublishLaterAnswer(draft.Id, turn.Today.PlusDays(1), UsualHour, turn.Zone) { Text = said ?? RecruitingWording.WhenToPublish(DraftBook.Shown(draft.Content, basis, draft.Owner.Name)) }, Waits.ForDraft, draft.Id)
        : turn.Say(RecruitingWording.NoDraftInFocus);

    /// <summary>Takes what was filled in.</summary>
    public async Task<RecruitingReply> FilledAsync(RecruitingTurn turn, OpenDraft draft, IReadOnlyDictionary<string, string> filled, CancellationToken ct)
    {
        var zone = filled.GetValueOrDefault("zone") is { Length: > 0 } named ? Zones.IdOf(named) ?? RhythmReader.Read("time zone " + named).Zone : turn.Zone;
        var (day, hour) = (LocalDatePattern.Iso.Parse(filled.GetValueOrDefault("date") ?? ""), Hour.Parse(filled.GetValueOrDefault("hour") ?? ""));
        return zone is not null && day.Success && hour.Success
            ? await ScheduleAsync(turn, draft, day.Value + hour.Value, zone, ct)
            : AskWhen(turn, draft, RecruitingWording.ChooseLater);
    }

    /// <summary>Publishes it at a time to come, where the person is.</summary>
    public async Task<RecruitingReply> ScheduleAsync(RecruitingTurn turn, OpenDraft draft, LocalDateTime at, string zone, CancellationToken ct)
    {
        var due = at.InZoneLeniently(Zones.Of(zone)).ToInstant();
        if (due <= Instant.FromDateTimeOffset(turn.Now))
            return AskWhen(turn, draft, RecruitingWording.ChooseLater);
        if (draft.Content.Role == 0 || book.BasisOf(draft.Content) is not { } basis)
            return turn.Say(RecruitingWording.NoDraftInFocus);
        var shown = DraftBook.Shown(draft.Content, basis, draft.Owner.Name);
        // Without an approval it may wait: somebody can approve it until then.
        if (await publishing.HindranceAsync(draft, shown, ct) is { } hindrance && !(options.Approval && turn.Standing.May(shown.Company?.Value)))
            return await desk.ShowAsync(turn, draft, hindrance, [], ct);
        if (await book.UpdateAsync(draft, draft.Content with { State = DraftState.Scheduled, Failed = null }, due, turn.Now, ct) is null)
            return await desk.LostAsync(turn, draft.Id, ct);
        var said = RecruitingWording.Scheduled(shown, RecruitingWording.When(at, zone));
        return turn.Say(options.Approval && draft.Content.Approved is null ? $"{said} {RecruitingWording.NeedsApproval(draft.Id)}" : said);
    }

    /// <summary>The yes of a second person to what is shown.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="draft">Somebody else's.</param>
    /// <param name="seen">The print of what the person was shown; null to show it and ask.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<RecruitingReply> ApproveAsync(RecruitingTurn turn, OpenDraft draft, string? seen, CancellationToken ct)
    {
        if (!options.Approval)
            return turn.Say(RecruitingWording.ApprovalOff);
        if (draft.Owner.IsSame(turn.Me!))
            return turn.SayAside(RecruitingWording.ApproveOwn);
        if (draft.Content.Role == 0 || book.BasisOf(draft.Content) is not { } basis)
            return turn.Say(RecruitingWording.DraftGone);
        var shown = DraftBook.Shown(draft.Content, basis, draft.Owner.Name);
        if (!turn.Standing.May(shown.Company?.Value))
            return turn.SayAside(RecruitingWording.NotForEmployer(shown.Company?.Value, turn.Standing));
        var print = DraftBook.PrintOf(shown);
        if (seen != print)
            return PostingDesk.ToApprove(turn, draft, shown, print);
        return await book.UpdateAsync(draft, draft.Content with { Approved = new Approval(print, turn.Me!.Name) }, draft.Stored.Draft.Due, turn.Now, ct) is null
            ? turn.SayAside(RecruitingWording.DraftChanged)
            : turn.Say(RecruitingWording.Approved(shown, draft.Owner.Name));
    }
}
