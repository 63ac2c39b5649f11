using System.Globalization;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Vocabulary;

/// <summary>The small vocabularies. Each is read from its file when it is first needed.</summary>
public static class Terms
{
    private static readonly Lazy<PhraseVocabulary<Seniority>> LazySeniorities = Of("seniorities.tsv", Enum.Parse<Seniority>);
    private static readonly Lazy<PhraseVocabulary<Seniority>> LazyTitleSeniorities =
        new(() => new PhraseVocabulary<Seniority>(Enum.Parse<Seniority>, false, "seniorities.tsv", "title-seniorities.tsv"));

    private static readonly Lazy<PhraseVocabulary<string>> LazyDisciplines = Of("disciplines.tsv", Name);
    private static readonly Lazy<PhraseVocabulary<EmploymentType>> LazyEmploymentTypes = Of("employment-types.tsv", Enum.Parse<EmploymentType>);
    private static readonly Lazy<PhraseVocabulary<Workplace>> LazyWorkplaces = Of("workplaces.tsv", Enum.Parse<Workplace>);
    private static readonly Lazy<PhraseVocabulary<PostingStatus>> LazyStatuses = Of("statuses.tsv", Enum.Parse<PostingStatus>);
    private static readonly Lazy<IReadOnlyDictionary<string, int>> LazyMonths = new(ReadMonths);
    private static readonly Lazy<PhraseVocabulary<SectionKind>> LazyHeadings = Of("headings.tsv", Enum.Parse<SectionKind>);
    private static readonly Lazy<PhraseVocabulary<string>> LazyCurrencies = new(() => new PhraseVocabulary<string>(Name, true, "currencies.tsv"));
    private static readonly Lazy<PhraseVocabulary<string>> LazyTopics = Of("topics.tsv", Name);
    private static readonly Lazy<PhraseVocabulary<string>> LazyPeoples = Of("peoples.tsv", Name);
    private static readonly Lazy<PhraseVocabulary<string>> LazySpokenLanguages = Of("spoken-languages.tsv", Name);
    private static readonly Lazy<PhraseVocabulary<bool>> LazyLanguageCues = Of("language-cues.tsv", name => name is "asked");
    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<string>>> LazySynonyms = new(ReadSynonyms);

    public static PhraseVocabulary<Seniority> Seniorities => LazySeniorities.Value;

    /// <summary><see cref="Seniorities"/> and the words that name a level only in a title: "Lead", "Chief".</summary>
    public static PhraseVocabulary<Seniority> TitleSeniorities => LazyTitleSeniorities.Value;

    /// <summary>Fields of work: "backend", "data engineering", "engineering management", …</summary>
    public static PhraseVocabulary<string> Disciplines => LazyDisciplines.Value;

    public static PhraseVocabulary<EmploymentType> EmploymentTypes => LazyEmploymentTypes.Value;

    public static PhraseVocabulary<Workplace> Workplaces => LazyWorkplaces.Value;

    /// <summary>What says that a posting is closed or a draft: "position filled", "vaga encerrada".</summary>
    public static PhraseVocabulary<PostingStatus> Statuses => LazyStatuses.Value;

    /// <summary>Months from 1 to 12 by their folded names and short forms.</summary>
    public static IReadOnlyDictionary<string, int> Months => LazyMonths.Value;

    /// <summary>Phrases of section headings; for a whole heading use <see cref="HeadingKind"/>.</summary>
    public static PhraseVocabulary<SectionKind> Headings => LazyHeadings.Value;

    /// <summary>ISO 4217 codes by sign, code or name. A bare "$" is not among them: its country is not said.</summary>
    public static PhraseVocabulary<string> Currencies => LazyCurrencies.Value;

    /// <summary>What people ask about: the name of a <see cref="Questions.RoleField"/> or a free topic ("culture", "interview", "investors").</summary>
    public static PhraseVocabulary<string> Topics => LazyTopics.Value;

    /// <summary>The people of an area, by its code: "Canadians", "Europeans".</summary>
    public static PhraseVocabulary<string> Peoples => LazyPeoples.Value;

    /// <summary>Languages that people speak, by their English names.</summary>
    public static PhraseVocabulary<string> SpokenLanguages => LazySpokenLanguages.Value;

    /// <summary>Words beside a language: true where they show that it is asked for, false that it is not needed.</summary>
    public static PhraseVocabulary<bool> LanguageCues => LazyLanguageCues.Value;

    /// <summary>Stems that mean the same when passages are searched, each with the others of its group.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Synonyms => LazySynonyms.Value;

    /// <summary>
    /// What a section is, by its heading: a phrase that is the whole heading, else the longest phrase in it.
    /// A single word counts only in a heading of at most four words. Null when nothing is known.
    /// </summary>
    public static SectionKind? HeadingKind(string heading)
    {
        var words = Words.Split(heading);
        return HeadingKind(words, Headings.Find(heading, words));
    }

    /// <param name="words">The heading's words.</param>
    /// <param name="phrases">The phrases of <see cref="Headings"/> in it.</param>
    internal static SectionKind? HeadingKind(IReadOnlyList<Word> words, IReadOnlyList<TermMatch<SectionKind>> phrases)
    {
        TermMatch<SectionKind>? best = null;
        foreach (var match in phrases)
        {
            var single = words.Any(w => w.Start == match.Start && w.Length == match.Length);
            if ((!single || words.Count <= 4) && match.Length > (best?.Length ?? 0))
                best = match;
        }

        return best?.Value;
    }

    private static Lazy<PhraseVocabulary<T>> Of<T>(string file, Func<string, T> value) =>
        new(() => new PhraseVocabulary<T>(value, false, file));

    private static string Name(string name) => name;

    private static Dictionary<string, int> ReadMonths() =>
        DataFile.Read("months.tsv").SelectMany(line => line.List(1).Select(name => (name, Number: int.Parse(line[0], NumberStyles.None, CultureInfo.InvariantCulture)))).ToDictionary(month => month.name, month => month.Number);

    private static Dictionary<string, IReadOnlyList<string>> ReadSynonyms()
    {
        var synonyms = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var line in DataFile.Read("synonyms.tsv"))
        {
            var group = line.List(0).Select(w => Words.Split(w)[0].Stem).Distinct().ToArray();
            foreach (var stem in group)
            {
                var others = group.Where(s => s != stem);
                synonyms[stem] = synonyms.TryGetValue(stem, out var known) ? [.. known.Union(others)] : [.. others];
            }
        }

        return synonyms;
    }
}
