namespace PostingsBot.Core.Questions.Subscribing;

/// <summary>Every sentence about a rhythm that cannot be.</summary>
internal static class RhythmMessages
{
    public static string NoSuchTime(string written) => $"There is no {written}: a day runs from 00:00 to 23:59. Say an hour such as \"at 8\" or \"at 7:30 pm\".";

    public const string NoDayLeft = "That leaves no day of the week to send it on. Say on which days it may come, such as \"weekdays\".";

    public const string DailyAndWeekly = "One alert comes daily or weekly, not both: what the daily digest told would not be new to the weekly one. Say which you want.";

    public static string AtOnceToo(string atOnce, string other) =>
        $"One alert comes either {Lower(atOnce)} or at its own time ({other}), not both: what was told at once would not be new later. Say which you want. If they are for different roles, ask for each in a message of its own.";

    public static string HourForEachDay(string one, string other) =>
        $"One alert comes at one hour on all its days, not at {one} on some and at {other} on others. Say one hour, such as \"at {one}\", for all of them.";

    public static string TwoZones(string one, string other) => $"One alert has one time zone, not {one} and {other}. Say the hour in one of them.";

    public static string TwoTimes(string one, string other) => $"I send at most one digest a day, not at {one} and at {other}. Say one hour, or \"as soon as they appear\".";

    public static string NotOffered(string written) =>
        $"I can send new roles as soon as they appear, every day, or on days of the week that you choose, but not {written}. Say for example \"daily at 8\" or \"on Mondays\".";

    public static string UnknownZone(string written) => $"I know no time zone \"{written}\". Say a city (\"Berlin time\"), a zone name (\"Europe/Berlin\") or an offset (\"UTC+2\").";

    public static string SeveralZones(string written, string examples) => $"\"{written}\" may mean several time zones. Name a city there, such as {examples}.";

    public static string NoSuchOffset(string written) => $"There is no time zone {written}: offsets go from UTC-12 to UTC+14. Say one of them, or a city (\"Berlin time\").";

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
