using System.Globalization;
using NodaTime;
using NodaTime.Text;
using PostingsBot.Core.Questions.Reading;
using PostingsBot.Core.Questions.Subscribing;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Recruiting;

/// <summary>
/// A day as people write one that lies ahead: "15 January", "January 15th, 2027", "2027-01-15", "15.1.2027", "Friday", "tomorrow", "in two weeks", "the end of the month". A day without a
/// year is the next one.
/// </summary>
internal static class DayAhead
{
    private static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>The day that is written at a word, and the word behind it; null when there is none.</summary>
    public static (LocalDate Day, int End)? At(string text, IReadOnlyList<Word> words, int i, LocalDate today)
    {
        if (i >= words.Count)
            return null;
        if (words[i].Start + 10 <= text.Length && LocalDatePattern.Iso.Parse(text.Substring(words[i].Start, 10)) is { Success: true } iso)
            return (iso.Value, After(words, i, 10));
        if (Numeric(text, words, i) is { } numeric)
            return numeric;
        if (Word(words, i) is "end" or "the" or "next" or "this" or "on" or "of" or "coming")
        {
            if (EndOf(words, i, today) is { } end)
                return end;
            if (Word(words, i) is not "end" && (Word(words, i), Word(words, i + 1)) is not ("next", "week" or "month" or "year"))
                return At(text, words, i + 1, today);
        }

        return (Word(words, i), Word(words, i + 1)) switch
        {
            ("today", _) => (today, i + 1),
            ("tomorrow", _) => (today.PlusDays(1), i + 1),
            ("next", "week") => (today.Next(IsoDayOfWeek.Monday), i + 2),
            ("next", "month") => (new LocalDate(today.Year, today.Month, 1).PlusMonths(1), i + 2),
            ("next", "year") => (new LocalDate(today.Year + 1, 1, 1), i + 2),
            ("in" or "within", _) => Span(words, i + 1) is { } ahead ? (today + ahead.Length, ahead.End) : null,
            var (word, _) when DayReader.DayOf(word) is { } weekday => (today.Next(weekday), i + 1),
            _ => OfMonth(words, i, today),
        };
    }

    /// <summary>"Two weeks", "another month", "10 days": the length and the word behind it.</summary>
    public static (Period Length, int End)? Span(IReadOnlyList<Word> words, int i)
    {
        while (Word(words, i) is "the" or "next" or "another" or "about" or "further" or "more" && i + 1 < words.Count && Count(Word(words, i + 1)) > 0)
            i++;
        var (count, unit) = Word(words, i) is "another" or "next" ? (1, i + 1) : (Count(Word(words, i)), i + 1);
        if (Word(words, unit) is "more" or "further" or "extra" or "additional" or "of")
            unit++;
        return count == 0 ? null : Word(words, unit) switch
        {
            "day" or "days" => (Period.FromDays(count), unit + 1),
            "week" or "weeks" => (Period.FromWeeks(count), unit + 1),
            "fortnight" or "fortnights" => (Period.FromWeeks(2 * count), unit + 1),
            "month" or "months" => (Period.FromMonths(count), unit + 1),
            "year" or "years" => (Period.FromYears(count), unit + 1),
            _ => null,
        };
    }

    private static int Count(string word) =>
        word is "a" or "an" ? 1 : DateReader.NumberOf(word) ?? (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1000 ? number : 0);

    /// <summary>"End of the month", "the end of January", "end of year".</summary>
    private static (LocalDate Day, int End)? EndOf(IReadOnlyList<Word> words, int i, LocalDate today)
    {
        i += Word(words, i) is "the" ? 1 : 0;
        if (Word(words, i) is not "end")
            return null;
        i++;
        while (Word(words, i) is "of" or "the" or "this")
            i++;
        var isNext = Word(words, i) is "next";
        i += isNext ? 1 : 0;
        var first = new LocalDate(today.Year, today.Month, 1);
        return Word(words, i) switch
        {
            "week" => (today.DayOfWeek is IsoDayOfWeek.Sunday && !isNext ? today : today.Next(IsoDayOfWeek.Sunday).PlusWeeks(isNext ? 1 : 0), i + 1),
            "month" => (first.PlusMonths(isNext ? 2 : 1).PlusDays(-1), i + 1),
            "year" => (new LocalDate(today.Year + (isNext ? 1 : 0), 12, 31), i + 1),
            var word when Month(word) is { } month => EndOfMonth(words, i + 1, month, today),
            _ => null,
        };
    }

    private static (LocalDate Day, int End) EndOfMonth(IReadOnlyList<Word> words, int i, int month, LocalDate today)
    {
        var year = Year(Word(words, i));
        var last = new LocalDate(year ?? today.Year, month, 1).PlusMonths(1).PlusDays(-1);
        return (year is null && last < today ? last.PlusDays(1).PlusYears(1).PlusDays(-1) : last, year is null ? i : i + 1);
    }

    /// <summary>"15.1.2027"; "01/15/2027" as documents are read, with the month first where that is one.</summary>
    private static (LocalDate Day, int End)? Numeric(string text, IReadOnlyList<Word> words, int i)
    {
        var start = words[i].Start;
        var end = start;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or '/'))
            end++;
        return Parsing.Stages.DateReader.Read(text[start..end].TrimEnd('.', '/')) is { } date ? (date, After(words, i, end - start)) : null;
    }

    /// <summary>"15 January", "the 15th of January 2027", "January 15": a day that has passed this year is next year's.</summary>
    private static (LocalDate Day, int End)? OfMonth(IReadOnlyList<Word> words, int i, LocalDate today)
    {
        var (month, day, end) = Month(Word(words, i)) is { } named
            ? (named, Day(Word(words, i + 1)), i + 2)
            : (Month(Word(words, i + 1)) ?? (Word(words, i + 1) is "of" ? Month(Word(words, i + 2)) : null) ?? 0, Day(Word(words, i)), Word(words, i + 1) is "of" ? i + 3 : i + 2);
        if (month == 0 || day == 0)
            return null;
        if (Year(Word(words, end)) is { } year)
            return Date(year, month, day) is { } full ? (full, end + 1) : null;
        return (Date(today.Year, month, day) is { } near && near >= today ? near : Date(today.Year + 1, month, day)) is { } date ? (date, end) : null;
    }

    private static LocalDate? Date(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    private static int? Month(string word) =>
        word.Length < 3 || Array.FindIndex(Months, name => name == word || name[..3] == word || (word is "sept" && name[0] is 's')) is not (>= 0 and var at) ? null : at + 1;

    private static int Day(string word) =>
        int.TryParse(word.EndsWith("st", StringComparison.Ordinal) || word.EndsWith("nd", StringComparison.Ordinal) || word.EndsWith("rd", StringComparison.Ordinal) || word.EndsWith("th", StringComparison.Ordinal) ? word[..^2] : word, NumberStyles.None, CultureInfo.InvariantCulture, out var day) ? day : 0;

    private static int? Year(string word) => word.Length == 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1990 and < 2100 ? year : null;

    private static int After(IReadOnlyList<Word> words, int i, int length)
    {
        var end = words[i].Start + length;
        while (i < words.Count && words[i].Start < end)
            i++;
        return i;
    }

    private static string Word(IReadOnlyList<Word> words, int i) => i >= 0 && i < words.Count ? words[i].Folded : "";
}
