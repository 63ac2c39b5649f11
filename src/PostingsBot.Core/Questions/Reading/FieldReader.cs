using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>Which field of a role or employer is asked for.</summary>
internal static class FieldReader
{
    /// <summary>Fields whose words are often said of something else; they count only when no other field is named.</summary>
    private static readonly HashSet<RoleField> Weak =
    [
        RoleField.About, RoleField.Location, RoleField.Team, RoleField.Experience, RoleField.Title, RoleField.Skills, RoleField.Status, RoleField.Process, RoleField.EligibleFrom, RoleField.Employer,
        RoleField.NiceToHave,
    ];

    private static readonly HashSet<string> LoosePay = ["how much", "wie viel", "wieviel", "cuanto", "quanto", "rate", "rates", "package", "money"];

    private static readonly Dictionary<string, string> Categories = new(StringComparer.Ordinal)
    {
        ["database"] = "database", ["databases"] = "database", ["db"] = "database", ["dbs"] = "database", ["data stores"] = "database", ["datastore"] = "database", ["datastores"] = "database",
        ["datenbanken"] = "database", ["bases de donnees"] = "database", ["bases de datos"] = "database", ["bancos de dados"] = "database",
        ["language"] = "language", ["languages"] = "language", ["programming language"] = "language", ["programming languages"] = "language", ["programmiersprachen"] = "language",
        ["framework"] = "framework", ["frameworks"] = "framework", ["library"] = "library", ["libraries"] = "library",
        ["cloud"] = "cloud", ["clouds"] = "cloud", ["cloud provider"] = "cloud", ["cloud providers"] = "cloud", ["cloud platform"] = "cloud",
    };

    public static RoleField? Of(Utterance u, IEnumerable<Pointed> targets)
    {
        var taken = targets.SelectMany(t => Enumerable.Range(t.First, t.Last - t.First + 1)).ToHashSet();
        if (u.Parts.Any(p => p.Text is "when" or "wann" or "quand" or "cuando" or "quando") && u.Parts.Any(p => IsPublished(p.Text)))
            return RoleField.Posted;
        var fields = Enumerable.Range(0, u.Count).Where(i => u[i].Field is not null && !taken.Contains(i) && IsAsked(u, i, taken)).Select(i => u[i].Field).ToList();
        if (fields.Count > 0 && u.Parts.Any(SpokenLanguageReader.IsLanguage))
            fields.RemoveAll(f => f is RoleField.Seniority or RoleField.Skills or RoleField.Requirements);
        if (fields.Contains(RoleField.Location) && u.FirstContent is var first && first < u.Count && u[first].Text.StartsWith("where", StringComparison.Ordinal) && fields.TrueForAll(f => f is RoleField.Location or RoleField.Workplace))
            return RoleField.Location;
        if (fields.TrueForAll(f => f is RoleField.About) && IsOfMoney(u))
            return RoleField.Pay;
        if (fields.TrueForAll(f => f is RoleField.About) && IsOfOffer(u))
            return RoleField.Benefits;
        if (fields.Count == 0 && u.Count <= 2 && !u.Parts.Any(p => p.IsUnknown) && u.Parts.Any(p => p.Is(Cue.Company) && !p.HasConstraint && p.Text is not ("team" or "place" or "shop")))
            return RoleField.Employer;
        return fields.FirstOrDefault(f => !Weak.Contains(f!.Value)) ?? fields.FirstOrDefault();
    }

    /// <summary>Fields that are asked for beside another one.</summary>
    private static readonly HashSet<RoleField> Several =
    [
        RoleField.Pay, RoleField.Location, RoleField.Workplace, RoleField.Employment, RoleField.Seniority, RoleField.Posted, RoleField.ValidThrough, RoleField.Benefits, RoleField.Degree,
        RoleField.Experience, RoleField.Apply, RoleField.Visa, RoleField.Process, RoleField.Team, RoleField.Skills, RoleField.About, RoleField.Responsibilities, RoleField.Requirements,
    ];

    /// <summary>The fields beside the first, each behind an "and" or a comma: "salary and location", "what do they do, and what do they pay?"</summary>
    public static IEnumerable<RoleField> Also(Utterance u, IEnumerable<Pointed> targets, RoleField first)
    {
        var taken = targets.SelectMany(t => Enumerable.Range(t.First, t.Last - t.First + 1)).ToHashSet();
        var asked = Enumerable.Range(0, u.Count).Where(i => u[i] is { Field: { } field, HasConstraint: false } && Several.Contains(field) && !taken.Contains(i) && IsAsked(u, i, taken)).ToList();
        var at = asked.FindIndex(i => u[i].Field == first);
        return at < 0 ? [] : asked.Where(i => u[i].Field != first && IsApart(u, asked[at], i)).Select(i => u[i].Field!.Value)
            .Concat(Enumerable.Range(1, u.Count - 1).Where(i => u[i].Text is "business" or "make" or "build" or "sell" or "do" && u[i - 1].Employer is not null && IsApart(u, asked[at], i)).Select(_ => RoleField.About))
            .Distinct();
    }

    private static bool IsApart(Utterance u, int one, int other) => Enumerable.Range(Math.Min(one, other) + 1, Math.Abs(one - other)).Any(i => u[i].Is(Cue.And) || u[i].Gap is ',' or '&' or '/' or '+');

    /// <summary>"Which databases" asks for skills of one category.</summary>
    public static string? Category(Utterance u) => u.Parts.Select(p => Categories.GetValueOrDefault(p.Text)).FirstOrDefault(c => c is not null);

    /// <summary>"What do they offer in dollars?"</summary>
    private static bool IsOfMoney(Utterance u) =>
        u.Parts.Any(p => p.Text is "offer" or "offers" or "offering" or "give" or "gives" or "worth")
        && u.Parts.Select((p, i) => p.Text is "dollars" or "euros" or "pounds" or "money" or "cash" or "usd" or "eur" or "gbp" && i > 0 && u[i - 1].Text is "in").Any(money => money);

    /// <summary>"What does Crunch offer its people?"</summary>
    private static bool IsOfOffer(Utterance u) =>
        u.Parts.Any(p => p.Text is "what" or "was" or "que") && u.Parts.Any(p => p.Employer is not null)
        && u.Parts.Select((p, i) => p.Text is "offer" or "offers" && (i + 1 == u.Count || u[i + 1].Text is "its" or "their" or "employees" or "staff" or "people" or "me" or "to" or "you")).Any(offered => offered);

    private static bool IsPublished(string word) => word is "posted" or "published" or "listed" or "advertised" or "added" or "veroffentlicht" or "publie" or "publiee" or "publicado" or "publicada";

    /// <summary>The field that a constraint answers: "does it need AWS?" asks for skills.</summary>
    public static RoleField? Of(Constraint? about) => about switch
    {
        SkillConstraint => RoleField.Skills,
        WorkplaceConstraint => RoleField.Workplace,
        PlaceConstraint => RoleField.Location,
        EligibleFromConstraint or LimitedToConstraint => RoleField.EligibleFrom,
        SeniorityConstraint => RoleField.Seniority,
        EmploymentConstraint => RoleField.Employment,
        EmployerConstraint => RoleField.Employer,
        PayConstraint or PaidPerConstraint => RoleField.Pay,
        PostedConstraint => RoleField.Posted,
        ClosingConstraint => RoleField.ValidThrough,
        OpennessConstraint => RoleField.Status,
        ExperienceConstraint => RoleField.Experience,
        StatedConstraint c => c.Field,
        _ => null,
    };

    /// <summary>"Paid vacation", "paid parental leave".</summary>
    private static bool IsPaidLeave(Utterance u, int i) =>
        i + 1 < u.Count && !u.EndsSentence(i) && Terms.Topics.Find(string.Join(' ', u.Parts.Skip(i + 1).Take(4).Select(p => p.Text))) is [{ Start: 0, Value: nameof(RoleField.Benefits) }, ..];

    /// <summary>"Are women encouraged to apply?" asks about people, not for a way to apply.</summary>
    private static bool IsOfApplicants(Utterance u, int i) =>
        u.FirstContent is var first && first < u.Count && u[first].Is(Cue.Aux) && u.Parts.Take(i).Any(p => p.IsUnknown) && !u.Parts.Take(i).Any(p => p.Text is "i" or "we" or "you" or "one");

    private static readonly HashSet<string> Started = ["start", "starting", "entry", "joining", "commencement", "begin", "beginning", "onboarding", "end", "interview"];

    private static bool IsAsked(Utterance u, int i, HashSet<int> taken)
    {
        var part = u[i];
        if (part.HasConstraint && part.Term is not WorkplaceConstraint && part.Text is not ("full time or part time" or "part time or full time"))
            return false;
        if (part.Text is "date" && i > 0 && Started.Contains(u[i - 1].Text))
            return false;
        if (part.Text is "about")
            return u.EndsSentence(i);
        if (part.Text is "tech" && u.IsNegated(i))
            return false;
        if (part.Text is "languages" && SpokenLanguageReader.AsksWhich(u))
            return false;
        if (part.Text is "wo" or "ou" or "donde" or "onde")
            return true;
        if (part.Text is "language" or "languages")
            return !(i > 0 && u[i - 1].IsUnknown) && !u.Parts.Any(p => p.Text is "english" or "german" or "french" or "spanish" or "spoken");
        if (part.Text is "where")
            return !(i > 0 && (u[i - 1].Is(Cue.Roles) || u[i - 1].Is(Cue.Role) || u[i - 1].Is(Cue.One) || u[i - 1].Is(Cue.Ones)));
        if (part.Text is "paid")
            return !IsPaidLeave(u, i);
        if (part.Text is "apply" or "apply for" or "applying" or "encouraged to apply")
            return !IsOfApplicants(u, i);
        if (part.Text is "years" or "jahre")
            return u.Parts.Any(p => p.Is(Cue.HowMany) || p.Text is "enough" or "sufficient" or "genug" or "suffisant" or "suficiente" or "suficientes");
        return !LoosePay.Contains(part.Text) || !Enumerable.Range(i + 1, u.Count - i - 1).Any(k => u[k].IsUnknown && !taken.Contains(k));
    }
}
