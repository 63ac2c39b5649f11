using System.Text.RegularExpressions;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>Divides a written place or a list of places: "Berlin, Germany / Remote (US Only)", with commas inside and between.</summary>
internal static partial class PlaceTexts
{
    private const int MaxPlaces = 40;

    /// <summary>The places of the text. What the vocabulary does not know is kept as written when unknown is true.</summary>
    public static IReadOnlyList<Place> Read(string text, bool unknown)
    {
        var places = new List<Place>();
        foreach (var part in Divider().Split(Brackets().Replace(text, " ; ")))
        {
            if (places.Count < MaxPlaces)
                ReadPart(part, unknown, places);
        }

        return [.. places.DistinctBy(place => place.Area ?? place.Text.ToLowerInvariant())];
    }

    private static void ReadPart(string part, bool unknown, List<Place> places)
    {
        var words = Strip(part);
        if (words.Length == 0)
            return;
        if (AreaVocabulary.Default.Resolve(words) is { } whole)
        {
            places.Add(whole);
            return;
        }

        var pieces = words.Split(',').Select(Strip).Where(piece => piece.Length > 0).ToList();
        if (pieces.Count > 1 && ReadPieces(pieces, places))
            return;
        if (pieces.Count > 0 && unknown && words.Length <= 80 && !IsSchedule(words))
            places.Add(AreaVocabulary.Default.Find(words) is { Count: > 0 } known ? Narrowest(known, words) : new Place(words, null, null, null, null));
    }

    // "2 days a week", "3x per week": how often, not where.
    private static bool IsSchedule(string words) =>
        words.Any(char.IsDigit) && (words.Contains("day", StringComparison.OrdinalIgnoreCase) || words.Contains("week", StringComparison.OrdinalIgnoreCase) || words.Contains("hour", StringComparison.OrdinalIgnoreCase));

    // Longest run of pieces that together name one place, from the left; true when every piece found its place.
    private static bool ReadPieces(List<string> pieces, List<Place> places)
    {
        var found = new List<Place>();
        for (var at = 0; at < pieces.Count;)
        {
            var taken = 0;
            for (var count = Math.Min(3, pieces.Count - at); count > 0 && taken == 0; count--)
            {
                if (AreaVocabulary.Default.Resolve(string.Join(", ", pieces.Skip(at).Take(count))) is not { } place)
                    continue;
                found.Add(place);
                taken = count;
            }

            if (taken == 0)
                return false;
            at += taken;
        }

        places.AddRange(found);
        return true;
    }

    private static Place Narrowest(IReadOnlyList<TermMatch<Area>> known, string words)
    {
        var area = known.OrderBy(match => match.Value.Kind).First().Value;
        return AreaVocabulary.Default.ToPlace(area, words);
    }

    private static string Strip(string text) => NoPlace().Replace(text, " ").Trim().Trim(',', '-', '–', '.', ':', '`', '*', '"', '&').Trim();

    [GeneratedRegex(@"\s*[;|•·\n]\s*|\s+/\s*|/\s+|\s+[-–—]\s+|\s+(or|and|ou|oder|e|y|et|und|o)\s+", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Divider();

    [GeneratedRegex(@"[()\[\]]", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\b(fully|100 ?%|partially|temporarily|hybrid|remote(ly)?|remoto|remota|onsite|on-site|in-office|in office|only|based|within|anywhere( in the world)?|worldwide|world wide|global(ly)?|unknown|flexible|multiple locations|various|preferred|office|home office|from home|work|wfh|telecommute|n/a|none|null|tbd|preferably|anywhere in|in the|in)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex NoPlace();
}
