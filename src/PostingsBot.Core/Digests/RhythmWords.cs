using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace PostingsBot.Core.Digests;

/// <summary>How rhythms read to people.</summary>
public static class RhythmWords
{
    private static readonly LocalTimePattern Hour = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>"Monday to Friday at 08:00 (Europe/Berlin)", "as soon as they appear".</summary>
    public static string Of(Rhythm rhythm) => rhythm is Rhythm.OnDays on ? $"{Of(on.Days)} at {Of(on.At)} ({on.Zone})" : "as soon as they appear";

    public static string Of(LocalTime time) => Hour.Format(time);

    /// <summary>"every day", "Monday to Friday", "on Mondays and Thursdays".</summary>
    public static string Of(Weekdays days) => days switch
    {
        Weekdays.EveryDay => "every day",
        Weekdays.MondayToFriday => "Monday to Friday",
        Weekdays.None => "never",
        _ => "on " + Listed([.. days.Days().Select(Name)]),
    };

    private static string Name(IsoDayOfWeek day) => CultureInfo.InvariantCulture.DateTimeFormat.GetDayName((DayOfWeek)((int)day % 7)) + "s";

    private static string Listed(IReadOnlyList<string> names) => names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";
}
