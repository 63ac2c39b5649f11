namespace PostingsBot.Core.Questions.Reading;

/// <summary>Fields that roles shall state or shall not: "jobs without a location", "where the employer is named", "that don't say who the company is".</summary>
internal static class StatedFields
{
    private const int Reach = 4;

    private static readonly HashSet<string> Given =
        [.. "given named stated mentioned listed specified disclosed known shown provided included published revealed indicated present public visible transparent open disclosed genannt angegeben indique precise indicado informado".Split(' ')];

    private static readonly HashSet<string> Missing = [.. "missing unknown unstated undisclosed unspecified hidden anonymous withheld absent omitted unnamed".Split(' ')];

    // "With a named employer", "with a published salary".
    private static readonly HashSet<string> GivenBefore = [.. "named stated listed specified disclosed published".Split(' ')];

    private static readonly Dictionary<string, RoleField> Nouns = new(StringComparer.Ordinal)
    {
        ["employer"] = RoleField.Employer, ["employers"] = RoleField.Employer, ["company"] = RoleField.Employer, ["firm"] = RoleField.Employer, ["the employer"] = RoleField.Employer, ["the company"] = RoleField.Employer,
        ["place"] = RoleField.Location, ["city"] = RoleField.Location, ["country"] = RoleField.Location,
    };

    /// <summary>Whether the part names a field that roles must state: true, must not: false, or null when it does not say so.</summary>
    public static (RoleField Field, bool Stated)? Of(Utterance u, int i)
    {
        var noun = Nouns.TryGetValue(u[i].Text, out var named);
        if (u[i].HasConstraint || (u[i].Is(Cue.Wh) && !(u[i].Text is "where" && u.Has(Cue.Roles) && Says(u, i))) || (!noun && u[i].Field is null) || u.Has(Cue.AnyOfKind) && !u.Has(Cue.Roles) || u.Has(Cue.Drop))
            return null;
        var field = noun ? named : u[i].Field!.Value;
        if (field is not (RoleField.Employer or RoleField.Location or RoleField.Employment or RoleField.Apply or RoleField.Posted or RoleField.ValidThrough or RoleField.Pay or RoleField.Seniority))
            return null;
        var not = u.IsNegated(i);
        if (i > 0 && Missing.Contains(u[i - 1].Text))
            return (field, not);
        if (i > 0 && GivenBefore.Contains(u[i - 1].Text))
            return (field, !not);
        if (After(u, i) is { } after)
            return (field, after != not);
        if (not)
            return noun && u[i].Text is not ("employer" or "the employer") && !Says(u, i) && (field is RoleField.Employer || !u.IsBefore(i, Cue.Not)) ? null : (field, false);
        return Says(u, i) && !noun ? (field, true) : null;
    }

    /// <summary>"Undisclosed" before the field's name says no more than that it is not stated, and "named" that it is.</summary>
    public static bool IsMissing(Utterance u, int i) => (Missing.Contains(u[i].Text) || GivenBefore.Contains(u[i].Text)) && i + 1 < u.Count && Of(u, i + 1) is not null;

    /// <summary>"… is given", "… isn't named", "… missing".</summary>
    private static bool? After(Utterance u, int i)
    {
        var not = false;
        for (var k = i + 1; k < u.Count && k <= i + Reach && !u.EndsSentence(k - 1) && !u[k].HasConstraint; k++)
        {
            not |= u[k].Is(Cue.Not);
            if (Given.Contains(u[k].Text))
                return !not;
            if (Missing.Contains(u[k].Text))
                return not;
            if (u[k].Field is not null || u[k].Is(Cue.Roles) || u[k].IsUnknown)
                return null;
        }

        return null;
    }

    /// <summary>"With a figure for the pay".</summary>
    private static int BeforeFigure(Utterance u, int i)
    {
        var before = u.Before(i);
        if (before >= 0 && u[before].Text is "a")
            before = u.Before(before);
        if (before < 0 || u[before].Text is not ("figure" or "figures" or "number" or "numbers" or "amount" or "sum"))
            return before;
        var article = u.Before(before);
        return article >= 0 && u[article].Text is "a" ? u.Before(article) : article;
    }

    private static bool Says(Utterance u, int i) =>
        BeforeFigure(u, i) is >= 0 and var k && u[k].Is(Cue.Uses) && u[k].Text is "say" or "says" or "state" or "states" or "stating" or "name" or "names" or "naming" or "mention" or "mentions" or "mentioning" or "list" or "lists" or "listing"
            or "give" or "gives" or "provide" or "provides" or "with" or "include" or "includes" or "have" or "has" or "having" or "specify" or "specifies" or "disclose" or "discloses" or "show" or "shows" or "they tell" or "they publish" or "they show" or "they state" or "they mention" or "they say" or "they give" or "they disclose" or "they post" or "tells" or "publish" or "publishes";
}
