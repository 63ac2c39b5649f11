using PostingsBot.Core.Text;

namespace PostingsBot.Core.Vocabulary;

/// <summary>The professions of professions.tsv: what people call them and what titles call them.</summary>
internal static class Professions
{
    private static readonly Lazy<IReadOnlyDictionary<string, Profession>> ByName = new(() =>
        DataFile.Read("professions.tsv").Select(line => new Profession(line[0], line[2], line.List(1))).ToDictionary(p => p.Name, StringComparer.Ordinal));

    private static readonly Lazy<PhraseVocabulary<string>> Phrases = new(() => new PhraseVocabulary<string>(name => name, false, "professions.tsv", "not-professions.tsv"));

    public static IEnumerable<(TermMatch<string> Match, string Discipline)> Find(string text, IReadOnlyList<Word> words) =>
        Phrases.Value.Find(text, words).Select(match => (match, ByName.Value[match.Value].Discipline));

    /// <summary>What titles call it; the name itself where it stands in no line of the file.</summary>
    public static IReadOnlyList<string> TitlesOf(string name) => ByName.Value.TryGetValue(name, out var known) ? known.Phrases : [name];

    private sealed record Profession(string Name, string Discipline, IReadOnlyList<string> Phrases);
}
