namespace PostingsBot.Core.Questions.Reading;

/// <summary>
/// What is asked of a skill: that it is named, that it is required ("must have Go"), that it is not required ("doesn't need AWS", "where AWS isn't a must"),
/// or that it is named but not required ("Kubernetes only as a nice-to-have").
/// </summary>
internal static class SkillNeeds
{
    private const int Reach = 5;

    private static readonly HashSet<string> Requires =
    [
        .. ("require requires requiring required need needs needing demand demands insist expects expect verlangen verlangt brauchen braucht benotigen erfordern erfordert exigent exige exigen requieren requiere requerem "
            + "requer").Split(' '),
        "insist on", "ask you to know", "need to know", "have to know",
    ];

    private static readonly HashSet<string> Necessary = [.. "required needed necessary compulsory requirement demanded expected prerequisite needs notig erforderlich necesario obligatorio necessario".Split(' ')];

    public static IEnumerable<SkillConstraint> Of(Utterance u, int i, SkillConstraint skill)
    {
        var negated = u.IsNegated(i);
        var (isMust, isOptional) = After(u, i) ?? Before(u, i, negated) ?? (null, false);
        if (isOptional)
            yield return skill;
        yield return isMust is { } must ? skill with { RequiredOnly = true, Negated = !must } : skill with { Negated = negated };
    }

    private static (bool? IsMust, bool IsOptional)? Before(Utterance u, int i, bool negated)
    {
        var k = u.Before(i);
        while (k >= 0 && (u[k].Term is SkillConstraint || u[k].Is(Cue.Or) || u[k].Is(Cue.And)))
            k = u.Before(k);
        if (k < 0)
            return null;
        if (negated)
            return IsRequired(u, k) ? (false, false) : null;
        if (u[k].Is(Cue.NotNeeded) && k + 1 == i && !u.HasGap(k, i, ','))
            return (false, true);
        return u[k].Is(Cue.Must) && !(u[k].Text is "must" && u[k + 1].Text is "be") ? (true, false) : null;
    }

    /// <summary>"Don't require", "no need to know".</summary>
    private static bool IsRequired(Utterance u, int k)
    {
        for (; k >= 0 && !u[k].Is(Cue.Not) && !u[k].HasConstraint; k = u.Before(k))
        {
            if (Requires.Contains(u[k].Text) || u[k].Is(Cue.Must))
                return true;
        }

        return false;
    }

    /// <summary>"AWS isn't a must", "Python required, not just preferred"; "preferred or required" only asks which.</summary>
    private static (bool? IsMust, bool IsOptional)? After(Utterance u, int i)
    {
        var not = false;
        for (var k = i + 1; k < u.Count && k <= i + Reach && !u.EndsSentence(k - 1) && !Ends(u[k]); k++)
        {
            not |= u[k].Is(Cue.Not);
            var optional = u[k].Is(Cue.NotNeeded);
            if (!optional && !(u[k].Is(Cue.Must) && u[k].Text is not ("must have" or "must haves")) && !(not && (Necessary.Contains(u[k].Text) || u[k].Is(Cue.Must))))
                continue;
            if (u.IsAfter(k, Cue.Or) || u.IsBefore(k, Cue.Or) || IsOwnWish(u, i, k))
                return null;
            return optional == not ? (true, false) : (false, optional);
        }

        return null;
    }

    /// <summary>"Mobile dev, Android preferred": the asker prefers it.</summary>
    private static bool IsOwnWish(Utterance u, int i, int k) => u[k].Text is "preferred" && k == i + 1 && k + 1 == u.Count && i > 0 && u[i].Gap is ',';

    private static bool Ends(Part part) =>
        part.HasConstraint || part.Is(Cue.Person) || part.Is(Cue.Roles) || part.Is(Cue.Role) || (part.Field is not null && !part.Is(Cue.NotNeeded) && !part.Is(Cue.Must));
}
