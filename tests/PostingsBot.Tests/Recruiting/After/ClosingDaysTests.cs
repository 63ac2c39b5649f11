using NodaTime;
using NodaTime.Text;
using PostingsBot.Recruiting.After;

namespace PostingsBot.Tests.Recruiting.After;

public sealed class ClosingDaysTests
{
    [Theory]
    [InlineData("2026-03-02T11:59:59Z", "2026-02-28")]
    [InlineData("2026-03-02T12:00:00Z", "2026-03-01")]
    [InlineData("2026-03-03T00:00:00Z", "2026-03-01")]
    [InlineData("2026-03-03T12:00:00Z", "2026-03-02")]
    public void LastOver_Instant_DayThatHasEndedEverywhere(string now, string last) =>
        Assert.Equal(LocalDatePattern.Iso.Parse(last).Value, ClosingDays.LastOver(InstantPattern.General.Parse(now).Value));

    [Fact]
    public void Warned_Noon_FromTheDaysThatAreNotOverToThreeDaysAhead()
    {
        var (first, last) = ClosingDays.Warned(Instant.FromUtc(2026, 3, 2, 13, 0));

        Assert.Equal((new LocalDate(2026, 3, 2), new LocalDate(2026, 3, 5)), (first, last));
    }
}
