using NodaTime;
using NodaTime.Text;
using PostingsBot.Configuration;

namespace PostingsBot.Tests.Configuration;

public sealed class WeeklyHourTests
{
    [Theory]
    [InlineData("Monday 09:00", IsoDayOfWeek.Monday, 9)]
    [InlineData("friday  17:00", IsoDayOfWeek.Friday, 17)]
    public void Read_DayAndHour_Both(string text, IsoDayOfWeek day, int hour) => Assert.Equal(new WeeklyHour(day, new LocalTime(hour, 0)), WeeklyHour.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("Monday")]
    [InlineData("Monday 9")]
    [InlineData("1 09:00")]
    [InlineData("None 09:00")]
    [InlineData("Monday 25:00")]
    [InlineData("Monday 09:00 sharp")]
    public void Read_AnythingElse_Null(string text) => Assert.Null(WeeklyHour.Read(text));

    [Fact]
    public void Read_Off_Never() => Assert.True(WeeklyHour.Read("OFF")!.IsOff);

    [Theory]
    // 2 March 2026 is a Monday.
    [InlineData("Europe/Berlin", "2026-03-02T07:59:59Z", "2026-02-23", "2026-02-23T08:00:00Z")]
    [InlineData("Europe/Berlin", "2026-03-02T08:00:00Z", "2026-03-02", "2026-03-02T08:00:00Z")]
    [InlineData("Europe/Berlin", "2026-03-08T23:30:00Z", "2026-03-02", "2026-03-02T08:00:00Z")]
    [InlineData("Europe/Berlin", "2026-03-30T07:00:00Z", "2026-03-30", "2026-03-30T07:00:00Z")]
    [InlineData(null, "2026-03-02T09:00:00Z", "2026-03-02", "2026-03-02T09:00:00Z")]
    [InlineData("Nowhere/Atall", "2026-03-02T09:00:00Z", "2026-03-02", "2026-03-02T09:00:00Z")]
    [InlineData("Pacific/Auckland", "2026-03-01T20:00:00Z", "2026-03-02", "2026-03-01T20:00:00Z")]
    public void LastIn_Zone_LastMondayNineThere(string? zone, string now, string day, string at)
    {
        var last = new WeeklyHour(IsoDayOfWeek.Monday, new LocalTime(9, 0)).LastIn(zone, InstantPattern.General.Parse(now).Value);

        Assert.Equal((LocalDatePattern.Iso.Parse(day).Value, InstantPattern.General.Parse(at).Value), last);
    }
}
