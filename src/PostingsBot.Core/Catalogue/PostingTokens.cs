using System.Globalization;
using NodaTime;
using NodaTime.Text;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Catalogue;

/// <summary>
/// What a posting can be found by: facets as opaque tokens without white space, title words and body words as stems.
/// A question's constraints become the same tokens, so that what is asked and what is stored meet in one place.
/// </summary>
public sealed record PostingTokens(IReadOnlyList<string> Facets, IReadOnlyList<string> TitleWords, IReadOnlyList<string> BodyWords)
{
    /// <summary>Remote without a stated limit.</summary>
    public const string RemoteAnywhere = "within:any";

    public const int MostYears = 40;

    private const string World = "WORLD";

    // The years that dates of documents are read in.
    private static readonly LocalDate FirstDay = new(1991, 1, 1);
    private static readonly LocalDate LastDay = new(2099, 12, 31);

    private static readonly LocalDatePattern Year = LocalDatePattern.CreateWithInvariantCulture("uuuu");
    private static readonly LocalDatePattern Month = LocalDatePattern.CreateWithInvariantCulture("uuuu-MM");

    public static PostingTokens Of(Posting posting)
    {
        var text = PostingText.Of(posting);
        return new PostingTokens([.. FacetsOf(posting, text)], TitleWordsOf(posting), text.Stems());
    }

    public static IReadOnlyList<string> TitleWordsOf(Posting posting) => [.. Words.Split(posting.Title.Value).Select(word => word.Stem)];

    public static IReadOnlyList<string> BodyWordsOf(Posting posting) => PostingText.Of(posting).Stems();

    public static string Skill(string name) => "skill:" + Fold(name);

    public static string RequiredSkill(string name) => "must:" + Fold(name);

    public static string Discipline(string name) => "discipline:" + Fold(name);

    /// <summary>The discipline itself, not the family it belongs to.</summary>
    public static string OwnDiscipline(string name) => "discipline.own:" + Fold(name);

    public static string Level(Seniority seniority) => "level:" + TermNames.Of(SearchedLevel.Of(seniority));

    public static string Work(Workplace workplace) => "work:" + TermNames.Of(workplace);

    public static string Type(EmploymentType type) => "type:" + TermNames.Of(type);

    public static string Employer(string name) => "company:" + Fold(name);

    /// <summary>The job's own place is the area or lies in it.</summary>
    public static string In(string area) => "place:" + area;

    /// <summary>The job's own place by its written name, for places that the vocabulary does not know.</summary>
    public static string InNamed(string name) => "place.named:" + Fold(name);

    /// <summary>One of the areas that remote work is limited to is exactly this.</summary>
    public static string Within(string area) => "within:" + area;

    /// <summary>One of the areas that remote work is limited to is this or lies in it.</summary>
    public static string PartlyWithin(string area) => "within.part:" + area;

    /// <summary>All areas that remote work is limited to lie in this one; "limited:any" when there is a limit at all.</summary>
    public static string LimitedTo(string area) => "limited:" + area;

    public static string States(RoleField field) => "stated:" + field.ToString().ToLowerInvariant();

    /// <summary>What is stated of the field is an offer.</summary>
    public static string Offers(RoleField field) => "offered:" + field.ToString().ToLowerInvariant();

    /// <summary>The role asks people to speak the language.</summary>
    public static string Speaks(string language) => "speaks:" + Fold(language);

    /// <summary>The posting's text is in the language, by its English name.</summary>
    public static string WrittenIn(string language) => "written:" + Fold(language);

    /// <summary>The least years of experience that are asked for; more than <see cref="MostYears"/> count as that.</summary>
    public static string AsksYears(int years) => string.Create(CultureInfo.InvariantCulture, $"years:{Math.Min(years, MostYears)}");

    /// <summary>Pay is stated per this period.</summary>
    public static string PaidPer(PayPeriod period) => "paid.per:" + TermNames.Of(period);

    /// <summary>Applications close in this month, or on this day.</summary>
    private static string Closes(LocalDate date, LocalDatePattern pattern) => "closes:" + pattern.Format(date);

    /// <summary>Tokens of all closing dates from one day to another, both included; whole months and years are one each. Without an end: as far as dates are read.</summary>
    public static IEnumerable<string> ClosingBetween(LocalDate? from, LocalDate? to)
    {
        var last = to ?? LastDay;
        for (var day = from ?? FirstDay; day <= last;)
        {
            var (pattern, next) = day switch
            {
                { Day: 1, Month: 1 } when day.PlusYears(1) <= last.PlusDays(1) => (Year, day.PlusYears(1)),
                { Day: 1 } when day.PlusMonths(1) <= last.PlusDays(1) => (Month, day.PlusMonths(1)),
                _ => (LocalDatePattern.Iso, day.PlusDays(1)),
            };
            yield return Closes(day, pattern);
            day = next;
        }
    }

    public static string Word(string stem) => "word:" + stem;

    /// <summary>Words that stand one after the other: a phrase of text-terms.tsv.</summary>
    public static string Phrase(IEnumerable<string> stems) => "phrase:" + string.Join('_', stems);

    public static string TitleWord(string stem) => "title:" + stem;

    public static string Fold(string name) => string.Join('_', Words.Fold(name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> FacetsOf(Posting posting, PostingText text)
    {
        var facets = new List<string>();
        foreach (var skill in posting.Skills)
        {
            facets.Add(Skill(skill.Name));
            if (skill.Need is SkillNeed.Required)
                facets.Add(RequiredSkill(skill.Name));
        }

        foreach (var discipline in posting.Disciplines)
        {
            facets.Add(Discipline(discipline.Value));
            facets.Add(OwnDiscipline(discipline.Value));
            if (DisciplineFamilies.IsSoftware(discipline.Value))
                facets.Add(Discipline(DisciplineFamilies.Software));
        }

        facets.AddRange(posting.Seniorities.Select(s => Level(s.Value)));
        facets.AddRange(posting.EmploymentTypes.Select(t => Type(t.Value)));
        facets.AddRange(posting.Salaries.Select(s => s.Value.Period).OfType<PayPeriod>().Select(PaidPer));
        if (posting.Language is { } written)
            facets.Add(WrittenIn(TextLanguages.NameOf(written.Value)));
        if (posting.Experience is { } experience)
            facets.Add(AsksYears(experience.Value.MinYears));
        if (posting.ValidThrough is { } closing)
            facets.AddRange([Closes(closing.Value, Year), Closes(closing.Value, Month), Closes(closing.Value, LocalDatePattern.Iso)]);
        if (posting.Workplace is { } workplace)
            facets.Add(Work(workplace.Value));
        if (posting.Company is { } company)
            facets.Add(Employer(company.Value));
        foreach (var place in posting.Locations)
        {
            if (place.Value.Area is { } area)
                facets.AddRange(Ancestors(area).Select(In));
            if (place.Value.Area is null || place.Value.City == place.Value.Text)
                facets.Add(InNamed(place.Value.Text));
        }

        facets.AddRange(LimitsOf(posting));
        facets.AddRange(Enum.GetValues<RoleField>().Where(field => RoleFields.IsStated(posting, field)).Select(States));
        if (Sponsorship.IsOffered(posting))
            facets.Add(Offers(RoleField.Visa));
        facets.AddRange(text.Lines.Select(line => line.Words).Append(Words.Split(posting.Title.Value)).SelectMany(SaidPhrases.In).Select(Phrase));
        facets.AddRange(SpokenLanguages.Of(posting, text).Select(language => Speaks(language.Value)));
        return facets.Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> LimitsOf(Posting posting)
    {
        if (posting.RemoteWithin.Count == 0)
            return posting.Workplace?.Value is not Workplace.Remote ? [] : UnsaidLimitOf(posting) is { Count: > 0 } limit ? limit : [RemoteAnywhere];
        var areas = posting.RemoteWithin.Where(p => p.Value.Area is not null).Select(p => p.Value.Area!).ToList();
        var common = areas.Count == posting.RemoteWithin.Count
            ? areas.Select(Ancestors).Aggregate((all, next) => [.. all.Intersect(next, StringComparer.Ordinal)])
            : [];
        return
        [
            LimitedTo("any"),
            .. areas.Select(Within),
            .. areas.SelectMany(Ancestors).Select(PartlyWithin),
            .. common.Select(LimitedTo),
        ];
    }

    /// <summary>
    /// Remote work from a place of its own is for those who are in that country, though it does not say so, when the text is not in English, or the
    /// place is no more than a country or a part of one ("remote, US", "remote, Ontario"), or who applies must be allowed to work in a country. A title that names the area around the place says for whom it is ("Latam").
    /// </summary>
    private static List<string> UnsaidLimitOf(Posting posting)
    {
        if (Sponsorship.WorkIsAllowedIn(posting) is { Count: > 0 } allowed)
            return [.. allowed.Select(area => Within(area.Code))];
        if (posting.Locations.Count == 0 || posting.Locations.Any(l => l.Value.Area is null))
            return [];
        var named = AreaVocabulary.Default.Find(posting.Title.Value).Select(m => m.Value)
            .Where(area => area is { Kind: AreaKind.Country or AreaKind.Group, Code: not World } && posting.Locations.All(l => Ancestors(l.Value.Area!).Contains(area.Code)))
            .Select(area => Within(area.Code)).Distinct().ToList();
        if (named.Count > 0)
            return named;
        var isForItsCountry = posting.Language is { Value: not "en" } || posting.Locations.All(l => l.Value is { City: null, Country: not null });
        return isForItsCountry ? [.. posting.Locations.Select(l => Within(CountryOf(l.Value.Area!))).Distinct()] : [];
    }

    private static string CountryOf(string area) =>
        Ancestors(area).FirstOrDefault(a => AreaVocabulary.Default.ByCode(a) is { Kind: AreaKind.Country }) ?? area;

    private static IReadOnlyList<string> Ancestors(string area) => AreaVocabulary.Default.AncestorsAndSelf(area);
}
