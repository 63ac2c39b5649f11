using NodaTime;
using PostingsBot.Cards;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Questions.Recruiting;
using PostingsBot.Core.Recruiting;
using PostingsBot.Recruiting.Answers;
using PostingsBot.Recruiting.Drafting;
using PostingsBot.Storage.Recruiting;
using CardVerb = PostingsBot.Cards.CardAction;

namespace PostingsBot.Recruiting.Updating;

/// <summary>Changes of roles of the catalogue: found, shown field by field, made once they are confirmed.</summary>
/// <param name="finder">Finds what is meant.</param>
/// <param name="edits">Makes changes.</param>
/// <param name="audit">Says who changed a role meanwhile.</param>
/// <param name="book">Holds other texts until they are confirmed.</param>
/// <param name="reach">Waits until searches see a change; false when that takes too long.</param>
internal sealed class UpdateDesk(RoleFinder finder, IRoleEdits edits, IAudit audit, DraftBook book, Func<long, CancellationToken, Task<bool>> reach)
{
    private const int IdLength = 8;
    private const int MostShown = 6;

    /// <summary>Finds what is meant and shows what would change.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="question">As it was read.</param>
    /// <param name="said">As it was said: it is read again once the role is clear.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<RecruitingReply> ProposeAsync(RecruitingTurn turn, RecruitingRequest request, Question question, string said, CancellationToken ct)
    {
        switch (await finder.FindAsync(turn, request, question, ct))
        {
            case FoundRoles.Some(var roles):
                return Propose(turn, request, roles);
            case FoundRoles.Ask(var answer, var next):
                return (turn with { Conversation = next }).Wait(answer, Waits.ForRole, said: said);
            case FoundRoles.None(var why):
                return turn.Say(why);
            default:
                throw new InvalidOperationException("roles of no known kind");
        }
    }

    /// <summary>Shows what would change of these roles.</summary>
    public static RecruitingReply Propose(RecruitingTurn turn, RecruitingRequest request, IReadOnlyList<EditableRole> roles)
    {
        var mine = roles.Where(role => turn.Standing.May(role.Shown.Company?.Value)).ToList();
        if (mine.Count == 0)
            return turn.Say(RecruitingWording.NotForEmployer(roles[0].Shown.Company?.Value, turn.Standing));
        var notes = new List<string>();
        if (mine.Count < roles.Count)
            notes.Add(RecruitingWording.NotThese([.. roles.Except(mine).Select(role => role.Shown.Company?.Value ?? "no stated employer").Distinct()]));
        if (request.Action is RecruitingAction.Withdraw)
            return Withdraw(turn, mine, notes);
        var (items, why) = (new List<PendingItem>(), new List<string>());
        foreach (var role in mine)
        {
            var planned = RoleChanges.Plan(request, role.Shown, turn.Today);
            (planned.Edit is null ? why : notes).AddRange(planned.Notes);
            if (planned.Edit is { } edit)
                items.Add(new PendingItem(role.Id, role.Version) { Edit = edit });
        }

        var focused = Focused(turn, mine);
        return items.Count == 0
            ? focused.Say(string.Join(' ', why.Distinct().Take(MostShown)))
            : Show(focused, new PendingChange(NewId(turn), turn.Person, RoleChanges.ActionOf(request.Action), items), mine, [.. notes.Distinct()], text: null);
    }

    /// <summary>The form of a role.</summary>
    public async Task<RecruitingReply> FormAsync(RecruitingTurn turn, string id, CancellationToken ct)
    {
        if (await edits.FindAsync(id, ct) is not { } role)
            return turn.Say(RecruitingWording.AllGone);
        if (!turn.Standing.May(role.Shown.Company?.Value))
            return turn.Say(RecruitingWording.NotForEmployer(role.Shown.Company?.Value, turn.Standing));
        return role.Shown.IsOpen ? Focused(turn, [role]).Reply(RoleForms.Of(role.Id, role.Shown, role.Version)) : turn.Say(RecruitingWording.IsClosed(role.Shown));
    }

    /// <summary>Shows what was filled into a role's form.</summary>
    public async Task<RecruitingReply> FillAsync(RecruitingTurn turn, CardVerb.RoleEdit pressed, CancellationToken ct)
    {
        if (await edits.FindAsync(pressed.Id, ct) is not { } role)
            return turn.Say(RecruitingWording.AllGone);
        if (!turn.Standing.May(role.Shown.Company?.Value))
            return turn.Say(RecruitingWording.NotForEmployer(role.Shown.Company?.Value, turn.Standing));
        if (!role.Shown.IsOpen)
            return turn.Say(RecruitingWording.IsClosed(role.Shown));
        // Every input comes back: against a role that changed since, one that was not touched would undo what somebody else did.
        if (pressed.Version is { } seen && seen != role.Version)
            return Focused(turn, [role]).Reply(RoleForms.Of(role.Id, role.Shown, role.Version) with { Text = RecruitingWording.FormStale(await LastEditorAsync(role, ct)) });
        var planned = RoleChanges.Told(RoleForms.Read(pressed.Filled, role.Shown, turn.Today), role.Shown);
        return planned.Edit is { } edit
            ? Show(Focused(turn, [role]), new PendingChange(NewId(turn), turn.Person, AuditAction.Edit, [new PendingItem(role.Id, role.Version) { Edit = edit }]), [role], planned.Notes, text: null)
            : turn.Say(string.Join(' ', planned.Notes));
    }

    /// <summary>Corrects a change that waits, by a further sentence. Null when the sentence corrects nothing.</summary>
    public async Task<RecruitingReply?> AmendAsync(RecruitingTurn turn, PendingChange change, string sentence, CancellationToken ct)
    {
        if (change is not { Action: AuditAction.Edit, Items: [{ Edit: { } edit } item] } || await edits.FindAsync(item.Role, ct) is not { } role)
            return null;
        var read = CorrectionReader.Read(sentence, edit.Over(role.Shown), turn.Today);
        if (read.Edit is null)
            return read is { IsUnread: false, Problems.Count: > 0 } ? turn.SayAside(string.Join(' ', read.Problems)) : null;
        return Show(turn, change with { Items = [item with { Edit = edit.And(read.Edit) }] }, [role], [.. read.Problems, .. read.Notes], text: null);
    }

    /// <summary>Makes a change that was shown. Rights and versions are looked at anew; it is made for all its roles or for none.</summary>
    public async Task<RecruitingReply> ConfirmAsync(RecruitingTurn turn, string id, CancellationToken ct)
    {
        if (turn.Memory.ChangeOf(id) is not { } change)
            return turn.Say(RecruitingWording.ChangeGone);
        if (change.By != turn.Person)
            return turn.SayAside(RecruitingWording.NotYours);
        var roles = new List<EditableRole>();
        foreach (var item in change.Items)
        {
            if (await edits.FindAsync(item.Role, ct) is { } role)
                roles.Add(role);
        }

        var memory = turn.Memory.Without(id);
        if (roles.Count < change.Items.Count)
            return turn.Say(RecruitingWording.AllGone, memory);
        if (roles.Find(role => !turn.Standing.May(role.Shown.Company?.Value)) is { } foreign)
            return turn.Say(RecruitingWording.NotForEmployer(foreign.Shown.Company?.Value, turn.Standing), memory);
        if (change.Items.Zip(roles).FirstOrDefault(one => one.First.Edit is { } edit && !turn.Standing.May(edit.Over(one.Second.Shown).Company?.Value)) is { Second: not null } taken)
            return turn.Say(RecruitingWording.NotForEmployer(taken.First.Edit!.Over(taken.Second.Shown).Company?.Value, turn.Standing), memory);
        if (change.Items.Zip(roles).Any(one => one.First.Version != one.Second.Version))
            return await StaleAsync(turn, change, roles, ct);
        var orders = new List<RoleChange>();
        foreach (var (item, role) in change.Items.Zip(roles))
        {
            if (await OrderAsync(turn, change, item, role, ct) is not { } order)
                return turn.Say(RecruitingWording.ChangeGone, memory);
            orders.Add(order);
        }

        switch (await edits.ApplyAsync(new EditOrder(turn.Me!, turn.From, change.Action, orders), turn.Now, ct))
        {
            case EditResult.Applied applied:
                foreach (var text in change.Items.Select(item => item.Text).OfType<string>())
                {
                    if (await book.FindAsync(text, ct) is { } held)
                        await book.DeleteAsync(held, ct);
                }

                await reach(applied.LastChange, ct);
                return await DoneAsync(turn with { Memory = memory }, change, roles, applied, ct);
            case EditResult.Stale:
                var now = (FoundRoles.Some?)(await finder.LoadedAsync(change.Items.Select(item => item.Role), ct) as FoundRoles.Some);
                return now is { Roles: var fresh } && fresh.Count == change.Items.Count ? await StaleAsync(turn, change, fresh, ct) : turn.Say(RecruitingWording.AllGone, memory);
            default:
                return turn.Say(RecruitingWording.AllGone, memory);
        }
    }

    public static RecruitingReply Cancel(RecruitingTurn turn, string id)
    {
        if (turn.Memory.ChangeOf(id) is not { } change)
            return turn.Say(RecruitingWording.ChangeGone);
        return change.By == turn.Person ? turn.Say(RecruitingWording.LeftAsItWas, turn.Memory.Without(id)) : turn.SayAside(RecruitingWording.NotYours);
    }

    /// <summary>Asks for another text of a role that was posted in chat.</summary>
    public static RecruitingReply AskText(RecruitingTurn turn, EditableRole role)
    {
        if (!turn.Standing.May(role.Shown.Company?.Value))
            return turn.Say(RecruitingWording.NotForEmployer(role.Shown.Company?.Value, turn.Standing));
        if (!role.Shown.IsOpen)
            return turn.Say(RecruitingWording.IsClosed(role.Shown));
        return role.PostedFiles.Count == 0 ? turn.Say(RecruitingWording.NotFromChat(role.Shown)) : Focused(turn, [role]).Wait(RecruitingTurn.Words(RecruitingWording.PasteOther), Waits.ForOtherText, role.Id);
    }

    /// <summary>Shows what another text changes of a role.</summary>
    public async Task<RecruitingReply> RewriteAsync(RecruitingTurn turn, string id, string text, CancellationToken ct)
    {
        if (await edits.FindAsync(id, ct) is not { PostedFiles: [var file, ..] } role)
            return turn.Say(RecruitingWording.AllGone);
        switch (PasteReader.Read(text, file))
        {
            case Paste.NotAPosting not:
                return turn.Wait(RecruitingTurn.Words(not.Message), Waits.ForOtherText, id);
            case Paste.Roles { Document.Postings.Count: > 1 }:
                return turn.Wait(RecruitingTurn.Words(RecruitingWording.OneRoleOnly), Waits.ForOtherText, id);
        }

        var held = DraftBook.NewId(turn, text);
        if (await book.CreateAsync(turn, held, new PostingDraft { State = DraftState.OtherText, Text = text, File = file, Role = 1, From = turn.From }, ct) is null)
            return turn.Say(RecruitingWording.TooManyDrafts);
        var change = new PendingChange(NewId(turn), turn.Person, AuditAction.EditText, [new PendingItem(role.Id, role.Version) { Text = held }]);
        return Show(Focused(turn, [role]), change, [role], [], text: null, DraftBook.BasisOf(new PostingDraft { Text = text, File = file, Role = 1 }));
    }

    public static RecruitingTurn Focused(RecruitingTurn turn, IReadOnlyList<EditableRole> roles) => roles is [var role]
        ? turn with { Conversation = turn.Conversation with { Role = role.Id, Employer = role.Shown.Company?.Value } }
        : turn;

    private static RecruitingReply Withdraw(RecruitingTurn turn, List<EditableRole> roles, List<string> notes)
    {
        if (roles.Find(role => role.PostedFiles.Count == 0) is { } file)
            return turn.Say(RecruitingWording.NotFromChat(file.Shown));
        var change = new PendingChange(NewId(turn), turn.Person, AuditAction.Withdraw, [.. roles.Select(role => new PendingItem(role.Id, role.Version))]);
        return Show(Focused(turn, roles), change, roles, notes, text: null);
    }

    /// <summary>A change with its fields before and after, and the question whether to make it.</summary>
    private static RecruitingReply Show(RecruitingTurn turn, PendingChange change, IReadOnlyList<EditableRole> roles, IReadOnlyList<string> notes, string? text, Posting? rewritten = null)
    {
        var word = ChangeWords.Of(change.Action);
        var changed = change.Items.Select(item => (Item: item, Role: roles.First(role => role.Id == item.Role))).Select(one => new ChangedRole(
            Core.Answers.Show.Name(one.Role.Shown),
            one.Item.Edit is { } edit ? PostingFields.Differences(one.Role.Shown, edit.Over(one.Role.Shown)) : rewritten is null ? [] : PostingFields.Differences(one.Role.Basis, rewritten))).ToList();
        var answer = new RoleChangeAnswer([.. changed.Take(MostShown)])
        {
            Text = text ?? RecruitingWording.ShallChange(changed.Count, word),
            Notes = [.. notes.Take(MostShown)],
            More = Math.Max(changed.Count - MostShown, 0),
            Hint = change is { Action: AuditAction.Edit, Items.Count: 1 } ? RecruitingWording.YesNoOrCorrect : RecruitingWording.YesOrNo,
            Buttons =
            [
                new DeskButton.Edit(RoleEditStep.Confirm, changed.Count == 1 ? word.Button : RecruitingWording.ButtonOfAll(word, changed.Count), change.Id) { IsPositive = change.Action is not AuditAction.Withdraw, IsDestructive = change.Action is AuditAction.Withdraw },
                new DeskButton.Edit(RoleEditStep.Cancel, "Leave it as it is", change.Id),
            ],
        };
        return turn.Wait(answer, Waits.ForYes, change.Id, turn.Memory.With(change));
    }

    /// <summary>Shows the change against how the roles are now, with who changed them, and asks again.</summary>
    private async Task<RecruitingReply> StaleAsync(RecruitingTurn turn, PendingChange change, IReadOnlyList<EditableRole> roles, CancellationToken ct)
    {
        var moved = change.Items.Zip(roles).First(one => one.First.Version != one.Second.Version).Second;
        var notes = new List<string>();
        foreach (var entry in await audit.QueryAsync(new AuditQuery(Role: moved.Id, Take: 1), ct))
            notes.AddRange(entry.Changes.Select(one => RecruitingWording.NowIs(one.Field, one.After)));
        var again = change with { Items = [.. change.Items.Zip(roles).Select(one => one.First with { Version = one.Second.Version })] };
        return Show(turn, again, roles, notes, RecruitingWording.Conflict(await LastEditorAsync(moved, ct)));
    }

    private async Task<string> LastEditorAsync(EditableRole role, CancellationToken ct) =>
        await audit.QueryAsync(new AuditQuery(Role: role.Id, Take: 1), ct) is [var last, ..] ? HistoryDesk.NameOf(last.By) : Actor.Somebody.Name;

    private async Task<RoleChange?> OrderAsync(RecruitingTurn turn, PendingChange change, PendingItem item, EditableRole role, CancellationToken ct)
    {
        if (item.Edit is { } edit)
            return new RoleChange.Overlay(role.Id, role.Version, role.Overlay.With(edit, RoleChange.Self, Instant.FromDateTimeOffset(turn.Now), role.Basis));
        if (change.Action is AuditAction.Withdraw)
            return new RoleChange.Withdraw(role.Id, role.Version);
        return item.Text is { } text && await book.FindAsync(text, ct) is { } held && DraftBook.DocumentOf(held.Content) is { } document
            ? new RoleChange.Text(role.Id, role.Version, document, held.Content.Text)
            : null;
    }

    private async Task<RecruitingReply> DoneAsync(RecruitingTurn turn, PendingChange change, IReadOnlyList<EditableRole> before, EditResult.Applied applied, CancellationToken ct)
    {
        var changed = new List<ChangedRole>();
        foreach (var role in before.Take(MostShown))
        {
            var now = await edits.FindAsync(role.Id, ct);
            changed.Add(new ChangedRole(Core.Answers.Show.Name(now?.Shown ?? role.Shown), now is null ? [] : PostingFields.Differences(role.Shown, now.Shown)));
        }

        return turn.Reply(new RoleChangeAnswer(changed)
        {
            Text = RecruitingWording.Done(before.Count, ChangeWords.Of(change.Action)),
            More = Math.Max(before.Count - MostShown, 0),
            Hint = RecruitingWording.TakeBack,
            Buttons = [new DeskButton.Edit(RoleEditStep.Undo, "Take it back", applied.Batch.ToString(System.Globalization.CultureInfo.InvariantCulture))],
        });
    }

    private static string NewId(RecruitingTurn turn) => RolePrint.Hash($"{turn.Person}\u001F{turn.From}\u001F{turn.Activity.Id}\u001F{turn.Now:O}")[..IdLength];
}
