using System.Text.RegularExpressions;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>Divides a written place or a list of places: "Berlin, Germany / Remote (US Only)", with commas inside and between.</summary>
internal static partial class PlaceTexts
{
    private const int MaxPlaces = 40;
    private const int MaxName = 90;
    private const int MaxWhole = 160;
    private const int MaxLoose = 50;

    private static readonly TextMemo<IReadOnlyList<Place>> Known = new(text => ReadNew(text, false));
    private static readonly TextMemo<IReadOnlyList<Place>> WithUnknown = new(text => ReadNew(text, true));

    /// <summary>The places of the text. What the vocabulary does not know but looks like a name is kept as written when unknown is true.</summary>
    public static IReadOnlyList<Place> Read(string text, bool unknown) => (unknown ? WithUnknown : Known).Of(text);

    private static IReadOnlyList<Place> ReadNew(string text, bool unknown)
    {
        // A column of places holds "OR" and "CA" for states of the United States; elsewhere those are other words.
        if (unknown && text.Trim() is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] code && AreaVocabulary.Default.Resolve(code) is null && AreaVocabulary.Default.ByCode("US-" + code) is { } state)
            return [AreaVocabulary.Default.ToPlace(state, code)];
        // "Australia & New Zealand", "UK and Ireland" are one name.
        if (JoinedName().IsMatch(text) && AreaVocabulary.Default.Resolve(text.Trim()) is { City: null } whole)
            return [whole];
        var places = new List<Place>();
        foreach (var entry in Between().Split(text))
        {
            if (places.Count < MaxPlaces)
                ReadEntry(entry, unknown, places);
        }

        return [.. places.DistinctBy(place => place.Area ?? place.Text.ToLowerInvariant())];
    }

    /// <summary>The places of a text that is nothing but known places: "Mountain View, California; Austin, Texas". Empty when it says more.</summary>
    public static IReadOnlyList<Place> ReadWhole(string text)
    {
        // A line that ends in a comma goes on: a sentence of East Asia, where a city's name is part of a word.
        if (text.Length is 0 or > MaxWhole || text.AsSpan().TrimEnd() is [.., ',' or '，' or '、'])
            return [];
        if (AreaVocabulary.Default.Resolve(text) is { } one)
            return RoleTitles.IsRole(text) ? [] : [one];
        var places = Semicolon().Split(text).Select(entry => AreaVocabulary.Default.Resolve(entry)).ToList();
        return places.Count > 1 && places.TrueForAll(place => place is not null) ? [.. places.OfType<Place>()] : [];
    }

    // "São Paulo - Vila Olímpia", "Austin (Oakhill)": what is not known beside a known place is a part of it.
    private static void ReadEntry(string entry, bool unknown, List<Place> places)
    {
        var named = new List<Place>();
        var parts = Within().Split(entry);
        foreach (var part in parts)
            ReadPart(part, unknown, named);
        var known = named.Where(place => place.Area is not null).ToList();
        places.AddRange(known.Count > 0 ? known : named.Take(1));
    }

    private static void ReadPart(string part, bool unknown, List<Place> places)
    {
        var words = Strip(part);
        if (words.Length == 0)
            return;
        if (AreaVocabulary.Default.Resolve(words) is { } whole && words.Length <= MaxName)
        {
            places.Add(whole);
            return;
        }

        var address = PostalAddress.Read(words);
        if (address.Place is { } named)
        {
            places.Add(named);
            return;
        }

        var pieces = address.Pieces.Select(Strip).Where(piece => piece.Length > 0).ToList();
        if (!(pieces.Count > 1 && ReadPieces(pieces, places)) && unknown)
            ReadUnknown(words, words == Trim(part), pieces, places);
    }

    // The known places in the words, else the words where they look like a name. In a sentence only cities and regions are taken.
    private static void ReadUnknown(string words, bool isWhole, List<string> pieces, List<Place> places)
    {
        var known = AreaVocabulary.Default.Find(words);
        var looksLikePlace = LooksLikePlace(words);
        var last = pieces.Count > 1 ? AreaVocabulary.Default.Resolve(pieces[^1])?.Area : null;
        foreach (var match in known.Where(match => looksLikePlace || words.Length <= MaxLoose || match.Value.Kind < AreaKind.Country))
        {
            // "Newark on Trent, England" is no Newark that lies elsewhere.
            if (last is null || AreaVocabulary.Default.Contains(last, match.Value.Code))
                places.Add(AreaVocabulary.Default.ToPlace(match.Value, match.Value.Code == last && looksLikePlace ? words : words.Substring(match.Start, match.Length)));
        }

        if (known.Count == 0 && isWhole && looksLikePlace)
            places.Add(Towns.Locate(words));
    }

    // A name: capitals, or the characters of East Asia; no sentence, no hours, no share.
    private static bool LooksLikePlace(string words) =>
        words.Length is > 2 and <= 80 && !words.Contains('。', StringComparison.Ordinal) && Name().IsMatch(words) && !NoName().IsMatch(words) && SkillVocabulary.Default.Find(words).Count == 0 && !RoleTitles.IsRole(words);

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

    private static string Strip(string text) => Trim(Lead().Replace(Trim(NoPlace().Replace(text, " ")), ""));

    private static string Trim(string text) => text.Trim().Trim(',', '-', '–', '.', ':', '`', '*', '"', '&', '/', '!').Trim();

    [GeneratedRegex(@"\s*[;|•·\n]\s*|\s+/\s*|/\s+|\s+[&+]\s+|(?<=\p{L}{4})\.\s+|,?\s+(or|and|ou|oder|e|y|et|und|o)\s+", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Between();

    [GeneratedRegex(@"\s*[;|•·/]\s*|\s+(or|and|ou|oder|und|et|y|e)\s+", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Semicolon();

    [GeneratedRegex(@"^[^()\[\],;|/]* (&|and|und|et|y|e) [^()\[\],;|/]*$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex JoinedName();

    [GeneratedRegex(@"^((and|or|em|no|na|at|à|en|near|bei|in|um|uno|eine[mr]|one|de|der|d[oe]s|of|nossos?|nuestr[ao]s|our|unsere[rn]?|the|escritórios?|oficinas?|offices?|büros?)\s+)+", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Lead();

    [GeneratedRegex(@"[()\[\]]|\s+[-–—]\s+", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Within();

    [GeneratedRegex(@"^\p{P}*(\p{Lu}|\d+\s\p{Lu})[\p{L}\p{M}'’.-]*([\s,/-]+(\p{Lu}[\p{L}\p{M}'’.-]*|\d+[-\w]*|d[aeiou]s?|del|der|den|am|an|im|ob|on|upon|the|of|la|le|les|los|las|bei|near|sur|sous|van|von|zu|y|e|i))*\p{P}*$|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Name();

    [GeneratedRegex(@"\b(locations?|time ?zones?|zones?|hours?|days?|weeks?|months?|years?|approved|select|forever|others?|more|multiple|specified|covid|pandemi[ac]|preferred|travel|full|part|salary|team|yes|no|not|north|south|east|west|western|eastern|northern|southern|hemisphere|durante|during|see|any|all|our|we|you|tba|negotiable|company|employer|title|worry|experience|job|role|opportunity|mission|vision|impact|culture|values|benefits|perks|engineer\w*|developer\w*|manager)\b|[%!?€£$💰🌎:]|^\d+$|^(country|region|city|state|province|department|details|overview)$|いただ|ください|できる|する方|です|ます|優遇|応相談|相談(の上|可)|場合|により|自由|不問|[【】]|所在地|勤務地|存在", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex NoName();

    [GeneratedRegex(@"\b(full[- ]?time|part[- ]?time|vollzeit|teilzeit|fully|100 ?%|partially|temporarily|hybrid|h[ií]brid[oa]|remote(ly)?|remoto|remota|presencial|onsite|on-site|in-office|in office|only|based|within|anywhere( in the world)?|worldwide|world wide|global(ly)?|unknown|flexible|multiple locations|various|preferred|office|escrit[óo]rio|home office|homeoffice|from home|work|wfh|telecommute|n/a|none|null|tbd|preferably|anywhere in|in the|in)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex NoPlace();
}
