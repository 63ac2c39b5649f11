using System.Globalization;
using NodaTime;
using NodaTime.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Questions;

/// <summary>How each constraint reads on a chip.</summary>
internal static class ConstraintLabels
{
    private static readonly LocalDatePattern Day = LocalDatePattern.Iso;

    public static string Of(Constraint constraint)
    {
        if (constraint is SkillConstraint { RequiredOnly: true, Negated: true } notRequired)
            return Or(notRequired.AnyOf) + " not required";
        if (constraint is OpennessConstraint openness)
            return openness.WantsClosed ? "closed" : "still open";
        if (constraint is StatedConstraint { Negated: true } silent)
            return TermNames.Of(silent.Field) + (silent.IsOffered ? " not offered" : " not stated");
        var text = Plain(constraint);
        return constraint.Negated ? "not " + text : text;
    }

    private static string Plain(Constraint constraint) => constraint switch
    {
        SkillConstraint c => Or(c.AnyOf) + (c.RequiredOnly ? " required" : ""),
        DisciplineConstraint { Profession: { } name } => name,
        DisciplineConstraint c => Or(c.AnyOf),
        SeniorityConstraint c => Or(c.AnyOf.Select(TermNames.Of)),
        PlaceConstraint c => "in " + Or(c.AnyOf.Select(Name)),
        EligibleFromConstraint c => "can be done from " + Name(c.From),
        LimitedToConstraint { Area: null } => "limited to a region",
        LimitedToConstraint c => "limited to " + Name(c.Area!),
        WorkplaceConstraint c => Or(c.AnyOf.Select(TermNames.Of)),
        EmploymentConstraint c => Or(c.AnyOf.Select(TermNames.Of)),
        EmployerConstraint c => "at " + Or(c.AnyOf),
        PayConstraint c => Pay(c),
        ExperienceConstraint { Min: { } least, Max: null } => $"asks for {least} years or more",
        ExperienceConstraint { Min: null, Max: { } most } => $"asks for at most {most} years",
        ExperienceConstraint c => $"asks for {c.Min} years",
        PaidPerConstraint c => "paid per " + TermNames.Of(c.Period),
        PostedConstraint c => Dated("posted", "since", c.From, c.To),
        ClosingConstraint c => Dated("closing", "from", c.From, c.To),
        StatedConstraint { IsOffered: true } c => TermNames.Of(c.Field) + " offered",
        StatedConstraint c => TermNames.Of(c.Field) + " stated",
        WrittenInConstraint c => "written in " + Or(c.AnyOf),
        SpokenLanguageConstraint c => "spoken " + Or(c.AnyOf),
        TitleConstraint c => "title \"" + string.Join(' ', c.Words) + "\"",
        WordsConstraint c => "\"" + string.Join(' ', c.Words) + "\"",
        AmongConstraint c => c.PostingIds.Count == 1 ? "this role" : $"among these {c.PostingIds.Count}",
        EitherConstraint { Name: { } name } => name,
        EitherConstraint c => Or(c.AnyOf.Select(Of)),
        _ => throw new InvalidOperationException($"no label for {constraint.GetType().Name}"),
    };

    private static string Or(IEnumerable<string> names) => string.Join(" or ", names);

    private static string Name(Place place) => place.City ?? place.Region ?? place.Country ?? place.Text;

    private static string Pay(PayConstraint c)
    {
        var unit = (c.Currency is null ? "" : " " + c.Currency) + (c.Period is { } p ? " per " + TermNames.Of(p) : "");
        return (c.Min, c.Max) switch
        {
            ({ } min, { } max) => $"pay {Amount(min)}–{Amount(max)}{unit}",
            ({ } min, null) => $"pay {(c.IsOpen ? "over" : "from")} {Amount(min)}{unit}",
            (null, { } max) => $"pay {(c.IsOpen ? "under" : "up to")} {Amount(max)}{unit}",
            _ => "pay in" + unit,
        };
    }

    private static string Amount(decimal amount) => amount.ToString("#,##0.##", CultureInfo.InvariantCulture);

    private static string Dated(string verb, string onwards, LocalDate? first, LocalDate? last) => (first, last) switch
    {
        ({ Day: 1, Month: 1 } from, { Day: 31, Month: 12 } to) when from.Year == to.Year => $"{verb} in {from.Year}",
        ({ } from, { } to) when from == to => $"{verb} {Day.Format(from)}",
        ({ } from, { } to) => $"{verb} {Day.Format(from)} to {Day.Format(to)}",
        ({ } from, null) => $"{verb} {onwards} {Day.Format(from)}",
        (null, { } to) => $"{verb} until {Day.Format(to)}",
        _ => "with a date",
    };
}
