namespace PostingsBot.Tests.Support;

/// <summary>The clock stands still at noon of <see cref="Talk.Today"/>, in UTC, until it is moved.</summary>
internal sealed class FixedClock : TimeProvider
{
    public TimeSpan Later { get; set; }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Later.Ticks;

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(Talk.Today.At(NodaTime.LocalTime.Noon).ToDateTimeUnspecified(), TimeSpan.Zero) + Later;
}
