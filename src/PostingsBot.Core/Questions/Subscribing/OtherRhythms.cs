namespace PostingsBot.Core.Questions.Subscribing;

/// <summary>At once, weekly, daily by one word, and rhythms that are not offered: "hourly", "every 30 seconds", "twice a day", "every other week".</summary>
internal static class OtherRhythms
{
    private static readonly HashSet<string> TooShortOrLong = [.. "second seconds sec secs minute minutes min mins hour hours month months year years quarter quarters fortnight stunde stunden minute minuten sekunde sekunden monat".Split(' ')];

    private static readonly HashSet<string> NotOffered = [.. "hourly monthly yearly annually quarterly fortnightly biweekly bi-weekly bimonthly stundlich monatlich semimonthly".Split(' ')];

    /// <summary>What such a word says of a role instead: "hourly pay", "monthly salary", "daily standup".</summary>
    private static readonly HashSet<string> OfRoles = [.. "rate rates pay paid salary salaries wage wages contract contracts job jobs role roles work position positions standup standups meeting meetings scrum stand-up active commute travel basis fee paying".Split(' ')];

    private static readonly HashSet<string> Appearing =
        [.. "appear appears appearing posted published up in out live available come comes coming show shows found added listed open opens opened land lands landed pop pops arrive arrives exist exists there it they something anything one ones a new are is get gets go goes of that match matches matching".Split(' ')];

    /// <summary>"Daily standup": the word behind says that it is something of the work.</summary>
    public static bool IsOfRole(string next) => OfRoles.Contains(next);

    private static bool IsOfRole(RhythmText t, int i) => (IsOfRole(t[i + 1]) && t[i + 1] is not ("job" or "jobs" or "role" or "roles" or "position" or "positions")) || t[i - 1] is "paid" or "pay" or "pays" or "paying";

    /// <summary>Words that ask for news at once; the word behind them.</summary>
    public static int? AtOnce(RhythmText t, int i)
    {
        if ((t[i], t[i + 1], t[i + 2]) is ("as", "soon", "as"))
            return Clause(t, i + 3);
        if ((t[i], t[i + 1]) is ("the", "moment" or "minute" or "second" or "instant") && Appearing.Contains(t[i + 2]))
            return Clause(t, i + 2);
        if (t[i] is "as" or "when" or "whenever" && t[i + 1] is "they" or "it" or "something" && Clause(t, i + 1) is { } end && end > i + 2)
            return end;
        return (t[i], t[i + 1]) switch
        {
            ("at", "once") or ("right", "away") or ("straight", "away") or ("straight", "off") => i + 2,
            ("in", "real") when t[i + 2] is "time" => i + 3,
            ("in", "realtime") or ("in", "real-time") => i + 2,
            ("real", "time") when t[i - 1] is not ("on" or "with" or "in") => i + 2,
            ("immediately" or "instantly" or "asap" or "realtime" or "sofort" or "inmediatamente" or "immediatement", _) when t[i - 1] is not ("available" or "start" or "starting" or "join") => i + 1,
            ("immediate" or "instant", "alert" or "alerts" or "notification" or "notifications") => i + 1,
            _ => null,
        };
    }

    public static int? Weekly(RhythmText t, int i) => (t[i], t[i + 1], t[i + 2]) switch
    {
        ("weekly" or "wochentlich" or "semanalmente", _, _) when !IsOfRole(t, i) => i + 1,
        ("every" or "each" or "jede" or "chaque" or "cada", "week" or "woche" or "semaine" or "semana", _) => i + 2,
        ("once", "a" or "per" or "each" or "every", "week") => i + 3,
        ("every", "7" or "seven", "days") => i + 3,
        _ => null,
    };

    public static int? Daily(RhythmText t, int i) => (t[i], t[i + 1], t[i + 2]) switch
    {
        ("daily" or "taglich" or "diariamente" or "nightly", _, _) when !IsOfRole(t, i) => i + 1,
        ("once", "a" or "per" or "each" or "every", "day") => i + 3,
        ("every", "24", "hours") => i + 3,
        _ => null,
    };

    /// <summary>The word behind a rhythm that is not offered.</summary>
    public static int? Refused(RhythmText t, int i)
    {
        if (NotOffered.Contains(t[i]) && !IsOfRole(t, i))
            return i + 1;
        if (t[i] is "twice" or "thrice" && t[i + 1] is "a" or "per" or "each" or "every" or "daily" or "weekly")
            return t[i + 1] is "daily" or "weekly" ? i + 2 : i + 3;
        if (t[i + 1] is "times" && t[i + 2] is "a" or "per" or "each" or "every" && t[i + 3] is "day" or "week" or "month" or "hour" or "minute")
            return i + 4;
        if (t[i] is "once" && t[i + 1] is "a" or "an" or "per" or "every" && TooShortOrLong.Contains(t[i + 2]))
            return i + 3;
        if (!DayReader.IsEach(t[i]))
            return null;
        if (t[i + 1] is "other" or "second" or "third" or "alternate" && (t[i + 2] is "day" or "week" or "month" || DayReader.IsDay(t[i + 2])))
            return i + 3;
        if (TooShortOrLong.Contains(t[i + 1]))
            return i + 2;
        var number = t[i + 1] is "few" or "couple" || (t[i + 1].Length > 0 && (char.IsAsciiDigit(t[i + 1][0]) || Reading.DateReader.IsNumber(t[i + 1])));
        return number && (TooShortOrLong.Contains(t[i + 2]) || t[i + 2] is "day" or "days" or "week" or "weeks") ? i + 3 : null;
    }

    /// <summary>"They appear", "something new comes in", "they are posted".</summary>
    private static int Clause(RhythmText t, int i)
    {
        while (Appearing.Contains(t[i]))
            i++;
        return i;
    }
}
