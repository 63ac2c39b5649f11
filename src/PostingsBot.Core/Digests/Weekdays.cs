using NodaTime;

namespace PostingsBot.Core.Digests;

/// <summary>A set of days of the week.</summary>
[Flags]
public enum Weekdays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
    MondayToFriday = Monday | Tuesday | Wednesday | Thursday | Friday,
    Weekend = Saturday | Sunday,
    EveryDay = MondayToFriday | Weekend,
}

public static class WeekdaysExtensions
{
    public static bool Has(this Weekdays days, IsoDayOfWeek day) => (days & Of(day)) != Weekdays.None;

    public static Weekdays Of(IsoDayOfWeek day) => day is IsoDayOfWeek.None ? Weekdays.None : (Weekdays)(1 << ((int)day - 1));

    /// <summary>In the order of the week, Monday first.</summary>
    public static IEnumerable<IsoDayOfWeek> Days(this Weekdays days) => Enumerable.Range(1, 7).Select(n => (IsoDayOfWeek)n).Where(day => days.Has(day));
}
