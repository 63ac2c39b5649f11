using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>A constraint and the parts First to Last that say it.</summary>
internal sealed record Read(int First, int Last, Constraint Constraint)
{
    /// <summary>Follows the one before after a mere comma, so that a later "or" takes both.</summary>
    public bool AfterComma { get; init; }
}

/// <summary>
/// Turns parts into constraints, with "not" and "or". Names of one kind side by side are alternatives where a role has but one value of it (place, level,
/// employer); skills side by side must all be there unless "or" or "/" joins them.
/// </summary>
internal sealed class ConstraintReader(Utterance u)
{
    private readonly List<Read> reads = [];

    public static IReadOnlyList<Read> Of(Utterance u)
    {
        var reader = new ConstraintReader(u);
        for (var i = 0; i < u.Count; i++)
        {
            foreach (var read in reader.At(i))
                reader.Add(read);
        }

        return reader.Tidied();
    }

    private IEnumerable<Read> At(int i)
    {
        var part = u[i];
        if (part.HasConstraint && IsLessPreferred(i))
            yield break;
        var negated = part.HasConstraint && u.IsNegated(i);
        if (UnknownEmployer.At(u, i) is { } employer)
        {
            // "Jobs at hospitals": a kind of employer, which the text names.
            Constraint named = employer.Last == i && u[i].Text.EndsWith('s') && !u.IsCapital(i) && WordLists.IsOrdinary(u[i].Text) ? new WordsConstraint([u[i].Text]) : new EmployerConstraint([employer.Name]);
            yield return new Read(i, employer.Last, named with { Negated = u.IsNegated(i) });
            yield break;
        }

        if (LevelRange.Of(u, i) is var (levels, last))
        {
            yield return new Read(i, last, levels with { Negated = negated });
            yield break;
        }

        if (part.Employer is { } name)
            yield return new Read(i, i, new EmployerConstraint([name]) { Negated = negated });
        else if (part.Area is { } area)
            yield return new Read(i, i, AreaMeaning.Of(u, i, area, negated));
        else if (part.Term is SkillConstraint && WordsReader.InTitle(u, i) is { } end)
        {
            yield return new Read(i, end, new TitleConstraint([.. part.Text.Split(' ')]) { Negated = negated });
        }
        else if (part.Term is SkillConstraint skill && SkillMeaning.IsMeant(u, i))
        {
            foreach (var asked in SkillNeeds.Of(u, i, skill))
                yield return new Read(i, i, asked);
        }
        else if (part.AsSkill is { } field && u.Before(i) is >= 0 and var verb && u[verb].Is(Cue.Uses) && !u.IsAfter(i, Cue.Roles) && !u.IsAfter(i, Cue.Role) && !u.IsAfter(i, Cue.Person))
            yield return new Read(i, i, field with { Negated = negated });
        else if (part is { AsSkill: { } skilled, Term: DisciplineConstraint { AnyOf: ["machine learning" or "data science"] } trade } && !IsTrade())
            yield return new Read(i, i, new EitherConstraint([trade, skilled]) { Negated = negated });
        else if (part.Term is WorkplaceConstraint { AnyOf: [Workplace.Remote] } && !negated && IsPartly(i))
            yield return new Read(i, i, new WorkplaceConstraint([Workplace.Remote, Workplace.Hybrid]));
        else if (negated && part.Term is PayConstraint { Min: null, Max: { } least } pay)
            // "Nothing for less than 100k" asks for 100k and more.
            yield return new Read(i, i, pay with { Min = least, Max = null, IsOpen = !pay.IsOpen });
        else if (part.Term is { } term and not SkillConstraint)
            yield return new Read(i, i, term with { Negated = negated });
        if (part.Is(Cue.LimitedTo) && LimitOf(i) is { } limit)
            yield return limit;
        if (part.Is(Cue.Worldwide))
            yield return new Read(i, i, new LimitedToConstraint(null) { Negated = true });
    }

    private static readonly HashSet<string> Partly = [.. "partly partially sometimes occasionally teilweise gelegentlich partiellement parfois parcialmente".Split(' ')];
    private static readonly HashSet<string> AtHome = ["home office", "homeoffice", "teletravail", "teletrabajo", "telework", "mobiles arbeiten"];
    private static readonly HashSet<string> Wholly = [.. "100 fully full only nur komplett ganz vollstandig uniquement totalement complet integral totalmente completamente solo".Split(' ')];

    /// <summary>"From home, at least partly?", "lequel permet le télétravail ?": some days at home will do.</summary>
    private bool IsPartly(int i) =>
        u.Parts.Any(p => Partly.Contains(p.Text)) || (AtHome.Contains(u[i].Text) && !u.Parts.Any(p => Wholly.Contains(p.Text) || p.Is(Cue.Only)));

    /// <summary>"I prefer React over Angular" asks for React; Angular is neither asked for nor ruled out.</summary>
    private bool IsLessPreferred(int i)
    {
        for (var k = i - 1; k > 0 && k >= i - 2; k--)
        {
            if (u[k].Text is "over" or "to" && !u.EndsSentence(k - 1) && reads.Count > 0 && reads[^1].Last < k)
                return u.Parts.Take(k).Any(p => p.Text is "prefer" or "prefers" or "preferring" or "favor" or "favour" or "favors" or "favours") && (reads[^1].Constraint.GetType() == u[i].Term?.GetType() || (u[i].Area is not null && reads[^1].Constraint is PlaceConstraint));
        }

        return false;
    }

    /// <summary>"Machine learning jobs", "the machine learning engineer", "machine learning in Berlin": the trade is meant, not only that the skill is named.</summary>
    private bool IsTrade() =>
        u.Has(Cue.Roles) || u.Has(Cue.Role) || u.Has(Cue.Person)
        || u.Parts.Any(p => p.Is(Cue.One) || p.Is(Cue.Ones) || p.Area is not null || p.Term is SeniorityConstraint or EmploymentConstraint or WorkplaceConstraint);

    /// <summary>"Limited to" without an area after it: limited at all.</summary>
    private Read? LimitOf(int i)
    {
        for (var k = i + 1; k < u.Count && k <= i + 4 && !u.EndsSentence(k - 1); k++)
        {
            if (u[k].Area is not null)
                return null;
        }

        return u[i].Text is "restricted" or "limited" && !u[i].HasConstraint && u.Count > 1 ? new Read(i, i, new LimitedToConstraint(null) { Negated = u.IsNegated(i) }) : null;
    }

    private void Add(Read read)
    {
        // What is compared stays apart ("SRE vs cloud engineer"), and what is asked of a role that was named before ("HR one - do they want crypto?").
        if (reads.Count == 0 || u.HasBetween(reads[^1].Last, read.First, Cue.Compare) || Enumerable.Range(reads[^1].Last + 1, Math.Max(0, read.First - reads[^1].Last - 1)).Any(k => u[k].Gap is '-' or '–' or ':' && (u[k].Is(Cue.Aux) || u[k].Is(Cue.Wh))))
        {
            reads.Add(read);
            return;
        }

        var last = reads[^1];
        var near = u.IsJoined(last.Last, read.First) && !u.EndsSentence(last.Last) && !Removal.IsReplacement(u, read.First);
        var or = near && ((u.HasBetween(last.Last, read.First, Cue.Or) && !IsEither(last.Last, read.First)) || u.HasBetween(last.Last, read.First, Cue.Example) || u.HasGap(last.Last, read.First, '/')) || IsSlashed(last, read);
        var comma = near && u.HasGap(last.Last, read.First, ',') && !u.HasBetween(last.Last, read.First, Cue.And);
        var side = near && (or || comma || u.HasBetween(last.Last, read.First, Cue.And) || last.Last + 1 == read.First);
        if (near && Narrowed(last, read, or) is { } narrowed)
        {
            reads[^1] = narrowed;
        }
        else if (Alternatives.OneOf(last.Constraint, read.Constraint, or || !Alternatives.CanHaveSeveral(read.Constraint)) is { } either && (side || read.Constraint is not (SkillConstraint or EmployerConstraint or PlaceConstraint)))
        {
            reads[^1] = last with { Last = read.Last, Constraint = either };
            while (or && reads.Count > 1 && reads[^1].AfterComma && Alternatives.OneOf(reads[^2].Constraint, reads[^1].Constraint, true) is { } wider)
            {
                reads[^2] = reads[^2] with { Last = reads[^1].Last, Constraint = wider };
                reads.RemoveAt(reads.Count - 1);
            }

            TakeTrade(or);
        }
        else if (or && !last.Constraint.Negated && !read.Constraint.Negated && Alternatives.CanMix(last.Constraint) && Alternatives.CanMix(read.Constraint))
        {
            reads[^1] = last with { Last = read.Last, Constraint = new EitherConstraint([.. Alternatives.Flat(last.Constraint), read.Constraint]) };
            TakeTrade(or);
        }
        else
        {
            reads.Add(read with { AfterComma = comma });
        }
    }

    /// <summary>"TypeScript and either AWS or GCP": the alternatives begin behind "either".</summary>
    private bool IsEither(int left, int right) =>
        u.HasBetween(left, right, Cue.And) && Enumerable.Range(left + 1, right - left - 1).Any(k => u[k].Text is "either" or "entweder" or "soit" or "bien");

    /// <summary>"HR / people admin": a word that stands for nothing may follow the slash.</summary>
    private bool IsSlashed(Read last, Read read) =>
        last.Constraint is DisciplineConstraint { Negated: false } && read.Constraint is DisciplineConstraint { Negated: false } && read.First == last.Last + 2 && u[last.Last + 1].Gap is '/' && !u[last.Last + 1].HasConstraint;

    /// <summary>"An engineering manager, director or CTO": levels that are titles by themselves are alternatives of the trade before them.</summary>
    private void TakeTrade(bool or)
    {
        if (!or || reads.Count < 2 || !reads[^1].AfterComma || reads[^2].Constraint is not DisciplineConstraint { Negated: false } trade
            || !Alternatives.Flat(reads[^1].Constraint).All(c => c is SeniorityConstraint { Negated: false, AnyOf: [Seniority.Head] } or TitleConstraint { Negated: false } or DisciplineConstraint { Negated: false } or EitherConstraint { Negated: false }))
            return;
        reads[^2] = reads[^2] with { Last = reads[^1].Last, Constraint = new EitherConstraint([trade, .. Alternatives.Flat(reads[^1].Constraint)]) };
        reads.RemoveAt(reads.Count - 1);
    }

    /// <summary>"London, England" is London: a place followed by a wider one.</summary>
    private static Read? Narrowed(Read last, Read read, bool or)
    {
        if (or || last.Constraint.Negated != read.Constraint.Negated || last.Constraint.GetType() != read.Constraint.GetType())
            return null;
        return (last.Constraint, read.Constraint) switch
        {
            (PlaceConstraint { AnyOf: [{ Area: { } inner }] }, PlaceConstraint { AnyOf: [{ Area: { } outer }] }) when AreaVocabulary.Default.Contains(outer, inner) => last with { Last = read.Last },
            (EligibleFromConstraint { From.Area: { } inner }, EligibleFromConstraint { From.Area: { } outer }) when AreaVocabulary.Default.Contains(outer, inner) => last with { Last = read.Last },
            _ => null,
        };
    }

    /// <summary>Repetitions go, two bounds of one range become one, and of two homes the wider stays ("I live in Munich … from Germany").</summary>
    private List<Read> Tidied()
    {
        var tidy = new List<Read>();
        foreach (var read in reads)
        {
            var at = tidy.FindIndex(t => Alternatives.Same(t.Constraint, read.Constraint));
            if (at >= 0)
                continue;
            at = tidy.FindIndex(t => Alternatives.Both(t.Constraint, read.Constraint) is not null);
            if (at >= 0)
                tidy[at] = tidy[at] with { Last = read.Last, Constraint = Alternatives.Both(tidy[at].Constraint, read.Constraint)! };
            else
                tidy.Add(read);
        }

        return tidy;
    }
}
