using NodaTime;
using NodaTime.Text;
using PostingsBot.Core.Digests;

namespace PostingsBot.Configuration;

/// <summary>When in the week people get the list of their open roles.</summary>
/// <param name="Day"><see cref="IsoDayOfWeek.None"/> for never.</param>
/// <param name="Hour">In each one's own zone, else in UTC.</param>
internal sealed record WeeklyHour(IsoDayOfWeek Day, LocalTime Hour)
{
    private static readonly LocalTimePattern Pattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static WeeklyHour Never { get; } = new(IsoDayOfWeek.None, LocalTime.Midnight);

    public bool IsOff => Day is IsoDayOfWeek.None;

    /// <summary>"Monday 09:00", or "off". Null for anything else.</summary>
    public static WeeklyHour? Read(string text)
    {
        if (text.Equals("off", StringComparison.OrdinalIgnoreCase))
            return Never;
        return text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var name, var hour] && Enum.TryParse<IsoDayOfWeek>(name, ignoreCase: true, out var day)
            && Enum.IsDefined(day) && day is not IsoDayOfWeek.None && char.IsLetter(name[0]) && Pattern.Parse(hour) is { Success: true, Value: var at }
            ? new WeeklyHour(day, at)
            : null;
    }

    /// <summary>The last such hour that is not after now: the day there, and when that was. An hour that the clocks skip is the one after.</summary>
    /// <param name="zone">A name that <see cref="Zones"/> gave; null for UTC.</param>
    /// <param name="now">The time.</param>
    public (LocalDate Day, Instant At) LastIn(string? zone, Instant now)
    {
        var there = Zones.Of(zone is { } name && Zones.IdOf(name) is { } id ? id : "UTC");
        var day = now.InZone(there).Date;
        day = day.DayOfWeek == Day ? day : day.Previous(Day);
        var at = (day + Hour).InZoneLeniently(there).ToInstant();
        return at <= now ? (day, at) : (day.PlusWeeks(-1), (day.PlusWeeks(-1) + Hour).InZoneLeniently(there).ToInstant());
    }
}
