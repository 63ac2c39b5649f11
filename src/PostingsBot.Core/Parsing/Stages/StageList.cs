using System.Text.RegularExpressions;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>The stages in the order they run: later ones may look at what earlier ones found.</summary>
internal static class StageList
{
    private static readonly Action<RoleScope, Findings, List<Diagnostic>>[] InOrder =
    [
        Run(new TitleStage(), (found, value) => found.Title = value),
        Run(new EmployerStage(), (found, value) => found.Company = value),
        Run(new WorkplaceStage(), (found, value) => found.Workplace = value),
        Run(new PlaceStage(), (found, value) => found.Places = value),
        Run(new EmploymentStage(), (found, value) => found.EmploymentTypes = value),
        Run(new SeniorityStage(), (found, value) => found.Seniorities = value),
        Run(new DisciplineStage(), (found, value) => found.Disciplines = value),
        Run(new SalaryStage(), (found, value) => found.Salaries = value),
        Run(new LanguageStage(), (found, value) => found.Language = value),
        Run(new PostedStage(), (found, value) => found.Posted = value),
        Run(new ValidThroughStage(), (found, value) => found.ValidThrough = value),
        Run(new ApplyStage(), (found, value) => found.ApplyUrl = value),
        Run(new SkillStage(), (found, value) => found.Skills = value),
        Run(new DegreeStage(), (found, value) => found.Degree = value),
        Run(new ExperienceStage(), (found, value) => found.Experience = value),
        Run(new VisaStage(), (found, value) => found.Visa = value),
        Run(new TimeZoneStage(), (found, value) => found.TimeZones = value),
        Run(new StatusStage(), (found, value) => found.Status = value),
    ];

    public static Findings Read(RoleScope role, List<Diagnostic> diagnostics)
    {
        var found = new Findings();
        foreach (var stage in InOrder)
            stage(role, found, diagnostics);
        if (role.Shared is { } shared)
            found.FillFrom(Read(shared, diagnostics));
        return found;
    }

    /// <summary>The stage with its fact's place; its doubts and its failure to end become diagnostics.</summary>
    public static Action<RoleScope, Findings, List<Diagnostic>> Run<T>(IStage<T> stage, Action<Findings, T> keep)
        where T : class =>
        (role, found, diagnostics) =>
        {
            try
            {
                var verdict = stage.Read(role, found);
                if (verdict.Doubt is { } doubt)
                    diagnostics.Add(doubt);
                if (verdict.Value is { } value)
                    keep(found, value);
            }
            catch (RegexMatchTimeoutException)
            {
                diagnostics.Add(Diagnostics.TooSlow(stage.GetType().Name));
            }
        };
}
