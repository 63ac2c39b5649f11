using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>"Jobs that need fluent German", "no German required", "for English speakers": a language that no reading as an area has taken, with the words that say how well.</summary>
internal static class SpokenLanguageReader
{
    /// <summary>Said in questions beside what postings say, which the vocabulary holds.</summary>
    private static readonly HashSet<string> Spoken = ["sprachig", "sprechende"];

    private static readonly HashSet<string> Written = ["written", "escrita", "escritas", "escrito", "escritos", "geschrieben", "redige", "rediges", "redigees"];

    /// <param name="u">The utterance.</param>
    /// <param name="i">The first part that says how well, or the language itself.</param>
    public static Read? At(Utterance u, int i)
    {
        if (WrittenIn(u, i) is { } written)
            return written;
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

    /// <summary>"The ones written in Portuguese", "vagas em português": the language of the text, not one to speak.</summary>
    private static Read? WrittenIn(Utterance u, int i)
    {
        if (Written.Contains(u[i].Text) && i + 2 < u.Count && u[i + 1].Is(Cue.In) && Of(u[i + 2]) is { } language && TextLanguages.IsKnown(language))
            return new Read(i, i + 2, new WrittenInConstraint([language]) { Negated = u.IsNegated(i) });
        return i > 1 && u[i - 1].Text is "em" or "en" or "auf" && u[i - 2].Is(Cue.Roles) && Of(u[i]) is { } named && TextLanguages.IsKnown(named)
            ? new Read(i, i, new WrittenInConstraint([named]) { Negated = u.IsNegated(i) })
            : null;
    }

    /// <summary>"Which languages do I have to speak?"</summary>
    public static bool AsksWhich(Utterance u) =>
        u.Parts.Any(p => p.Text is "languages" or "language" or "sprachen" or "langues" or "idiomas") && u.Parts.Any(p => p.Text is "speak" or "speaking" or "spoken" or "sprechen" or "parler" or "hablar" or "falar") && !u.Parts.Any(IsLanguage);

    /// <summary>Names a language and nothing else: "English", "inglés".</summary>
    public static bool IsLanguage(Part part) => Of(part) is not null;

    private static string? Of(Part part) =>
        part is { HasConstraint: false, IsUnknown: true } && Terms.SpokenLanguages.Find(part.Text) is [{ Start: 0 } match] && match.Length == part.Text.Length ? match.Value : null;

    /// <summary>"Fluent", "speakers", "B2".</summary>
    private static bool IsManner(Utterance u, int i) =>
        u[i] is { HasConstraint: false, IsUnknown: true } part && (Spoken.Contains(part.Text) || Terms.LanguageCues.Find(part.Text) is [{ Start: 0, Value: true } cue] && cue.Length == part.Text.Length);
}
