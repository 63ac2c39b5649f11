using NodaTime;
using PostingsBot.Core.Questions.Subscribing;
using PostingsBot.Core.Recruiting;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Questions.Recruiting;

/// <summary>When something shall be published: "now", "tomorrow at 9", "on Monday", "at 17:30 on 3 March". A day without an hour means nine in the morning.</summary>
internal static class PublishTime
{
    private static readonly LocalTime Morning = new(9, 0);

    /// <summary>The time, null for at once; false when the words say something else.</summary>
    public static bool TryRead(string text, LocalDate today, out LocalDateTime? at)
    {
        at = null;
        var words = Words.Split(text);
        var clock = new RhythmText(text);
        var (day, time) = ((LocalDate?)null, (LocalTime?)null);
        for (var i = 0; i < words.Count;)
        {
            if (words[i].Folded is "now" or "please" or "immediately" or "for" or "on" or "straight" or "away" or "right" or "to" or "until")
                i++;
            else if (day is null && DayAhead.At(text, words, i, today) is { } ahead)
                (day, i) = (ahead.Day, ahead.End);
            else if (time is null && ClockReader.At(clock, i, isLed: day is not null) is { Time: { } hour } read)
                (time, i) = (hour, read.End);
            else if (time is null && ClockReader.PartAt(clock, i) is { Time: { } part } rough)
                (time, i) = (part, rough.End);
            else
                return false;
        }

        if (day is null && time is null)
            return true;
        at = (day ?? today).At(time ?? Morning);
        return true;
    }
}
