using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Stages;

namespace PostingsBot.Core.Parsing.Sources.JsonLd;

/// <summary>A page together with its JSON-LD: what that states counts more than what the page's text suggests.</summary>
internal static class Described
{
    private const int MostlyScript = 2;

    // Where a page puts the fact, whatever the label: a stated workplace settles the flag, too.
    private static readonly (Label Stated, Label Settled)[] Settles = [(Label.Salary, Label.SalaryMin), (Label.Salary, Label.SalaryMax), (Label.Workplace, Label.Remote)];

    /// <summary>The roles, or null where the page has no JSON-LD of a job.</summary>
    public static SourceContent? Read(RoleScope page, IReadOnlyList<RoleScope> described)
    {
        var roles = described.DistinctBy(role => (role.GivenTitle!.Value, UrlOf(role), role.Labels.FirstOrDefault(value => value.Label is Label.Location)?.Value)).ToList();
        return roles.Count switch
        {
            0 => null,
            1 => SourceContent.Of([Merge(page, roles[0])]),
            _ => SourceContent.Of(roles),
        };
    }

    // The page's own text, unless a program draws it from the description when the page is opened.
    private static RoleScope Merge(RoleScope page, RoleScope role)
    {
        var isEmpty = Length(page) * MostlyScript < Length(role);
        var stated = role.Labels.Where(value => value.Origin is LabelOrigin.Record).ToList();
        var settled = stated.Select(value => value.Label).ToHashSet();
        settled.UnionWith(Settles.Where(pair => settled.Contains(pair.Stated)).Select(pair => pair.Settled));
        var others = (isEmpty ? role.Labels.Where(value => value.Origin is not LabelOrigin.Record) : page.Labels).Where(value => !settled.Contains(value.Label));
        var blocks = isEmpty ? role.Blocks : page.Blocks;
        var outline = isEmpty ? role.Outline : page.Outline;
        return new RoleScope(outline, blocks, role.GivenTitle, [.. stated, .. others], isRecord: isEmpty) { GivenSalaries = role.GivenSalaries };
    }

    private static string? UrlOf(RoleScope role) => role.Labels.FirstOrDefault(value => value.Label is Label.Source)?.Value;

    private static int Length(RoleScope role) => role.Blocks.Sum(block => block.Text.Length);
}
