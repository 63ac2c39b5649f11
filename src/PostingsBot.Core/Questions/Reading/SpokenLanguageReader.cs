using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>"Jobs that need fluent German", "no German required", "for English speakers": a language that no reading as an area has taken, with the words that say how well.</summary>
internal static class SpokenLanguageReader
{
    /// <summary>Said in questions beside what postings say, which the vocabulary holds.</summary>
    private static readonly HashSet<string> Spoken = ["sprachig", "sprechende"];

    /// <param name="u">The utterance.</param>
    /// <param name="i">The first part that says how well, or the language itself.</param>
    public static Read? At(Utterance u, int i)
    {
        var at = i;
        while (at < u.Count && IsManner(u, at) && !u.EndsSentence(at))
            at++;
        if (at >= u.Count || Of(u[at]) is not { } language)
            return null;
        var last = at;
        while (last + 1 < u.Count && !u.EndsSentence(last) && u[last + 1].Gap is not ',' && IsManner(u, last + 1))
            last++;
        return new Read(i, last, new SpokenLanguageConstraint([language]) { Negated = u.IsNegated(i) || u.IsNegated(at) });
    }

    /// <summary>Names a language and nothing else: "English", "inglés".</summary>
    public static bool IsLanguage(Part part) => Of(part) is not null;

    private static string? Of(Part part) =>
        part is { HasConstraint: false, IsUnknown: true } && Terms.SpokenLanguages.Find(part.Text) is [{ Start: 0 } match] && match.Length == part.Text.Length ? match.Value : null;

    /// <summary>"Fluent", "speakers", "B2".</summary>
    private static bool IsManner(Utterance u, int i) =>
        u[i] is { HasConstraint: false, IsUnknown: true } part && (Spoken.Contains(part.Text) || Terms.LanguageCues.Find(part.Text) is [{ Start: 0, Value: true } cue] && cue.Length == part.Text.Length);
}
