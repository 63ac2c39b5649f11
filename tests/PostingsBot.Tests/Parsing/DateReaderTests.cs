using NodaTime.Text;
using PostingsBot.Core.Parsing.Stages;

namespace PostingsBot.Tests.Parsing;

public class DateReaderTests
{
    [Theory]
    [InlineData("2020-06-16", "2020-06-16")]
    [InlineData("27.05.2020", "2020-05-27")]
    [InlineData("16.7.2021", "2021-07-16")]
    [InlineData("08/11/2022", "2022-08-11")]
    [InlineData("8/11/2022 3:15:00 PM", "2022-08-11")]
    [InlineData("25/03/2021", "2021-03-25")]
    [InlineData("March 5, 2021", "2021-03-05")]
    [InlineData("5th of March 2021", "2021-03-05")]
    [InlineData("12. März 2021", "2021-03-12")]
    [InlineData("3 mars 2021", "2021-03-03")]
    [InlineData("5 de março de 2021", "2021-03-05")]
    [InlineData("2021年3月5日", "2021-03-05")]
    [InlineData("2021년 3월 5일", "2021-03-05")]
    public void Read_DateWithYear_FindsDay(string text, string day) => Assert.Equal(day, LocalDatePattern.Iso.Format(DateReader.Read(text)!.Value));

    [Theory]
    [InlineData("9d")]
    [InlineData("293 days ago")]
    [InlineData("Oct 24")]
    [InlineData("31.02.2020")]
    [InlineData("Continuous")]
    public void Read_NoDayOfAYear_FindsNone(string text) => Assert.Null(DateReader.Read(text));

    [Fact]
    public void Read_DayFirst_TurnsTheOrder() => Assert.Equal(new NodaTime.LocalDate(2021, 3, 5), DateReader.Read("05/03/2021", true));

    [Theory]
    [InlineData("05/03/2021", true)]
    [InlineData("25/03/2021", false)]
    [InlineData("2021-03-05", false)]
    public void IsAmbiguous_SlashedDate_WhereBothReadingsAreDays(string text, bool expected) => Assert.Equal(expected, DateReader.IsAmbiguous(text));
}
