using System.Globalization;
using NodaTime;
using NodaTime.Text;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Answers.Subscribing;

/// <summary>Every sentence about subscriptions.</summary>
public static class SubscriptionWording
{
    public const string NoneYet = "You have no alerts yet. Say for example “send me new senior Rust roles, weekdays at 8”.";
    public const string NoneHere = "Nobody has set up an alert here yet. Say for example “send us new senior Rust roles, weekdays at 8”.";
    public const string NotThere = "That alert is not there any more, so there is nothing to change.";
    public const string OfferGone = "That offer is not open any more, so nothing was saved. Tell me again what to send you, and I will ask you to confirm it.";
    public const string OfferedToOther = "I asked that of somebody else here, and only they can answer it. You can set up an alert of your own.";
    public const string SearchGone = "I no longer have that search at hand. Ask it again, and I can send you what is new to it.";
    public const string Cancelled = "Fine, I saved nothing.";
    public const string KeptAsItWas = "Fine, nothing was deleted.";
    public const string WhichOne = "Which alert do you mean?";
    public const string ChooseTime = "When shall I send it?";
    public const string NoDay = "Choose at least one day.";
    public const string NotNow = "Somebody changed that alert at the same moment, so I left it as it is. Please try again.";
    public const string LetGo = "I let go of the alert that you did not confirm. Tell me again whenever you want it.";
    public const string UnknownZone = "I do not know your time zone, so these are hours of UTC. To have yours, say for example “Berlin time”.";
    public const string RoughHour = "You named no hour, so I took the usual one for that part of the day.";
    public const string SharedPlace = "Everybody here will see it. To get it alone, ask me in our own chat.";
    public const string NotAmong = "An alert is about roles to come, so I left out “of those listed before”.";

    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("dddd d MMMM yyyy");

    public static string What(IEnumerable<Constraint> constraints) => string.Join(" · ", constraints.Select(c => c.Label)) is { Length: > 0 } labels ? labels : "every new role";

    /// <summary>What to say to search for all of it.</summary>
    public static string Search(IReadOnlyCollection<Constraint> constraints) => constraints.Count == 0 ? "newest roles" : string.Join(", ", constraints.Select(Wording.RolesWith));

    public static string When(Rhythm rhythm) => Capital(RhythmWords.Of(rhythm));

    public static string Where(Destination destination, Destination here) => (destination.Kind, destination == here) switch
    {
        (DestinationKind.Person, true) => "To you, here",
        (DestinationKind.Person, false) => "To you, in another chat",
        (DestinationKind.Group, true) => "To this group chat",
        (DestinationKind.Group, false) => "To another group chat",
        (_, true) => "To this channel",
        _ => "To another channel",
    };

    /// <summary>"Monday 2 March 2026, 08:00 (07:00 UTC)". Null for what has no date.</summary>
    public static string? Next(Subscription subscription, Instant now)
    {
        if (subscription.Rhythm is not Rhythm.OnDays on)
            return "As soon as something new appears";
        if (Schedule.Next(on, subscription.Progress, now) is not { } run)
            return null;
        if (run.At <= now)
            return "Now: it is on its way";
        var (local, utc) = (run.At.InZone(Zones.Of(on.Zone)), run.At.InUtc());
        var utcTime = RhythmWords.Of(utc.TimeOfDay) + " UTC";
        var inUtc = local.Zone.GetUtcOffset(run.At) == Offset.Zero ? "UTC" : utc.Date == local.Date ? utcTime : $"{Day.Format(utc.Date)}, {utcTime}";
        return $"{Day.Format(local.Date)}, {RhythmWords.Of(local.TimeOfDay)} ({inUtc})";
    }

    public static string State(Subscription subscription) => subscription.State switch
    {
        SubscriptionState.Paused { Until: { } until } => $"paused until {Day.Format(until.InZone(ZoneOf(subscription.Rhythm)).Date)}",
        SubscriptionState.Paused => "paused until you resume it",
        SubscriptionState.Troubled troubled => "stopped: " + troubled.Reason,
        _ => "active",
    };

    public static DateTimeZone ZoneOf(Rhythm rhythm) => rhythm is Rhythm.OnDays on ? Zones.Of(on.Zone) : DateTimeZone.Utc;

    public static string Offer(Subscription subscription) => $"Shall I send you what is new to this: {What(subscription.Question.Constraints)}? {When(subscription.Rhythm)}.";

    public static string OfferToChange(Subscription subscription, Rhythm before) =>
        $"You have this alert already, {RhythmWords.Of(before)}. Shall I change it? {When(subscription.Rhythm)}.";

    public static string Again(Subscription subscription) => $"You have this alert already, {RhythmWords.Of(subscription.Rhythm)}. You can change when it comes.";

    public static string AgainOf(string owner) => $"This alert is here already: {owner} set it up. It tells everybody here, so I saved nothing.";

    public static string Preview(int total, int shown) => total == 0
        ? "Nothing matches today, so the first role that does will be news to you."
        : $"{Show.Count(total, "role matches", "roles match")} now{(shown < total ? $"; here are {shown.ToString(CultureInfo.InvariantCulture)}" : "")}. You know these already: only newer ones will be sent.";

    public static string AssumedTime(Rhythm rhythm) => $"You did not say when, so I took {RhythmWords.Of(rhythm)}.";

    public static string AssumedHour(LocalTime at) => $"You named no hour, so I took {RhythmWords.Of(at)}.";

    public static string ProfileZone(string zone) => $"The time zone is that of your profile: {zone}.";

    public static string EarlierZone(string zone) => $"The time zone is that of your other alerts: {zone}.";

    public static string OtherProfileZone(string kept, string profile) => $"It stays in {kept}, though your profile says {profile}. To change that, say “change the time zone to {profile}”.";

    /// <summary>Null for what is told at once, which has no quiet days.</summary>
    public static string? Quiet(Subscription subscription) => subscription.Rhythm is Rhythm.AtOnce ? null
        : subscription.QuietDays is QuietDays.OneLine ? "A line that there is nothing new"
        : "Nothing";

    public static string QuietAtOnce => "It comes as soon as something new appears, so it has no quiet days to speak of.";

    public static string QuietChanged(QuietDays quiet) => quiet is QuietDays.OneLine ? "On a day without news I will say so in a line. " : "On a day without news I will send nothing. ";

    public static string Saved(Subscription subscription, SubscriptionRow row) =>
        $"Saved. I will send what is new{(subscription.Rhythm is Rhythm.AtOnce ? "" : subscription.QuietDays is QuietDays.OneLine ? ", and a line on a day without news" : ", and nothing on a day without news")}. {NextSentence(row)}To stop it, say “stop” or “list my alerts”.";

    public static string SavedBefore(SubscriptionRow row) => $"That is saved already, once. {NextSentence(row)}To stop it, say “list my alerts”.";

    public static string NotSavedYet(Subscription subscription) => $"Your alert ({What(subscription.Question.Constraints)}) is not saved yet: say “yes” to save it or “no” to drop it.";

    public static string Limit(int most) => $"You have {most.ToString(CultureInfo.InvariantCulture)} alerts, which is as many as one person may have, so I saved nothing. Delete one first: say “list my alerts”.";

    public static string NotYours(string? owner) => owner is null
        ? "That alert belongs to somebody else here, and only they or an admin may change it. You can set up one of your own."
        : $"That alert belongs to {owner}, and only they or an admin may change it. Ask {owner}, or set up one of your own.";

    public const string Nobodys = "Nobody owns that alert any more: whoever set it up has left. An admin may take it over, or you set up one of your own.";
    public const string YoursAlready = "That alert is yours already.";
    public const string OwnerLeft = "whoever set it up has left; somebody may take it over";
    public const string KeepItGoing = "Keep it going";
    public const string TheseAreWhy = "This digest is for these alerts:";

    public static string Left(string? owner, string what) => $"{owner ?? "Whoever set up an alert here"} has left{(owner is null ? "" : ", who set up an alert here")}: “{what}”. It is paused until somebody takes it over.";

    public static string LeftNote(string when) => $"It came {Lower(when)}.";

    public static string MayNotTake(IReadOnlyList<string> admins) => admins.Count == 0 ? Nobodys : $"Only an admin may take over that alert: {Show.List(admins)}.";

    public static string TakenOver(IReadOnlyList<SubscriptionRow> rows) => rows is [var row] ? $"It is yours now and goes on. {NextSentence(row)}".TrimEnd() : $"{Show.Count(rows.Count, "alert is", "alerts are")} yours now.";

    public static string List(int all, bool isShared) => isShared
        ? $"{Show.Count(all, "alert is", "alerts are")} set up here."
        : $"You have {Show.Count(all, "alert", "alerts")}.";

    public static string NoSuch(IEnumerable<Constraint> constraints) => $"I find no alert about {string.Join(", ", constraints.Select(c => c.Label))}. These are there:";

    public static string NoSuchNumber(int all) => $"There is no alert of that number: {Show.Count(all, "alert is", "alerts are")} there.";

    public static string Paused(IReadOnlyList<SubscriptionRow> rows) => rows is [var row] ? $"{Capital(row.State)}: {row.What}. What is new meanwhile comes when it goes on." : $"{Show.Count(rows.Count, "alert is", "alerts are")} paused.";

    public static string PauseOver(LocalDate day) => $"A pause until {Day.Format(day)} would be over already, so I changed nothing. Say a later day, such as “pause it until next Monday” or “pause it for two weeks”.";

    public static string Resumed(IReadOnlyList<SubscriptionRow> rows) => rows is [var row] ? $"It goes on. {NextSentence(row)}".TrimEnd() : $"{Show.Count(rows.Count, "alert goes", "alerts go")} on.";

    public static string Changed(IReadOnlyList<SubscriptionRow> rows) => rows is [var row] ? $"Changed: {row.When}. {NextSentence(row)}".TrimEnd() : $"{Show.Count(rows.Count, "alert was", "alerts were")} changed.";

    public static string Deleting(IReadOnlyList<string> whats) => whats is [var what] ? $"Delete the alert “{what}”? It cannot be brought back." : $"Delete {Show.Count(whats.Count, "alert", "alerts")}: {Show.List([.. whats.Select(what => $"“{what}”")])}? They cannot be brought back.";

    public static string Deleted(IReadOnlyList<string> whats) => whats is [var what] ? $"Deleted: “{what}”. You will not get it any more." : $"Deleted {Show.Count(whats.Count, "alert", "alerts")}. You will not get them any more.";

    public static string LeftOthers(int count) => count == 0 ? "" : $" I left {Show.Count(count, "alert", "alerts")} alone that {(count == 1 ? "belongs" : "belong")} to others.";

    public static string Why(SubscriptionRow row, string? owner) =>
        $"You get it because {(row.IsOwn ? "you" : owner ?? "somebody here")} asked me to send what is new to this: {row.What}. It comes {Lower(row.When)}{(row.State is "active" ? "" : $"; now it is {row.State}")}.";

    public const string WhyAny = "Each digest says which alerts it is for. These are the ones that reach you:";

    public static string NextRun(SubscriptionRow row) => row.Next is { } next ? $"{row.What}: {Lower(next)}." : $"{row.What}: none, it is {row.State}.";

    public static string NoSuchTime(string written) => $"I cannot read “{written}” as an hour. Write it as 08:00.";

    public static string NoSuchZone(string written) => $"I know no time zone “{written}”. Write a city, a name such as Europe/Berlin, or an offset such as UTC+2.";

    private static string NextSentence(SubscriptionRow row) => row.Next is { } next ? $"Next: {Lower(next)}. " : "";

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Names of days keep their capital.</summary>
    private static string Lower(string text) => text.StartsWith("As soon", StringComparison.Ordinal) || text.StartsWith("Now", StringComparison.Ordinal) || text.StartsWith("Every", StringComparison.Ordinal) || text.StartsWith("On ", StringComparison.Ordinal)
        ? char.ToLowerInvariant(text[0]) + text[1..]
        : text;
}
