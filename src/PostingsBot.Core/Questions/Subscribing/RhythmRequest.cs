using NodaTime;
using PostingsBot.Core.Digests;

namespace PostingsBot.Core.Questions.Subscribing;

/// <summary>What a sentence says of when digests are to come. What it does not say is null.</summary>
public sealed record RhythmRequest
{
    /// <summary>"As soon as they appear".</summary>
    public bool AtOnce { get; init; }

    public Weekdays? Days { get; init; }

    /// <summary>"Weekly", "every week"; the day may be said or not.</summary>
    public bool IsWeekly { get; init; }

    public LocalTime? At { get; init; }

    /// <summary>The hour stands for "morning" and the like.</summary>
    public bool IsHourRough { get; init; }

    /// <summary>As <see cref="Zones"/> spells it.</summary>
    public string? Zone { get; init; }

    /// <summary>What is sent on a day without news.</summary>
    public QuietDays? Quiet { get; init; }

    /// <summary>What cannot be, as sentences for the reader. Nothing is to be saved while there is one.</summary>
    public ValueList<string> Problems { get; init; } = [];

    public bool IsStated => IsTimeStated || Quiet is not null || Problems.Count > 0;

    /// <summary>It says more than what happens on a quiet day.</summary>
    public bool IsTimeStated => AtOnce || IsWeekly || Days is not null || At is not null || Zone is not null;

    /// <summary>With what is not stated taken from another: at once stays at once where no time is stated.</summary>
    public Rhythm Over(Rhythm before, Rhythm.OnDays usual) => IsTimeStated ? Over(before as Rhythm.OnDays ?? usual) : before;

    /// <summary>With what is not stated taken from a rhythm: "change it to 9" keeps days and zone.</summary>
    public Rhythm Over(Rhythm.OnDays before) => AtOnce
        ? new Rhythm.AtOnce()
        : before with
        {
            Days = Days ?? (IsWeekly ? WeekdaysExtensions.Of(before.Days.Days().First()) : before.Days),
            At = At ?? before.At,
            Zone = Zone ?? before.Zone,
        };
}
