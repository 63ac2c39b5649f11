using System.Globalization;
using NodaTime;

namespace PostingsBot.Storage.Json;

/// <summary>Days as "2017-07-27", which sort as text. By hand: NodaTime's patterns cost the start tens of milliseconds.</summary>
internal static class DayText
{
    public static string Of(LocalDate day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year:D4}-{day.Month:D2}-{day.Day:D2}");

    public static LocalDate Read(ReadOnlySpan<char> text) => new(Number(text[..4]), Number(text[5..7]), Number(text[8..]));

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
