using PostingsBot.Core.Answers;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Digests;

/// <summary>A line of a subscription's ledger: a role that it knows of.</summary>
/// <param name="Role">The role's id.</param>
/// <param name="Print">What it stated then: <see cref="RolePrint.OfMaterial"/>.</param>
/// <param name="IsOpen">False once it was found closed.</param>
public sealed record Told(string Role, string Print, bool IsOpen)
{
    public static Told Of(Posting posting) => new(posting.Id, RolePrint.OfMaterial(posting), posting.IsOpen);
}
