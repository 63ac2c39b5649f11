using System.Globalization;
using NodaTime;
using PostingsBot.Core.Questions.Reading;

namespace PostingsBot.Core.Questions.Subscribing;

/// <summary>An hour that stands in a sentence. <paramref name="Time"/> is null when there is no such hour.</summary>
internal sealed record ReadClock(int End, LocalTime? Time, bool IsRough, string Written);

/// <summary>Hours: "at 8", "7:30 pm", "19h30", "at noon", "half past seven", "8 in the evening"; and parts of the day that stand for one.</summary>
internal static class ClockReader
{
    private static readonly HashSet<string> Before = [.. "at by around about approx um gegen ca las aux às".Split(' ')];

    /// <summary>What a bare number behind "at" counts, if it is no hour.</summary>
    private static readonly HashSet<string> Units = [.. "years year yrs k percent eur usd gbp euros dollars pounds a per people employees companies company startups firms days weeks months".Split(' ')];

    private static readonly Dictionary<string, LocalTime> Named = new(StringComparer.Ordinal)
    {
        ["noon"] = LocalTime.Noon, ["midday"] = LocalTime.Noon, ["mittag"] = LocalTime.Noon, ["mittags"] = LocalTime.Noon, ["midi"] = LocalTime.Noon, ["mediodia"] = LocalTime.Noon,
        ["midnight"] = LocalTime.Midnight, ["mitternacht"] = LocalTime.Midnight, ["minuit"] = LocalTime.Midnight, ["medianoche"] = LocalTime.Midnight,
    };

    private static readonly Dictionary<string, LocalTime> Parts = Hours(
        (8, "morning mornings morgen morgens fruh vormittag vormittags matin manana manha"), (12, "lunchtime lunch"), (15, "afternoon afternoons nachmittag nachmittags apres-midi"),
        (18, "evening evenings abend abends soir noite tarde"), (21, "night nights nacht"));

    /// <summary>An hour that begins at a word, with the "at" before it; null for none.</summary>
    /// <param name="t">The sentence.</param>
    /// <param name="i">The word.</param>
    /// <param name="isLed">What stands before says that an hour follows.</param>
    public static ReadClock? At(RhythmText t, int i, bool isLed = false)
    {
        var (k, isAt) = Start(t, i);
        isAt |= isLed;
        if (Named.TryGetValue(t[k], out var named))
            return new ReadClock(k + 1, named, false, t[k]);
        if (Past(t, k) is { } past)
            return InPart(t, i, past);
        return Digits(t, k, isAt) is { } read ? InPart(t, i, read) : null;
    }

    /// <summary>"Morning", "the evening": only where the caller knows that a time stands there.</summary>
    public static ReadClock? PartAt(RhythmText t, int i) => Parts.TryGetValue(t[i], out var part) ? new ReadClock(i + 1, part, true, t[i]) : null;

    private static (int First, bool IsAt) Start(RhythmText t, int i)
    {
        if (t[i] is "a" && t[i + 1] is "las" or "la")
            return (i + 2, true);
        if (!Before.Contains(t[i]))
            return t[i] is "a" or "as" && t[i + 1].EndsWith('h') ? (i + 1, true) : (i, i < t.Count && t.Before(i) is '@');
        return Before.Contains(t[i + 1]) ? (i + 2, true) : (i + 1, true);
    }

    /// <summary>"Half past 7", "quarter to eight".</summary>
    private static (int End, LocalTime? Time)? Past(RhythmText t, int i)
    {
        var minutes = (t[i], t[i + 1]) switch
        {
            ("half", "past") => 30,
            ("quarter", "past" or "after") => 15,
            ("quarter", "to") => -15,
            _ => 0,
        };
        return minutes != 0 && Number(t[i + 2]) is { } hour and <= 23 ? Twelve(t, i + 3, new LocalTime(hour, 0).PlusMinutes(minutes)) : null;
    }

    private static (int End, LocalTime? Time)? Digits(RhythmText t, int k, bool isAt)
    {
        var word = t[k];
        var length = word.TakeWhile(char.IsAsciiDigit).Count();
        if (length == 0)
            return isAt && Number(word) is { } spelled && spelled <= 12 ? Twelve(t, k + 1, new LocalTime(spelled, 0)) : null;
        if (length > 4)
            return null;
        var hour = int.Parse(word[..length], CultureInfo.InvariantCulture);
        var (minute, tail, end) = (0, word[length..], k + 1);
        var hasMinutes = false;
        if (tail.Length >= 3 && tail[0] is '.' or 'h' && char.IsAsciiDigit(tail[1]) && char.IsAsciiDigit(tail[2]))
            (minute, tail, hasMinutes) = (int.Parse(tail.AsSpan(1, 2), CultureInfo.InvariantCulture), tail[0] is 'h' ? "h" + tail[3..] : tail[3..], true);
        else if (tail.Length == 0 && t.Sign(k + 1) is ':' && t[k + 1] is { Length: >= 2 } next && char.IsAsciiDigit(next[0]) && char.IsAsciiDigit(next[1]))
            (minute, tail, end, hasMinutes) = (int.Parse(next.AsSpan(0, 2), CultureInfo.InvariantCulture), next[2..], k + 2, true);
        var isColon = end == k + 2;
        if (tail.Length == 0 && IsSuffix(t[end]) && t.IsBehindBlank(end) && !(t[end] is "am" && DayReader.IsDay(t[end + 1])))
            (tail, end) = (t[end], end + 1);
        if (length > 2 && !hasMinutes)
        {
            if (length != 4 || !isAt || (word[0] is not '0' && hour % 100 % 15 != 0) || Units.Contains(t[end]))
                return null;
            (minute, hour, hasMinutes) = (hour % 100, hour / 100, true);
        }

        if (tail.Length > 0 && !IsSuffix(tail))
            return null;
        if (!(isColon || (tail.Length > 0 && (isAt || tail is not ("h" or "hrs" or "hours"))) || (tail is "h" && hasMinutes) || (isAt && !Units.Contains(t[end]) && t.Before(k) is not ('$' or '€' or '£'))))
            return null;
        return (end, Of(hour, minute, tail));
    }

    private static LocalTime? Of(int hour, int minute, string tail)
    {
        var isMorning = tail is "am" or "a.m";
        var isAfternoon = tail is "pm" or "p.m";
        if (hour > 23 || minute > 59 || ((isMorning || isAfternoon) && hour is 0 or > 12))
            return null;
        return new LocalTime(isMorning && hour == 12 ? 0 : isAfternoon && hour < 12 ? hour + 12 : hour, minute);
    }

    private static (int End, LocalTime? Time) Twelve(RhythmText t, int end, LocalTime time) =>
        t[end] is "o'clock" or "oclock" or "uhr" ? (end + 1, time)
        : t[end] is "pm" or "p.m" ? (end + 1, time.Hour < 12 ? time.PlusHours(12) : time)
        : t[end] is "am" or "a.m" ? (end + 1, time)
        : (end, time);

    /// <summary>"8 in the evening", "9 at night".</summary>
    private static ReadClock InPart(RhythmText t, int first, (int End, LocalTime? Time) read)
    {
        var at = t[read.End] is "in" or "at" or "de" or "du" or "da" ? read.End + 1 : read.End;
        at = at > read.End && t[at] is "the" or "la" or "der" or "my" ? at + 1 : at;
        var isPart = Parts.TryGetValue(t[at], out var part) && (at > read.End || t.IsBehindBlank(at));
        var time = isPart && part.Hour > 12 && read.Time is { Hour: < 12 and > 0 } morning ? morning.PlusHours(12) : read.Time;
        var end = isPart ? at + 1 : read.End;
        end = t[end] is "sharp" ? end + 1 : end;
        return new ReadClock(end, time, false, t.Written(Start(t, first).First, read.End));
    }

    private static bool IsSuffix(string word) => word is "am" or "pm" or "a.m" or "p.m" or "uhr" or "o'clock" or "oclock" or "h" or "hrs" or "hours" or "heures";

    private static int? Number(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : DateReader.NumberOf(word);

    private static Dictionary<string, LocalTime> Hours(params (int Hour, string Words)[] rows) =>
        rows.SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Hour))).ToDictionary(row => row.word, row => new LocalTime(row.Hour, 0), StringComparer.Ordinal);
}
