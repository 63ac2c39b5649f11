using NodaTime;

namespace PostingsBot.Core.Digests;

/// <summary>One digest that is owed.</summary>
/// <param name="Date">Its local date.</param>
/// <param name="At">When it is due.</param>
/// <param name="From">The first date it stands for: earlier than <paramref name="Date"/> when runs were missed that it makes up for.</param>
public sealed record Run(LocalDate Date, Instant At, LocalDate From)
{
    public bool IsCatchUp => From < Date;
}
