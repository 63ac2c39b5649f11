using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Catalogue;

/// <summary>
/// Places as they are compared between postings: an area's code ("GB-ENG/london"), with what the text names more closely behind "#"
/// ("GB-ENG/london#canary wharf"); the folded text behind "?" where the vocabulary knows no area.
/// </summary>
internal static class RolePlaces
{
    public static IReadOnlyList<string> Of(IReadOnlyList<Stated<Place>> places) =>
        [.. places.Select(p => CodeOf(p.Value)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public static string AreaOf(string place) => place.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? place[..at] : place;

    private static string CodeOf(Place place)
    {
        if (place.Area is null)
            return "?" + Words.Fold(place.Text);
        if (place.City is { } town && AreaVocabulary.Default.ByCode(place.Area) is { Kind: not AreaKind.City })
            return $"{place.Area}#{Words.Fold(town)}";
        return CloserOf(place) is { } closer ? $"{place.Area}#{closer}" : place.Area;
    }

    /// <summary>A first part before a comma that is no known place itself: a quarter, a campus, a street.</summary>
    private static string? CloserOf(Place place)
    {
        var comma = place.Text.IndexOf(',', StringComparison.Ordinal);
        if (place.City is null || comma <= 0)
            return null;
        var first = Words.Fold(place.Text.AsSpan(0, comma).Trim());
        return first == Words.Fold(place.City) || AreaVocabulary.Default.Resolve(first) is not null ? null : first;
    }
}
