using System.Text.RegularExpressions;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Parsing;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Answers;

/// <summary>What one role or one employer's document answers to a question; null when it does not say.</summary>
internal static partial class SubjectFacts
{
    private const int MostQuotes = 8;
    private const int MostQuoted = 2;
    private const int LongestHeading = 60;
    private const string Office = "office";
    private const string HiringTopic = "interview";
    private static readonly string[] Crew = ["team", "engineers"];

    public static Answer? Of(Subject subject, Asked asked)
    {
        var q = asked.Question;
        if (q.Field is null or RoleField.Seniority && Terms.SpokenLanguages.Find(q.Text) is [{ Value: var tongue }] && LevelOf(subject, tongue) is { } level)
            return level;
        if (q.Field is null or RoleField.Employment && WorkingTimes.AreAsked(q.Text) && Quoted(subject, WorkingTimes.Answers(q.Text)) is { } times)
            return q.Field is RoleField.Employment && Rows(subject, FieldFacts.Of(subject, RoleField.Employment, asked.Today)) is { } kind ? WithFirst(times, kind) : times;
        if (q is { Field: null } && AsksForTerm(q) && Term(subject) is { } term)
            return term;
        if (q is { Field: null, About: EitherConstraint { Name: not null } words } && Quoted(subject, passage => SaysTerm(passage, words)) is { } said)
            return said;
        if (q.Field is not { } field)
            return AsksForSpoken(q) && subject.Posting is { } spoken && Spoken(subject, spoken) is { } languages ? languages : Passage(subject, q);
        if (field is RoleField.Status && subject.Posting is { } offered)
            return Openness(subject, offered, asked);
        if (field is RoleField.Skills && q.About is SkillConstraint { AnyOf: var known } && YearsOfSkill.AreAsked(q.Text) && Quoted(subject, passage => YearsOfSkill.AreSaid(passage, known)) is { } years)
            return years;
        if (field is RoleField.Skills && q.About is null && NamesLanguages(q.Text) && subject.Posting is { } speaker && !speaker.Skills.Any(IsLanguageOfPrograms) && Spoken(subject, speaker) is { } tongues)
            return tongues;
        // "Do I have to be a US citizen?" is no question of where one lives, if the posting speaks of it.
        if (field is RoleField.EligibleFrom && q.Text.Contains("citizen", StringComparison.OrdinalIgnoreCase) && Rows(subject, FieldFacts.Of(subject, RoleField.Visa, asked.Today)) is { } citizens)
            return citizens;
        if (AsksForSomeSkills(q))
            return SomeSkills(subject, q);
        if (q.About is EligibleFromConstraint or LimitedToConstraint && subject.Posting is { } role && YesOrNo(subject, role, field, q.About, asked) is { } verdict)
            return Naming(subject, q.About) is { } naming ? verdict with { Facts = [.. verdict.Facts, .. naming.Facts], Quotes = [.. verdict.Quotes, .. naming.Quotes], Text = $"{verdict.Text} The text names {AreaOf(q.About)!.Name}." } : verdict;
        if (q.About is { } about && subject.Posting is { } posting)
            return (Specific(q) is { Count: > 0 } own ? Passage(subject, q, own) : null) ?? YesOrNo(subject, posting, field, about, asked);
        if (field is RoleField.Process && (SpeaksOfHiring(q.Text) || Words.Split(q.Text).Any(w => w.Folded is "hiring" or "hire" or "hired" or "hires" or "recruiting" or "recruitment")))
            return Hiring(subject);
        if (field is RoleField.Team && QuestionWords.WantsNumber(q.Text) && Quoted(subject, PassageNumbers.CountPeople) is { } counted)
            return counted;
        var rows = Rows(subject, FieldFacts.Of(subject, field, asked.Today));
        if (field is RoleField.Workplace && Quoted(subject, PassageNumbers.SayDaysInOffice) is { } days)
            return rows is null ? days : WithFirst(rows, days);
        if (field is RoleField.EligibleFrom && subject.Posting is { RemoteWithin.Count: 0 } && Speaking(subject, field) is { } limits)
            return rows is null ? limits : WithFirst(limits, rows);
        if (field is RoleField.Apply && AsksForPerson(q.Text) && Addressed(subject) is { } address)
            return rows is null ? address : WithFirst(address, rows);
        if (field is RoleField.Location or RoleField.Workplace or RoleField.Apply && Beyond(q) is { Count: > 0 } more && Passage(subject, q, more) is { } told)
            return rows is null ? told : WithFirst(told, rows);
        if (!IsAnsweredByText(field) || Specific(q) is not { } specific || (specific.Count == 0 && rows is not null))
            return rows;
        var passage = Passage(subject, q, specific) ?? (rows is null && field is RoleField.Team && QuestionWords.WantsNumber(q.Text) ? Passage(subject, q, Crew) : null);
        return rows is not null && (passage is not null || NamesTheField(q, specific)) ? WithFirst(passage, rows) : passage;
    }

    public static Answer NotStated(Subject subject, Asked asked)
    {
        var what = string.Join(" and ", asked.Question.Also.Select(TermNames.Of).Prepend(What(asked.Question)));
        return new NotStatedAnswer(subject.Name, what)
        {
            Text = asked.Question switch
            {
                { Field: null } => Wording.NoPassage(subject.Name, what),
                { Field: RoleField.Skills, About: not null } => Wording.NotMentioned(subject.Name, what),
                _ => Wording.NotStated(subject.Name, what),
            },
            Postings = subject.Posting is { } posting ? [posting] : [],
            Quotes = asked.Question.Field is RoleField.Pay ? PayRemarks(subject) : [],
        };
    }

    /// <summary>"Is it still open?": what the document says of it, or its closing date; null when it says neither.</summary>
    private static FactAnswer? Openness(Subject subject, Posting posting, Asked asked)
    {
        var (field, verdict) = posting switch
        {
            { Status: { } } => (RoleField.Status, Wording.Openness(posting.IsOpen, posting.Status.Value)),
            { ValidThrough.Value: var day } => (RoleField.ValidThrough, Wording.Openness(day >= asked.Today)),
            _ => (RoleField.Status, ""),
        };
        return Rows(subject, FieldFacts.Of(subject, field, asked.Today)) is { } rows ? rows with { Verdict = verdict, Text = $"{verdict} {rows.Text}" } : null;
    }

    /// <summary>Words on pay without a figure, such as "competitive".</summary>
    private static IReadOnlyList<Quote> PayRemarks(Subject subject) =>
    [
        .. subject.Sections.OrderBy(s => s.Kind is SectionKind.Benefits ? 0 : s.Kind is SectionKind.Responsibilities ? 2 : 1).SelectMany(s => s.Passages)
            .Where(p => Terms.Topics.Find(p.Text).Any(m => m.Value == nameof(RoleField.Pay)))
            .Take(1).Select(p => Show.Quote(subject.File, p)),
    ];

    public static string What(Question q) => q switch
    {
        { About: { } about, Field: RoleField.Skills } => about.Label,
        { SkillCategory: { } category } => category,
        { Field: { } field } => TermNames.Of(field),
        _ => string.Join(' ', q.Topic),
    };

    /// <summary>Questions about working at a place, which the employer's own document may answer for a role.</summary>
    public static bool EmployerMayAnswer(Question q) =>
        q.Field is null or RoleField.Benefits or RoleField.Process or RoleField.Team or RoleField.About || AsksForSomeSkills(q);

    private static bool AsksForSomeSkills(Question q) => q.Field is RoleField.Skills && (q.About is not null || q.SkillCategory is not null);

    private static bool IsAnsweredByText(RoleField field) => field is RoleField.Benefits or RoleField.Process or RoleField.Team or RoleField.About
        or RoleField.Requirements or RoleField.Responsibilities or RoleField.NiceToHave;

    /// <summary>The question's words beyond those that name the field: "parental leave" in "do the benefits include parental leave".</summary>
    private static List<string> Specific(Question q)
    {
        var naming = Terms.Topics.Find(q.Text).Where(m => m.Value == q.Field.ToString())
            .Select(m => (m.Start, m.Length)).Concat(q.About is WorkplaceConstraint ? Terms.Workplaces.Find(q.Text).Select(m => (m.Start, m.Length)) : [])
            .Concat(q.About is PlaceConstraint ? AreaVocabulary.Default.Find(q.Text, lenient: true).Select(m => (m.Start, m.Length)) : [])
            .SelectMany(m => Words.Split(q.Text.AsSpan(m.Start, m.Length))).Select(w => w.Stem).ToHashSet(StringComparer.Ordinal);
        return [.. q.Topic.Where(word => Words.Split(word).Any(w => !naming.Contains(w.Stem)))];
    }

    /// <summary>Whether remote or not, a question about the office wants what is said of it.</summary>
    private static List<string> Beyond(Question q) =>
        q.Field is not RoleField.Apply && Words.Split(q.Text).Any(w => w.Folded is "office" or "offices") ? [.. Specific(q), Office] : Specific(q);

    private static bool NamesTheField(Question q, List<string> specific) => specific.Count < q.Topic.Count;

    /// <summary>The passages that speak of the question's own words lead; the rest of the field follows.</summary>
    private static FactAnswer WithFirst(FactAnswer? passage, FactAnswer rows)
    {
        if (passage is null)
            return rows;
        var facts = passage.Facts.Concat(rows.Facts).DistinctBy(f => (f.Source?.Line, f.Value)).Take(MostQuotes).ToList();
        return passage with { Text = Wording.Fact(passage.Subject, facts), Facts = facts, Quotes = [.. facts.Select(f => f.Source).OfType<Quote>().Take(MostQuotes)] };
    }

    private static FactAnswer? Rows(Subject subject, IReadOnlyList<FactRow> rows) => rows.Count == 0 ? null : new FactAnswer(subject.Name, rows)
    {
        Text = Wording.Fact(subject.Name, rows),
        Quotes = [.. rows.Select(r => r.Source).OfType<Quote>().DistinctBy(s => (s.Line, s.Text)).Take(MostQuotes)],
        Postings = subject.Posting is { } posting ? [posting] : [],
    };

    private static FactAnswer? Passage(Subject subject, Question q, IReadOnlyList<string>? words = null)
    {
        if (Terms.Topics.Find(q.Text).Any(m => m.Value == nameof(RoleField.Benefits)) && subject.Sections.Where(s => s.Kind is SectionKind.Benefits).ToList() is { Count: > 0 } benefits
            && Passages.Find(benefits, QuestionWords.WithoutMeasure(words ?? q.Topic, q.Text), QuestionWords.WantsNumber(q.Text)) is { Count: > 0 } offered)
            return Rows(subject, [.. offered.Select(f => new FactRow(f.Section.Heading, f.Passage.Text, Show.Quote(subject.File, f.Passage)))]);
        var found = Passages.Find(SectionsFor(subject, q), QuestionWords.WithoutMeasure(words ?? q.Topic, q.Text), QuestionWords.WantsNumber(q.Text));
        return Rows(subject, [.. found.Select(f => new FactRow(f.Section.Heading, f.Passage.Text, Show.Quote(subject.File, f.Passage)))]);
    }

    private static readonly HashSet<string> Engagement = [.. "last lasts lasting run runs contract job role position engagement project assignment internship work gig".Split(' ')];

    /// <summary>"How long is the contract?", "how long would that last?"</summary>
    private static bool AsksForTerm(Question q) =>
        QuestionWords.WantsDuration(q.Text) && QuestionWords.WithoutMeasure(q.Topic, q.Text).All(word => Engagement.Contains(Words.Fold(word)));

    /// <summary>The line that says what kind of employment it is may say for how long, and so may the text or the title.</summary>
    private static FactAnswer? Term(Subject subject) =>
        Rows(subject, [.. FieldFacts.Of(subject, RoleField.Employment, default).Where(row => row.Source is { } line && PassageNumbers.SayDuration(line.Text)).Select(row => row with { Value = row.Source!.Text })])
        ?? Quoted(subject, PassageNumbers.SayDuration)
        ?? (subject.Posting is { } lasting && PassageNumbers.SayDuration(lasting.Title.Value) ? Rows(subject, FieldFacts.Of(subject, RoleField.Title, default)) : null);

    /// <summary>"Which languages do I have to speak?", as against "how good must my German be?".</summary>
    private static bool AsksForSpoken(Question q) =>
        NamesLanguages(q.Text)
        && Words.Split(q.Text).Select(w => w.Folded).Any(w => w is "speak" or "speaking" or "spoken" or "sprechen" or "sprachen" or "sprachkenntnisse" or "parler" or "langues" or "hablar" or "idiomas" or "idioma" or "falar");

    private static bool NamesLanguages(string text) =>
        Words.Split(text).Any(w => w.Folded is "languages" or "language" or "sprachen" or "sprache" or "langues" or "langue" or "idiomas" or "idioma" or "sprachkenntnisse") && Terms.SpokenLanguages.Find(text).Count == 0;

    private static bool IsLanguageOfPrograms(Skill skill) => SkillVocabulary.Default.ByName(skill.Name) is { Category: "language" };

    private static FactAnswer? Spoken(Subject subject, Posting posting) =>
        Rows(subject, [.. SpokenLanguages.Of(posting).Select(language => new FactRow("Spoken languages", language.Value, Show.Quote(subject.File, language.Evidence)))]);

    /// <summary>"What level of German?": the line that asks for the language.</summary>
    private static FactAnswer? LevelOf(Subject subject, string tongue) => subject.Posting is not { } posting ? null
        : Rows(subject, [.. SpokenLanguages.Of(posting).Where(language => language.Value == tongue).Select(language => new FactRow(language.Value, language.Evidence.Text, Show.Quote(subject.File, language.Evidence)))]);

    private static IReadOnlyList<Section> SectionsFor(Subject subject, Question q) =>
        q.Field is RoleField.Process ? FieldFacts.AboutWorkingThere(subject.Sections) : subject.Sections;

    /// <summary>How a company hires is another process than how it works: only passages that speak of hiring answer.</summary>
    private static FactAnswer? Hiring(Subject subject) => Rows(subject,
    [
        .. FieldFacts.AboutWorkingThere(subject.Sections)
            .SelectMany(s => OfHiring(s).Select(p => new FactRow(s.Heading, p.Text, Show.Quote(subject.File, p))))
            .Take(MostQuotes),
    ]);

    /// <summary>What stands under a line such as "About the interview process" tells of it in other words.</summary>
    private static IEnumerable<Evidence> OfHiring(Section section)
    {
        var isUnder = SpeaksOfHiring(section.Heading);
        foreach (var passage in section.Passages)
        {
            var speaks = SpeaksOfHiring(passage.Text);
            isUnder |= speaks && passage.Text.Length <= LongestHeading;
            if (isUnder || speaks)
                yield return passage;
        }
    }

    /// <summary>Whom to write to, rather than where to click.</summary>
    private static bool AsksForPerson(string text) =>
        Words.Split(text).Any(w => w.Folded is "who" or "whom" or "quien" or "quem" or "qui" or "wem" or "wen" or "contact" or "email" or "mail" or "send" or "write" or "envio" or "mando" or "schicke" or "sende" or "ecrire");

    private static FactAnswer? Addressed(Subject subject) =>
        Quoted(subject, passage => passage.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at + 1 < passage.Length && char.IsLetterOrDigit(passage[at - 1]) && char.IsLetterOrDigit(passage[at + 1]));

    /// <summary>One of the ways to say a term.</summary>
    private static bool SaysTerm(string passage, EitherConstraint term)
    {
        var said = Words.Split(passage);
        var stems = said.Select(w => w.Stem).ToHashSet(StringComparer.Ordinal);
        return term.AnyOf.OfType<WordsConstraint>().Any(way => way.Words.SelectMany(word => Words.Split(word)).Select(w => w.Stem).ToList() is var asked
            && asked.TrueForAll(stems.Contains) && (!way.IsPhrase || SaidPhrases.Holds(said, asked)));
    }

    private static FactAnswer? Speaking(Subject subject, RoleField field) =>
        Quoted(subject, passage => Terms.Topics.Find(passage).Any(m => m.Value == field.ToString()));

    /// <summary>What the text itself says of the area that is asked about: "we can hire in California, Texas and Ohio".</summary>
    private static FactAnswer? Naming(Subject subject, Constraint about) => AreaOf(about) is { } area
        ? Quoted(subject, passage => passage.Contains(area.Name, StringComparison.Ordinal))
        : null;

    private static Area? AreaOf(Constraint about) =>
        (about is EligibleFromConstraint from ? from.From.Area : about is LimitedToConstraint limited ? limited.Area?.Area : null) is { } code ? AreaVocabulary.Default.ByCode(code) : null;

    private static FactAnswer? Quoted(Subject subject, Func<string, bool> answers) => Rows(subject,
        [.. subject.Sections.SelectMany(s => s.Passages.Where(p => answers(p.Text)).Select(p => new FactRow(s.Heading, p.Text, Show.Quote(subject.File, p)))).Take(MostQuoted)]);

    private static bool SpeaksOfHiring(string text) => Terms.Topics.Find(text).Any(m => m.Value == HiringTopic);

    private static FactAnswer? SomeSkills(Subject subject, Question q)
    {
        var skills = subject.Posting?.Skills ?? subject.Company?.Skills ?? [];
        var chosen = skills.Where(s => q.About is SkillConstraint about
            ? about.AnyOf.Any(name => Related(name, s.Name))
            : SkillVocabulary.Default.ByName(s.Name)?.Category == q.SkillCategory).ToList();
        if (chosen.Count == 0 && q.About is null && q.SkillCategory is "framework" or "library")
            return Rows(subject, FieldFacts.Of(subject, RoleField.Skills, default));
        if (chosen.Count == 0)
            return q.About is SkillConstraint named ? Literally(subject, named) : Passage(subject, q);
        return Rows(subject, [.. chosen.Select(s => new FactRow(s.Name, $"{s.Name} is {TermNames.Of(s.Need)}", Show.Quote(subject.File, s.Evidence)))]);
    }

    /// <summary>The passages that hold the very words, where nothing was read as a skill: "feature flags" in running text.</summary>
    private static FactAnswer? Literally(Subject subject, SkillConstraint about)
    {
        var wanted = about.AnyOf.Select(name => Words.Split(name).Select(w => w.Stem).ToList()).ToList();
        var holding = subject.Sections.SelectMany(s => s.Passages.Select(p => (Section: s, Passage: p)))
            .Where(x => Words.Split(x.Passage.Text).Select(w => w.Stem).ToHashSet(StringComparer.Ordinal) is var stems && wanted.Exists(w => w.TrueForAll(stems.Contains)))
            .Take(MostQuotes);
        return Rows(subject, [.. holding.Select(x => new FactRow(x.Section.Heading, x.Passage.Text, Show.Quote(subject.File, x.Passage)))]);
    }

    /// <summary>"Ruby on Rails" speaks of Ruby too, "JavaScript" not of Java.</summary>
    private static bool Related(string asked, string stated) =>
        string.Equals(asked, stated, StringComparison.OrdinalIgnoreCase) || stated.Split(' ').Contains(asked, StringComparer.OrdinalIgnoreCase);

    private static FactAnswer? YesOrNo(Subject subject, Posting posting, RoleField field, Constraint about, Asked asked)
    {
        if (Rows(subject, FieldFacts.Of(subject, field, asked.Today)) is not { } rows)
            return null;
        var holds = Catalogue.MatchEvaluator.Holds(ConstraintMatch.Of(about), posting);
        var verdict = Wording.Verdict(holds, about, posting);
        return rows with { Verdict = verdict, Text = $"{verdict} {rows.Text}" };
    }
}
