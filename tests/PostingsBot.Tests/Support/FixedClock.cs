namespace PostingsBot.Tests.Support;

/// <summary>The clock stands still at noon of <see cref="Talk.Today"/>, in UTC.</summary>
internal sealed class FixedClock : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => new(Talk.Today.At(NodaTime.LocalTime.Noon).ToDateTimeUnspecified(), TimeSpan.Zero);
}
