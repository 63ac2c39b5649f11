using PostingsBot.Core.Postings;

namespace PostingsBot.Commands;

/// <summary>The evidence of a posting's fields, by the names that `parse --json` uses: of several values the first one's.</summary>
internal static class PostingEvidence
{
    public static IEnumerable<(string Field, Evidence Evidence)> Of(Posting posting) => PostingFacts.All
        .GroupBy(fact => fact.Field)
        .Select(facts => (facts.Key, Evidence: facts.SelectMany(fact => fact.Of(posting)).FirstOrDefault()?.Evidence))
        .Where(field => field.Evidence is not null)
        .Select(field => (field.Key, field.Evidence!));
}
