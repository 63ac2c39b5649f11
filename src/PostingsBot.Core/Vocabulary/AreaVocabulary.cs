using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Vocabulary;

/// <summary>Places: cities, metropolitan areas, regions, countries and groups of countries, and which lies in which.</summary>
public sealed class AreaVocabulary
{
    private static readonly Lazy<AreaVocabulary> LazyDefault = new(() => new AreaVocabulary());

    /// <summary>Words that may stand in a place text beside the names.</summary>
    private static readonly HashSet<string> Fillers = ["city", "area", "region", "metro", "metropolitan", "greater", "downtown", "central", "county", "state", "of", "the", "in", "ouest", "est", "nord", "sud", "north", "south", "east", "west"];

    /// <summary>In thousands of people.</summary>
    private const int LargeCity = 100;

    private readonly AreaData data = new();
    private readonly TextMemo<Place?> resolved;

    private AreaVocabulary() => resolved = new(ResolveNew);

    public static AreaVocabulary Default => LazyDefault.Value;

    /// <summary>The places named in a text; the rule is in <see cref="AreaFinder"/>.</summary>
    /// <param name="text">The text: a passage, or a question.</param>
    /// <param name="lenient">The text is a short question, in which case cannot be relied on.</param>
    public IReadOnlyList<TermMatch<Area>> Find(string text, bool lenient = false) => Find(text, Words.Split(text), lenient);

    /// <param name="text">The text.</param>
    /// <param name="words">The text's own words, for callers that look into several vocabularies.</param>
    /// <param name="lenient">The text is a short question, in which case cannot be relied on.</param>
    public IReadOnlyList<TermMatch<Area>> Find(string text, IReadOnlyList<Word> words, bool lenient = false) => new AreaFinder(data, text, words, lenient).Find();

    /// <summary>One-word names, folded, that a misspelt word may be mended to where a place stands: countries, regions and large cities.</summary>
    internal IEnumerable<string> SpellingWords =>
        data.ByCode.Values.Select(area => Words.Fold(area.Name)).Where(name => name.All(char.IsLetter)).Concat(data.Cities.OneWordNames(LargeCity));

    public Area? ByCode(string code) => data.Find(code);

    /// <summary>The code itself and all that contain it, the narrowest first: city, metropolitan area, region, country, groups. Empty for an unknown code.</summary>
    public IReadOnlyList<string> AncestorsAndSelf(string code) => data.AncestorsAndSelf(code);

    /// <summary>Whether the outer area is the inner one or contains it.</summary>
    public bool Contains(string outerCode, string innerCode) => AncestorsAndSelf(innerCode).Contains(outerCode);

    /// <summary>
    /// The place that a whole text names: "San Francisco, CA", "Munich", "Canary Wharf, London, England". Parts before the last may be unknown
    /// (a street, a building). Null when the text names none, several, or says more than a place ("US only").
    /// </summary>
    public Place? Resolve(string text) => resolved.Of(text);

    private Place? ResolveNew(string text)
    {
        var words = Words.Split(text);
        // Prose ends with a word that is no place's: then nothing more needs to be looked up.
        if (words.Count == 0 || !(data.MayName(words[^1]) || MayStandBeside(words[^1])))
            return null;
        var matches = Find(text, words);
        if (matches.Count == 0)
            matches = Find(text, words, lenient: true);
        if (matches.Count == 0 || Rest(text, words, matches))
            return null;
        var area = matches[^1].Value;
        for (var i = matches.Count - 2; i >= 0; i--)
        {
            if (Contains(area.Code, matches[i].Value.Code))
                area = matches[i].Value;
            else if (!Contains(matches[i].Value.Code, area.Code))
                return null;
        }

        return ToPlace(area, text);
    }

    /// <summary>A place with the English names of the area and of what contains it. A metropolitan area is given as the region.</summary>
    public Place ToPlace(Area area, string text) => new(
        Closed(text),
        area.Kind is AreaKind.City ? area.Name : null,
        area.Kind is AreaKind.Metro ? area.Name : data.RegionOf(area.Code) is { } region ? data.ByCode[region].Name : null,
        data.CountryOf(area.Code) is { } country ? data.ByCode[country].Name : null,
        area.Code);

    /// <summary>"San Jose (CA, USA" ends where a word ended: what stands in front of a bracket that nothing closes.</summary>
    private static string Closed(string text) =>
        text.LastIndexOf('(') is > 0 and var open && text.IndexOf(')', open) < 0 ? text[..open].TrimEnd() : text;

    /// <summary>
    /// Words that are no part of a place stand in the same part of the text as its last place. Numbers and postal codes may, and so may the
    /// characters of a Chinese or Japanese address, which runs on without blanks.
    /// </summary>
    private static bool Rest(string text, IReadOnlyList<Word> words, IReadOnlyList<TermMatch<Area>> matches)
    {
        var last = matches[^1].Start;
        var part = last == 0 ? 0 : text.LastIndexOf(',', last - 1) + 1;
        return words.Any(w => w.Start >= part && !matches.Any(m => w.Start >= m.Start && w.Start < m.Start + m.Length)
            && !MayStandBeside(w));
    }

    private static bool MayStandBeside(Word word) =>
        Fillers.Contains(word.Folded) || word.Folded.Any(char.IsDigit) || word.Folded[0] is >= '\u3040' and <= '\u9fff';
}
