using PostingsBot.Core.Text;

namespace PostingsBot.Core.Vocabulary;

/// <summary>
/// Finds places in one text. Which area a shared name means is said by a region or country right behind it ("London, ON"; it becomes part of
/// the match), else: a region, but a city inside the region of its name ("New York"); a country; the largest city.
/// In prose names begin with a capital. A "~" name also needs a cue ("in Reading"), a region or country behind it, a place before it in the same
/// list, or the text to itself. A short form ("US", "LA") must be written in exactly its case; in a question (lenient) lower case does with a cue.
/// Short codes of regions and countries count only behind a place: "Austin, TX", "Campinas/SP".
/// </summary>
internal sealed class AreaFinder(AreaData data, string text, IReadOnlyList<Word> words, bool lenient)
{
    private static readonly Lazy<AreaCues> Cues = new(() => new AreaCues());

    // Codes that are words as well, so that "Paris, OR remote" is no town in Oregon.
    private static readonly HashSet<string> WordCodes = ["or", "in", "me", "ok", "hi", "de", "la", "id"];

    private readonly List<TermMatch<Area>> matches = [];
    private int lastEnd = -1;

    public IReadOnlyList<TermMatch<Area>> Find()
    {
        for (var i = 0; i < words.Count;)
        {
            var end = At(i, out var area);
            if (area is not null)
                Report(i, end, area);
            i = Math.Max(end, i + 1);
        }

        return matches;
    }

    private void Report(int first, int end, Area area)
    {
        var last = words[end - 1];
        matches.Add(new TermMatch<Area>(words[first].Start, last.Start + last.Length - words[first].Start, area));
        lastEnd = end;
    }

    /// <summary>The place that starts at a word and the word after it; without a place, how far its phrase reaches.</summary>
    private int At(int first, out Area? area)
    {
        area = null;
        var taken = Candidates(first, out var candidates);
        if (taken == 0)
        {
            area = BareCode(first);
            return first + 1;
        }

        var end = first + taken;
        var qualified = Qualify(ref end, candidates, out var widest);
        if (qualified is null && UnknownTown(end, out var state))
        {
            area = state;
            return end + 1;
        }

        var names = qualified ?? candidates.Where(n => Counts(n, first, end)).ToList();
        if (names.Count == 0 || (qualified is not null && !Plausible(names[0], first, first + taken, widest)))
        {
            // "WA" is a state where it stands as one, though a town elsewhere has the name "Wa".
            area = taken == 1 ? BareCode(first) : null;
            return first + taken;
        }

        area = Best(names).Area;
        return end;
    }

    /// <summary>The areas named by the longest phrase that starts at a word. Cities in lower case are not looked for in prose.</summary>
    private int Candidates(int first, out List<AreaName> candidates)
    {
        var taken = data.Names.Longest(text, Words.AsSpan(words), first, out var spelling);
        candidates = spelling?.Names ?? [];
        if (!lenient && !Capital(first))
            return taken;
        var longer = data.Cities.Longest(text, words, first, out var cities);
        if (longer < taken || longer == 0)
            return taken;
        candidates = longer == taken ? [.. candidates, .. cities] : cities;
        return longer;
    }

    /// <summary>The candidates that lie in the areas named right behind, which join the match; null when none is named.</summary>
    private List<AreaName>? Qualify(ref int end, List<AreaName> candidates, out Area? widest)
    {
        List<AreaName>? narrowed = null;
        widest = null;
        while (end < words.Count && Adjoins(end, out var blankOnly))
        {
            var (next, areas) = Outer(end, blankOnly);
            var inside = (narrowed ?? candidates).Where(n => n.Mark is not AreaMark.Demonym && areas.Any(a => a.Code != n.Area.Code && data.AncestorsAndSelf(n.Area.Code).Contains(a.Code))).ToList();
            if (inside.Count == 0)
                break;
            narrowed = inside;
            widest = areas[0];
            end = next;
        }

        return narrowed;
    }

    /// <summary>The region, country or group that a word or phrase names, and the word after it.</summary>
    private (int Next, List<Area> Areas) Outer(int at, bool blankOnly)
    {
        var areas = new List<Area>();
        var taken = data.Names.Longest(text, Words.AsSpan(words), at, out var spelling);
        if (taken > 0)
            areas.AddRange(spelling!.Names.Where(n => n.Area.Kind is not AreaKind.City && n.Mark is not (AreaMark.Demonym or AreaMark.Cue) && (lenient || n.Mark is not AreaMark.ThisCase || Exact(n, at, at + taken))).Select(n => n.Area));
        var written = text.AsSpan(words[at].Start, words[at].Length);
        if (taken <= 1 && written.Length is 2 or 3 && (IsUpper(written) || (lenient && !blankOnly)))
        {
            var code = words[at].Folded.ToUpperInvariant();
            areas.AddRange(data.RegionsByShortCode.GetValueOrDefault(code) ?? []);
            if (data.ByCode.TryGetValue(code, out var country) && country.Kind is AreaKind.Country)
                areas.Add(country);
        }

        return (at + Math.Max(taken, 1), areas);
    }

    /// <summary>"Aberdeen, MD", "the Hanover, MD area": no known town of that name lies in the state behind it, so only the state is known.</summary>
    private bool UnknownTown(int end, out Area? state)
    {
        state = null;
        return !lenient && end < words.Count && words[end].Length == 2 && (state = BareCode(end, goesOn: !WordCodes.Contains(words[end].Folded))) is not null;
    }

    /// <summary>"Murrah, UT": a code of a state behind a town that is not known, at the end of a part or before a ZIP code.</summary>
    private Area? BareCode(int at, bool goesOn = false)
    {
        var word = words[at];
        if (lenient || at == 0 || word.Length != 2 || !IsUpper(text.AsSpan(word.Start, 2)) || data.ByCode.GetValueOrDefault($"US-{text[word.Start..(word.Start + 2)]}") is not { } state)
            return null;
        var before = words[at - 1];
        if (text[(before.Start + before.Length)..word.Start] != ", " || before.Length < 3 || !char.IsUpper(text[before.Start]) || IsUpper(text.AsSpan(before.Start, before.Length)))
            return null;
        if (goesOn || at + 1 == words.Count)
            return state;
        var after = words[at + 1];
        var gap = text.AsSpan((word.Start + word.Length)..after.Start).TrimStart(' ');
        var zip = gap.IsEmpty && after.Length == 5 && after.Folded.All(char.IsAsciiDigit);
        return zip || (!gap.IsEmpty && gap[0] is (';' or '|' or ')' or '/' or '\n' or '<' or '`')) ? state : null;
    }

    /// <summary>Between two parts of a place: a comma, a slash, a bracket, a dash, or only a blank.</summary>
    private bool Adjoins(int word, out bool blankOnly)
    {
        var gap = text.AsSpan((words[word - 1].Start + words[word - 1].Length)..words[word].Start).Trim(' ');
        blankOnly = gap.IsEmpty;
        return gap.Length <= 1 && (gap.IsEmpty || gap[0] is ',' or '/' or '(' or '-' or '–' or '|');
    }

    /// <summary>A name with its region behind it still needs a capital in prose, or to be no everyday word in a question.</summary>
    private bool Plausible(AreaName name, int first, int end, Area? widest) =>
        widest is not null && (name.Mark is not AreaMark.ThisCase || lenient || Exact(name, first, end)) && (lenient || Capital(first));

    private bool Counts(AreaName name, int first, int end) => name.Mark switch
    {
        AreaMark.ThisCase => Exact(name, first, end) ? !IsPronoun(name, first) : lenient && (BesideCue(first, end, true) || Alone(first, end)),
        AreaMark.Cue => (lenient || Capital(first) || name.Area.Code == AreaData.World) && (BesideCue(first, end, false) || Alone(first, end) || InList(first)),
        AreaMark.Qualified => false,
        AreaMark.Demonym => end < words.Count && Cues.Value.Demonym(words[end].Folded) && (lenient || Capital(first)),
        _ => lenient || Capital(first) || name.Area.Code == AreaData.World,
    };

    private AreaName Best(List<AreaName> names)
    {
        var best = names[0];
        foreach (var name in names)
        {
            if (Rank(name, names) > Rank(best, names))
                best = name;
        }

        return best;
    }

    private long Rank(AreaName name, List<AreaName> names) => name.Area.Kind switch
    {
        AreaKind.Group or AreaKind.Metro => 4_000_000,
        AreaKind.Region => 3_000_000,
        AreaKind.Country => 2_000_000,
        _ => name.People + (names.Any(n => n.Area.Kind is AreaKind.Region && data.RegionOf(name.Area.Code) == n.Area.Code) ? 3_500_000 : 0),
    };

    private bool Exact(AreaName name, int first, int end) =>
        text.AsSpan(words[first].Start..(words[end - 1].Start + words[end - 1].Length)).StartsWith(name.Written, StringComparison.Ordinal);

    /// <summary>Names in scripts without capitals count as capital.</summary>
    private bool Capital(int word) => !char.IsLower(text[words[word].Start]) || (words[word].Folded is "the" && word + 1 < words.Count && Capital(word + 1));

    private bool Alone(int first, int end) => first == 0 && end == words.Count;

    private bool InList(int first) => lastEnd == first && first > 0 && Adjoins(first, out var blankOnly) && !blankOnly;

    /// <summary>"ABOUT US", "JOIN US": in capitals all around, "US" is the pronoun.</summary>
    private bool IsPronoun(AreaName name, int first) =>
        name.Written == "US" && first > 0 && IsUpper(text.AsSpan(words[first - 1].Start, words[first - 1].Length)) && Cues.Value.BeforePronoun(words[first - 1].Folded);

    private bool BesideCue(int first, int end, bool shortForm)
    {
        if (first > 0 && IsBlank(first))
        {
            var before = words[first - 1].Folded;
            var pronoun = words[first].Folded == "us" && end == first + 1 && before is "to" or "at" or "from";
            if ((!pronoun && Cues.Value.Before(before, shortForm)) || (first > 1 && Cues.Value.Before(words[first - 2].Folded + " " + before, shortForm)) || (pronoun && before == "from"))
                return true;
        }

        var verbBefore = first > 0 && Cues.Value.BeforePronoun(words[first - 1].Folded) || (first > 0 && words[first - 1].Folded is "show" or "give" or "send" or "let");
        return shortForm && !verbBefore && end < words.Count && Cues.Value.After(words[end].Folded);
    }

    private bool IsBlank(int word) => text.AsSpan((words[word - 1].Start + words[word - 1].Length)..words[word].Start).IsWhiteSpace();

    private static bool IsUpper(ReadOnlySpan<char> written)
    {
        foreach (var c in written)
        {
            if (!char.IsUpper(c))
                return false;
        }

        return true;
    }
}
