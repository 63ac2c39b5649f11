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
    private const double NumberBonus = 0.25;
    private const int Most = 3;
    private const int MostItems = 5;

    /// <param name="words">The question's content words, as written or folded.</param>
    /// <param name="wantsNumber">"how many", "how often": a passage with a number is preferred.</param>
    public static IReadOnlyList<(Section Section, Evidence Passage)> Find(IReadOnlyList<Section> sections, IEnumerable<string> words, bool wantsNumber, double threshold = Threshold)
    {
        var asked = words.SelectMany(w => Words.Split(w)).Select(w => w.Stem).Distinct(StringComparer.Ordinal).ToList();
        var passages = sections.SelectMany(s => s.Passages.Select(p => new Candidate(s, p))).ToList();
        if (asked.Count == 0 || passages.Count == 0)
            return [];
        if (UnderHeading(sections, asked) is { } section)
            return [.. section.Passages.Take(Most).Select(p => (section, p))];
        var weights = asked.Select(stem => Weight(stem, passages)).ToList();
        var whole = weights.Sum();
        var scored = passages
            .Select(p => (p, score: Score(p, asked, weights) / whole, number: wantsNumber && p.HasNumber))
            .Where(x => x.score >= threshold)
            .Select(x => (x.p, score: x.score + (x.number ? NumberBonus : 0)))
            .OrderByDescending(x => x.score)
            .ToList();
        return scored.Count == 0
            ? []
            : [.. scored.TakeWhile(x => x.score >= scored[0].score * 0.8).DistinctBy(x => x.p.Passage.Text).Take(Most).SelectMany(x => WithItsList(x.p.Section, x.p.Passage)).Distinct()];
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

    private static HashSet<string> Stems(string text) => Words.Split(text).Select(w => w.Stem).ToHashSet(StringComparer.Ordinal);

    private static double Weight(string stem, List<Candidate> passages)
    {
        var holding = passages.Count(p => Hit(stem, p) > 0);
        return Math.Log(1 + ((passages.Count + 1.0) / (holding + 1.0))) * (holding == 0 ? UnseenWeight : 1);
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

        public HashSet<string> Heading { get; } = Passages.Stems(section.Heading);

        public bool HasNumber { get; } = Text.Words.Split(passage.Text).Any(w => char.IsDigit(w.Folded[0]) || NumberWords.Contains(w.Folded));
    }

    private static readonly HashSet<string> NumberWords = new(StringComparer.Ordinal)
    {
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozen", "once", "twice", "daily", "weekly", "monthly", "annual", "yearly",
    };
}
