using NodaTime;

namespace PostingsBot.Tests.Support;

/// <summary>The clock stands still at noon of <see cref="Day"/>, in UTC, until it is moved.</summary>
internal sealed class FixedClock : TimeProvider
{
    public static readonly LocalDate Day = new(2026, 3, 2);

    public TimeSpan Later { get; set; }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Later.Ticks;

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(Day.At(LocalTime.Noon).ToDateTimeUnspecified(), TimeSpan.Zero) + Later;
}
