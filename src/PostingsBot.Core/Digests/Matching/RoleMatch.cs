using PostingsBot.Core.Answers;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Digests.Matching;

/// <summary>Whether a search would answer a saved question with a role.</summary>
public static class RoleMatch
{
    public static bool Holds(IEnumerable<Constraint> constraints, Posting role) => role.IsOpen && MatchEvaluator.Holds(SearchText.MatchOf(constraints), role);
}
