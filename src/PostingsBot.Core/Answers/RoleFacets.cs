using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Answers;

/// <summary>Ways to narrow a list, each with the number of roles that would remain: only such as leave some and not all.</summary>
internal static class RoleFacets
{
    private const int Most = 4;

    /// <summary>What a list is counted by.</summary>
    public static IReadOnlyList<CountBy> Wanted { get; } = [CountBy.Workplace, CountBy.Seniority, CountBy.Skill, CountBy.Discipline];

    public static IReadOnlyList<Relaxation> Of(SearchPage page) =>
    [
        .. page.Facets
            .SelectMany(facet => facet.Values.Where(v => v.Count < page.Total && Narrows(facet.By, v)).Take(facet.By is CountBy.Skill ? 4 : 2))
            .Take(Most)
            .Select(v => new Relaxation(v.Label, "only " + v.Label, v.Count)),
    ];

    private static bool Narrows(CountBy by, FacetCount value) =>
        by is not CountBy.Skill || SkillVocabulary.Default.ByName(value.Label)?.Category is not ("method" or "field");
}
