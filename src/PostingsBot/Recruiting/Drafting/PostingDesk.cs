using PostingsBot.Cards;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Recruiting;
using PostingsBot.Recruiting.Answers;

namespace PostingsBot.Recruiting.Drafting;

/// <summary>Postings before they are published: begun, read, corrected, kept, dropped.</summary>
internal sealed class PostingDesk(DraftBook book, PostingPreview preview)
{
    private const int MostDrafts = 8;

    /// <summary>Asks for the text of a new posting.</summary>
    public static RecruitingReply Begin(RecruitingTurn turn) => turn.Wait(
        new DeskListAnswer([]) { Text = RecruitingWording.PasteIt, Buttons = [new DeskButton.Post(PostStep.New, "Fill in a form", Cards.Models.RecruitingModel.NewPosting)] }, Waits.ForText);

    /// <summary>Reads what was pasted or attached; nothing is kept of what is no posting.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="text">As it was pasted.</param>
    /// <param name="intro">What is said above the preview.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<RecruitingReply> PasteAsync(RecruitingTurn turn, string text, string intro, CancellationToken ct) => PasteReader.Read(text, DraftBook.YourText) switch
    {
        Paste.Roles { Document: var document } => await BeginAsync(turn, text, document, intro, [], ct),
        Paste.NotAPosting not => turn.Wait(RecruitingTurn.Words(not.Message), Waits.ForText),
        _ => throw new InvalidOperationException("a paste of no known kind"),
    };

    /// <summary>The draft of a text that holds at least one role.</summary>
    public async Task<RecruitingReply> BeginAsync(RecruitingTurn turn, string text, ParsedDocument document, string intro, IReadOnlyList<string> notes, CancellationToken ct, bool isCopy = false)
    {
        var id = DraftBook.NewId(turn, text);
        var content = new PostingDraft
        {
            Text = text,
            File = DraftBook.FileOf(turn.Today, document.Postings[0].Title.Value, id),
            Role = document.Postings.Count == 1 ? 1 : 0,
            From = turn.From,
            IsCopy = isCopy,
        };
        return await book.CreateAsync(turn, id, content, ct) is { } draft
            ? await preview.OfAsync(turn, draft, intro, notes, ct)
            : turn.Say(RecruitingWording.TooManyDrafts);
    }

    /// <summary>Prepares one of several roles of a text.</summary>
    public async Task<RecruitingReply> PickAsync(RecruitingTurn turn, OpenDraft whole, int number, CancellationToken ct)
    {
        var roles = DraftBook.Parse(whole.Content).Postings;
        if (number < 1 || number > roles.Count)
            return turn.Wait(RecruitingTurn.Words(RecruitingWording.NoSuchRole), Waits.ForDraft, whole.Id);
        if (whole.Content.Done.Contains(number))
            return turn.Wait(RecruitingTurn.Words(RecruitingWording.RoleDone), Waits.ForDraft, whole.Id);
        var id = RolePrint.Hash($"{whole.Id}\u001F{number}")[..whole.Id.Length];
        var content = whole.Content with { Role = number, Picked = whole.Id, Done = [], File = DraftBook.FileOf(turn.Today, roles[number - 1].Title.Value, id) };
        return await book.FindAsync(id, ct) is { } begun ? await preview.OfAsync(turn, begun, RecruitingWording.Preview, [], ct)
            : await book.CreateAsync(turn, id, content, ct) is { } draft ? await preview.OfAsync(turn, draft, RecruitingWording.Preview, [], ct)
            : turn.Say(RecruitingWording.TooManyDrafts);
    }

    /// <summary>Corrects a draft by a sentence. Null when the sentence corrects nothing.</summary>
    public async Task<RecruitingReply?> CorrectAsync(RecruitingTurn turn, OpenDraft draft, string sentence, CancellationToken ct)
    {
        if (draft.Content.Role == 0 || DraftBook.BasisOf(draft.Content) is not { } basis)
            return null;
        var shown = DraftBook.Shown(draft.Content, basis, draft.Owner.Name);
        return CorrectionReader.Read(sentence, shown, turn.Today) switch
        {
            { Edit: { } edit } correction => await ApplyAsync(turn, draft, basis, edit, [.. correction.Problems, .. correction.Notes], ct),
            { IsUnread: false, Problems: { Count: > 0 } problems } => await preview.OfAsync(turn, draft, string.Join(' ', problems), [], ct),
            _ => null,
        };
    }

    /// <summary>The draft's fields as a form.</summary>
    public static RecruitingReply Form(RecruitingTurn turn, OpenDraft draft) => draft.Content.Role > 0 && DraftBook.BasisOf(draft.Content) is { } basis
        ? turn.Wait(RoleForms.Of(draft.Id, DraftBook.Shown(draft.Content, basis, draft.Owner.Name)), Waits.ForDraft, draft.Id)
        : PostingPreview.Roles(turn, draft);

    /// <summary>Takes what was filled into a draft's form.</summary>
    public async Task<RecruitingReply> FillAsync(RecruitingTurn turn, OpenDraft draft, IReadOnlyDictionary<string, string> filled, CancellationToken ct)
    {
        if (DraftBook.BasisOf(draft.Content) is not { } basis)
            return turn.Say(RecruitingWording.NoSuchRole);
        var read = RoleForms.Read(filled, DraftBook.Shown(draft.Content, basis, draft.Owner.Name), turn.Today);
        return read.Edit is { } edit
            ? await ApplyAsync(turn, draft, basis, edit, [.. read.Problems, .. read.Notes], ct)
            : await preview.OfAsync(turn, draft, read.Problems.Count > 0 ? string.Join(' ', read.Problems) : RecruitingWording.Preview, [], ct);
    }

    /// <summary>Begins a posting from a form that was filled in.</summary>
    public Task<RecruitingReply> FillNewAsync(RecruitingTurn turn, IReadOnlyDictionary<string, string> filled, CancellationToken ct)
    {
        if (RoleForms.TextOf(filled) is not { } text)
            return Task.FromResult(turn.Wait(RoleForms.Empty(RecruitingWording.NeedsTitle, filled), Waits.ForText));
        return PasteAsync(turn, text, RecruitingWording.Preview, ct);
    }

    /// <summary>Puts another text in a draft's place; what was corrected stays.</summary>
    public async Task<RecruitingReply> RewriteAsync(RecruitingTurn turn, OpenDraft draft, string text, CancellationToken ct)
    {
        var problem = PasteReader.Read(text, DraftBook.YourText) switch
        {
            Paste.NotAPosting not => not.Message,
            Paste.Roles { Document.Postings.Count: > 1 } => RecruitingWording.OneRoleOnly,
            _ => null,
        };
        if (problem is not null)
            return turn.Wait(RecruitingTurn.Words(problem), Waits.ForOtherText, draft.Id);
        return await ChangeAsync(turn, draft, draft.Content with { Text = text, Role = 1, Picked = null }, RecruitingWording.Corrected, [], ct);
    }

    public async Task<RecruitingReply> KeepAsync(RecruitingTurn turn, OpenDraft draft, CancellationToken ct)
    {
        if (draft.Content.Role == 0 || DraftBook.BasisOf(draft.Content) is not { } basis)
            return turn.Say(RecruitingWording.KeptAside);
        var kept = await book.UpdateAsync(draft, draft.Content with { State = DraftState.Saved }, due: null, turn.Now, ct);
        return kept is null ? await LostAsync(turn, draft.Id, ct) : turn.Say(RecruitingWording.Saved(DraftBook.Shown(draft.Content, basis, draft.Owner.Name)));
    }

    public async Task<RecruitingReply> DiscardAsync(RecruitingTurn turn, OpenDraft draft, CancellationToken ct)
    {
        if (!await book.DeleteAsync(draft, ct))
            return await LostAsync(turn, draft.Id, ct);
        return await NextAsync(turn, draft, RecruitingWording.Discarded, ct) ?? turn.Say(RecruitingWording.Discarded);
    }

    /// <summary>The roles of the same text that are left, after one is done with; null when there are none.</summary>
    public async Task<RecruitingReply?> NextAsync(RecruitingTurn turn, OpenDraft done, string said, CancellationToken ct)
    {
        if (done.Content.Picked is not { } picked || await book.FindAsync(picked, ct) is not { } whole)
            return null;
        IReadOnlyList<int> all = [.. whole.Content.Done, done.Content.Role];
        var left = DraftBook.Parse(whole.Content).Postings.Count - all.Distinct().Count();
        if (left <= 0)
        {
            await book.DeleteAsync(whole, ct);
            return null;
        }

        if (await book.UpdateAsync(whole, whole.Content with { Done = all }, due: null, turn.Now, ct) is not { } rest)
            return null;
        var reply = PostingPreview.Roles(turn, rest);
        return reply with { Answer = reply.Answer with { Text = $"{said} {RecruitingWording.Next(left)}" } };
    }

    /// <summary>The person's drafts.</summary>
    public async Task<RecruitingReply> ListAsync(RecruitingTurn turn, CancellationToken ct)
    {
        var all = await book.OfOwnerAsync(turn.Me!, ct);
        if (all.Count == 0)
            return turn.Say(RecruitingWording.NoDrafts);
        var rows = all.Reverse().Take(MostDrafts).Select((draft, index) => Row(draft, (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var answer = new DeskListAnswer([.. rows]) { Text = RecruitingWording.MyDrafts(all.Count), More = Math.Max(all.Count - MostDrafts, 0) };
        return all.Count == 1 ? turn.Wait(answer, Waits.ForDraft, all[0].Id) : turn.Reply(answer);
    }

    /// <summary>What became of a draft that another message changed or took.</summary>
    public async Task<RecruitingReply> LostAsync(RecruitingTurn turn, string id, CancellationToken ct) =>
        await book.FindAsync(id, ct) is { } now ? await preview.OfAsync(turn, now, RecruitingWording.DraftChanged, [], ct) : turn.Say(RecruitingWording.DraftGone);

    /// <summary>Shows a draft to a second person, and asks for the approval.</summary>
    public static RecruitingReply ToApprove(RecruitingTurn turn, OpenDraft draft, Posting shown, string print) => turn.Wait(
        new PreviewAnswer(draft.Id, Assistant.Describe(shown with { File = DraftBook.YourText }, turn.Today))
        {
            Text = RecruitingWording.ApproveAsk(draft.Owner.Name),
            Hint = RecruitingWording.YesOrNo,
            Buttons = [new DeskButton.Post(PostStep.Approve, "Approve", draft.Id) { Seen = print, IsPositive = true }],
        },
        Waits.ForApproval,
        draft.Id,
        said: print);

    public Task<RecruitingReply> ShowAsync(RecruitingTurn turn, OpenDraft draft, string text, IReadOnlyList<string> notes, CancellationToken ct) => preview.OfAsync(turn, draft, text, notes, ct);

    private static DeskRow Row(OpenDraft draft, string number)
    {
        var basis = draft.Content.Role > 0 ? DraftBook.BasisOf(draft.Content) : null;
        var title = basis is null ? RecruitingWording.SeveralInText : DraftBook.Shown(draft.Content, basis, draft.Owner.Name).Title.Value;
        var state = draft.Stored.Draft.Due is { } due ? RecruitingWording.DueAt(due) : draft.Content.State is DraftState.Saved ? RecruitingWording.SavedAt(draft.Stored.Changed) : RecruitingWording.BegunAt(draft.Stored.Changed);
        return new DeskRow($"{number}. {title}", draft.Content.Failed is { } failed ? $"{state} · {failed}" : state)
        {
            Buttons = [new DeskButton.Post(PostStep.Show, $"Go on with {number}", draft.Id), new DeskButton.Post(PostStep.Discard, $"Discard {number}", draft.Id)],
        };
    }

    private async Task<RecruitingReply> ApplyAsync(RecruitingTurn turn, OpenDraft draft, Posting basis, PostingEdit edit, IReadOnlyList<string> notes, CancellationToken ct)
    {
        var before = DraftBook.Shown(draft.Content, basis, draft.Owner.Name);
        var content = DraftBook.With(draft.Content, edit, basis, turn.Now);
        var changes = PostingFields.Differences(before, DraftBook.Shown(content, basis, draft.Owner.Name));
        return changes.Count == 0
            ? await preview.OfAsync(turn, draft, RecruitingWording.SaysSo(before), notes, ct)
            : await ChangeAsync(turn, draft, content, RecruitingWording.Corrected, [.. changes.Select(change => RecruitingWording.NowIs(change.Field, change.After)), .. notes], ct);
    }

    private async Task<RecruitingReply> ChangeAsync(RecruitingTurn turn, OpenDraft draft, PostingDraft content, string text, IReadOnlyList<string> notes, CancellationToken ct) =>
        await book.UpdateAsync(draft, content, draft.Stored.Draft.Due, turn.Now, ct) is { } changed ? await preview.OfAsync(turn, changed, text, notes, ct) : await LostAsync(turn, draft.Id, ct);
}
