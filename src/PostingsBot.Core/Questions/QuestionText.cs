using System.Globalization;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions.Reading;

namespace PostingsBot.Core.Questions;

/// <summary>A question on one line, for tests and for explaining: <c>FindRoles skill:Python remote from:DE -limited:US</c>.</summary>
internal static class QuestionText
{
    public static string Of(Question q)
    {
        var words = new List<string> { q.Intent.ToString() };
        words.AddRange(q.Constraints.Select(Of));
        words.AddRange(q.Targets.Select(Of));
        Add(words, q.Field is { } field ? "field=" + field : null);
        Add(words, q.Also.Count > 0 ? "also=" + string.Join('+', q.Also) : null);
        Add(words, q.About is { } about ? "about=" + Of(about) : null);
        Add(words, q.SkillCategory is { } category ? "category=" + category : null);
        Add(words, q.Topic.Count > 0 ? "topic=" + string.Join('+', q.Topic) : null);
        Add(words, q.Order is Catalogue.SearchOrder.Relevance ? null : "order=" + q.Order);
        Add(words, q.Top > 0 ? "top=" + q.Top.ToString(CultureInfo.InvariantCulture) : null);
        Add(words, q.By is { } by ? "by=" + by : null);
        words.AddRange(q.Each.Select(each => "each=" + Of(each)));
        Add(words, q.Saving is { } saving ? "saving=" + saving.Action : null);
        Add(words, q.WithoutRoles ? "without-roles" : null);
        Add(words, q.LeastRoles > 0 ? "roles>=" + q.LeastRoles.ToString(CultureInfo.InvariantCulture) : null);
        return string.Join(' ', words);
    }

    public static string Of(Constraint c) => (c.Negated ? "-" : "") + Plain(c);

    private static string Plain(Constraint constraint) => constraint switch
    {
        SkillConstraint c => (c.RequiredOnly ? "must:" : "skill:") + Or(c.AnyOf),
        DisciplineConstraint { Profession: { } name } => "profession:" + name,
        DisciplineConstraint c => "discipline:" + Or(c.AnyOf),
        SeniorityConstraint c => "level:" + Or(c.AnyOf.Select(TermNames.Of)),
        PlaceConstraint c => "in:" + Or(c.AnyOf.Select(Area)),
        EligibleFromConstraint c => "from:" + Area(c.From),
        LimitedToConstraint c => "limited:" + (c.Area is null ? "any" : Area(c.Area)),
        WorkplaceConstraint c => Or(c.AnyOf.Select(TermNames.Of)),
        EmploymentConstraint c => Or(c.AnyOf.Select(TermNames.Of)),
        EmployerConstraint c => "at:" + Or(c.AnyOf),
        PayConstraint c => $"pay:{Amount(c.Min)}..{Amount(c.Max)}{c.Currency}{(c.Period is { } p ? "/" + TermNames.Of(p) : "")}",
        ExperienceConstraint c => $"years:{c.Min}..{c.Max}",
        PaidPerConstraint c => "paid-per:" + TermNames.Of(c.Period),
        PostedConstraint c => $"posted:{Date(c.From)}..{Date(c.To)}",
        ClosingConstraint c => $"closing:{Date(c.From)}..{Date(c.To)}",
        OpennessConstraint c => c.IsOpen ? "open" : "closed",
        StatedConstraint c => (c.IsOffered ? "offered:" : "stated:") + c.Field,
        WrittenInConstraint c => "written:" + Or(c.AnyOf),
        SpokenLanguageConstraint c => "spoken:" + Or(c.AnyOf),
        TitleConstraint c => "title:" + string.Join('+', c.Words),
        WordsConstraint c => "words:" + string.Join('+', c.Words),
        AmongConstraint c => "among:" + string.Join(',', c.PostingIds),
        EitherConstraint { Name: { } name } when TextTerms.Names.Contains(name) => "text:" + name.Replace(' ', '-'),
        EitherConstraint c => "(" + string.Join(" or ", c.AnyOf.Select(Of)) + ")",
        _ => throw new InvalidOperationException($"no text for {constraint.GetType().Name}"),
    };

    private static string Of(Target target) => target switch
    {
        Target.Focus => "@it",
        Target.Ordinal t => "@" + t.Number.ToString(CultureInfo.InvariantCulture),
        Target.AllListed => "@all",
        Target.Described t => "@[" + string.Join(' ', t.Constraints.Select(Of)) + "]",
        Target.Company t => $"@company({t.Name})",
        Target.Role t => $"@role({t.Id})",
        _ => throw new InvalidOperationException($"no text for {target.GetType().Name}"),
    };

    private static string Or(IEnumerable<string> names) => string.Join('|', names);

    private static string Area(Place place) => place.Area ?? "\"" + place.Text + "\"";

    private static string Amount(decimal? amount) => amount?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";

    private static string Date(NodaTime.LocalDate? date) => date?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static void Add(List<string> words, string? word)
    {
        if (word is not null)
            words.Add(word);
    }
}
