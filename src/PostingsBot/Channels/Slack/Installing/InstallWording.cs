namespace PostingsBot.Channels.Slack.Installing;

/// <summary>What installing says: on its page to people, in the log to whoever runs the bot.</summary>
internal static class InstallWording
{
    public const string Again = "Start again";
    public const string OpenSlack = "Open Slack";

    public const string RecordDamaged = "what is kept of it cannot be read: it is damaged, or of another version of this program. Let the app be installed there again at /slack/install.";

    public const string KeyMissing =
        "its token cannot be decrypted: the key it was encrypted with is not in the key folder, or the record is damaged. Bots on one database share that folder (PostingsBot:Slack:KeyFolder). If the key is lost, let the app be installed there again at /slack/install.";

    public const string NoRefreshToken = "its token has expired, and it came without a refresh token. Let the app be installed there again at /slack/install.";

    public static InstallPage Cancelled { get; } = new(400, "Not installed", "The installation was cancelled in Slack. Nothing has changed.", Again, InstallEndpoints.Start);

    public static InstallPage BadState { get; } = new(
        400, "Please start again", "This page belongs to an installation that took longer than ten minutes, was begun in another browser, or is over already. Nothing has been installed by it.", Again, InstallEndpoints.Start);

    public static InstallPage Organisation { get; } = new(
        400, "Not installed", "Slack installed the app for a whole organisation, which it is not made for. Remove it there and install it into a workspace.", Again, InstallEndpoints.Start);

    public static string RenewalFailed(string error) => $"its token has expired, and it could not be renewed ({error}). It is tried again with the next message.";

    public static string RenewalRefused(string error) => $"its token has expired, and Slack refuses to renew it ({error}). Let the app be installed there again at /slack/install.";

    public static string TokenRefused(string error) => $"auth.test with the configured token ended with {error}. If that stays, install the app in the workspace and put its token into PostingsBot:Slack:BotToken.";

    public static InstallPage Installed(string name, Uri openIn) =>
        new(200, "Installed", $"The app is now in {name}. Write to it in Slack, mention it in a channel, or type /roles.", OpenSlack, openIn.AbsoluteUri);

    public static InstallPage Refused(string error, bool mayPass) => new(
        502, "Not installed", mayPass ? $"Slack could not be asked just now ({error}). Please try again in a minute." : $"Slack did not accept the installation ({error}). Whoever runs this bot finds more in its log.", Again, InstallEndpoints.Start);
}
