using NodaTime;
using PostingsBot.Cards;
using PostingsBot.Configuration;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Answers.Recruiting;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Recruiting;
using PostingsBot.Recruiting.Answers;
using PostingsBot.Subscriptions;

namespace PostingsBot.Recruiting.Drafting;

/// <summary>What is shown of a posting that is being prepared.</summary>
internal sealed class PostingPreview(RolePointer pointer, RecruitingOptions options)
{
    private const int MostTwins = 3;
    private const int MostRoles = 8;

    /// <summary>The role of a draft as readers will see it; all roles of one where none is chosen yet.</summary>
    public async Task<RecruitingReply> OfAsync(RecruitingTurn turn, OpenDraft draft, string text, IReadOnlyList<string> notes, CancellationToken ct)
    {
        if (draft.Content.Role == 0)
            return Roles(turn, draft);
        if (DraftBook.BasisOf(draft.Content) is not { } basis)
            return turn.Say(RecruitingWording.NoSuchRole);
        var shown = DraftBook.Shown(draft.Content, basis, draft.Owner.Name);
        return turn.Wait(await CardAsync(turn, draft, shown, text, notes, ct), Waits.ForDraft, draft.Id);
    }

    /// <summary>The roles of a text, each to be prepared.</summary>
    public static RecruitingReply Roles(RecruitingTurn turn, OpenDraft draft)
    {
        var roles = DraftBook.Parse(draft.Content).Postings.Select((role, index) => (Role: role, Number: index + 1)).Where(one => !draft.Content.Done.Contains(one.Number)).ToList();
        var rows = roles.Take(MostRoles).Select(one => new DeskRow($"{one.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)}. {one.Role.Title.Value}", $"{RoleFacts.Employer(one.Role)} · {RoleFacts.Where(one.Role)}")
        {
            Buttons = [new DeskButton.Post(PostStep.Pick, $"Prepare {one.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)}", draft.Id) { Number = one.Number }],
        });
        var answer = new DeskListAnswer([.. rows]) { Text = RecruitingWording.Several(roles.Count, Math.Min(roles.Count, MostRoles)), More = Math.Max(roles.Count - MostRoles, 0), Notes = [RecruitingWording.SayNumber] };
        return turn.Wait(answer, Waits.ForDraft, draft.Id);
    }

    private async Task<PreviewAnswer> CardAsync(RecruitingTurn turn, OpenDraft draft, Posting shown, string text, IReadOnlyList<string> notes, CancellationToken ct)
    {
        var twins = await pointer.TwinsAsync(shown, MostTwins, ct);
        var described = Assistant.Describe(shown with { File = DraftBook.YourText }, turn.Today);
        return new PreviewAnswer(draft.Id, described)
        {
            Text = text,
            Notes = [.. notes, .. StateOf(draft, shown, turn)],
            Warnings = [.. PostingWarnings.Of(shown, draft.Content.Text, twins, turn.Today).Where(warning => warning.Code is not WarningCode.LookAlike).Select(warning => new PreviewWarning(warning.Text, warning.Evidence is { } at ? Show.Quote(DraftBook.YourText, at) : null))],
            Twins = twins,
            Buttons = Buttons(draft.Id),
            Hint = RecruitingWording.HowToCorrect,
        };
    }

    private IEnumerable<string> StateOf(OpenDraft draft, Posting shown, RecruitingTurn turn)
    {
        if (draft.Stored.Draft.Due is { } due)
            yield return RecruitingWording.Scheduled(shown, RecruitingWording.When(due.InZone(Core.Digests.Zones.Of(turn.Zone)).LocalDateTime, turn.Zone));
        if (draft.Content.Failed is { } failed)
            yield return failed;
        if (!options.Approval)
            yield break;
        yield return draft.Content.Approved switch
        {
            null => RecruitingWording.WaitsForApproval(draft.Id),
            { } approval when approval.Print == DraftBook.PrintOf(shown) => RecruitingWording.ApprovedBy(approval.By),
            { } approval => RecruitingWording.ApprovalVoid(approval.By),
        };
    }

    private static DeskButton[] Buttons(string id) =>
    [
        new DeskButton.Post(PostStep.Publish, "Publish", id) { IsPositive = true },
        new DeskButton.Post(PostStep.Form, "Correct", id),
        new DeskButton.Post(PostStep.Keep, "Save as draft", id),
        new DeskButton.Post(PostStep.Schedule, "Publish later", id),
        new DeskButton.Post(PostStep.Discard, "Discard", id) { IsDestructive = true },
    ];
}
