using System.Text;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>
/// Mends typing mistakes by the words that would mean something here: skills, terms, employers and our own cues. Ordinary words are never mended, and a
/// word where an employer's name stands ("at Spotify") only to an employer of the catalogue.
/// </summary>
internal sealed class Mender
{
    private const int Shortest = 4;

    /// <summary>Shorter words with a capital inside a sentence are names of people or things as often as mistakes.</summary>
    private const int ShortestName = 6;

    /// <summary>Words of a people or a language that are one letter away from their country.</summary>
    private static readonly HashSet<string> Peoples = [.. "german american european canadian brazilian australian austrian".Split(' ')];

    private static readonly string[] TermWords =
    [
        "remote", "remotely", "hybrid", "onsite", "senior", "junior", "staff", "principal", "backend", "frontend", "fullstack", "developer", "engineer", "engineering", "manager", "internship",
        "internships", "permanent", "contract", "freelance", "full-time", "part-time", "platform", "mobile", "devops", "security", "designer", "marketing", "analyst", "scientist", "germany",
        "canada", "france", "spain", "portugal", "london", "berlin", "paris", "francisco", "europe", "america", "united", "states", "kingdom", "netherlands", "switzerland", "austria", "sweden", "brazil", "australia",
    ];

    private static readonly Lazy<SpellingWords> General = new(() => ListOf(
        CueLexicon.SpellingWords.Where(w => w.Length > Shortest)
            .Concat(TermWords)
            .Concat(DisciplineWords)
            .Concat(Skills)
            .Concat(SkillAliases)));

    private static readonly Lazy<SpellingWords> SkillWords = new(() => ListOf(Skills));

    /// <summary>Of four letters, so that they are nearer to many a word than others: tried first, and only for two letters swapped.</summary>
    private static readonly string[] ShortCues = ["jobs", "role", "work", "post"];

    private static readonly Lazy<SpellingWords> Trades = new(() => ListOf(["frontend", "backend", "fullstack", "remote", "mobile", "platform", "senior", "junior", "security"]));

    private static readonly Lazy<SpellingWords> Places = new(() => ListOf(AreaVocabulary.Default.SpellingWords));

    private readonly CatalogueNames names;
    private readonly SpellingWords employers;

    public Mender(CatalogueNames names)
    {
        this.names = names;
        employers = ListOf(names.SpellingWords);
    }

    private static IEnumerable<string> DisciplineWords =>
        DataFile.Read("disciplines.tsv").Concat(DataFile.Read("professions.tsv")).SelectMany(line => line.List(1)).SelectMany(phrase => phrase.Split(' ')).Where(word => word.Length > Shortest && word.All(char.IsAsciiLetterLower));

    private static IEnumerable<string> SkillAliases =>
        DataFile.Read("skills.tsv").SelectMany(line => line.List(2)).Where(alias => alias.Length > Shortest && alias.All(char.IsAsciiLetterLower));

    private static IEnumerable<string> Skills =>
        SkillVocabulary.Default.All.SelectMany(s => Words.Split(s.Name)).Select(w => w.Folded);

    /// <summary>The text with its mistakes mended, and what was mended.</summary>
    public string Mend(string text, List<Mended> mended, IReadOnlySet<string> asWritten)
    {
        StringBuilder? result = null;
        var (copied, words) = (0, Words.Split(text));
        var known = Known(text, words);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (Trade(words, i) is { } trade)
            {
                mended.Add(new Mended(text.Substring(word.Start, word.Length), trade));
                (result ??= new StringBuilder()).Append(text, copied, word.Start - copied).Append(trade);
                copied = word.Start + word.Length;
                continue;
            }

            if (known[i] || asWritten.Contains(word.Folded) || HasInnerCapital(text.AsSpan(word.Start, word.Length)) || word.Folded.Length < Shortest || !word.Folded.All(char.IsLetter) || Better(text, words, i) is not { } better)
                continue;
            mended.Add(new Mended(text.Substring(word.Start, word.Length), better));
            (result ??= new StringBuilder()).Append(text, copied, word.Start - copied).Append(better);
            copied = word.Start + word.Length;
        }

        return result?.Append(text, copied, text.Length - copied).ToString() ?? text;
    }

    /// <summary>"AmEx", "iZettle": names are written so, not mistakes.</summary>
    private static bool HasInnerCapital(ReadOnlySpan<char> written) =>
        written[1..].ContainsAnyInRange('A', 'Z') && written.ContainsAnyInRange('a', 'z');

    /// <summary>"Fronted developer": an ordinary word one letter away from a trade, right before a word for who does it.</summary>
    private static string? Trade(IReadOnlyList<Word> words, int i) =>
        i + 1 < words.Count && words[i].Folded.Length > Shortest && IsPerson(words[i + 1].Folded) && Trades.Value.Nearest(words[i].Folded) is { } near && Spelling.IsOneEdit(words[i].Folded, near) ? near : null;

    private static bool IsPerson(string word) => Persons.Contains(word) || (Spelling.Nearest(word, Persons) is not null);

    private static readonly HashSet<string> Persons = ["developer", "developers", "engineer", "engineers", "programmer", "programmers"];

    private string? Better(string text, IReadOnlyList<Word> words, int i)
    {
        var folded = words[i].Folded;
        if (folded.Length == Shortest && Array.Find(ShortCues, cue => folded.Order().SequenceEqual(cue.Order()) && Spelling.IsOneEdit(folded, cue)) is { } swapped)
            return swapped;
        if (NamesEmployer(words, i))
            return employers.Nearest(folded);
        if ((NamesPlace(words, i) || IsDescription(words, i)) && Places.Value.Nearest(folded, folded[0]) is { } place)
            return place;
        var isName = i > 0 && char.IsUpper(text[words[i].Start]) && text[words[i - 1].Start + words[i - 1].Length] is ' ' or '-';
        if (isName && folded.Length < ShortestName)
            return employers.Nearest(folded);
        return employers.Nearest(folded) ?? (isName || folded.Length == Shortest ? SkillWords : General).Value.Nearest(folded);
    }

    private static bool NamesPlace(IReadOnlyList<Word> words, int i) =>
        words[i].Folded.Length > Shortest && (words.Count == 1 || i > 0) && (i == 0 || words[i - 1].Folded is "in" or "near" or "around" or "from" or "outside" or "en" or "em" or "aus" or "nahe");

    /// <summary>"The polnd one".</summary>
    private static bool IsDescription(IReadOnlyList<Word> words, int i) =>
        i > 0 && i + 1 < words.Count && words[i].Folded.Length > Shortest && words[i - 1].Folded is "the" or "that" && words[i + 1].Folded is "one" or "job" or "role" or "position" or "posting";

    private static bool NamesEmployer(IReadOnlyList<Word> words, int i) =>
        i > 0 && words[i - 1].Folded is "at" or "bei" or "chez" or "does" or "did" or "is" or "has" or "by"
        && (words[i - 1].Folded is not ("is" or "has") || (i + 1 < words.Count && words[i + 1].Folded is "hiring" or "open" or "recruiting" or "any"));

    private bool[] Known(string text, IReadOnlyList<Word> words)
    {
        var known = new bool[words.Count];
        for (var i = 0; i < words.Count; i++)
            known[i] |= WordLists.IsSpelledRight(words[i].Folded) || DateReader.IsDateWord(words[i].Folded) || Peoples.Contains(words[i].Folded) || (words[i].Stem is var stem && stem.Length + 3 >= words[i].Folded.Length && Terms.Synonyms.ContainsKey(stem));
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var (end, _) in CueLexicon.Table.At(words, i))
                Array.Fill(known, true, i, end - i);
            foreach (var (end, _) in names.Table.At(words, i))
                Array.Fill(known, true, i, end - i);
        }

        Cover(SkillVocabulary.Default.Find(text, words, lenient: true), words, known);
        Cover(AreaVocabulary.Default.Find(text, words, lenient: true), words, known);
        Cover(Terms.Disciplines.Find(text), words, known);
        Cover(Terms.Seniorities.Find(text), words, known);
        Cover(Terms.EmploymentTypes.Find(text), words, known);
        Cover(Terms.Workplaces.Find(text), words, known);
        Cover(Terms.Topics.Find(text), words, known);
        Cover(Terms.Peoples.Find(text), words, known);
        Cover(Terms.Currencies.Find(text), words, known);
        return known;
    }

    private static void Cover<T>(IReadOnlyList<TermMatch<T>> matches, IReadOnlyList<Word> words, bool[] known)
    {
        foreach (var match in matches)
        {
            for (var i = 0; i < words.Count; i++)
                known[i] |= words[i].Start >= match.Start && words[i].Start < match.Start + match.Length;
        }
    }

    private static SpellingWords ListOf(IEnumerable<string> words) =>
        new(words.Where(w => w.Length >= Shortest && w.All(char.IsLetter)));
}
