using NodaTime;

namespace PostingsBot.Core.Digests;

/// <summary>When a subscription tells of what is new.</summary>
public abstract record Rhythm
{
    private Rhythm()
    {
    }

    /// <summary>As soon as something new is in the catalogue.</summary>
    public sealed record AtOnce : Rhythm;

    /// <summary>On these days of the week, once a day.</summary>
    /// <param name="Days">At least one; all seven are daily.</param>
    /// <param name="At">Local time, to the minute.</param>
    /// <param name="Zone">Its name as <see cref="Zones"/> spells it.</param>
    public sealed record OnDays(Weekdays Days, LocalTime At, string Zone) : Rhythm;
}
