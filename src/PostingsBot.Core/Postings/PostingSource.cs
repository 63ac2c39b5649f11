using NodaTime;

namespace PostingsBot.Core.Postings;

/// <summary>Another place where the same role stands: its document, the line of its title, and the date and address that are stated there.</summary>
public sealed record PostingSource(string File, int Line, LocalDate? Posted, string? ApplyUrl);
