using PostingsBot.Core.Catalogue;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>"Junior developer", "any engineers?": who is looked for, where no skill and no trade says more. An accountant is none of them.</summary>
internal static class Makers
{
    private static readonly HashSet<string> Engineers = [.. "engineer engineers ingeniero ingeniera ingenieros engenheiro engenheira engenheiros ingenieur ingenieurin ingenieure ingenieurs".Split(' ')];

    private static readonly HashSet<string> Developers =
    [
        .. "developer developers dev devs programmer programmers coder coders entwickler entwicklerin entwicklern developpeur developpeurs developpeuse desarrollador desarrolladora desarrolladores desenvolvedor desenvolvedora desenvolvedores programmierer programador programadora programmeur".Split(' '),
    ];

    // "Develop" is the stem of business development too; an engineer's title says nothing else.
    private static readonly EitherConstraint Engineer = Of("engineer", "engineer", "ingenieur", "ingeniero", "engenheiro");
    private static readonly EitherConstraint Developer = Of("developer");

    /// <summary>The constraint of the one that the words name, beside what else is asked for; null where that names the work already.</summary>
    public static EitherConstraint? Beside(Understood x, IReadOnlyList<Constraint> said)
    {
        if (said.Any(NamesWork) || (!Refinement.IsNew(x) && x.Before.Constraints.Any(NamesWork)) || x.Any(Cue.Me))
            return null;
        var persons = Enumerable.Range(0, x.U.Count).Where(i => x.U[i].Is(Cue.Person) && !(i > 0 && Others.Contains(x.U[i - 1].Text) && !IsHiring(x.U, i - 1))).Select(i => x.U[i].Text).ToList();
        return persons.Exists(Developers.Contains) ? Developer : persons.Exists(Engineers.Contains) ? Engineer : null;
    }

    /// <summary>Before what the one looked for does with such people: "I want to manage engineers", "work with developers".</summary>
    private static readonly HashSet<string> Others = [.. "manage managing lead leading mentor mentoring with hire hiring recruit recruiting other coach coaching".Split(' ')];

    /// <summary>"Is Heron hiring engineers?"</summary>
    private static bool IsHiring(Utterance u, int i) => u[i].Text is "hiring" && Enumerable.Range(0, i).Any(k => u[k].Text is "is" or "are");

    private static bool NamesWork(Constraint constraint) =>
        constraint is SkillConstraint or DisciplineConstraint or TitleConstraint or WordsConstraint or EitherConstraint or AmongConstraint;

    private static EitherConstraint Of(string name, params string[] titles) =>
        new([new DisciplineConstraint([DisciplineFamilies.Software]), .. titles.Select(title => new TitleConstraint([title]))]) { Name = name };
}
