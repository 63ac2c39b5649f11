using System.Globalization;
using NodaTime;
using NodaTime.Text;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>
/// When a role was posted: "this week", "in the last 30 days", "since Monday", "in 2017", "before July 2019", "2017-07-27"; or, looking ahead, when it closes:
/// "this month", "by Friday", "in the next two weeks".
/// </summary>
/// <param name="text">The message.</param>
/// <param name="words">Its words.</param>
/// <param name="today">In the asker's zone.</param>
/// <param name="ahead">Closing dates are asked for: a day without a year is the next one.</param>
internal sealed class DateReader(string text, IReadOnlyList<Word> words, LocalDate today, bool ahead = false)
{
    /// <summary>"What about 2018?" as against "more about 2000 roles and …".</summary>
    private const int ShortText = 4;

    /// <summary>Words between "moved" and "two years ago".</summary>
    private const int LifeReach = 6;

    /// <summary>"Closing soon".</summary>
    private const int SoonWeeks = 2;

    private enum Unit
    {
        Day,
        Week,
        Month,
        Year,
        Decade,
    }

    private static readonly Dictionary<string, Unit> Units = Map<Unit>(
        ("day days tag tage tagen jour jours dia dias", Unit.Day),
        ("week weeks woche wochen semaine semaines semana semanas", Unit.Week),
        ("month months monat monate monaten mois mes meses", Unit.Month),
        ("year years jahr jahre jahren an ans annee annees ano anos", Unit.Year), ("decade decades jahrzehnt decennie decada", Unit.Decade));

    private static readonly Dictionary<string, int> Numbers = Map<int>(
        ("one a un une ein eine einen einem uno una um uma", 1), ("two zwei deux dos dois duas couple", 2), ("three drei trois tres", 3), ("four vier quatre cuatro quatro", 4),
        ("five funf cinq cinco", 5), ("six sechs seis", 6), ("seven sieben sept siete sete", 7), ("eight acht huit ocho oito", 8), ("nine neun neuf nueve nove", 9),
        ("ten zehn dix diez dez", 10), ("twelve zwolf douze doce doze", 12), ("fourteen", 14), ("fifteen", 15), ("twenty", 20), ("thirty", 30), ("sixty", 60), ("ninety", 90));

    private static readonly Dictionary<string, int> Months = Map<int>(
        ("january jan januar janvier enero janeiro", 1), ("february feb februar fevrier febrero fevereiro", 2), ("march marz mars marzo marco", 3), ("april avril abril", 4),
        ("may mai mayo maio", 5), ("june jun juni juin junio junho", 6), ("july jul juli juillet julio julho", 7), ("august aug aout agosto", 8),
        ("september sep sept septembre septiembre setembro", 9), ("october oct oktober octobre octubre outubro", 10), ("november nov novembre noviembre novembro", 11),
        ("december dec dezember decembre diciembre dezembro", 12));

    private static readonly Dictionary<string, IsoDayOfWeek> Weekdays = Map<IsoDayOfWeek>(
        ("monday montag lundi lunes", IsoDayOfWeek.Monday), ("tuesday dienstag mardi martes", IsoDayOfWeek.Tuesday), ("wednesday mittwoch mercredi miercoles", IsoDayOfWeek.Wednesday),
        ("thursday donnerstag jeudi jueves", IsoDayOfWeek.Thursday), ("friday freitag vendredi viernes", IsoDayOfWeek.Friday),
        ("saturday samstag samedi sabado", IsoDayOfWeek.Saturday), ("sunday sonntag dimanche domingo", IsoDayOfWeek.Sunday));

    private static readonly HashSet<string> This = [.. "this current diese dieser diesem diesen cette ce esta este".Split(' ')];
    private static readonly HashSet<string> Last = [.. "last past previous letzte letzten letzter letztem vergangenen derniers dernieres derniere dernier ultimos ultimas ultimo ultima".Split(' ')];
    private static readonly HashSet<string> Next = [.. "next coming following nachste nachsten nachster kommende kommenden prochain prochaine prochains prochaines proximo proxima proximos proximas".Split(' ')];
    private static readonly HashSet<string> Since = [.. "since after seit nach depuis desde starting".Split(' ')];
    private static readonly HashSet<string> Before = [.. "before until till prior vor bis avant antes hasta ate".Split(' ')];
    private static readonly HashSet<string> Later = [.. "later newer after onwards onward on since fresher younger beyond".Split(' ')];
    private static readonly HashSet<string> Earlier = [.. "earlier older before".Split(' ')];
    private static readonly HashSet<string> Soon = [.. "soon shortly bald demnachst bientot pronto breve".Split(' ')];
    private static readonly HashSet<string> Ages = [.. "older alter".Split(' ')];
    private static readonly HashSet<string> Youths = [.. "newer younger fresher junger neuer".Split(' ')];
    private static readonly HashSet<string> In = [.. "in from during of posted dated year im aus von en de em durante published date ab".Split(' ')];
    private static readonly HashSet<string> Lives = [.. "moved graduated started finished quit came joined retired lost completed arrived worked relocated emigrated immigrated left changed switched learned learnt".Split(' ')];
    private static readonly HashSet<string> Articles = [.. "the den dem der le el o".Split(' ')];
    private static readonly HashSet<string> Around = [.. "jobs roles postings openings positions stellen ads ones listings".Split(' ')];

    /// <summary>The dates with the words they take: words First up to End.</summary>
    public IEnumerable<(int First, int End, Constraint Dates)> Find()
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (Day(i) is not { } found && Rolling(i) is not { } rolling)
                continue;
            if (Day(i) is null && Compared(i) is { } compared)
            {
                yield return compared;
                i = compared.End - 1;
                continue;
            }

            (int End, LocalDate From, LocalDate To) read = Day(i) ?? Rolling(i)!.Value;
            yield return Bounded(i, read.End, read.From, read.To);
            i = read.End - 1;
        }
    }

    /// <summary>Widens a day, month or year by the word before it: since, before, in, between … and.</summary>
    private (int First, int End, Constraint Dates) Bounded(int first, int end, LocalDate from, LocalDate to)
    {
        // "Since last Friday", "before this June".
        if (first > 0 && !IsYear(first) && (Last.Contains(Folded(first - 1)) || This.Contains(Folded(first - 1))))
            first--;
        if (first > 0 && Articles.Contains(Folded(first - 1)))
            first--;
        var before = first > 0 ? Folded(first - 1) : "";
        if (before is "than" && first > 1)
        {
            return Folded(first - 2) is "older" or "earlier"
                ? (first - 2, end, Between(null, from.PlusDays(-1)))
                : (first - 2, end, Between(to.PlusDays(1), null));
        }

        if (end + 1 < words.Count && Folded(end) is "or" or "and" && !Since.Contains(before) && !Before.Contains(before))
        {
            if (Later.Contains(Folded(end + 1)))
                return (In.Contains(before) ? first - 1 : first, end + 2, Between(from, null));
            if (Earlier.Contains(Folded(end + 1)))
                return (In.Contains(before) ? first - 1 : first, end + 2, Between(null, to));
        }

        if (Since.Contains(before) || (before is "from" or "ab" or "de" && end < words.Count && Folded(end) is "on" or "onwards" or "onward"))
            return (first - 1, before is "from" && end < words.Count && Folded(end) is "on" or "onwards" ? end + 1 : end, Between(before is "after" ? to.PlusDays(1) : from, null));
        if (Before.Contains(before) || (ahead && before is "by"))
            return (first - 1, end, Between(null, before is "by" or "until" or "till" or "bis" or "hasta" or "ate" ? to : from.PlusDays(-1)));
        if (before is "between" or "zwischen" or "entre" or "from" && end + 1 < words.Count && Folded(end) is "and" or "to" or "und" or "y" or "e" or "et" && Day(end + 1) is { } second)
            return (first - 1, second.End, Between(from, second.To));
        return (In.Contains(before) ? first - 1 : first, end, Between(from, !ahead && to > today && from <= today && !IsYear(first) ? today : to));
    }

    private Constraint Between(LocalDate? from, LocalDate? to) => ahead ? new ClosingConstraint(from, to) : new PostedConstraint(from, to);

    private (int End, LocalDate From, LocalDate To)? Day(int i)
    {
        if (LocalDatePattern.Iso.Parse(Iso(i)) is { Success: true } iso)
            return (i + 3, iso.Value, iso.Value);
        var word = Folded(i);
        if (word is "today" or "heute" or "hoy" or "hoje" or "aujourd'hui")
            return (i + 1, today, today);
        if (word is "yesterday" or "gestern" or "ayer" or "ontem" or "hier")
            return (i + 1, today.PlusDays(-1), today.PlusDays(-1));
        if (Weekdays.TryGetValue(word, out var weekday))
            return ahead ? (i + 1, today.PlusDays(-1).Next(weekday), today.PlusDays(-1).Next(weekday)) : (i + 1, LastOf(weekday), LastOf(weekday));
        if (ahead && word is "tomorrow" or "morgen" or "demain" or "manana" or "amanha")
            return (i + 1, today.PlusDays(1), today.PlusDays(1));
        if (DayOfMonth(i) is { } inWords)
            return inWords;
        if (Months.TryGetValue(word, out var month) && MonthOf(i, month) is { } inMonth)
            return inMonth;
        if (!IsYear(i) || !YearIsMeant(i))
            return null;
        var year = int.Parse(word, CultureInfo.InvariantCulture);
        return (i + 1, new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));
    }

    /// <summary>"February 1st", "Feb 1, 2026", "1st of February", "1. Februar": without a year the last such day.</summary>
    private (int End, LocalDate From, LocalDate To)? DayOfMonth(int i)
    {
        var isMonthFirst = Months.TryGetValue(Folded(i), out var month);
        var at = i + 1;
        if (!isMonthFirst && at < words.Count && Folded(at) is "of" or "de")
            at++;
        if (at >= words.Count || (!isMonthFirst && !Months.TryGetValue(Folded(at), out month)) || DayNumber(isMonthFirst ? at : i) is not { } day)
            return null;
        var hasYear = at + 1 < words.Count && IsYear(at + 1);
        var year = hasYear ? int.Parse(Folded(at + 1), CultureInfo.InvariantCulture) : today.Year;
        if (day > CalendarSystem.Iso.GetDaysInMonth(year, month))
            return null;
        var date = new LocalDate(year, month, day);
        if (!hasYear && (ahead ? date < today : date > today))
            date = date.PlusYears(ahead ? 1 : -1);
        return (hasYear ? at + 2 : at + 1, date, date);
    }

    private int? DayNumber(int i)
    {
        var word = Folded(i);
        var digits = word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th" ? word.AsSpan(0, word.Length - 2) : word;
        return digits.Length is 1 or 2 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is > 0 and <= 31 ? day : null;
    }

    private (int End, LocalDate From, LocalDate To)? MonthOf(int i, int month)
    {
        if (i + 1 < words.Count && IsYear(i + 1))
            return Whole(i + 2, int.Parse(Folded(i + 1), CultureInfo.InvariantCulture), month);
        var before = i > 0 ? Folded(i - 1) : "";
        if (!In.Contains(before) && !Since.Contains(before) && !Before.Contains(before) && !This.Contains(before) && !Last.Contains(before) && !(ahead && before is "by" or "next"))
            return null;
        return Whole(i + 1, ahead ? month < today.Month ? today.Year + 1 : today.Year : month <= today.Month ? today.Year : today.Year - 1, month);
    }

    private static (int End, LocalDate From, LocalDate To) Whole(int end, int year, int month)
    {
        var first = new LocalDate(year, month, 1);
        return (end, first, first.PlusMonths(1).PlusDays(-1));
    }

    private (int End, LocalDate From, LocalDate To)? Rolling(int i)
    {
        var word = Folded(i);
        var at = i + 1;
        if (This.Contains(word) && at < words.Count && Units.TryGetValue(Folded(at), out var unit))
            return (at + 1, StartOf(unit), ahead ? StartOf(unit, 1).PlusDays(-1) : today);
        if (ahead && Soon.Contains(word))
            return (at, today, today.PlusWeeks(SoonWeeks));
        if (ahead && Coming(i) is { } coming)
            return coming;
        if (Last.Contains(word) && at < words.Count)
        {
            var many = Number(at);
            var unitAt = many is null ? at : at + 1;
            if (unitAt < words.Count && Folded(unitAt) is "of")
                unitAt++;
            if (unitAt >= words.Count || !Units.TryGetValue(Folded(unitAt), out unit))
                return null;
            var rolling = many is not null || word is "past" || (i > 0 && Folded(i - 1) is "the");
            return rolling ? (unitAt + 1, Back(unit, many ?? 1), today) : (unitAt + 1, StartOf(unit, -1), StartOf(unit).PlusDays(-1));
        }

        if (Number(i) is { } count && at + 1 < words.Count && Units.TryGetValue(Folded(at), out unit) && Folded(at + 1) is "ago" or "old" && !IsOfLife(i))
            return (at + 2, Back(unit, count), today);
        if (Number(i) is { } age && at < words.Count && Units.TryGetValue(Folded(at), out unit) && IsAge(i))
            return (at + 1, Back(unit, age), today);
        return null;
    }

    /// <summary>"I moved to Taiwan two years ago" tells of the asker, not of when a role was posted.</summary>
    private bool IsOfLife(int i) => Enumerable.Range(Math.Max(0, i - LifeReach), Math.Min(i, LifeReach)).Any(at => Lives.Contains(Folded(at)));

    /// <summary>The number follows "older than", "newer than".</summary>
    private bool IsAge(int i) => i > 1 && Folded(i - 1) is "than" or "als" && (Ages.Contains(Folded(i - 2)) || Youths.Contains(Folded(i - 2)));

    /// <summary>"Not older than two years", "newer than 3 weeks": from that day on, or before it.</summary>
    private (int First, int End, Constraint Dates)? Compared(int i)
    {
        if (Number(i) is null || !IsAge(i) || Rolling(i) is not { } rolling)
            return null;
        var isDenied = i > 2 && Folded(i - 3) is "not" or "no" or "never" or "nicht";
        return (isDenied ? i - 3 : i - 2, rolling.End, Ages.Contains(Folded(i - 2)) != isDenied ? Between(null, rolling.From.PlusDays(-1)) : Between(rolling.From, null));
    }

    /// <summary>"Next week", "in the next ten days", "within a month".</summary>
    private (int End, LocalDate From, LocalDate To)? Coming(int i)
    {
        var isNext = Next.Contains(Folded(i));
        if ((!isNext && Folded(i) is not ("within" or "in")) || i + 1 >= words.Count)
            return null;
        var many = Number(i + 1);
        var at = many is null ? i + 1 : i + 2;
        if (at >= words.Count || (many is null && !isNext) || !Units.TryGetValue(Folded(at), out var unit))
            return null;
        return many is { } count ? (at + 1, today, Back(unit, -count)) : (at + 1, StartOf(unit, 1), StartOf(unit, 2).PlusDays(-1));
    }

    private LocalDate Back(Unit unit, int count) => unit switch
    {
        Unit.Day => today.PlusDays(-count),
        Unit.Week => today.PlusWeeks(-count),
        Unit.Month => today.PlusMonths(-count),
        Unit.Year => today.PlusYears(-count),
        _ => today.PlusYears(-10 * count),
    };

    private LocalDate StartOf(Unit unit, int shift = 0) => unit switch
    {
        Unit.Day => today.PlusDays(shift),
        Unit.Week => LastOf(IsoDayOfWeek.Monday).PlusWeeks(shift),
        Unit.Month => new LocalDate(today.Year, today.Month, 1).PlusMonths(shift),
        Unit.Year => new LocalDate(today.Year + shift, 1, 1),
        _ => new LocalDate(((today.Year / 10) + shift) * 10, 1, 1),
    };

    private LocalDate LastOf(IsoDayOfWeek weekday) => today.DayOfWeek == weekday ? today : today.Previous(weekday);

    private bool YearIsMeant(int i)
    {
        var before = i > 0 ? Folded(i - 1) : "";
        var after = i + 1 < words.Count ? Folded(i + 1) : "";
        return words.Count == 1 || In.Contains(before) || Since.Contains(before) || Before.Contains(before) || before is "than" or "between" or "and" or "to" or "only" or "now" or "zwischen" or "entre" || Around.Contains(after) || after is "instead" or "stattdessen"
            || (before is "about" && words.Count <= ShortText);
    }

    private bool IsYear(int i) => Folded(i) is { Length: 4 } w && w.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 && (w.StartsWith("199", StringComparison.Ordinal) || w.StartsWith("20", StringComparison.Ordinal));

    private int? Number(int i) =>
        Numbers.TryGetValue(Folded(i), out var n) ? n
        : int.TryParse(Folded(i), NumberStyles.None, CultureInfo.InvariantCulture, out n) && n is > 0 and < 1000 ? n : null;

    public static int? NumberOf(string word) => Numbers.TryGetValue(word, out var number) ? number : null;

    /// <summary>A month or a day of the week, whole: short forms are other words as well.</summary>
    public static bool IsDateWord(string word) => word.Length > 3 && (Months.ContainsKey(word) || Weekdays.ContainsKey(word));

    public static bool IsNumber(string word) => Numbers.ContainsKey(word);

    private string Iso(int i) => i + 2 < words.Count && words[i].Length == 4 && words[i + 2].Start + 2 - words[i].Start == 10 && words[i].Start + 10 <= text.Length ? text.Substring(words[i].Start, 10) : "";

    private string Folded(int i) => words[i].Folded;

    private static Dictionary<string, T> Map<T>(params (string Words, T Value)[] entries) =>
        entries.SelectMany(e => e.Words.Split(' ').Select(w => (w, e.Value))).DistinctBy(e => e.w).ToDictionary(e => e.w, e => e.Value, StringComparer.Ordinal);
}
