using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Questions.Reading;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Questions;

/// <summary>
/// The names that a catalogue gives to the vocabulary: its employers, with the short forms people use for them. Immutable; build it anew when the catalogue changes.
/// </summary>
public sealed class CatalogueNames
{
    private static readonly HashSet<string> LegalForms = new(StringComparer.Ordinal)
    {
        "inc", "incorporated", "llc", "ltd", "limited", "gmbh", "ag", "se", "sa", "sas", "sarl", "bv", "b.v", "corp", "corporation", "co", "company", "plc", "oy", "ab", "as",
        "kg", "ug", "srl", "spa", "lda", "ltda", "pty", "pte", "llp", "lp", "group", "holding", "holdings", "international", "technologies", "technology", "labs", "software",
        "solutions", "systems", "consulting", "cooperative", "co-operative", "operative", "uk", "usa", "us", "deutschland", "germany", "europe",
    };

    /// <summary>"Breuninger" of "E. Breuninger GmbH": a word of so many letters that is no ordinary word names the employer.</summary>
    private const int LeastDistinctive = 6;

    private readonly PhraseTable<EmployerName> table = new();
    private readonly List<string> words = [];

    public CatalogueNames(IReadOnlyList<Employer> employers)
    {
        var split = employers.Select(e => (e.Name, Words: Words.Split(e.Name).Select(w => w.Folded).ToArray())).Where(e => e.Words.Length > 0).ToList();
        var firstWords = split.GroupBy(e => e.Words[0], StringComparer.Ordinal).Where(g => g.Count() == 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        var inNames = split.SelectMany(e => e.Words.Distinct(StringComparer.Ordinal)).CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var starts = split.SelectMany(e => Enumerable.Range(2, Math.Max(0, e.Words.Length - 1)).Select(n => string.Join(' ', e.Words.Take(n))))
            .CountBy(start => start, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var acronyms = split.SelectMany(e => AcronymsOf(e.Name)).CountBy(a => a, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var allInitials = split.Select(e => InitialsOf(e.Name)).OfType<string>().CountBy(i => i, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        foreach (var (name, parts) in split)
        {
            var core = parts.AsSpan();
            while (core.Length > 1 && LegalForms.Contains(core[^1]))
                core = core[..^1];
            Add(name, string.Join(' ', parts));
            if (core.Length < parts.Length && (core.Length > 1 || (core[0].Length > 1 && !WordLists.IsStop(core[0]))))
                Add(name, string.Join(' ', core.ToArray()), core.Length == 1 && TradeWords.Is(core[0]));
            if (core.Length > 1 && parts[0].Length > 3 && firstWords.Contains(parts[0]) && !TradeWords.Is(parts[0]))
                Add(name, parts[0]);
            foreach (var acronym in AcronymsOf(name).Where(a => acronyms[a] == 1 && !TradeWords.Is(a)))
                Add(name, acronym);
            foreach (var word in parts.Where(w => w.Length >= LeastDistinctive && inNames[w] == 1 && !LegalForms.Contains(w) && !WordLists.IsSpelledRight(w) && !TradeWords.Is(w)))
                Add(name, word);
            for (var n = 2; n < core.Length; n++)
            {
                var start = string.Join(' ', parts.Take(n));
                if (!WordLists.IsStop(parts[n - 1]) && starts[start] == 1)
                    Add(name, start);
            }

            if (InitialsOf(name) is { } initials && allInitials[initials] == 1 && !TradeWords.Is(initials) && !WordLists.IsOrdinary(initials))
                Add(name, initials);
            if (parts.Length > 1)
                Add(name, string.Concat(parts));
            words.AddRange(parts.Where(w => w.Length > 3 && !WordLists.IsOrdinary(w)));
        }
    }

    public static CatalogueNames Empty { get; } = new([]);

    /// <summary>Words of the names that a misspelt word may be mended to.</summary>
    internal IReadOnlyList<string> SpellingWords => words;

    internal PhraseTable<EmployerName> Table => table;

    private void Add(string name, string phrase, bool isTerm = false) =>
        table.Add(phrase, new EmployerName(name, isTerm || (!phrase.Contains(' ', StringComparison.Ordinal) && WordLists.IsOrdinary(phrase))));

    /// <summary>"bisc" of "Bay Island Sailing Club": first letters of three words with a capital or more.</summary>
    private static string? InitialsOf(string name)
    {
        var initials = string.Concat(Words.Split(name).Where(w => char.IsUpper(name[w.Start])).Select(w => char.ToLowerInvariant(name[w.Start])));
        return initials.Length is > 2 and < 7 && initials.All(char.IsAsciiLetterLower) ? initials : null;
    }

    /// <summary>"AHL" of "Man AHL": a word in capitals that stands in no other name is enough.</summary>
    private static IEnumerable<string> AcronymsOf(string name) =>
        name.Any(char.IsLower) ? Words.Split(name).Where(w => w.Length is > 2 and < 7 && name.AsSpan(w.Start, w.Length).IndexOfAnyExceptInRange('A', 'Z') < 0 && !LegalForms.Contains(w.Folded)).Select(w => w.Folded).Distinct() : [];
}

/// <summary>An employer as the catalogue spells it. <paramref name="IsOrdinaryWord"/>: the phrase is also an English word or a term, so that it needs a sign that a name is meant.</summary>
internal sealed record EmployerName(string Name, bool IsOrdinaryWord);
