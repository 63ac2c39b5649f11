using NodaTime;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Questions.Reading;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Questions.Subscribing;

/// <summary>What a sentence says of a rhythm, and the sentence without it.</summary>
/// <param name="Rhythm">The rhythm.</param>
/// <param name="Rest">What is left: the question.</param>
/// <param name="IsRecurring">The words can mean nothing but a rhythm ("every Monday", "weekdays at 8").</param>
internal sealed record SplitRhythm(RhythmRequest Rhythm, string Rest, bool IsRecurring);

/// <summary>Reads when digests are to come from a sentence, word by word.</summary>
public static class RhythmReader
{
    /// <summary>Words around an hour that say nothing else.</summary>
    private static readonly HashSet<string> Fillers =
        [.. "make it change set send move to at on in by for the a and but or me us them that this please rather instead better no yes ok okay every i'd i want would like prefer can you could my time zone lieber um bitte".Split(' ')];

    /// <summary>From an answer to "when?", such as "weekdays at 8, Berlin time". Only the first 2,000 characters are read.</summary>
    public static RhythmRequest Read(string text) => Split(Cleaner.Clean(text.Length > Cleaner.MostCharacters ? text[..Cleaner.MostCharacters] : text), isAnswer: true).Rhythm;

    /// <summary>As <see cref="Read"/>; null when the text speaks of other things too ("remote jobs in Berlin at noon").</summary>
    public static RhythmRequest? ReadAlone(string text)
    {
        var clean = Cleaner.Clean(text.Length > Cleaner.MostCharacters ? text[..Cleaner.MostCharacters] : text);
        var split = Split(clean, isAnswer: true);
        // "Make it 9": a lone number is an hour where the answer begins.
        if (!split.Rhythm.IsStated && Words.Split(clean).FirstOrDefault(word => !Fillers.Contains(word.Folded)) is { Length: > 0, Start: > 0 } first)
            split = Split(clean[first.Start..], isAnswer: true);
        return split.Rhythm.IsStated && Words.Split(split.Rest).All(word => Fillers.Contains(word.Folded)) ? split.Rhythm : null;
    }

    /// <param name="text">Cleaned.</param>
    /// <param name="isAnswer">The text speaks of nothing but a rhythm: "to 9", "9", "Friday", "Tokyo" are meant as one.</param>
    internal static SplitRhythm Split(string text, bool isAnswer = false)
    {
        var scan = new Scan(new RhythmText(text), isAnswer);
        return scan.Run();
    }

    private sealed class Scan(RhythmText t, bool isAnswer)
    {
        private readonly List<string> problems = [];
        private readonly bool mayBeQuiet = QuietReader.MayBeIn(t);
        private readonly List<string> dayWords = [];
        private RhythmRequest rhythm = new();
        private Weekdays excluded;
        private string? hour;
        private string? atOnceWords;
        private bool isRecurring;

        public SplitRhythm Run()
        {
            for (var i = 0; i < t.Count;)
                i = Next(i);
            Exclude();
            CheckTogether();
            return new SplitRhythm(rhythm with { Problems = [.. problems.Distinct(StringComparer.Ordinal)] }, t.Rest(), isRecurring);
        }

        private int Next(int i)
        {
            if (mayBeQuiet && QuietReader.At(t, i) is var (quietEnd, quiet))
                return Set(i, quietEnd, rhythm with { Quiet = quiet });
            if (OtherRhythms.Refused(t, i) is { } refused)
                return Refuse(i, refused);
            if (OtherRhythms.AtOnce(t, i) is { } atOnce)
            {
                atOnceWords ??= t.Written(i, atOnce);
                return Set(i, atOnce, rhythm with { AtOnce = true });
            }

            if (OtherRhythms.Weekly(t, i) is { } weekly)
                return Set(i, weekly, rhythm with { IsWeekly = true });
            if (OtherRhythms.Daily(t, i) is { } daily)
                return AddDays(i, daily, Weekdays.EveryDay);
            if (DayReader.ExceptAt(t, i) is var (exceptEnd, without))
            {
                excluded |= without;
                return Set(i, exceptEnd, rhythm);
            }

            if (DayReader.At(t, i) is { } days)
                return OnDays(i, days);
            if (isAnswer && DayReader.DayOf(t[i]) is { } day)
                return OnDays(i, (i + 1, WeekdaysExtensions.Of(day), true));
            if (EveryPart(i) is { } part)
                return part;
            if (ZoneReader.At(t, i) is { } zone)
                return InZone(i, zone);
            if ((ClockReader.At(t, i) ?? (isAnswer ? Answered(i) : null)) is { } clock)
                return AtHour(i, clock);
            if (Part(i) is { } rough)
                return AtHour(i, rough);
            return i + 1;
        }

        private int Set(int first, int end, RhythmRequest changed)
        {
            rhythm = changed;
            t.Mark(first, end);
            return end;
        }

        private int Refuse(int first, int end)
        {
            problems.Add(RhythmMessages.NotOffered(t.Written(first, end)));
            return Set(first, end, rhythm);
        }

        private int OnDays(int first, (int End, Weekdays Days, bool IsSure) read)
        {
            isRecurring |= read.IsSure;
            return AddDays(first, read.End, read.Days);
        }

        private int AddDays(int first, int end, Weekdays days)
        {
            dayWords.Add(t.Written(first, end));
            return Set(first, end, rhythm with { Days = (rhythm.Days ?? Weekdays.None) | days });
        }

        /// <summary>"Every day but Sunday".</summary>
        private void Exclude()
        {
            if (excluded is Weekdays.None)
                return;
            var left = (rhythm.Days ?? Weekdays.EveryDay) & ~excluded;
            if (left is Weekdays.None)
                problems.Add(RhythmMessages.NoDayLeft);
            else
                rhythm = rhythm with { Days = left };
        }

        /// <summary>Two rhythms in one sentence: none of them is to be dropped in silence.</summary>
        private void CheckTogether()
        {
            if (rhythm.AtOnce && (hour ?? (rhythm.Days is null ? rhythm.IsWeekly ? "weekly" : null : dayWords.FirstOrDefault())) is { } other)
                problems.Add(RhythmMessages.AtOnceToo(atOnceWords!, rhythm.Days is null ? other : dayWords.FirstOrDefault() ?? other));
            if (rhythm is { IsWeekly: true, Days: Weekdays.EveryDay })
                problems.Add(RhythmMessages.DailyAndWeekly);
        }

        /// <summary>"Every morning".</summary>
        private int? EveryPart(int i)
        {
            if (!DayReader.IsEach(t[i]) || (ClockReader.PartAt(t, i + 1) ?? ClockReader.At(t, i + 1)) is not { } clock)
                return null;
            AddDays(i, i + 1, Weekdays.EveryDay);
            return AtHour(i, clock);
        }

        private int InZone(int first, ReadZone zone)
        {
            first = t[first - 1] is "in" or "the" && !t.IsRead(first - 1) ? first - 1 : first;
            if (zone.Problem is not null)
                problems.Add(zone.Problem);
            else if (rhythm.Zone is { } before && before != zone.Id)
                problems.Add(RhythmMessages.TwoZones(before, zone.Id!));
            return Set(first, zone.End, zone.Id is null ? rhythm : rhythm with { Zone = zone.Id });
        }

        private int AtHour(int first, ReadClock clock)
        {
            // An exact hour stands above "morning".
            var isSecond = rhythm.At is not null && rhythm.At != clock.Time && (rhythm.IsHourRough == clock.IsRough || (clock.IsRough && Joined(first)));
            if (clock.Time is null)
                problems.Add(RhythmMessages.NoSuchTime(clock.Written));
            else if (isSecond)
                problems.Add(dayWords.Count > 1 ? RhythmMessages.HourForEachDay(hour!, clock.Written) : RhythmMessages.TwoTimes(hour!, clock.Written));
            if (clock.IsRough && rhythm.At is not null)
                return Set(first, clock.End, rhythm);
            hour = clock.Written;
            Set(first, clock.End, rhythm with { At = clock.Time, IsHourRough = clock.IsRough });
            // "At 8 and at 17", "every morning and evening": the second hour without its own "at".
            return Joined(clock.End + 1) && (ClockReader.At(t, clock.End + 1, isLed: true) ?? ClockReader.PartAt(t, clock.End + 1)) is { } second ? AtHour(clock.End + 1, second) : clock.End;
        }

        private bool Joined(int i) => t[i - 1] is "and" or "or" or "&" or "und" or "oder" or "y" or "e" or "et" or "ou";

        /// <summary>"In the morning", "Monday mornings", "mornings".</summary>
        private ReadClock? Part(int i)
        {
            if (t[i] is "in" or "at" or "am" or "du" or "por" && ClockReader.PartAt(t, t[i + 1] is "the" or "la" ? i + 2 : i + 1) is { } led && (t[i + 1] is "the" or "la" || t[i] is not "in"))
                return led;
            return ClockReader.PartAt(t, i) is { } part && (t.IsRead(i - 1) || isAnswer || t[i].EndsWith("ings", StringComparison.Ordinal)) ? part : null;
        }

        /// <summary>In an answer: "9", "to 9".</summary>
        private ReadClock? Answered(int i) => t[i] is "to" ? ClockReader.At(t, i + 1, isLed: true) : i == 0 ? ClockReader.At(t, i, isLed: true) : null;
    }
}
