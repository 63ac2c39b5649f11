namespace PostingsBot.Core.Questions.Subscribing;

/// <summary>Every sentence about a rhythm that cannot be.</summary>
internal static class RhythmMessages
{
    public static string NoSuchTime(string written) => $"There is no {written}: a day runs from 00:00 to 23:59. Say an hour such as \"at 8\" or \"at 7:30 pm\".";

    public static string TwoTimes(string one, string other) => $"I send at most one digest a day, not at {one} and at {other}. Say one hour, or \"as soon as they appear\".";

    public static string NotOffered(string written) =>
        $"I can send new roles as soon as they appear, every day, or on days of the week that you choose, but not {written}. Say for example \"daily at 8\" or \"on Mondays\".";

    public static string UnknownZone(string written) => $"I know no time zone \"{written}\". Say a city (\"Berlin time\"), a zone name (\"Europe/Berlin\") or an offset (\"UTC+2\").";

    public static string SeveralZones(string written, string examples) => $"\"{written}\" may mean several time zones. Name a city there, such as {examples}.";

    public static string NoSuchOffset(string written) => $"There is no time zone {written}: offsets go from UTC-12 to UTC+14. Say one of them, or a city (\"Berlin time\").";
}
