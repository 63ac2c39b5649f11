using NodaTime;

namespace PostingsBot.Recruiting.After;

/// <summary>
/// When a closing date is over. A posting seldom says in which zone it closes, so its last day counts until it has ended everywhere: at noon UTC of the day after,
/// when it ends at UTC-12.
/// </summary>
internal static class ClosingDays
{
    /// <summary>So many days before, the owner is warned.</summary>
    public const int Warning = 3;

    private static readonly Offset LastZone = Offset.FromHours(-12);

    /// <summary>The last day that is over everywhere.</summary>
    public static LocalDate LastOver(Instant now) => now.WithOffset(LastZone).Date.PlusDays(-1);

    /// <summary>The days on which a role that closes then is warned of.</summary>
    public static (LocalDate First, LocalDate Last) Warned(Instant now) => (LastOver(now).PlusDays(1), now.InUtc().Date.PlusDays(Warning));
}
