using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Recruiting;

/// <summary>A field of a posting that people edit.</summary>
/// <param name="Field">Which.</param>
/// <param name="Of">Its values as people read them; none when it is not stated.</param>
/// <param name="Put">The second posting with the field as the first has it, its evidence through the third.</param>
internal sealed record PostingField(RoleField Field, Func<Posting, IEnumerable<string>> Of, Func<Posting, Posting, Func<Evidence, Evidence>, Posting> Put);
