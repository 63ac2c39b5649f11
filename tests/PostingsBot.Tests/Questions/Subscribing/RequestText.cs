using System.Globalization;
using NodaTime.Text;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Questions.Subscribing;

namespace PostingsBot.Tests.Questions.Subscribing;

/// <summary>Requests on one line: <c>Pause [skill:Rust] until:2026-03-09</c>, rhythms as <c>Mon-Fri 08:00 Europe/Berlin</c>.</summary>
internal static class RequestText
{
    public static string Of(SubscriptionRequest? request)
    {
        if (request is null)
            return "none";
        var words = new List<string> { request.Action.ToString() };
        if (request.Target is { } target)
            words.Add(Of(target));
        if (request.Until is { } until)
            words.Add("until:" + LocalDatePattern.Iso.Format(until));
        if (request.Rhythm.IsStated)
            words.Add(Of(request.Rhythm));
        return string.Join(' ', words);
    }

    public static string Of(RhythmRequest rhythm)
    {
        var words = new List<string>();
        if (rhythm.AtOnce)
            words.Add("at-once");
        if (rhythm.IsWeekly)
            words.Add("weekly");
        if (rhythm.Days is { } days)
            words.Add(Of(days));
        if (rhythm.At is { } at)
            words.Add((rhythm.IsHourRough ? "~" : "") + RhythmWords.Of(at));
        if (rhythm.Zone is { } zone)
            words.Add(zone);
        if (rhythm.Quiet is { } quiet)
            words.Add(quiet is QuietDays.OneLine ? "quiet:line" : "quiet:nothing");
        if (rhythm.Problems.Count > 0)
            words.Add("problem");
        return words.Count == 0 ? "-" : string.Join(' ', words);
    }

    private static string Of(Weekdays days) => days switch
    {
        Weekdays.EveryDay => "daily",
        Weekdays.MondayToFriday => "Mon-Fri",
        _ => string.Join('+', days.Days().Select(day => day.ToString()[..3])),
    };

    private static string Of(SubscriptionTarget target) => target switch
    {
        SubscriptionTarget.Focus => "it",
        SubscriptionTarget.All => "all",
        SubscriptionTarget.Ordinal nth => "#" + nth.Number.ToString(CultureInfo.InvariantCulture),
        SubscriptionTarget.Described described => $"[{string.Join(' ', described.Constraints.Select(QuestionText.Of))}]",
        _ => throw new InvalidOperationException(target.ToString()),
    };
}
