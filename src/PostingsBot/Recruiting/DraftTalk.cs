using System.Text.RegularExpressions;
using PostingsBot.Channels.Teams.Files;
using PostingsBot.Cards;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Questions.Recruiting;
using PostingsBot.Core.Recruiting;
using PostingsBot.Core.Text;
using PostingsBot.Recruiting.Drafting;
using PostingsBot.Subscriptions;
using CardVerb = PostingsBot.Cards.CardAction;

namespace PostingsBot.Recruiting;

/// <summary>A file that came with a message.</summary>
/// <param name="Name">Without folders.</param>
/// <param name="Bytes">Null when it could not be fetched.</param>
/// <param name="Refused">Why not, for the person who sent it.</param>
internal sealed record AttachedFile(string Name, byte[]? Bytes, string? Refused);

/// <summary>The files of a turn, for the dialog.</summary>
internal sealed record AttachedFiles(IReadOnlyList<AttachedFile> Files);

/// <summary>The part of the talk that is about postings that are being prepared. Whoever speaks is known as a recruiter.</summary>
/// <param name="book">Keeps drafts.</param>
/// <param name="desk">Prepares postings.</param>
/// <param name="publishing">Publishes them.</param>
/// <param name="pages">Brings a page that somebody gives the address of, from public hosts only; null where no address is opened.</param>
internal sealed partial class DraftTalk(DraftBook book, PostingDesk desk, PublishingDesk publishing, FileTransfer? pages)
{
    /// <summary>Characters by which a pasted text is found in the message.</summary>
    private const int LeastSame = 40;

    private static readonly HashSet<string> Dropping = ["discard", "drop", "delete"];

    /// <summary>What was said while the text of a new posting is waited for. Null when it is something else.</summary>
    public async Task<RecruitingReply?> ForTextAsync(RecruitingTurn turn, string text, bool isPasted, CancellationToken ct)
    {
        if (isPasted)
            return await desk.PasteAsync(turn, text, RecruitingWording.Preview, ct);
        if (OfferAnswer.Of(text) is OfferAnswer.No)
            return turn.Say(RecruitingWording.NotBegun);
        if (pages is not null && PasteReader.Read(text, DraftBook.YourText) is Paste.NotAPosting { Reason: NoPosting.LinkOnly } && Address().Match(text) is { Success: true, Value: var address })
            return await OfPageAsync(turn, address, pages, ct);
        return PasteReader.Read(text, DraftBook.YourText) is Paste.Roles or Paste.NotAPosting { Reason: NoPosting.LinkOnly or NoPosting.ImageOnly }
            ? await desk.PasteAsync(turn, text, RecruitingWording.Preview, ct)
            : null;
    }

    private async Task<RecruitingReply> OfPageAsync(RecruitingTurn turn, string address, FileTransfer from, CancellationToken ct)
    {
        var page = await from.DownloadAsync(address, ct);
        return page.Bytes is null
            ? turn.Wait(RecruitingTurn.Words(RecruitingWording.PageNotRead(page.Refused ?? "")), Waits.ForText)
            : await AttachedAsync(turn, [new AttachedFile(DraftBook.YourText, page.Bytes, null)], ct);
    }

    /// <summary>Offers to post what was pasted unasked; null when it is no posting.</summary>
    public async Task<RecruitingReply?> OfferAsync(RecruitingTurn turn, string text, CancellationToken ct) =>
        PasteReader.Read(text, DraftBook.YourText) is Paste.Roles { Document: var document } ? await desk.BeginAsync(turn, text, document, RecruitingWording.PreviewOfPaste, [], ct) : null;

    public async Task<RecruitingReply> AttachedAsync(RecruitingTurn turn, IReadOnlyList<AttachedFile> files, CancellationToken ct)
    {
        var file = files[0];
        if (file.Bytes is not { } bytes)
            return turn.Say(FileWording.NotRead(file.Name, file.Refused ?? ""));
        var reply = PasteReader.Read(bytes, file.Name) switch
        {
            Paste.Roles { Document: var document } when Core.Parsing.DocumentParser.LinesOf(bytes) is { } lines => await desk.BeginAsync(turn, string.Join('\n', lines), document, RecruitingWording.PreviewOfPaste, [], ct),
            Paste.NotAPosting not => turn.Say(not.Message),
            _ => turn.Say(FileWording.NotRead(file.Name, RecruitingWording.NotText)),
        };
        return files.Count > 1 ? reply with { Remark = FileWording.TooMany(1) } : reply;
    }

    /// <summary>Yes, no, keep or drop, said of the draft that is shown. Null when it says something else.</summary>
    public async Task<RecruitingReply?> AnsweredAsync(RecruitingTurn turn, string id, string text, CancellationToken ct)
    {
        if (OfferAnswer.Of(text) is not (OfferAnswer.Yes or OfferAnswer.No))
            return null;
        if (await MineAsync(turn, id, ct) is not { } draft)
            return turn.Say(RecruitingWording.DraftGone);
        var words = Words.Split(text).Select(word => word.Folded).ToList();
        if (words.Contains("save"))
            return await desk.KeepAsync(turn, draft, ct);
        if (words.Exists(Dropping.Contains))
            return await desk.DiscardAsync(turn, draft, ct);
        return OfferAnswer.Of(text) is OfferAnswer.Yes ? await publishing.PublishAsync(turn, draft, ct) : await desk.KeepAsync(turn, draft, ct);
    }

    /// <summary>A correction of the draft that is shown, or which of its roles is meant. Null when it says something else.</summary>
    public async Task<RecruitingReply?> SaidAsync(RecruitingTurn turn, string id, Question question, string text, CancellationToken ct)
    {
        if (await MineAsync(turn, id, ct) is not { } draft)
            return null;
        if (draft.Content.Role == 0)
            return question.Targets is [Target.Ordinal(var number)] && number > 0 ? await desk.PickAsync(turn, draft, number, ct) : null;
        return await desk.CorrectAsync(turn, draft, text, ct);
    }

    /// <summary>What is wanted of the draft that is shown, where it could also be a role of the catalogue. Null when it is that.</summary>
    public async Task<RecruitingReply?> OfDraftAsync(RecruitingTurn turn, RecruitingRequest request, string text, CancellationToken ct)
    {
        if (turn.Desk is not { Waits: Waits.ForDraft or Waits.ForOtherText, Id: { } id } || request.Target is not (null or Target.Focus) || request.IsBulk)
            return null;
        if (request.Action is not (RecruitingAction.Change or RecruitingAction.EditText or RecruitingAction.Extend or RecruitingAction.Withdraw) || await MineAsync(turn, id, ct) is not { Content.Role: > 0 } draft)
            return null;
        return request.Action switch
        {
            RecruitingAction.EditText => turn.Wait(RecruitingTurn.Words(RecruitingWording.PasteOther), Waits.ForOtherText, draft.Id),
            RecruitingAction.Withdraw => await desk.DiscardAsync(turn, draft, ct),
            _ => await desk.CorrectAsync(turn, draft, request.Text.Length > 0 ? request.Text : text, ct),
        };
    }

    public async Task<RecruitingReply> DoAsync(RecruitingTurn turn, RecruitingRequest request, string text, CancellationToken ct)
    {
        switch (request.Action)
        {
            case RecruitingAction.Post when request.Text.Length > 0:
                return await desk.PasteAsync(turn, Pasted(request.Text, text), RecruitingWording.Preview, ct);
            case RecruitingAction.Post:
                return PostingDesk.Begin(turn);
            case RecruitingAction.MyDrafts:
                return await desk.ListAsync(turn, ct);
            case RecruitingAction.Approve:
                return turn.SayAside(RecruitingWording.NothingToApprove);
        }

        if (await InFocusAsync(turn, ct) is not { } draft)
            return (await book.OfOwnerAsync(turn.Me!, ct)).Count > 0 ? await desk.ListAsync(turn, ct) : turn.Say(RecruitingWording.NoDraftInFocus);
        return request.Action switch
        {
            RecruitingAction.Publish when request.PublishAt is { } at => await publishing.ScheduleAsync(turn, draft, at, turn.Zone, ct),
            RecruitingAction.Publish => await publishing.PublishAsync(turn, draft, ct),
            RecruitingAction.SaveDraft => await desk.KeepAsync(turn, draft, ct),
            _ => await desk.DiscardAsync(turn, draft, ct),
        };
    }

    /// <summary>Another text for a draft; null when the id is of no draft.</summary>
    public async Task<RecruitingReply?> RewriteAsync(RecruitingTurn turn, string id, string text, CancellationToken ct) =>
        await MineAsync(turn, id, ct) is { } draft ? await desk.RewriteAsync(turn, draft, text, ct) : null;

    public async Task<RecruitingReply> ApproveAsync(RecruitingTurn turn, string id, string? seen, CancellationToken ct) =>
        await book.FindAsync(id, ct) is { } draft ? await publishing.ApproveAsync(turn, draft, seen, ct) : turn.Say(RecruitingWording.DraftGone);

    public async Task<RecruitingReply> PressedAsync(RecruitingTurn turn, CardVerb.Post pressed, CancellationToken ct)
    {
        switch (pressed.Step)
        {
            case PostStep.List:
                return await desk.ListAsync(turn, ct);
            case PostStep.New when pressed.Id == CardVerb.Post.OfMessage:
                return pressed.Source is { } source ? await desk.PasteAsync(turn, source, RecruitingWording.Preview, ct) : turn.Say(RecruitingWording.MessageGone);
            case PostStep.New:
                return turn.Wait(RoleForms.Empty(RecruitingWording.FillIn), Waits.ForText);
            case PostStep.Fill when pressed.Id == Cards.Models.RecruitingModel.NewPosting:
                return await desk.FillNewAsync(turn, pressed.Filled, ct);
            case PostStep.Approve:
                return await ApproveAsync(turn, pressed.Id, pressed.Seen, ct);
        }

        if (await book.FindAsync(pressed.Id, ct) is not { } draft)
            return turn.Say(RecruitingWording.DraftGone);
        if (!draft.Owner.IsSame(turn.Me!))
            return turn.SayAside(RecruitingWording.DraftOfOther);
        return pressed.Step switch
        {
            PostStep.Pick => await desk.PickAsync(turn, draft, pressed.Number, ct),
            PostStep.Form => PostingDesk.Form(turn, draft),
            PostStep.Fill => await desk.FillAsync(turn, draft, pressed.Filled, ct),
            PostStep.Publish => await publishing.PublishAsync(turn, draft, ct),
            PostStep.Keep => await desk.KeepAsync(turn, draft, ct),
            PostStep.Schedule => PublishingDesk.AskWhen(turn, draft),
            PostStep.ScheduleAt => await publishing.FilledAsync(turn, draft, pressed.Filled, ct),
            PostStep.Discard => await desk.DiscardAsync(turn, draft, ct),
            _ => await desk.ShowAsync(turn, draft, RecruitingWording.Preview, [], ct),
        };
    }

    private async Task<OpenDraft?> MineAsync(RecruitingTurn turn, string id, CancellationToken ct) =>
        await book.FindAsync(id, ct) is { } draft && draft.Owner.IsSame(turn.Me!) ? draft : null;

    /// <summary>The draft that is shown, else the only one.</summary>
    private async Task<OpenDraft?> InFocusAsync(RecruitingTurn turn, CancellationToken ct)
    {
        if (turn.Desk is { Waits: Waits.ForDraft or Waits.ForOtherText, Id: { } id } && await MineAsync(turn, id, ct) is { } shown)
            return shown;
        return await book.OfOwnerAsync(turn.Me!, ct) is [var only] ? only : null;
    }

    /// <summary>What stands behind an order, in full: of a long message only the beginning is read as an order.</summary>
    private static string Pasted(string read, string said) =>
        said.IndexOf(read.Length > LeastSame ? read[..LeastSame] : read, StringComparison.Ordinal) is >= 0 and var at ? said[at..] : read;

    /// <summary>"Approve 4f2a1b0c": the draft that is approved; null for anything else.</summary>
    public static string? ApprovedBy(string text) => text.Length <= LeastSame * 2 && Approving().Match(text) is { Success: true } match ? match.Groups["id"].Value.ToLowerInvariant() : null;

    [GeneratedRegex(@"^\s*(i |please )?approve\s+(draft |posting |number )?(?<id>[0-9a-f]{8})[.!]?\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Approving();

    [GeneratedRegex(@"https://[^\s<>()|\[\]""]{1,2000}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
