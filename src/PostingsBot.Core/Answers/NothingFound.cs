using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Answers;

/// <summary>Says which constraint emptied a search and what would match without one of them; every number is counted, none guessed.</summary>
internal sealed class NothingFound(ICatalogue catalogue)
{
    private const int MostRelaxations = 3;

    public async Task<Answer> OfAsync(Question question, CancellationToken ct)
    {
        var constraints = question.Constraints;
        if (constraints.Count > 0 && await catalogue.CountAsync(Match.Everything, ct) == 0)
            return new NothingFoundAnswer(null, []) { Text = Wording.EmptyCatalogue, Total = 0 };
        if (constraints is [EmployerConstraint { Negated: false, AnyOf: [var name] }] && await KnownEmployerAsync(name, ct) is { } employer)
            return await CompanyAnswers.WithoutRolesAsync(catalogue, employer, ct);
        var emptied = await EmptiedByAsync(constraints, ct);
        var alone = emptied is not null && await CountAsync([emptied], ct) == 0;
        var relaxations = await RelaxationsAsync(constraints, ct);
        var chip = emptied is null || constraints.Count == 1 ? null : new Chip(emptied.Key, emptied.Label);
        return new NothingFoundAnswer(chip, relaxations)
        {
            Text = Wording.NothingFound(chip, constraints, alone) + await UnstatedAsync(emptied, ct) + await OtherPay.SayAsync(catalogue, constraints, ct)
                + Wording.AlsoClosed([.. (await new ClosedRoles(catalogue).OnlyClosedAsync(constraints, MostRelaxations, ct)).Where(ClosedRoles.IsClosed).Select(Show.Name)]),
            Total = 0,
            Suggestions = relaxations.Count > 0 ? [] : Wording.Examples,
        };
    }

    /// <summary>Adding the constraints one by one as they were said, the first that leaves nothing.</summary>
    private async Task<Constraint?> EmptiedByAsync(ValueList<Constraint> constraints, CancellationToken ct)
    {
        for (var n = 1; n <= constraints.Count; n++)
        {
            if (await CountAsync(constraints.Take(n), ct) == 0)
                return constraints[n - 1];
        }

        return null;
    }

    private async Task<IReadOnlyList<Relaxation>> RelaxationsAsync(ValueList<Constraint> constraints, CancellationToken ct)
    {
        var relaxations = new List<Relaxation>();
        foreach (var constraint in constraints.Count < 2 ? [] : constraints)
        {
            var count = await CountAsync(constraints.Where(c => c != constraint), ct);
            if (count > 0)
                relaxations.Add(new Relaxation($"Without “{constraint.Label}”", QuestionReader.DropWords + constraint.Label, count));
        }

        if (relaxations.Count == 0 && constraints.Count > 1)
            await AddSinglesAsync(relaxations, constraints, ct);
        if (constraints.OfType<PlaceConstraint>().FirstOrDefault(c => !c.Negated) is { AnyOf: [var place, ..] } asked)
            await AddRemoteAsync(relaxations, constraints, asked, place, ct);
        if (constraints.OfType<SpokenLanguageConstraint>().FirstOrDefault(c => !c.Negated) is { } spoken)
            await AddWrittenAsync(relaxations, constraints, spoken, ct);
        return [.. relaxations.OrderByDescending(r => r.Count).Take(MostRelaxations)];
    }

    /// <summary>When no single removal helps: what each part finds on its own.</summary>
    private async Task AddSinglesAsync(List<Relaxation> relaxations, ValueList<Constraint> constraints, CancellationToken ct)
    {
        foreach (var constraint in constraints)
        {
            var alone = constraint is PlaceConstraint { Negated: false, AnyOf: [var place] } ? new EligibleFromConstraint(place) : constraint;
            var count = await CountAsync([alone], ct);
            if (count > 0)
                relaxations.Add(new Relaxation($"Only “{alone.Label}”", Wording.RolesWith(alone), count));
        }
    }

    /// <summary>No job there, but perhaps remote ones that can be done from there.</summary>
    private async Task AddRemoteAsync(List<Relaxation> relaxations, ValueList<Constraint> constraints, PlaceConstraint asked, Place place, CancellationToken ct)
    {
        var count = await CountAsync([.. constraints.Where(c => c != asked), new EligibleFromConstraint(place)], ct);
        if (count > 0)
            relaxations.Add(new Relaxation("Remote, from " + Show.Area(place), "remote roles I can do from " + Show.Area(place), count));
    }

    /// <summary>No posting asks for the language, but perhaps some are written in it.</summary>
    private async Task AddWrittenAsync(List<Relaxation> relaxations, ValueList<Constraint> constraints, SpokenLanguageConstraint asked, CancellationToken ct)
    {
        var written = new WrittenInConstraint(asked.AnyOf);
        var count = await CountAsync([.. constraints.Where(c => c != asked), written], ct);
        if (count > 0)
            relaxations.Add(new Relaxation("W" + written.Label[1..], "roles " + written.Label, count));
    }

    /// <summary>When the field that was asked for is stated by no role at all, that is the reason.</summary>
    private async Task<string> UnstatedAsync(Constraint? emptied, CancellationToken ct)
    {
        RoleField? field = emptied switch
        {
            PayConstraint or PaidPerConstraint => RoleField.Pay,
            PostedConstraint => RoleField.Posted,
            ClosingConstraint or OpennessConstraint => RoleField.ValidThrough,
            ExperienceConstraint => RoleField.Experience,
            EmploymentConstraint => RoleField.Employment,
            _ => null,
        };
        if (field is not { } asked)
            return "";
        return await catalogue.CountAsync(new Match.Token(PostingTokens.States(asked)), ct) == 0 ? Wording.NothingStates(asked) : "";
    }

    private async Task<Employer?> KnownEmployerAsync(string name, CancellationToken ct) =>
        (await catalogue.EmployersAsync(ct)).FirstOrDefault(e => string.Equals(e.Name, name, StringComparison.OrdinalIgnoreCase));

    private Task<int> CountAsync(IEnumerable<Constraint> constraints, CancellationToken ct) => catalogue.CountAsync(ConstraintMatch.Of(constraints), ct);
}
