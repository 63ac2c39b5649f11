using System.Runtime.InteropServices;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>
/// What people tell of themselves beside what they ask: "I have been doing Java for ten years. Any Python jobs?" asks for Python; "just finished my degree in CS,
/// looking for an internship" asks for no degree. Skills and disciplines that the asker has count where nothing else says what work is looked for.
/// </summary>
internal static class Background
{
    private static readonly HashSet<string> Kinds = [.. "field fields industry industries area areas kind sector sectors profession domain branche bereich domaine secteur".Split(' ')];

    /// <summary>What is no constraint of the search.</summary>
    public static IReadOnlyCollection<Read> Of(Understood x)
    {
        var clauses = Clauses(x.U).ToList();
        if (clauses.Count < 2)
            return [];
        var reads = x.Reads.Concat(x.Extra).ToList();
        var told = clauses.Where(clause => IsOfAsker(x.U, clause)).SelectMany(clause => reads.Where(clause.Holds)).ToHashSet();
        var introduced = clauses.Where(clause => IsIntroduction(x.U, clause)).SelectMany(clause => reads.Where(clause.Holds)).ToList();
        var asked = reads.Where(read => !told.Contains(read) && !introduced.Contains(read)).ToList();
        var isOpen = clauses.Exists(clause => NamesAnyKind(x.U, clause));
        told.RemoveWhere(read => read.Constraint switch
        {
            PostedConstraint or ExperienceConstraint => false,
            SkillConstraint or DisciplineConstraint => !isOpen && !asked.Exists(other => other.First > read.First && other.Constraint is SkillConstraint or DisciplineConstraint),
            StatedConstraint { Field: RoleField.Degree, Negated: false } or WordsConstraint { Negated: false } or EitherConstraint { Negated: false } => asked.Count == 0,
            _ => true,
        });
        // "I'm a Java developer with six years of experience, what do you have?": who looks for the work that they know brings the years as well.
        if (!told.Any(read => read.Constraint is SkillConstraint or DisciplineConstraint))
            told.RemoveWhere(read => read.Constraint is ExperienceConstraint);
        told.UnionWith(introduced.Where(read => read.Constraint is not EligibleFromConstraint));
        return told;
    }

    /// <summary>Sentences, and what stands after a comma or colon where another thought begins: "…, I did logistics", "…, looking for …".</summary>
    private static IEnumerable<Clause> Clauses(Utterance u)
    {
        var first = 0;
        for (var i = 0; i < u.Count; i++)
        {
            if (i + 1 < u.Count && !u.EndsSentence(i) && !(u[i + 1].Gap is ':' or ',' && BeginsThought(u[i + 1])))
                continue;
            yield return new Clause(first, i);
            first = i + 1;
        }
    }

    private static bool BeginsThought(Part part) => part.Is(Cue.Wh) || part.Is(Cue.Find) || part.Text is "i" or "i am" or "i have" or "my" or "ich" or "je" or "yo" or "eu";

    private static bool IsOfAsker(Utterance u, Clause clause)
    {
        var parts = u.Parts.Skip(clause.First).Take(clause.Last - clause.First + 1).ToList();
        return parts.Exists(p => p.Is(Cue.Me)) && !parts.Exists(p => (p.Is(Cue.Find) && !p.Is(Cue.Uses) && p.Term is not DisciplineConstraint) || p.Is(Cue.Roles) || p.Is(Cue.Role) || p.Is(Cue.Wh) || p.Is(Cue.Anything));
    }

    /// <summary>"Recruiter here: …"</summary>
    private static bool IsIntroduction(Utterance u, Clause clause) =>
        clause.Last < u.Count - 1 && u[clause.Last].Is(Cue.Here) && u[clause.Last].Text is "here" && u[clause.Last + 1].Gap is ':' or ',' or '.' && clause.Last - clause.First < 4 && !u[clause.First].Is(Cue.Wh) && !u[clause.First].Is(Cue.Find) && !u[clause.First].Is(Cue.Roles);

    /// <summary>"Any field", "any industry is fine".</summary>
    private static bool NamesAnyKind(Utterance u, Clause clause) =>
        Enumerable.Range(clause.First, clause.Last - clause.First).Any(i => u[i].Is(Cue.AnyOfKind) && Kinds.Contains(u[i + 1].Text));

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Clause(int First, int Last)
    {
        public bool Holds(Read read) => read.First >= First && read.Last <= Last;
    }
}
