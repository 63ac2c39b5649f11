using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Answers;

/// <summary>
/// Finds the passages of a document that answer a question which no field answers. A passage counts by the question's words
/// that it or its heading holds, rare words more; below <see cref="Threshold"/> of the question's weight nothing is returned.
/// </summary>
internal static class Passages
{
    /// <summary>Share of the question's weight that the best passage must cover. Chosen on the development questions.</summary>
    public const double Threshold = 0.5;

    /// <summary>The share where no document was named: nearly the whole question must stand in one passage.</summary>
    public const double ThresholdAnywhere = 0.8;

    private const double SynonymWeight = 0.8;
    private const double HeadingWeight = 0.6;
    private const double UnseenWeight = 0.75;
    private const double UnitWeight = 0.2;
    private const double NumberBonus = 0.25;
    private const int Most = 3;

    /// <summary>A shorter word that the document lacks is not taken for a mistake.</summary>
    private const int LeastMended = 7;
    private const int MostItems = 5;

    /// <param name="words">The question's content words, as written or folded.</param>
    /// <param name="wantsNumber">"how many", "how often": a passage with a number is preferred; where no document was named, no other will do.</param>
    public static IReadOnlyList<(Section Section, Evidence Passage)> Find(IReadOnlyList<Section> sections, IEnumerable<string> words, bool wantsNumber, double threshold = Threshold)
    {
        var passages = sections.SelectMany(s => s.Passages.Select(p => new Candidate(s, p))).ToList();
        var asked = words.SelectMany(w => Words.Split(w)).Select(w => StemAsWritten(w, passages)).Distinct(StringComparer.Ordinal).ToList();
        if (asked.Count == 0 || passages.Count == 0)
            return [];
        if (UnderHeading(sections, asked) is { } section)
            return [.. section.Passages.Take(Most).Select(p => (section, p))];
        var counts = asked.TrueForAll(Units.Contains);
        var weights = asked.Select(stem => Weight(stem, passages, counts)).ToList();
        var whole = weights.Sum();
        var scored = passages
            .Select(p => (p, score: Score(p, asked, weights) / whole, number: wantsNumber && p.HasNumber))
            .Where(x => x.score >= threshold && (!wantsNumber || x.p.HasCount || threshold < ThresholdAnywhere) && (asked.Exists(x.p.Says) || !counts))
            .Select(x => (x.p, score: x.score + (x.number ? NumberBonus : 0)))
            .OrderByDescending(x => x.score)
            .ToList();
        return scored.Count == 0
            ? []
            : [.. scored.TakeWhile(x => x.score >= scored[0].score * 0.8).DistinctBy(x => x.p.Passage.Text).Take(Most).SelectMany(x => WithItsList(x.p.Section, x.p.Passage)).Distinct()];
    }

    /// <summary>A word that the document lacks is taken for the one that it nearly is.</summary>
    private static string StemAsWritten(Word word, List<Candidate> passages)
    {
        if (word.Folded.Length < LeastMended || passages.Exists(p => Hit(word.Stem, p) > 0))
            return word.Stem;
        var near = Spelling.Nearest(word.Folded, passages.SelectMany(p => PostingsBot.Core.Text.Words.Split(p.Passage.Text)).Select(w => w.Folded).Where(w => w.Length >= LeastMended).Distinct());
        return near is null ? word.Stem : PostingsBot.Core.Text.Words.Split(near)[0].Stem;
    }

    /// <summary>A passage that ends with a colon says what stands below it: the items of its list.</summary>
    private static IEnumerable<(Section Section, Evidence Passage)> WithItsList(Section section, Evidence passage)
    {
        yield return (section, passage);
        if (!passage.Text.AsSpan().TrimEnd(" *_").EndsWith(':'))
            yield break;
        foreach (var item in section.Passages.SkipWhile(p => p != passage).Skip(1).TakeWhile(p => !p.Text.EndsWith(':')).Take(MostItems))
            yield return (section, item);
    }

    /// <summary>A heading that holds every word asked for (and there are two or more) says that its section answers.</summary>
    private static Section? UnderHeading(IReadOnlyList<Section> sections, List<string> asked) => asked.Count < 2
        ? null
        : sections.FirstOrDefault(s => s.Passages.Count > 0 && Stems(s.Heading) is var heading && asked.TrueForAll(heading.Contains));

    /// <summary>"On call" and "401(k)" also as they are written in one word.</summary>
    private static HashSet<string> Stems(string text)
    {
        var stems = Words.Split(text).Select(w => w.Stem).ToList();
        var joined = stems.Zip(stems.Skip(1)).Select(two => two switch { ("on", "call") => "on-call", ("401", "k") => "401k", _ => null });
        return [.. stems, .. joined.OfType<string>()];
    }

    private static double Weight(string stem, List<Candidate> passages, bool counts)
    {
        var holding = passages.Count(p => Hit(stem, p) > 0);
        return Math.Log(1 + ((passages.Count + 1.0) / (holding + 1.0))) * (Units.Contains(stem) && !(counts && holding > 0) ? UnitWeight : holding > 0 ? 1 : UnseenWeight);
    }

    private static double Score(Candidate passage, List<string> asked, List<double> weights) =>
        asked.Select((stem, i) => Hit(stem, passage) * weights[i]).Sum();

    private static double Hit(string stem, Candidate passage)
    {
        if (passage.Words.Contains(stem))
            return 1;
        if (Terms.Synonyms.TryGetValue(stem, out var synonyms) && synonyms.Any(passage.Words.Contains))
            return SynonymWeight;
        return passage.Heading.Contains(stem) ? HeadingWeight : 0;
    }

    private sealed class Candidate(Section section, Evidence passage)
    {
        public Section Section => section;

        public Evidence Passage => passage;

        public HashSet<string> Words { get; } = Passages.Stems(passage.Text);

        /// <summary>The passage itself holds the word, not only the heading above it.</summary>
        public bool Says(string stem) => Words.Contains(stem) || (Terms.Synonyms.TryGetValue(stem, out var synonyms) && synonyms.Any(Words.Contains));

        public HashSet<string> Heading { get; } = Passages.Stems(section.Heading);

        public bool HasCount { get; } = PostingsBot.Core.Text.Words.Split(passage.Text).Any(w => char.IsDigit(w.Folded[0]) || NumberWords.Contains(w.Folded));

        public bool HasNumber => HasCount || PostingsBot.Core.Text.Words.Split(passage.Text).Any(w => Frequencies.Contains(w.Folded));
    }

    /// <summary>Stems of what is counted in: "vacation days" asks for vacation.</summary>
    private static readonly HashSet<string> Units = [.. "time day week hour month year tag woche stunde monat monate jahr jahre jour semaine heure mois dia semana hora mes meses days weeks hours months years tage wochen stunden jours semaines heures dias semanas horas".Split(' ').SelectMany(w => Words.Split(w)).Select(w => w.Stem)];

    private static readonly HashSet<string> NumberWords = new(StringComparer.Ordinal)
    {
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozen", "once", "twice",
    };

    private static readonly HashSet<string> Frequencies = new(StringComparer.Ordinal) { "one", "daily", "weekly", "monthly", "annual", "yearly" };
}
