using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Catalogue;

/// <summary>
/// The languages that a posting asks people to speak, by name ("German"), each with the line that says so. A language counts in the title, beside a word that
/// shows that it is asked for ("fluent", "Kenntnisse", "B2") and as all that a list item says; not where the text says that it is not needed.
/// </summary>
internal static class SpokenLanguages
{
    /// <summary>How far from the language's name the word may stand, in characters.</summary>
    private const int Reach = 60;

    private const int MostWordsOfItem = 3;

    public static IEnumerable<Stated<string>> Of(Posting posting) => Of(posting, PostingText.Of(posting));

    public static IEnumerable<Stated<string>> Of(Posting posting, PostingText text) => All(posting, text).DistinctBy(language => language.Value);

    private static IEnumerable<Stated<string>> All(Posting posting, PostingText text)
    {
        foreach (var match in Terms.SpokenLanguages.Find(posting.Title.Value))
            yield return new Stated<string>(match.Value, posting.Title.Evidence);
        foreach (var line in text.Lines)
        {
            if (line.Passage is not { } passage)
                continue;
            foreach (var name in In(line.Text, line.Words))
                yield return new Stated<string>(name, passage);
        }
    }

    private static IEnumerable<string> In(string text, IReadOnlyList<Word> words)
    {
        var languages = Terms.SpokenLanguages.Find(text, words);
        if (languages.Count == 0)
            return [];
        var cues = Terms.LanguageCues.Find(text, words);
        return languages.Where(language => words.Count <= MostWordsOfItem || IsAsked(text, language, cues)).Select(language => language.Value);
    }

    private static bool IsAsked(string text, TermMatch<string> language, IReadOnlyList<TermMatch<bool>> cues)
    {
        var near = cues.Where(cue => Distance(cue, language) <= Reach).ToList();
        return near.TrueForAll(cue => cue.Value) && !IsAfterNo(text, language.Start) && (near.Count > 0 || IsCompound(text, language));
    }

    private static int Distance(TermMatch<bool> cue, TermMatch<string> language) =>
        Math.Max(0, Math.Max(language.Start - (cue.Start + cue.Length), cue.Start - (language.Start + language.Length)));

    /// <summary>"No German", "kein Deutsch".</summary>
    private static bool IsAfterNo(string text, int start) =>
        Words.Split(text.AsSpan(Math.Max(0, start - 8), Math.Min(8, start))) is [.., { Folded: "no" or "kein" or "keine" or "pas" or "sin" or "sem" }];

    /// <summary>"Deutschkenntnisse", "deutschsprachig" say themselves that they are asked for.</summary>
    private static bool IsCompound(string text, TermMatch<string> language) =>
        text.AsSpan(language.Start, language.Length) is var name && (name.Contains("kenntnis", StringComparison.OrdinalIgnoreCase) || name.Contains("sprach", StringComparison.OrdinalIgnoreCase));
}
