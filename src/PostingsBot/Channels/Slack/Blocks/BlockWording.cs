using System.Globalization;

namespace PostingsBot.Channels.Slack.Blocks;

/// <summary>What stands in messages and views on Slack beside the cards' own words.</summary>
internal static class BlockWording
{
    public const string Close = "Close";
    public const string Continue = "Continue";
    public const string Details = "Details";
    public const string Picture = "Picture";
    public const string NoValue = "–";
    public const string TooLongForButton = "too long for a button in Slack; please write it";

    public const string Shortened = "Long texts are shortened here, so that this fits into one message in Slack; a “…” stands where something is left out.";

    public static string NotShown(string type) => $"A part of this card is not shown in Slack: {type}.";

    public static string Attached(string name) => $"Attached: {name}";

    public static string InFull(string title) => $"In full: {title}";

    public static string LeftOut(int parts) => string.Create(CultureInfo.InvariantCulture,
        $"This is longer than a message in Slack may be: {parts} more {(parts == 1 ? "part is" : "parts are")} not shown. Ask for one role or one fact at a time to see them.");

    public static string ChoicesLeftOut(int choices) => string.Create(CultureInfo.InvariantCulture, $"{choices} more {(choices == 1 ? "choice does" : "choices do")} not fit here.");
}
