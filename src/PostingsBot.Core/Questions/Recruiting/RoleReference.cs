using PostingsBot.Core.Questions.Reading;
using PostingsBot.Core.Recruiting;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Questions.Recruiting;

/// <summary>Which role, or roles, an order means.</summary>
/// <param name="Target">As a question would mean it.</param>
/// <param name="IsBulk">Each role that the target describes.</param>
/// <param name="IsNamed">A word for a role, a place in the list or an employer says so; else it is a pronoun.</param>
internal sealed record RoleReference(Target Target, bool IsBulk, bool IsNamed)
{
    private static readonly HashSet<string> Pronouns = [.. "it;this;that;this one;that one;the one;the role;the job;the posting;the position;this role;that role;this job;that job;this posting;that posting;this position;that position;the ad;this ad;the listing;this listing;the opening;the vacancy;the same;my role;my job;my posting;our role;our posting".Split(';')];

    private static readonly HashSet<string> Listed = [.. "them;all;both;these;those;them all;all of them;both of them;all of these;all of those;all these;all those;the two;these roles;those roles;all these roles;these two;everything".Split(';')];

    private static readonly HashSet<string> Singular = [.. "role job position posting opening vacancy listing ad advert post one gig req requisition".Split(' ')];

    private static readonly HashSet<string> Plural = [.. "roles jobs positions postings openings vacancies listings ads adverts posts ones gigs reqs requisitions".Split(' ')];

    private static readonly HashSet<string> Determiners = [.. "the this that our my your".Split(' ')];

    private static readonly HashSet<string> NotAtStart = [.. "to by in at from for with up on of about into and or as is are not no if when more a an some any to new has have had does do did was were what which who where why how can could should will would me you i we be been".Split(' ')];

    /// <summary>Null when the words name no role.</summary>
    /// <param name="phrase">"The platform role", "#2", "all Acme roles", "it".</param>
    /// <param name="understand">Reads words as a question.</param>
    public static RoleReference? Of(string phrase, Func<string, Understood> understand)
    {
        var words = Words.Split(phrase).Select(word => word.Folded).ToList();
        if (words.Count is 0 or > 14 || NotAtStart.Contains(words[0]) || IsField(phrase, words))
            return null;
        var plain = string.Join(' ', words);
        if (Pronouns.Contains(plain))
            return new RoleReference(new Target.Focus(), false, plain.Contains(' ', StringComparison.Ordinal));
        if (Listed.Contains(plain))
            return new RoleReference(new Target.AllListed(), true, false);
        return words[0] is "all" or "every" or "each" or "everything" || words.Exists(Plural.Contains) ? Bulk(words, phrase, understand) : Single(words, phrase, understand);
    }

    /// <summary>A word for a role, as against "the second one".</summary>
    public static bool HasNoun(IEnumerable<string> words) => words.Any(word => word is not ("one" or "ones") && (Singular.Contains(word) || Plural.Contains(word)));

    private static RoleReference? Bulk(List<string> words, string phrase, Func<string, Understood> understand)
    {
        var isFirm = words[0] is "all" or "every" or "each" or "everything" || Determiners.Contains(words[0]);
        var from = words.FindIndex(word => word is not ("all" or "every" or "each" or "of" or "everything" or "at") && !Determiners.Contains(word));
        if (from < 0 || (from == words.Count - 1 && Plural.Contains(words[from])))
            return isFirm ? new RoleReference(new Target.Described([]), true, true) : null;
        var rest = phrase[Words.Split(phrase)[from].Start..];
        var constraints = understand(words.Exists(word => Plural.Contains(word) || Singular.Contains(word)) ? rest : rest + " roles").Search.ToList();
        return constraints.Count > 0 && (isFirm || constraints.Exists(constraint => constraint is EmployerConstraint)) ? new RoleReference(new Target.Described([.. constraints]), true, true) : null;
    }

    private static RoleReference? Single(List<string> words, string phrase, Func<string, Understood> understand)
    {
        var hasNoun = words.Exists(Singular.Contains);
        var isDefinite = Determiners.Contains(words[0]);
        var asked = understand((isDefinite || words[0] is "number" ? phrase : "the " + phrase) + (hasNoun || words[0] is "number" ? "" : " role"));
        var target = asked.Targets.Select(pointed => pointed.Target).FirstOrDefault(target => target is Target.Ordinal)
            ?? asked.Targets.Where(pointed => pointed.IsNamed).Select(pointed => pointed.Target).FirstOrDefault();
        if (target is Target.Described described && asked.Targets.Count > 1)
            target = new Target.Described([.. asked.Targets.Select(pointed => pointed.Target).OfType<Target.Described>().SelectMany(one => one.Constraints).Union(described.Constraints)]);
        return target switch
        {
            Target.Ordinal or Target.Company => new RoleReference(target, false, true),
            Target.Described { Constraints: var said } when hasNoun || said.Any(constraint => constraint is EmployerConstraint || (isDefinite && constraint is not TitleConstraint)) => new RoleReference(target, false, true),
            _ => null,
        };
    }

    /// <summary>"The title of #2" is a field of a role.</summary>
    private static bool IsField(string phrase, List<string> words)
    {
        var from = Determiners.Contains(words[0]) ? 1 : 0;
        return FieldWords.At(Words.Split(phrase), from) is { } field && field.End < words.Count && words[field.End] is "of" or "for" or "on";
    }
}
