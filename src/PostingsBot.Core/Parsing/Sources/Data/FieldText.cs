using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Sources.Data;

/// <summary>Values as machines write them: codes, instants and pay periods.</summary>
internal static class FieldText
{
    private const long EarliestSecond = 631_152_000;
    private const long LatestSecond = 4_102_444_800;

    /// <summary>A code as words: "FullTime", "FULL_TIME" and "full-time" alike.</summary>
    public static string Spaced(string code)
    {
        var words = new StringBuilder(code.Length + 4);
        for (var i = 0; i < code.Length; i++)
        {
            if (i > 0 && char.IsUpper(code[i]) && char.IsLower(code[i - 1]))
                words.Append(' ');
            words.Append(code[i] is '_' ? ' ' : code[i]);
        }

        return words.ToString();
    }

    /// <summary>The UTC day of seconds or milliseconds since 1970, as ISO text; any other text as it is.</summary>
    public static string Day(string text)
    {
        if (!decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return text;
        var seconds = number >= LatestSecond ? number / 1000 : number;
        if (seconds is < EarliestSecond or > LatestSecond)
            return text;
        return LocalDatePattern.Iso.Format(Instant.FromUnixTimeSeconds((long)seconds).InUtc().Date);
    }

    /// <summary>"1 YEAR", "per-hour-wage", "annual".</summary>
    public static PayPeriod? Period(string? text) => text?.ToLowerInvariant() switch
    {
        null => null,
        var words when words.Contains("year", StringComparison.Ordinal) || words.Contains("ann", StringComparison.Ordinal) => PayPeriod.Year,
        var words when words.Contains("month", StringComparison.Ordinal) => PayPeriod.Month,
        var words when words.Contains("week", StringComparison.Ordinal) => PayPeriod.Week,
        var words when words.Contains("hour", StringComparison.Ordinal) => PayPeriod.Hour,
        var words when words.Contains("day", StringComparison.Ordinal) || words.Contains("daily", StringComparison.Ordinal) => PayPeriod.Day,
        _ => null,
    };
}
