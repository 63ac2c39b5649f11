using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Catalogue;

/// <summary>What a posting can be found by.</summary>
public sealed record PostingTokens(IReadOnlyList<string> Facets, IReadOnlyList<string> TitleWords, IReadOnlyList<string> BodyWords)
{
    public static PostingTokens Of(Posting posting)
    {
        var facets = new List<string>();
        facets.AddRange(posting.Skills.Select(skill => "skill:" + skill.Name.ToLowerInvariant().Replace(' ', '_')));
        facets.AddRange(posting.Locations.Where(place => place.Value.Area is not null).Select(place => "place:" + place.Value.Area));
        if (posting.Company is { } company)
            facets.Add("company:" + company.Value.ToLowerInvariant().Replace(' ', '_'));
        if (posting.Workplace is { } workplace)
            facets.Add("work:" + TermNames.Of(workplace.Value));
        var title = Words.Split(posting.Title.Value).Select(word => word.Stem);
        var body = posting.Sections.SelectMany(section => section.Passages).SelectMany(passage => Words.Split(passage.Text)).Select(word => word.Stem);
        return new PostingTokens(facets, [.. title], [.. body]);
    }
}
