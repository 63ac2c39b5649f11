using System.Globalization;
using NodaTime;
using PostingsBot.Cards;
using PostingsBot.Core.Export;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Questions.Recruiting;
using PostingsBot.Core.Recruiting;
using PostingsBot.Recruiting.After;
using PostingsBot.Recruiting.Answers;
using PostingsBot.Recruiting.Drafting;
using PostingsBot.Recruiting.Updating;
using PostingsBot.Storage.Recruiting;
using CardVerb = PostingsBot.Cards.CardAction;

namespace PostingsBot.Recruiting;

/// <summary>The part of the talk that is about roles of the catalogue. Whoever speaks is known as a recruiter.</summary>
internal sealed class UpdateTalk(IRoleEdits edits, RoleFinder finder, UpdateDesk desk, HistoryDesk history, PostingDesk drafts, NoticeActions notices)
{
    private const int MostRoles = 8;

    public async Task<RecruitingReply> DoAsync(RecruitingTurn turn, RecruitingRequest request, Question question, string text, CancellationToken ct)
    {
        switch (request.Action)
        {
            case RecruitingAction.Undo:
                return await history.UndoLastAsync(turn, ct);
            case RecruitingAction.MyRoles:
                return await MyRolesAsync(turn, ct);
            case RecruitingAction.History or RecruitingAction.EditText or RecruitingAction.Duplicate:
                return await finder.FindAsync(turn, request with { IsBulk = false }, question, ct) switch
                {
                    FoundRoles.Some { Roles: [var role, ..] } => await OfAsync(turn, request.Action, role, ct),
                    FoundRoles.Ask ask => (turn with { Conversation = ask.Next }).Wait(ask.Answer, Waits.ForRole, said: text),
                    FoundRoles.None none => turn.Say(none.Why),
                    _ => throw new InvalidOperationException("roles of no known kind"),
                };
            default:
                return await desk.ProposeAsync(turn, request, question, text, ct);
        }
    }

    public Task<RecruitingReply> ConfirmAsync(RecruitingTurn turn, string id, CancellationToken ct) => desk.ConfirmAsync(turn, id, ct);

    public Task<RecruitingReply?> AmendAsync(RecruitingTurn turn, PendingChange change, string text, CancellationToken ct) => desk.AmendAsync(turn, change, text, ct);

    public Task<RecruitingReply> RewriteAsync(RecruitingTurn turn, string role, string text, CancellationToken ct) => desk.RewriteAsync(turn, role, text, ct);

    public Task<RecruitingReply> HistoryOfAsync(RecruitingTurn turn, Actor person, CancellationToken ct) => history.OfPersonAsync(turn, person, ct);

    public async Task<RecruitingReply> PressedAsync(RecruitingTurn turn, CardVerb.RoleEdit pressed, CancellationToken ct)
    {
        switch (pressed.Step)
        {
            case RoleEditStep.Confirm:
                return await desk.ConfirmAsync(turn, pressed.Id, ct);
            case RoleEditStep.Cancel:
                return UpdateDesk.Cancel(turn, pressed.Id);
            case RoleEditStep.Form:
                return await desk.FormAsync(turn, pressed.Id, ct);
            case RoleEditStep.Fill:
                return await desk.FillAsync(turn, pressed, ct);
            case RoleEditStep.List:
                return await MyRolesAsync(turn, ct);
            case RoleEditStep.Leave or RoleEditStep.KeepMine or RoleEditStep.TakeFiles:
                return turn.SayAside(await notices.PressedAsync(turn, pressed, ct));
            case RoleEditStep.Undo:
                return long.TryParse(pressed.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var batch) ? await history.UndoAsync(turn, batch, ct) : turn.Say(RecruitingWording.UndoGone);
        }

        if (await edits.FindAsync(pressed.Id, ct) is not { } role)
            return turn.Say(RecruitingWording.AllGone);
        return pressed.Step switch
        {
            RoleEditStep.History => await history.OfRoleAsync(turn, role, ct),
            RoleEditStep.Longer => UpdateDesk.Propose(turn, new RecruitingRequest(RecruitingAction.Extend) { Longer = Period.FromWeeks(2) }, [role]),
            RoleEditStep.Close => UpdateDesk.Propose(turn, new RecruitingRequest(RecruitingAction.Close), [role]),
            _ => UpdateDesk.Propose(turn, new RecruitingRequest(RecruitingAction.Reopen), [role]),
        };
    }

    private async Task<RecruitingReply> OfAsync(RecruitingTurn turn, RecruitingAction action, EditableRole role, CancellationToken ct) => action switch
    {
        RecruitingAction.History => await history.OfRoleAsync(turn, role, ct),
        RecruitingAction.EditText => UpdateDesk.AskText(turn, role),
        _ => await DuplicateAsync(turn, role, ct),
    };

    /// <summary>A draft that says what a role says, without its dates.</summary>
    private async Task<RecruitingReply> DuplicateAsync(RecruitingTurn turn, EditableRole role, CancellationToken ct)
    {
        if (!turn.Standing.May(role.Shown.Company?.Value))
            return turn.Say(RecruitingWording.NotForEmployer(role.Shown.Company?.Value, turn.Standing));
        var text = PostingMarkdown.Write(role.Shown with { Posted = null, ValidThrough = null, Status = null });
        return PasteReader.Read(text, DraftBook.YourText) is Paste.Roles { Document: { Postings.Count: 1 } document }
            ? await drafts.BeginAsync(turn, text, document, RecruitingWording.Preview, [RecruitingWording.DuplicateOf(role.Shown)], ct, isCopy: true)
            : turn.Say(RecruitingWording.NoSuchRole);
    }

    private async Task<RecruitingReply> MyRolesAsync(RecruitingTurn turn, CancellationToken ct)
    {
        var mine = await edits.OpenOfOwnerAsync(turn.Me!, ct);
        if (mine.Count == 0)
            return turn.Say(RecruitingWording.NoRoles);
        var shown = mine.Take(MostRoles).ToList();
        var rows = shown.Select((role, index) => Row(role, (index + 1).ToString(CultureInfo.InvariantCulture)));
        return (turn with { Conversation = turn.Conversation with { Listed = [.. shown.Select(role => role.Id)], Role = null } })
            .Reply(new DeskListAnswer([.. rows]) { Text = RecruitingWording.MyRoles(mine.Count), More = mine.Count - shown.Count, Postings = [.. shown.Select(role => role.Shown)] });
    }

    private static DeskRow Row(EditableRole role, string number) => new($"{number}. {Core.Answers.Show.Name(role.Shown)}", $"{RoleFacts.Where(role.Shown)} · {RoleFacts.Rest(role.Shown)}")
    {
        Buttons = [new DeskButton.Edit(RoleEditStep.Form, $"Change {number}", role.Id), new DeskButton.Edit(RoleEditStep.Close, $"Close {number}", role.Id)],
    };
}
