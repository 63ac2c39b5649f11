using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>
/// What an area is said for: where the job is, where the asker sits, or what remote work is limited to.
/// "US only", "restricted to the US" limit; "from Germany", "I live in Munich" are the asker's place; "remote roles in Canada" are roles that can be done there.
/// </summary>
internal static class AreaMeaning
{
    public static Constraint Of(Utterance u, int i, Area area, bool negated)
    {
        var place = AreaVocabulary.Default.ToPlace(area, u.Written(i, i));
        if (LimitBefore(u, i) is { } limit)
            return new LimitedToConstraint(place) { Negated = u.IsNegated(limit) };
        if (IsOfOutsiders(u, i))
            return new LimitedToConstraint(place) { Negated = !IsClosed(u, i) };
        if (IsLimitAfter(u, i, area))
            return new LimitedToConstraint(place) { Negated = negated };
        var outside = IsOutside(u, i);
        if (u[i].IsPeople || IsHome(u, i) || IsBasedPerson(u, i))
            return new EligibleFromConstraint(place) { Negated = negated != outside };
        var excluded = negated != outside;
        return !excluded && IsRemote(u) && area.Kind is not (AreaKind.City or AreaKind.Metro)
            ? new EligibleFromConstraint(place)
            : new PlaceConstraint([place]) { Negated = excluded };
    }

    /// <summary>"Outside Europe and North America": of the second too.</summary>
    private static bool IsOutside(Utterance u, int i)
    {
        var k = u.Before(i);
        while (k >= 0 && (u[k].Is(Cue.And) || u[k].Is(Cue.Or)))
            k = u.Before(k);
        return k >= 0 && (u[k].Is(Cue.Outside) || (u[k].Area is not null && u.IsJoined(k, i) && IsOutside(u, k)));
    }

    private static int? LimitBefore(Utterance u, int i)
    {
        for (var k = i - 1; k >= 0 && k >= i - 4 && !u.EndsSentence(k); k--)
        {
            if (u[k].Is(Cue.LimitedTo) && !(u[k].Text == "only in" && !u.Parts.Any(p => p.Term is WorkplaceConstraint { AnyOf: [Workplace.Remote] })))
                return k;
            if (u[k].Is(Cue.Roles) || u[k].Is(Cue.Role) || u[k].Is(Cue.Outside) || u[k].Term is not null)
                return null;
        }

        return null;
    }

    /// <summary>"US only", "US-only", "US residents": but "only San Francisco" and "jobs in Germany only" narrow the place.</summary>
    private static bool IsLimitAfter(Utterance u, int i, Area area)
    {
        if (area.Kind is AreaKind.City or AreaKind.Metro || i + 1 >= u.Count || u.EndsSentence(i))
            return false;
        var next = u[i + 1];
        if (next.Is(Cue.Resident) && next.Text is not "persons")
            return true;
        if (!next.Is(Cue.OnlySuffix) && !next.Is(Cue.Only))
            return false;
        return next.Gap is '-' || (!u.IsBefore(i, Cue.In) && (u.Count > 2 || IsRemote(u)));
    }

    /// <summary>"People outside the US", "non-EU candidates": work that is open to them is not limited to the area, work that is closed to them is.</summary>
    private static bool IsOfOutsiders(Utterance u, int i)
    {
        if (u.IsBefore(i, Cue.Outside))
            return u.Before(u.Before(i)) is >= 0 and var whom && (u[whom].Is(Cue.Me) || u[whom].Is(Cue.Person) || u[whom].Is(Cue.LiveIn) || u[whom].Is(Cue.ClosedTo) || u[whom].Text is "from" or "open to");
        return i > 0 && u[i - 1].Text is "non" && (u[i].IsPeople || (i + 1 < u.Count && (u[i + 1].Is(Cue.Person) || u[i + 1].Is(Cue.Resident))));
    }

    private static bool IsClosed(Utterance u, int i)
    {
        for (var k = i - 1; k >= 0 && k >= i - 6 && !u.EndsSentence(k); k--)
        {
            if (u[k].Is(Cue.ClosedTo))
                return true;
        }

        return false;
    }

    /// <summary>"EU based contractor here", "I'm a Berlin-based dev", as against "Berlin-based jobs".</summary>
    private static bool IsBasedPerson(Utterance u, int i) =>
        i + 2 < u.Count && u[i + 1].Text is "based" && Enumerable.Range(i + 2, Math.Min(3, u.Count - i - 2)).Any(k => u[k].Is(Cue.Person) || u[k].Term is EmploymentConstraint)
        && (u.Parts.Any(p => p.Text is "i" or "i am" or "my" or "here" or "for" or "a") && !u.IsAfter(i + 1, Cue.Roles));

    private static bool IsHome(Utterance u, int i)
    {
        // "Ohio here. What fits?"
        if (i + 1 < u.Count && u[i + 1].Is(Cue.Here) && u.EndsSentence(i + 1) && (i == 0 || u.EndsSentence(i - 1)))
            return true;
        var k = u.Before(i);
        if (k < 0)
            return false;
        // "I'm moving to London, what have you got there?"
        if (u[k].Text is "moving to" or "move to" or "relocating to" && u.Parts.Skip(i + 1).Any(p => p.Text is "there"))
            return false;
        if (u[k].Is(Cue.LiveIn))
            return u[k].Text is not ("based in" or "located in" or "living in" or "live in") && !(u[k].Text is "hire in" or "hires in" or "hiring in" && u.Has(Cue.Employers)) || IsOfPeople(u, k);
        if (u[k].Is(Cue.From) || u[k].Is(Cue.In))
        {
            if (IsDoneByAsker(u, k, u[k].Is(Cue.From)) || (u[k].Text is "from" or "aus" or "depuis" or "desde" && k == u.FirstContent && u.EndsAsQuestion && u.Conversation.Role is not null))
                return true;
        }

        return false;
    }

    /// <summary>"People based in Germany", as against "jobs based in Germany".</summary>
    private static bool IsOfPeople(Utterance u, int at)
    {
        for (var k = at - 1; k >= 0; k--)
        {
            if (u[k].Is(Cue.Roles) || u[k].Is(Cue.Role) || u[k].Is(Cue.Employers))
                return false;
            if (u[k].Is(Cue.Me) || u[k].Is(Cue.Person) || u[k].Text is "while" or "if" or "when")
                return true;
        }

        return false;
    }

    /// <summary>"… I can do from Germany", "remote from Germany", "could someone in Brazil take it", "I am a developer in Berlin".</summary>
    private static bool IsDoneByAsker(Utterance u, int at, bool from)
    {
        var can = false;
        for (var k = at - 1; k >= 0 && !u.EndsSentence(k); k--)
        {
            var part = u[k];
            if (part.Text is "can" or "could" or "may" or "able" or "doable" or "allowed" or "possible" or "kann" or "konnte" or "puedo" or "posso" or "peux" or "puis" or "working" or "do" or "done" or "am")
                can = true;
            if (from && (can || part.Term is WorkplaceConstraint || part.Is(Cue.Me) || part.Is(Cue.It)))
                return true;
            if (!from && can && part.Is(Cue.Me))
                return true;
            if (!from && (part.Is(Cue.Roles) || part.Is(Cue.Find)))
                return false;
        }

        return false;
    }

    private static bool IsRemote(Utterance u) =>
        u.Parts.Any(p => p.Term is WorkplaceConstraint { AnyOf: [Workplace.Remote] })
        || (!u.Has(Cue.Roles) && u.Conversation.Constraints.Any(c => c is WorkplaceConstraint { Negated: false, AnyOf: [Workplace.Remote] }));
}
