using PostingsBot.Storage.Following;
using PostingsBot.Storage.Importing;

namespace PostingsBot;

/// <summary>All log messages of the host. No message holds what a person wrote.</summary>
internal static partial class HostLog
{
    [LoggerMessage(1, LogLevel.Information, "Listening on {Urls} with {Roles} roles in the catalogue. Stop with Ctrl+C.")]
    public static partial void Listening(ILogger logger, string urls, int roles);

    [LoggerMessage(2, LogLevel.Error, "A turn on channel {Channel} failed.")]
    public static partial void TurnFailed(ILogger logger, Exception error, string? channel);

    [LoggerMessage(3, LogLevel.Information, "Catalogue: {Added} added, {Changed} changed, {Withdrawn} withdrawn (roles).")]
    public static partial void Imported(ILogger logger, int added, int changed, int withdrawn);

    [LoggerMessage(4, LogLevel.Warning, "Left out {File}: {Reason}")]
    public static partial void LeftOut(ILogger logger, string file, string reason);

    public static void Report(ILogger logger, ImportSummary summary)
    {
        if (summary.HasChanges)
            Imported(logger, summary.PostingsAdded, summary.PostingsChanged, summary.PostingsWithdrawn);
        foreach (var skipped in summary.Skipped)
            LeftOut(logger, skipped.File, skipped.Message);
    }

    [LoggerMessage(5, LogLevel.Error, "The catalogue could not be brought up to date; the bot goes on with what it has.")]
    public static partial void ImportFailed(ILogger logger, Exception error);

    [LoggerMessage(6, LogLevel.Information, "The search index is missing, old or damaged: it is made anew from PostgreSQL. Until then the bot says that it is warming up.")]
    public static partial void IndexRebuilding(ILogger logger);

    [LoggerMessage(7, LogLevel.Information, "The search index is level with PostgreSQL, at change {Change}.")]
    public static partial void IndexLevel(ILogger logger, long change);

    [LoggerMessage(8, LogLevel.Warning, "The search index does not follow PostgreSQL: {Reason} It is tried again every second.")]
    public static partial void IndexBehind(ILogger logger, string reason);

    public static void Report(ILogger logger, FollowNews news)
    {
        switch (news)
        {
            case FollowNews.Rebuilding:
                IndexRebuilding(logger);
                break;
            case FollowNews.Level level:
                IndexLevel(logger, level.Change);
                break;
            case FollowNews.Behind behind:
                IndexBehind(logger, behind.Error.Message);
                break;
        }
    }

    [LoggerMessage(9, LogLevel.Warning, "A turn on channel {Channel} went on without the conversation's memory: {Reason}")]
    public static partial void MemoryOutOfReach(ILogger logger, string? channel, string reason);

    [LoggerMessage(10, LogLevel.Warning, "An invoke on channel {Channel} was refused with {Status}.")]
    public static partial void InvokeRefused(ILogger logger, string? channel, int status);

    [LoggerMessage(20, LogLevel.Warning, "A card sent on channel {Channel} will not follow its roles: {Reason}")]
    public static partial void CardNotFollowed(ILogger logger, string? channel, string reason);

    [LoggerMessage(21, LogLevel.Warning, "A delivered card on channel {Channel} could not be replaced (attempt {Attempt}), and is tried again in {Pause}: {Reason}")]
    public static partial void CardNotReplaced(ILogger logger, string? channel, int attempt, TimeSpan pause, string reason);

    [LoggerMessage(22, LogLevel.Information, "A delivered card on channel {Channel} is gone and not followed any more: {Reason}")]
    public static partial void CardGone(ILogger logger, string? channel, string reason);

    [LoggerMessage(23, LogLevel.Warning, "A delivered card on channel {Channel} is of another version of this program and not followed any more.")]
    public static partial void CardUnreadable(ILogger logger, string? channel);

    [LoggerMessage(24, LogLevel.Warning, "Delivered cards are not brought up to date just now: {Reason}")]
    public static partial void CardsNotFollowed(ILogger logger, string reason);

    [LoggerMessage(30, LogLevel.Warning, "Slack refused {Method} with {Error} (attempt {Attempt}).")]
    public static partial void SlackRefused(ILogger logger, string method, string error, int attempt);

    [LoggerMessage(31, LogLevel.Information, "Slack's {Method} failed with {Error} (attempt {Attempt}), and is tried again in {Pause}.")]
    public static partial void SlackRepeated(ILogger logger, string method, string error, int attempt, TimeSpan pause);

    [LoggerMessage(32, LogLevel.Error, "Slack's workspace {Team} cannot be served: {Reason}")]
    public static partial void SlackWorkspaceUnusable(ILogger logger, string team, string reason);

    [LoggerMessage(33, LogLevel.Warning, "A request to {Path} was refused with {Status}: {Reason}.")]
    public static partial void SlackRequestRefused(ILogger logger, string path, int status, string reason);

    [LoggerMessage(34, LogLevel.Error, "What Slack sent could not be kept, and Slack was told so: {Reason}")]
    public static partial void SlackNotKept(ILogger logger, string reason);

    [LoggerMessage(35, LogLevel.Information, "Slack sends {Type}, which this version does not know and leaves alone.")]
    public static partial void SlackUnknown(ILogger logger, string type);

    [LoggerMessage(36, LogLevel.Warning, "Slack held back events of workspace {Team}: more came in an hour than it delivers.")]
    public static partial void SlackHeldBack(ILogger logger, string team);

    [LoggerMessage(37, LogLevel.Warning, "What waits in Slack's inbox is not worked just now: {Reason}")]
    public static partial void SlackInboxOutOfReach(ILogger logger, string reason);

    [LoggerMessage(38, LogLevel.Warning, "Something from Slack ({Kind}) failed (attempt {Attempt}), and is tried again in {Pause}.")]
    public static partial void SlackPostponed(ILogger logger, Exception error, string kind, int attempt, TimeSpan pause);

    [LoggerMessage(39, LogLevel.Error, "Something from Slack ({Kind}) was given up after attempt {Attempt}: {Reason}")]
    public static partial void SlackGivenUp(ILogger logger, string kind, int attempt, string reason);

    [LoggerMessage(40, LogLevel.Warning, "Slack waited in vain for {What}.")]
    public static partial void SlackTooLate(ILogger logger, string what);

    [LoggerMessage(41, LogLevel.Information, "Connected to Slack by Socket Mode.")]
    public static partial void SlackConnected(ILogger logger);

    [LoggerMessage(42, LogLevel.Warning, "The socket to Slack ended, and is opened again: {Reason}")]
    public static partial void SlackDisconnected(ILogger logger, string reason);

    [LoggerMessage(45, LogLevel.Information, "The app was installed in Slack's workspace {Team}.")]
    public static partial void SlackInstalled(ILogger logger, string team);

    [LoggerMessage(46, LogLevel.Information, "Slack's workspace {Team} is forgotten.")]
    public static partial void SlackForgotten(ILogger logger, string team);

    [LoggerMessage(47, LogLevel.Warning, "The token of Slack's workspace {Team} was not renewed: {Error}.")]
    public static partial void SlackNotRenewed(ILogger logger, string team, string error);

    [LoggerMessage(48, LogLevel.Warning, "Slack did not accept an installation: {Error}.")]
    public static partial void SlackNotInstalled(ILogger logger, string error);

    [LoggerMessage(60, LogLevel.Information, "Digests: {Made} made for {Looked} alerts that were due.")]
    public static partial void DigestsMade(ILogger logger, int made, int looked);

    [LoggerMessage(61, LogLevel.Warning, "Digests wait: {Reason}")]
    public static partial void DigestsOutOfReach(ILogger logger, string reason);

    [LoggerMessage(65, LogLevel.Information, "Digests: {Progress}")]
    public static partial void DigestsProgress(ILogger logger, string progress);

    [LoggerMessage(62, LogLevel.Warning, "A message for channel {Channel} was not taken (attempt {Attempt}), and is tried again in {Pause}: {Reason}")]
    public static partial void DigestPostponed(ILogger logger, string channel, int attempt, TimeSpan pause, string reason);

    [LoggerMessage(63, LogLevel.Error, "A message for channel {Channel} was given up after attempt {Attempt}: {Reason} See postingsbot digests.")]
    public static partial void DigestGivenUp(ILogger logger, string channel, int attempt, string reason);

    [LoggerMessage(64, LogLevel.Warning, "The alerts of a conversation on channel {Channel} are paused: {Reason}")]
    public static partial void DestinationGone(ILogger logger, string channel, string reason);

    [LoggerMessage(70, LogLevel.Information, "Roles: {Closed} closed because their closing date is over.")]
    public static partial void RolesExpired(ILogger logger, int closed);

    [LoggerMessage(71, LogLevel.Warning, "Closing dates, weekly lists and retention wait: {Reason}")]
    public static partial void AfterOutOfReach(ILogger logger, string reason);

    [LoggerMessage(72, LogLevel.Warning, "A question that was not answered could not be counted: {Reason}")]
    public static partial void UnansweredNotCounted(ILogger logger, string reason);

    [LoggerMessage(73, LogLevel.Information, "Retention: {Forgotten} conversations, drafts and counted questions were kept long enough and are forgotten.")]
    public static partial void Forgotten(ILogger logger, int forgotten);

    [LoggerMessage(74, LogLevel.Warning, "A role could not be written to the folder of WriteBackFolder: {Reason}")]
    public static partial void NotWrittenBack(ILogger logger, string reason);
}
