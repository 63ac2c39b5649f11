using System.Globalization;
using NodaTime;
using NodaTime.Text;
using PostingsBot.Core.Questions.Reading;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Questions.Subscribing;

/// <summary>When a pause ends: "until Monday", "till 3 May", "for two weeks". The day on which digests begin again.</summary>
internal static class PauseEnd
{
    private static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>The word at which the end is said, and the day; no day for "until further notice" and what cannot be read. Null when nothing is said.</summary>
    public static (int First, LocalDate? Day)? Find(string text, IReadOnlyList<Word> words, LocalDate today)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (Folded(words, i) is "until" or "till" or "til" or "bis" or "hasta" or "ate")
                return (i, Day(text, words, i + 1, today));
            if (Folded(words, i) is "for" && Span(words, i + 1) is { } span)
                return (i, today + span);
        }

        return null;
    }

    private static LocalDate? Day(string text, IReadOnlyList<Word> words, int i, LocalDate today)
    {
        i = Folded(words, i) is "the" or "next" && Folded(words, i + 1) is not ("week" or "month" or "year") ? i + 1 : i;
        if (i < words.Count && words[i].Start + 10 <= text.Length && LocalDatePattern.Iso.Parse(text.Substring(words[i].Start, 10)) is { Success: true } iso)
            return iso.Value;
        if (DayReader.DayOf(Folded(words, i)) is { } weekday)
            return today.Next(weekday);
        return (Folded(words, i), Folded(words, i + 1)) switch
        {
            ("tomorrow" or "morgen", _) => today.PlusDays(1),
            ("next", "week") => today.Next(IsoDayOfWeek.Monday),
            ("next", "month") => new LocalDate(today.Year, today.Month, 1).PlusMonths(1),
            ("next", "year") => new LocalDate(today.Year + 1, 1, 1),
            var (one, other) => OfMonth(one, other, today) ?? OfMonth(other is "of" ? Folded(words, i + 2) : other, one, today),
        };
    }

    /// <summary>"May 3", "3rd of May", "May": this year's or next year's.</summary>
    private static LocalDate? OfMonth(string month, string day, LocalDate today)
    {
        var at = month.Length < 3 ? -1 : Array.FindIndex(Months, name => name == month || name[..3] == month);
        if (at < 0)
            return null;
        var isNumber = int.TryParse(day.AsSpan().TrimEnd("stndrh"), NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        var date = new LocalDate(today.Year, at + 1, 1);
        if (isNumber && number >= 1 && number <= date.Calendar.GetDaysInMonth(date.Year, date.Month))
            date = date.PlusDays(number - 1);
        return date > today ? date : date.PlusYears(1);
    }

    private static Period? Span(IReadOnlyList<Word> words, int i)
    {
        var word = Folded(words, i) is "the" && Folded(words, i + 1) is "next" ? Folded(words, i += 2) : Folded(words, i);
        var count = word is "a" or "an" ? 1 : DateReader.NumberOf(word) ?? (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and < 1000 ? n : 0);
        return count == 0 ? null : Folded(words, i + 1) switch
        {
            "day" or "days" => Period.FromDays(count),
            "week" or "weeks" => Period.FromWeeks(count),
            "month" or "months" => Period.FromMonths(count),
            "year" or "years" => Period.FromYears(count),
            _ => null,
        };
    }

    private static string Folded(IReadOnlyList<Word> words, int i) => i >= 0 && i < words.Count ? words[i].Folded : "";
}
