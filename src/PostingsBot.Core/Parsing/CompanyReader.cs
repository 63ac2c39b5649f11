using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Kinds;
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
    private static readonly Cue OpeningsCue = new(Openings, Patterns.AnyCase);

    public static CompanyDocument Read(RoleScope document)
    {
        var cued = EmployerCues.Find(document);
        var labelled = EmployerStage.FromLabel(document);
        return new CompanyDocument
        {
            Name = labelled ?? OfProfile(document) ?? PageNames.Find(document) ?? cued?.Name ?? OfMail(document),
            Aliases = labelled is null ? cued?.Aliases ?? [] : [],
            Skills = SkillStage.Mentioned(document.Blocks),
            CareersUrl = CareersUrl(document.Blocks),
            Workplace = WorkplaceStage.FromText(document.Lines),
            Sections = SectionText.ToSections(document.Sections, null),
        };
    }

    // A directory's entry carries the employer's name as its title.
    private static Stated<string>? OfProfile(RoleScope document) =>
        LookAlikes.IsCompanyProfile(document) && document.LabelledAs(Label.Title).FirstOrDefault() is { } title
            ? new Stated<string>(title.Value, title.Evidence)
            : null;

    // A page that nowhere names its employer still says where to write: "careers@acme.io".
    private static Stated<string>? OfMail(RoleScope document) =>
        document.Labels
            .Where(value => value.Label is Label.Contact or Label.Apply)
            .Select(value => (Host: EmployerHosts.OfMail(value.Value), value.Evidence))
            .Where(mail => mail.Host is not null)
            .Select(mail => new Stated<string>(mail.Host!, mail.Evidence))
            .FirstOrDefault();

    private static Stated<string>? CareersUrl(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            foreach (var link in block.Links)
            {
                if (Addresses.Absolute(link.Url) is { } url && (CareersText().IsMatch(link.Text) || OpeningsCue.IsMatch(block)) && !RoleTitles.IsRole(RoleTitles.Clean(link.Text)))
                    return new Stated<string>(url, block.Lines.FirstOrDefault(line => line.Holds(link.Line))?.ToEvidence() ?? new Evidence(link.Line, link.Line, link.Url));
            }
        }

        return null;
    }

    [GeneratedRegex(@"\b(careers?|jobs|open (positions|roles)|openings|vacancies|apply)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex CareersText();

    private const string Openings = @"\b(open(ings| positions| roles)|vacancies|apply (for|to|here)|careers page)\b";
}
