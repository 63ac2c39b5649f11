using System.Globalization;
using PostingsBot.Cards.Models;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Recruiting;

namespace PostingsBot.Recruiting;

/// <summary>Every sentence that recruiters are told, in one place.</summary>
internal static class RecruitingWording
{
    public static string PageNotRead(string why) => $"I could not read that page. {why} Paste the posting's text instead, with the link in it to apply at.";

    public const string Preview = "This is how readers will see it. It is not published yet: shall I publish it?";
    public const string PreviewOfPaste = "This reads as a job posting. This is how readers would see it; it is not published. Shall I publish it?";
    public const string Corrected = "Changed. This is how readers will see it; it is not published yet.";
    public const string HowToCorrect = "Say “publish”, “publish tomorrow at 9”, “save as draft” or “discard”, or correct a field: “salary is 90–110k EUR”, “remote in EU only”, “no closing date”.";
    public const string PasteIt = "Paste the job description here, as text or Markdown, or attach it as a file. You will see what I read before anything is published.";
    public const string StillWaitsForText = "I still wait for the text of the new role. Paste it when you have it, or say “cancel”.";
    public const string StillADraft = "The posting you began is not published yet. Say “publish”, “save as draft” or “discard”.";
    public const string StillAChange = "The change I showed you is not made yet. Say “yes” or “no”.";
    public const string KeptAside = "The posting you began is kept among your drafts. Say “my drafts” to go on with it.";
    public const string ChangeLetGo = "I let go of the change that I showed you; nothing was changed.";
    public const string NotBegun = "All right, I begin no posting.";
    public const string DraftGone = "That posting is not here any more: it was published, discarded, or forgotten as too old. Nothing was changed by this button.";
    public const string DraftOfOther = "That posting was begun by somebody else, who alone can go on with it.";
    public const string DraftChanged = "That posting was changed by another message in the meantime, so I did nothing. Here is how it is now.";
    public const string Discarded = "Discarded. Nothing was published.";
    public const string NoDrafts = "You have no drafts. Say “post a new role” to begin one.";
    public const string NoDraftInFocus = "There is no posting to do that with. Say “post a new role” to begin one, or “my drafts” to go on with one.";
    public const string TooManyDrafts = "You have as many drafts as I keep. Publish or discard some first: say “my drafts”.";
    public const string FillIn = "Fill in what you know. What stays empty is shown as not stated.";
    public const string EmptyToRemove = "Empty a field to have it not stated.";
    public const string NeedsTitle = "A posting needs a title and some text. Fill in both.";
    public const string NoSuchRole = "The text holds no such role any more.";
    public const string ChooseLater = "Choose a day and an hour that are still to come.";
    public const string AlreadyPublished = "That posting is published already; I did not publish it again.";
    public const string NotYours = "Somebody else was shown that change, and only they can make it.";
    public const string ChangeGone = "That change does not wait any more: it was made, dropped, or is too old. Nothing was changed by this button.";
    public const string LeftAsItWas = "All right, nothing was changed.";
    public const string WhichRole = "Which role do you mean? Name its title or its employer.";
    public const string NothingToChange = "Say what shall change, for example “salary is 90–110k EUR”.";
    public const string NothingToUndo = "There is nothing of yours that I could take back.";
    public const string UndoneBefore = "That was taken back already.";
    public const string UndoGone = "That cannot be taken back: what it changed is not in the catalogue any more.";
    public const string UndoOfOther = "Somebody else made that change. They can take it back, or an admin can.";
    public const string NoHistory = "Nobody has changed it.";
    public const string NoRoles = "None of the open roles was posted by you.";
    public const string OnlyAdmins = "Only admins say who may post roles.";
    public const string WhomToGrant = "Whom do you mean? Mention the person, as in “make @Ana a recruiter for Brightwheel”.";
    public const string GrantToSelf = "You are an admin already; somebody else has to change that.";
    public const string Exception = "The bot runs in development on this machine, so everybody on this page counts as a recruiter. It is not so where it is installed.";
    public const string PasteOther = "Paste the whole new text. It takes the place of the old one once you have seen the difference and said yes.";
    public const string OneRoleOnly = "That text holds several roles, and the one that is there is a single one. Paste the text of that role alone.";
    public const string ApproveOwn = "A second person has to approve it: you began it yourself.";
    public const string NothingToApprove = "Say which posting you approve, as in “approve 4f2a1b0c”. Whoever began it knows the number.";
    public const string ApprovalOff = "Nothing needs an approval here: whoever began a posting can publish it.";

    public const string SayNumber = "Press the button of one, or say “the first”; the others wait.";

    public const string RoleDone = "That role of the text is done with already.";
    public const string SeveralInText = "Several roles in one text";
    public const string YesOrNo = "Say “yes” or “no”.";
    public const string YesNoOrCorrect = "Say “yes” or “no”, or correct it further.";
    public const string NotText = "it is no text.";
    public const string Help = "As a recruiter you can also post roles and change them: “post a new role”, “close the platform role”, “raise the Crunch salary to 150k”, “undo”, “who changed it?”.";
    public static readonly IReadOnlyList<string> Starters = ["Post a new role", "My open roles"];
    public const string MessageGone = "That message is not at hand any more. Choose “New posting from this message” on it again.";
    public const string SameRole = "Another document of the catalogue advertises the same role, so readers see both as one. If it is another role, give it another title or place.";
    public const string TakeBack = "Say “undo” to take it back.";

    private const int LongestName = 120;

    /// <summary>The button of one more role of the same text.</summary>
    public static string Next(int left) => $"The text holds {Show.Count(left, "more role", "more roles")}.";

    public static string Several(int roles, int shown) =>
        $"There are {Show.Count(roles, "role", "roles")} in this text. Which one shall I prepare?{(shown < roles ? $" Only the first {shown.ToString(CultureInfo.InvariantCulture)} are shown." : "")}";

    public static string Refusal(IReadOnlyList<string> admins, Storage.Recruiting.Actor? me) =>
        "Posting and changing roles is for recruiters, and I do not know you as one. " + (admins.Count == 0
            ? "Nobody is named as an admin yet: whoever runs this bot can name one in its configuration (PostingsBot:Recruiting:Admins)."
            : $"Ask {OneOf(admins)}, who can say “make {(me is { Channel: Identity.Web } ? $"{me.Channel}:{me.User}" : "@you")} a recruiter”.") + " You can ask me about roles at any time.";

    /// <summary>To a visitor of the chat page of whom nothing is known.</summary>
    public static string NotSignedIn(PagePeople page, IReadOnlyList<string> admins) => (page is PagePeople.Nobody
        ? "Roles are posted and changed where I know who speaks: on Teams, on Slack, or in the terminal of the machine that I run on. On this page nobody signs in, so here I only answer questions."
        : "Roles are posted and changed by recruiters, and I do not know who you are: you are not signed in. Open this page from the site where you sign in, such as your intranet, or write to me on Teams or Slack. You can ask me about roles here all the same.")
        + (admins.Count == 0 ? "" : $" Who may post is decided by {OneOf(admins)}.");

    public static string NotForEmployer(string? employer, Standing standing) => employer is null
        ? $"You may post and change roles of {Show.List([.. standing.Employers])}, and this one does not state its employer. Say for example “the employer is {standing.Employers[0]}”."
        : standing.MayAnything
            ? $"You may post and change roles of {Show.List([.. standing.Employers])}, and this one is of {employer}. I changed nothing."
            : "You are not a recruiter any more, so I changed nothing.";

    public static string RightLost(IReadOnlyList<string> admins) =>
        "You are not a recruiter any more, so I changed nothing. What you began is kept." + (admins.Count == 0 ? "" : $" Ask {OneOf(admins)} if that is a mistake.");

    public static string Published(Posting posting) => $"Published: {Name(posting)}. Readers can find it now.";

    public static string PublishedSlowly(Posting posting) => $"Published: {Name(posting)}. It may take a moment until everybody can find it.";

    public static string Scheduled(Posting posting, string when) => $"{Name(posting)} will be published on {when}. Until then it is among your drafts, and can be changed or discarded.";

    public static string Saved(Posting posting) => $"Kept as a draft: {Name(posting)}. Say “my drafts” to go on with it.";

    public static string WhenToPublish(Posting posting) => $"When shall I publish {Name(posting)}?";

    public static string NeedsApproval(string id) => $"A second person has to approve it first: another recruiter says “approve {id}” to me, here or in another chat. After that, publish it. A change in between needs the approval anew.";

    public static string WaitsForApproval(string id) => $"It waits for the approval of a second person (“approve {id}”).";

    public static string Approved(Posting posting, string owner) => $"Approved: {Name(posting)}. {owner} can publish it now, as it is.";

    public static string ApprovedBy(string name) => $"Approved by {name}.";

    public static string ApprovalVoid(string name) => $"It was changed since {name} approved it, so it needs the approval anew.";

    public static string ApproveAsk(string owner) => $"{owner} wants to publish this. Approve it?";

    public static string ShallChange(int roles, AuditWord word) => roles == 1 ? $"Shall I {word.Do} this role?" : $"Shall I {word.Do} these {roles.ToString(CultureInfo.InvariantCulture)} roles?";

    public static string Done(int roles, AuditWord word) => roles == 1 ? $"Done: the role is {word.Did}." : $"Done: {roles.ToString(CultureInfo.InvariantCulture)} roles are {word.Did}.";

    public static string MoreNotShown(int total, int most) => $"{total.ToString(CultureInfo.InvariantCulture)} roles fit, which is more than the {most.ToString(CultureInfo.InvariantCulture)} that I change at once. Name fewer.";

    public static string NotThese(IReadOnlyList<string> employers) => $"Left out, as you may not change roles of {Show.List(employers)}.";

    public static string Already(Posting posting, AuditWord word) => $"{Name(posting)} is {word.Did} already.";

    public static string SaysSo(Posting posting) => $"{Name(posting)} says so already; there is nothing to change.";

    public static string IsClosed(Posting posting) => $"{Name(posting)} is {TermNames.Of(posting.Status?.Value ?? PostingStatus.Closed)}: readers do not find it. Say “reopen it” first, or “duplicate it” for a new one.";

    public static string NoneFits(string? what) => what is null ? WhichRole : $"I find no open role for: {what}.";

    public static string NotFromChat(Posting posting) => $"{Name(posting)} comes from {posting.File}, not from a chat. Its text changes with that file; I can change its fields or close it.";

    public static string ClosingDropped(string day) => $"Its closing date, {day}, has passed: it would close again at once, so I take the date away. Say “extend it to …” for another.";

    public static string ReopenedToo => "It was closed because its date had passed; it opens again.";

    public static string NotLater(string day) => $"{day} has passed already. Name a day that is still to come.";

    public static string NoClosingDate => "It states no closing date that could be moved. Say for example “extend it to 15 January”.";

    public static string Conflict(string who) => $"{who} changed it while you looked at it. Here is your change again, against how it is now. Shall I still make it?";

    public static string NowIs(RoleField field, string now) => $"{FactData.Capital(TermNames.Of(field))} is now {RecruitingModel.Shown(now)}.";

    public static string AllGone => "Nothing was changed: the role has left the catalogue meanwhile.";

    public static string ButtonOfAll(AuditWord word, int count) => $"{FactData.Capital(word.Do)} all {count.ToString(CultureInfo.InvariantCulture)}";

    public static string FormStale(string who) => $"{who} changed it while you filled in the form, so I took nothing from it. Here it is as it is now: change it again.";

    /// <summary>"Ana Silva: closed", with the role's title where it is not clear.</summary>
    public static string DidIt(string who, string did, string? title) => title is null ? $"{who}: {did}" : $"{who}: {did}, {title}";

    /// <summary>The time, and where from: a channel without the id of the conversation, or a file.</summary>
    public static string When(NodaTime.Instant at, string from) => from.Length == 0 ? Day(at) : $"{Day(at)}, from {ChannelOf(from)}";

    public static string FromTo(FieldChange change) => $"{FactData.Capital(TermNames.Of(change.Field))}: {RecruitingModel.Shown(change.After)}, before: {RecruitingModel.Shown(change.Before)}";

    private static string ChannelOf(string from) => from.Split(' ')[0] switch
    {
        Channels.Teams.TeamsScope.Channel => "Teams",
        Channels.Slack.SlackAdapter.ChannelId => "Slack",
        Channels.DirectLine.DirectLineAdapter.ChannelId => "the chat page",
        Identity.Terminal => "the terminal",
        _ => from,
    };

    public static string Undone(int roles) => roles == 1 ? "Taken back: the role is as it was before." : $"Taken back: {roles.ToString(CultureInfo.InvariantCulture)} roles are as they were before.";

    public static string UndoStale(IEnumerable<string> names) => $"I took nothing back: {Show.List([.. names])} changed again since. Say “who changed it?” to see what happened, and correct it by hand.";

    public static string UndoTooLate(int hours) => hours == 0 ? "Changes cannot be taken back here; make another change instead." : $"That was made more than {Show.Count(hours, "hour", "hours")} ago and cannot be taken back any more; make another change instead.";

    public static string History(string name, int count) => $"{Show.Count(count, "change", "changes")} of {name}, the latest first.";

    public static string HistoryOfPerson(string name, int count) => $"{Show.Count(count, "change", "changes")} by {name}, the latest first.";

    public static string MyRoles(int count) => $"{Show.Count(count, "open role was", "open roles were")} posted by you.";

    public static string FormOf(Posting posting) => $"What shall {Name(posting)} say?";

    public static string DueAt(NodaTime.Instant at) => $"to be published on {Day(at)}";

    public static string SavedAt(NodaTime.Instant at) => $"kept since {Day(at)}";

    public static string BegunAt(NodaTime.Instant at) => $"begun, last changed {Day(at)}";

    /// <summary>"2026-03-02 12:00 UTC".</summary>
    public static string Day(NodaTime.Instant at) => at.InUtc().LocalDateTime.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";

    public static string MyDrafts(int count) => $"You have {Show.Count(count, "draft", "drafts")}.";

    public static string DuplicateOf(Posting posting) => $"A copy of {Name(posting)}, without its dates.";

    public static string Granted(string name, bool isAdmin, IReadOnlyList<string> employers) =>
        isAdmin ? $"{name} is an admin now: may change all roles, and say who else may." : $"{name} is a recruiter now{Scope(employers)}.";

    public static string Revoked(string name) => $"{name} may not post or change roles any more.";

    public static string NeverGranted(string name) => $"{name} was granted nothing in chat.";

    public static string IsConfigured(string name) => $"{name} is named in the bot's configuration; that cannot be taken away in chat. Whoever runs the bot can.";

    /// <param name="mentions">Whether people are mentioned on the channel.</param>
    public static string NotKnown(string words, bool mentions) => $"I do not know who “{Cards.CardText.Cut(words, LongestName)}” is. " + (mentions
        ? "Mention the person, so that I get to know them."
        : "Give the id that the person is told at “who am I”, with the channel before it: “make web:zoe@example.com a recruiter”.");

    public static string People(int count) => count == 0 ? "Nobody is named as an admin or a recruiter." : $"{Show.Count(count, "person", "people")} may post and change roles.";

    public static string Right(bool isAdmin, IReadOnlyList<string> employers, bool isConfigured) =>
        (isAdmin ? "admin" : "recruiter" + Scope(employers)) + (isConfigured ? ", by the configuration" : "");

    public static string Me(string channel, string user, string right) => $"On {channel} you are {user}. You are {right}.";

    public const string MeUnknown = "This channel does not prove to me who you are.";

    public const string MeNotSignedIn = "You are not signed in on this page, so I do not know who you are.";

    public static string RightOf(Standing standing) => standing switch
    {
        { IsAdmin: true } => "an admin",
        { IsRecruiter: true } => "a recruiter" + Scope(standing.Employers),
        _ => "no recruiter",
    };

    public static string PublicationFailed(Posting? posting, string reason) => $"{(posting is null ? "A draft" : Name(posting))} was due and is not published: {reason} It is kept among your drafts.";

    private static string OneOf(IReadOnlyList<string> names) => names.Count < 2 ? Show.List(names) : $"{string.Join(", ", names.SkipLast(1))} or {names[^1]}";

    private static string Scope(IReadOnlyList<string> employers) => employers.Count == 0 ? "" : $" for {Show.List(employers)}";

    private static string Name(Posting posting) => $"“{Cards.CardText.Cut(posting.Title.Value, LongestName)}”{(posting.Company is { } company ? $" at {Cards.CardText.Cut(company.Value, LongestName)}" : "")}";

    /// <summary>What a time reads as: "Tuesday 3 March 2026, 09:00 (Europe/Berlin)".</summary>
    public static string When(NodaTime.LocalDateTime at, string zone) =>
        $"{at.Date.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture)}, {RhythmWords.Of(at.TimeOfDay)} ({zone})";
}

/// <summary>How a kind of change is asked about, and how it is told.</summary>
/// <param name="Do">"close".</param>
/// <param name="Did">"closed".</param>
/// <param name="Button">"Close it".</param>
internal sealed record AuditWord(string Do, string Did, string Button);
