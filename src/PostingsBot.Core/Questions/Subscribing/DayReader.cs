using NodaTime;
using PostingsBot.Core.Digests;

namespace PostingsBot.Core.Questions.Subscribing;

/// <summary>Days of the week: "weekdays", "every Monday and Thursday", "on Fridays", "Mon-Fri", "Tuesday mornings".</summary>
internal static class DayReader
{
    private static readonly Dictionary<string, IsoDayOfWeek> Names = Map(
        (IsoDayOfWeek.Monday, "monday mon montag mo montags lundi lunes segunda"), (IsoDayOfWeek.Tuesday, "tuesday tue tues dienstag di dienstags mardi martes terca"),
        (IsoDayOfWeek.Wednesday, "wednesday wed mittwoch mi mittwochs mercredi miercoles quarta"), (IsoDayOfWeek.Thursday, "thursday thu thur thurs donnerstag do donnerstags jeudi jueves quinta"),
        (IsoDayOfWeek.Friday, "friday fri freitag fr freitags vendredi viernes sexta"), (IsoDayOfWeek.Saturday, "saturday sat samstag sa samstags samedi sabado"),
        (IsoDayOfWeek.Sunday, "sunday sun sonntag so sonntags dimanche domingo"));

    /// <summary>Too short to be days unless in a range ("Mo-Fr", "Sat to Sun").</summary>
    private static readonly HashSet<string> InRangesOnly = ["mo", "di", "mi", "do", "fr", "sa", "so"];

    private static readonly HashSet<string> Each = [.. "every each jeden jede jeder chaque cada todo toda todos todas tous toutes all".Split(' ')];

    private static readonly HashSet<string> Joins = [.. "and or und y e et & plus".Split(' ')];

    private static readonly HashSet<string> NoDigest = [.. "posted published listed added opened advertised from since until till before after last this next through due".Split(' ')];

    public static bool IsDay(string word) => DayOf(word) is not null;

    public static bool IsEach(string word) => Each.Contains(word);

    /// <summary>The next day that a word names, after today; null for none.</summary>
    public static IsoDayOfWeek? DayOf(string word) =>
        Names.TryGetValue(word, out var day) || (word.Length > 4 && word.EndsWith('s') && Names.TryGetValue(word[..^1], out day)) ? day : null;

    /// <summary>Days that begin at a word.</summary>
    /// <returns>The word behind them, and whether the words can mean nothing but a rhythm.</returns>
    public static (int End, Weekdays Days, bool IsSure)? At(RhythmText t, int i)
    {
        var k = i;
        var isEach = Each.Contains(t[k]);
        if (isEach)
            k = t[k + 1] is "the" or "los" or "les" or "os" or "as" ? k + 2 : k + 1;
        else if (t[k] is "on" or "am" or "le" or "an" || (t[k] is "los" or "les" or "el" or "aos" or "as" && DayOf(t[k + 1]) is not null))
            k = t[k + 1] is "the" or "every" or "each" ? k + 2 : k + 1;
        else if (NoDigest.Contains(t[i - 1]))
            return null;
        if (k > i && !isEach && NoDigest.Contains(t[i - 1]))
            return null;
        isEach |= k > i && t[k - 1] is "every" or "each";
        if (Set(t, k, isEach, k > i) is { } set)
            return set;
        return Listed(t, k) is var (end, days, isPlural, count) && (isEach || isPlural || k > i || count > 1 || ClockReader.PartAt(t, end) is not null || ClockReader.At(t, end) is not null)
            ? (end, days, isEach || isPlural || count > 1)
            : null;
    }

    /// <summary>Days that a digest is not to come on: "except Sundays", "but not on weekends", "every day but Friday".</summary>
    public static (int End, Weekdays Days)? ExceptAt(RhythmText t, int i)
    {
        var k = (t[i], t[i + 1]) switch
        {
            ("but" or "just" or "only", "not") or ("except" or "apart" or "aside", "for" or "from" or "on") => i + 2,
            ("not", "on") or ("except" or "excluding" or "besides" or "but" or "ausser" or "sauf" or "excepto" or "exceto" or "salvo" or "menos", _) => i + 1,
            _ => i,
        };
        if (k == i)
            return null;
        k = t[k] is "on" or "am" or "an" ? k + 1 : k;
        k = t[k] is "the" or "los" or "les" or "le" or "el" or "os" or "aos" or "das" or "der" or "dem" ? k + 1 : k;
        return Set(t, k, isEach: true, isLed: true) is var (end, days, _) ? (end, days) : Listed(t, k) is var (last, listed, _, _) ? (last, listed) : null;
    }

    private static (int End, Weekdays Days, bool IsSure)? Set(RhythmText t, int k, bool isEach, bool isLed) => (t[k], t[k + 1]) switch
    {
        ("weekdays" or "workdays" or "werktags" or "wochentags", _) => (k + 1, Weekdays.MondayToFriday, true),
        ("weekday" or "workday" or "werktag", _) when isEach => (k + 1, Weekdays.MondayToFriday, true),
        ("working" or "work" or "business" or "week", "day") when isEach => (k + 2, Weekdays.MondayToFriday, true),
        ("working" or "work" or "business" or "week", "days") => (k + 2, Weekdays.MondayToFriday, isEach),
        ("weekends", "only") => (k + 2, Weekdays.Weekend, true),
        ("weekends", _) when isLed || ClockReader.At(t, k + 1) is not null => (k + 1, Weekdays.Weekend, true),
        ("weekend", _) when isEach => (k + 1, Weekdays.Weekend, true),
        ("single", "day") when isEach => (k + 2, Weekdays.EveryDay, true),
        ("day" or "days" or "tag" or "jour" or "jours" or "dia" or "dias", _) when isEach => (k + 1, Weekdays.EveryDay, true),
        _ => null,
    };

    /// <summary>"Monday", "Mondays and Thursdays", "Mon, Wed, Fri", "Monday to Friday".</summary>
    private static (int End, Weekdays Days, bool IsPlural, int Count)? Listed(RhythmText t, int k)
    {
        if (DayOf(t[k]) is not { } first || (InRangesOnly.Contains(t[k]) && LastOfRange(t, k) is null))
            return null;
        var (days, isPlural, count, at) = (Weekdays.None, false, 0, k);
        while (DayOf(t[at]) is { } day)
        {
            isPlural |= t[at].Length > 4 && t[at].EndsWith('s');
            if (LastOfRange(t, at) is var (end, last))
            {
                for (var n = (int)day; n != (int)last; n = (n % 7) + 1)
                    days |= WeekdaysExtensions.Of((IsoDayOfWeek)n);
                (days, at, count) = (days | WeekdaysExtensions.Of(last), end, count + 2);
            }
            else
            {
                (days, at, count) = (days | WeekdaysExtensions.Of(day), t[at + 1] is "feira" or "feiras" ? at + 2 : at + 1, count + 1);
            }

            var next = Joins.Contains(t[at]) ? at + 1 : at;
            next = next > at && (Each.Contains(t[next]) || t[next] is "on") ? next + 1 : next;
            if (DayOf(t[next]) is null || InRangesOnly.Contains(t[next]))
                break;
            at = next;
        }

        return first is IsoDayOfWeek.None ? null : (at, days, isPlural, count);
    }

    private static (int End, IsoDayOfWeek Last)? LastOfRange(RhythmText t, int i) =>
        t[i + 1] is "to" or "through" or "thru" or "until" or "till" or "bis" or "a" && DayOf(t[i + 2]) is { } far ? (i + 3, far)
        : t.Sign(i + 1) is '-' or '–' && DayOf(t[i + 1]) is { } near ? (i + 2, near)
        : null;

    private static Dictionary<string, IsoDayOfWeek> Map(params (IsoDayOfWeek Day, string Words)[] rows) =>
        rows.SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Day))).ToDictionary(row => row.word, row => row.Day, StringComparer.Ordinal);
}
