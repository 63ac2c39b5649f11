using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Sections;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing;

/// <summary>What a document says of an employer: its name, tools, way of working, and where its openings are.</summary>
internal static partial class CompanyReader
{
    private static readonly Cue OpeningsCue = new(Openings());

    public static CompanyDocument Read(RoleScope document)
    {
        var cued = EmployerCues.Find(document);
        var labelled = EmployerStage.FromLabel(document);
        return new CompanyDocument
        {
            Name = labelled ?? cued?.Name,
            Aliases = labelled is null ? cued?.Aliases ?? [] : [],
            Skills = SkillStage.Mentioned(document.Blocks),
            CareersUrl = CareersUrl(document.Blocks),
            Workplace = WorkplaceStage.FromText(document.Blocks),
            Sections = SectionText.ToSections(document.Sections, null),
        };
    }

    private static Stated<string>? CareersUrl(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            foreach (var link in block.Links)
            {
                if (Addresses.Absolute(link.Url) is { } url && (CareersText().IsMatch(link.Text) || OpeningsCue.IsMatch(block)) && !RoleTitles.IsRole(RoleTitles.Clean(link.Text)))
                    return new Stated<string>(url, block.Lines.FirstOrDefault(line => line.Number == link.Line)?.ToEvidence() ?? new Evidence(link.Line, link.Line, link.Url));
            }
        }

        return null;
    }

    [GeneratedRegex(@"\b(careers?|jobs|open (positions|roles)|openings|vacancies|apply)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex CareersText();

    [GeneratedRegex(@"\b(open(ings| positions| roles)|vacancies|apply (for|to|here)|careers page)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Openings();
}
