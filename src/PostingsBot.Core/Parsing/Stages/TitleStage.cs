using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Sections;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>The role's title: as the document was divided, from a label, from the first headings, from a first short line.</summary>
internal sealed class TitleStage : IStage<Stated<string>>
{
    public Verdict<Stated<string>> Read(RoleScope role, Findings found)
    {
        var title = role.GivenTitle ?? Candidates(role).FirstOrDefault(candidate => candidate.Value.Length > 0);
        return title is null ? Verdict<Stated<string>>.None : Verdict<Stated<string>>.Found(title);
    }

    /// <summary>Titles in the order of trust: role-like ones first, then whatever is labelled as the title, then the first heading.</summary>
    public static IEnumerable<Stated<string>> Candidates(RoleScope role)
    {
        var labelled = role.LabelledAs(Label.Title).Where(value => value.Origin is not LabelOrigin.Heading).ToList();
        var fromLabels = labelled.Select(value => new Stated<string>(RoleTitles.Clean(value.Value), value.Evidence)).ToList();
        var headings = role.Blocks
            .Where(block => block.Kind is BlockKind.Heading && SectionBuilder.KindOf(block.Text) is null)
            .Take(3)
            .Select(ToTitle)
            .ToList();
        var first = role.Blocks.FirstOrDefault(block => block.Text.Length > 0);
        var lines = first is { Kind: BlockKind.Paragraph } ? first.Lines.Take(1).Select(line => new Stated<string>(RoleTitles.Clean(line.Text), line.ToEvidence())) : [];
        var all = fromLabels.Concat(headings).Concat(lines).ToList();
        return all.Where(candidate => RoleTitles.IsRole(candidate.Value)).Concat(fromLabels).Concat(headings.Take(1));
    }

    private static Stated<string> ToTitle(Block heading) => new(RoleTitles.Clean(heading.Text), heading.ToEvidence());
}
