using PostingsBot.Core.Answers;
using PostingsBot.Core.Postings;

namespace PostingsBot.Delivered;

/// <summary>A role as a card showed it.</summary>
/// <param name="Id">The role's id.</param>
/// <param name="Name">Its title and employer, for when it is gone.</param>
/// <param name="Seen">Its <see cref="RolePrint"/>.</param>
/// <param name="Lines">See <see cref="RolePrint.OfLines"/>.</param>
/// <param name="Closed">The day on which it was found closed, ISO 8601; null while it is open.</param>
internal sealed record LiveRole(string Id, string Name, string Seen, string Lines, string? Closed = null)
{
    public static LiveRole Of(Posting posting) => new(posting.Id, Show.Name(posting), RolePrint.Of(posting), RolePrint.OfLines(posting));
}
