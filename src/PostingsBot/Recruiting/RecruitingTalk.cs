using PostingsBot.Cards;
using PostingsBot.Channels.Slack;
using PostingsBot.Channels.Teams;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Questions.Recruiting;
using PostingsBot.Core.Recruiting;
using PostingsBot.Recruiting.After;
using PostingsBot.Recruiting.Drafting;
using PostingsBot.Recruiting.Rights;
using PostingsBot.Recruiting.Updating;
using PostingsBot.Subscriptions;
using CardVerb = PostingsBot.Cards.CardAction;

namespace PostingsBot.Recruiting;

/// <summary>
/// The talk about posting and changing roles: what is said, what is pressed, and what answers a question of the bot. It decides who is to do it; what is done stands
/// in its neighbours.
/// </summary>
internal sealed class RecruitingTalk(Assistant assistant, Identity identity, WhoMay whoMay, DraftTalk drafts, UpdateTalk updates, RightsDesk rights, OwnerPlaces? places = null)
{
    /// <summary>A text of so many characters and lines is pasted rather than said.</summary>
    private const int LeastPasted = 200;
    private const int LeastLines = 3;

    /// <summary>Nobody says so many lines, however short they are.</summary>
    private const int PastedLines = 6;

    private const string Order = "Post this job description:";

    private static readonly HashSet<string> WhoAmI = ["who am i", "who am i here", "what is my id", "my id"];

    private static readonly HashSet<string> Asking = [.. "which what what's who whose how show find list are is do does did can could any where when why tell give search".Split(' ')];

    public RecruitingTurn TurnOf(ITurnContext context, Conversation conversation, RecruitingMemory memory, DateTimeOffset now) =>
        new(context, identity.Of(context), Standing.None, conversation, memory, now);

    /// <summary>With what the person may. A recruiter's place is remembered, so that they can be told what becomes of their roles.</summary>
    private async Task<RecruitingTurn> KnownAsync(RecruitingTurn turn, CancellationToken ct)
    {
        var standing = await whoMay.OfAsync(turn.Me, ct);
        if (places is not null && standing.MayAnything && turn.Me is { Channel: TeamsScope.Channel or SlackAdapter.ChannelId } me)
            await places.RememberAsync(me, turn.Activity, ct);
        return turn with { Standing = standing };
    }

    /// <summary>What was said in answer to the bot, or pasted. Null when it says something else.</summary>
    public async Task<RecruitingReply?> AnsweredAsync(RecruitingTurn turn, string text, CancellationToken ct)
    {
        var desk = turn.Desk;
        var isPasted = IsPasted(text);
        if (desk.IsClear && !isPasted)
            return null;
        turn = await KnownAsync(turn, ct);
        if (turn.Me is null || !turn.Standing.MayAnything)
            return desk.IsClear ? null : turn.Say(RecruitingWording.RightLost(await whoMay.AdminsAsync(turn.Channel, ct)));
        return await AnsweredAsync(turn, desk, text, isPasted, ct) is { } reply ? Excepted(turn, reply) : null;
    }

    private async Task<RecruitingReply?> AnsweredAsync(RecruitingTurn turn, Desk desk, string text, bool isPasted, CancellationToken ct)
    {
        switch (desk.Waits)
        {
            case Waits.ForText:
                return await drafts.ForTextAsync(turn, text, isPasted, ct);
            case Waits.ForOtherText when OfferAnswer.Of(text) is OfferAnswer.No:
                return turn.Say(RecruitingWording.LeftAsItWas);
            case Waits.ForOtherText when isPasted:
                return await drafts.RewriteAsync(turn, desk.Id!, text, ct) ?? await updates.RewriteAsync(turn, desk.Id!, text, ct);
            case Waits.ForYes when OfferAnswer.Of(text) is OfferAnswer.Yes:
                return await updates.ConfirmAsync(turn, desk.Id!, ct);
            case Waits.ForYes when OfferAnswer.Of(text) is OfferAnswer.No:
                return UpdateDesk.Cancel(turn, desk.Id!);
            case Waits.ForApproval when OfferAnswer.Of(text) is { } said and not OfferAnswer.Time:
                return said is OfferAnswer.Yes ? await drafts.ApproveAsync(turn, desk.Id!, desk.Said, ct) : turn.Say(RecruitingWording.LeftAsItWas);
            case Waits.ForDraft when await drafts.AnsweredAsync(turn, desk.Id!, text, ct) is { } answered:
                return answered;
            default:
                return isPasted ? await drafts.OfferAsync(turn, text, ct) : null;
        }
    }

    /// <summary>A question about posting and changing roles, or a correction of what is shown. Null for any other question.</summary>
    public async Task<RecruitingReply?> AskedAsync(RecruitingTurn turn, Question question, string text, CancellationToken ct)
    {
        var desk = turn.Desk;
        var isAboutMe = WhoAmI.Contains(string.Join(' ', Core.Text.Words.Split(text.Length > LeastPasted ? "" : text).Select(word => word.Folded)));
        var approved = DraftTalk.ApprovedBy(text);
        if (desk.IsClear && question.Recruiting is null && !isAboutMe && approved is null)
            return null;
        turn = await KnownAsync(turn, ct);
        if (isAboutMe)
            return RightsDesk.Me(turn);
        if (approved is not null)
            return turn.Me is null || !turn.Standing.MayAnything ? await RefusedAsync(turn, ct) : await drafts.ApproveAsync(turn, approved, seen: null, ct);
        if (question.Recruiting is { } request)
            return await DoAsync(turn, request, question, text, ct);
        if (turn.Me is null || !turn.Standing.MayAnything)
            return null;
        return desk.Waits switch
        {
            Waits.ForDraft when !IsAsking(question, text) => await drafts.SaidAsync(turn, desk.Id!, question, text, ct),
            Waits.ForYes when !IsAsking(question, text) && turn.Memory.ChangeOf(desk.Id!) is { } change => await updates.AmendAsync(turn, change, text, ct),
            Waits.ForRole when question.Targets is [var target] && question.Intent is Intent.Detail && desk.Said is { } said => await ChosenAsync(turn, target, question, said, ct),
            _ => null,
        };
    }

    /// <summary>A button.</summary>
    public async Task<RecruitingReply> PressedAsync(RecruitingTurn turn, CardVerb action, CancellationToken ct)
    {
        turn = await KnownAsync(turn, ct);
        if (turn.Me is null || !turn.Standing.MayAnything)
            return await RefusedAsync(turn, ct);
        var reply = action is CardVerb.Post post ? await drafts.PressedAsync(turn, post, ct) : await updates.PressedAsync(turn, (CardVerb.RoleEdit)action, ct);
        return Excepted(turn, reply);
    }

    /// <summary>What somebody attached, as the text of a new posting; null for somebody who may not post.</summary>
    public async Task<RecruitingReply?> AttachedAsync(RecruitingTurn turn, IReadOnlyList<AttachedFile> files, CancellationToken ct)
    {
        turn = await KnownAsync(turn, ct);
        return turn.Me is not null && turn.Standing.MayAnything ? Excepted(turn, await drafts.AttachedAsync(turn, files, ct)) : null;
    }

    /// <summary>The order to post a text.</summary>
    public static string PostThis(string text) => Order + "\n\n" + text;

    /// <summary>Whether somebody may post.</summary>
    public async Task<bool> MayPostAsync(Storage.Recruiting.Actor person, CancellationToken ct) => (await whoMay.OfAsync(person, ct)).MayAnything;

    /// <summary>Whether who speaks may post, for what differs then.</summary>
    public async Task<bool> MayPostAsync(ITurnContext context, CancellationToken ct) => (await whoMay.OfAsync(identity.Of(context), ct)).MayAnything;

    /// <summary>After something else was said: what waits is named once more, then let go. What was begun is among the person's drafts.</summary>
    public static (RecruitingMemory Memory, string? Remark) Interrupted(RecruitingTurn turn)
    {
        var desk = turn.Desk;
        if (desk.IsClear)
            return (turn.Memory, null);
        if (!desk.IsReminded)
        {
            return (turn.Memory.With(desk with { IsReminded = true }), desk.Waits switch
            {
                Waits.ForText or Waits.ForOtherText => RecruitingWording.StillWaitsForText,
                Waits.ForDraft => RecruitingWording.StillADraft,
                Waits.ForYes => RecruitingWording.StillAChange,
                _ => null,
            });
        }

        var memory = turn.Memory.With(new Desk(turn.Person));
        return desk.Waits switch
        {
            Waits.ForDraft => (memory, RecruitingWording.KeptAside),
            Waits.ForYes => (memory.Without(desk.Id!), RecruitingWording.ChangeLetGo),
            _ => (memory, null),
        };
    }

    /// <summary>Help that also tells recruiters what they can do.</summary>
    public async Task<Answer> HelpAsync(RecruitingTurn turn, Answer help, CancellationToken ct)
    {
        if (turn.Me is null || !(await whoMay.OfAsync(turn.Me, ct)).MayAnything)
            return help;
        return help with { Text = $"{help.Text} {RecruitingWording.Help}", Suggestions = [.. help.Suggestions.Take(2), .. RecruitingWording.Starters] };
    }

    private async Task<RecruitingReply> DoAsync(RecruitingTurn turn, RecruitingRequest request, Question question, string text, CancellationToken ct)
    {
        if (turn.Me is null || !turn.Standing.MayAnything)
            return await RefusedAsync(turn, ct);
        var reply = request.Action switch
        {
            RecruitingAction.Grant => await rights.GrantAsync(turn, request, ct),
            RecruitingAction.Revoke => await rights.RevokeAsync(turn, request, ct),
            RecruitingAction.Recruiters => await rights.ListAsync(turn, ct),
            RecruitingAction.Post or RecruitingAction.Publish or RecruitingAction.SaveDraft or RecruitingAction.Discard or RecruitingAction.Approve or RecruitingAction.MyDrafts => await drafts.DoAsync(turn, request, text, ct),
            RecruitingAction.History when request.Person is not null && await rights.PersonAsync(turn, request, ct) is { } person => await updates.HistoryOfAsync(turn, person, ct),
            _ when await drafts.OfDraftAsync(turn, request, text, ct) is { } ofDraft => ofDraft,
            _ => await updates.DoAsync(turn, request, question, text, ct),
        };
        return Excepted(turn, reply);
    }

    /// <summary>The role that was asked for is named: what was wanted of it goes on.</summary>
    private async Task<RecruitingReply?> ChosenAsync(RecruitingTurn turn, Target target, Question question, string said, CancellationToken ct)
    {
        var before = await assistant.ReadAsync(said, turn.Conversation, turn.Today, ct);
        return before.Recruiting is { } request ? await updates.DoAsync(turn, request with { Target = target, IsBulk = false }, question, said, ct) : null;
    }

    private async Task<RecruitingReply> RefusedAsync(RecruitingTurn turn, CancellationToken ct) =>
        turn.Say(turn.Channel is Channels.DirectLine.DirectLineAdapter.ChannelId
            ? RecruitingWording.NotSignedIn(whoMay.Page, await whoMay.AdminsAsync(turn.Channel, ct))
            : RecruitingWording.Refusal(await whoMay.AdminsAsync(turn.Channel, ct), turn.Me));

    /// <summary>On the chat page of a bot in development, said once.</summary>
    private static RecruitingReply Excepted(RecruitingTurn turn, RecruitingReply reply) =>
        turn.Standing.IsByException && !reply.Memory.ToldException ? reply with { Memory = reply.Memory with { ToldException = true }, Remark = reply.Remark is { } remark ? $"{RecruitingWording.Exception} {remark}" : RecruitingWording.Exception } : reply;

    /// <summary>A question is no correction, though it may name the same things.</summary>
    private static bool IsAsking(Question question, string text) =>
        question.Intent is Intent.Count or Intent.Employers or Intent.Compare or Intent.Similar or Intent.Help or Intent.Subscribe or Intent.Subscriptions or Intent.StartOver
        || text.AsSpan().TrimEnd().EndsWith("?", StringComparison.Ordinal)
        || (Core.Text.Words.Split(text.Length > LeastPasted ? text[..LeastPasted] : text) is [var first, ..] && Asking.Contains(first.Folded));

    private static bool IsPasted(string text) => !text.StartsWith(Order, StringComparison.Ordinal) && text.AsSpan().Count('\n') + 1 is var lines && (lines >= PastedLines || (text.Length >= LeastPasted && lines > LeastLines));
}
