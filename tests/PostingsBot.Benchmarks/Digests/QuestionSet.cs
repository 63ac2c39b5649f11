using PostingsBot.Benchmarks.Search;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Digests.Matching;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Benchmarks.Digests;

/// <summary>Saved questions as people have them, two to four constraints each, no two the same.</summary>
internal static class QuestionSet
{
    private static readonly string[] Countries = ["DE", "CA", "FR", "GB", "US", "IN", "ES", "AU", "IE", "PL", "NL", "PT", "BR", "IT", "SE"];

    public static IReadOnlyList<Question> Distinct(PostingMaker maker, int count)
    {
        var random = new Random(17);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var questions = new List<Question>();
        while (questions.Count < count)
        {
            var question = new Question(Intent.FindRoles) { Constraints = [.. Constraints(maker, random)] };
            if (keys.Add(MatchKey.Of(SearchText.MatchOf(question.Constraints))))
                questions.Add(question);
        }

        return questions;
    }

    private static IEnumerable<Constraint> Constraints(PostingMaker maker, Random random)
    {
        string Skill() => maker.SkillNames[(int)(Math.Pow(random.NextDouble(), 2) * maker.SkillNames.Count)];
        Place Country() => AreaVocabulary.Default.ByCode(Countries[random.Next(Countries.Length)]) is { } area ? AreaVocabulary.Default.ToPlace(area, area.Name) : throw new InvalidOperationException("no such country");
        Constraint Level() => new SeniorityConstraint([new[] { Seniority.Junior, Seniority.Senior, Seniority.Staff, Seniority.Lead }[random.Next(4)]]);
        Constraint Remote() => new WorkplaceConstraint([Workplace.Remote]);
        string Word() => maker.Vocabulary.Words[60 + random.Next(3_000)];
        return random.Next(8) switch
        {
            0 => [new SkillConstraint([Skill()]), Level()],
            1 => [new SkillConstraint([Skill()]), Remote(), new EligibleFromConstraint(Country())],
            2 => [new SkillConstraint([Skill(), Skill()]), new PlaceConstraint([Country()])],
            3 => [new SkillConstraint([Skill()]), new PayConstraint(10_000 * random.Next(5, 15), null, random.Next(2) == 0 ? "EUR" : "USD", null)],
            4 => [new WordsConstraint([Word()]), new PlaceConstraint([Country()])],
            5 => [new EmployerConstraint([maker.Names[random.Next(maker.Names.Count)].Employer])],
            6 => [new SkillConstraint([Skill()]), new SkillConstraint([Skill()]) { Negated = true }, new PlaceConstraint([Country()])],
            _ => [new TitleConstraint([random.Next(2) == 0 ? "engineer" : "manager"]), Level(), new EligibleFromConstraint(Country()), new SkillConstraint([Skill()])],
        };
    }
}
