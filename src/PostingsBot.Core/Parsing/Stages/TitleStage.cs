using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Sections;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>The role's title: as the document was divided, from a label, from the first headings, from a first short line.</summary>
internal sealed partial class TitleStage : IStage<Stated<string>>
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
            .Where(block => block.Kind is BlockKind.Heading)
            .Where((block, index) => index == 0 || SectionBuilder.KindOf(block.Text) is null)
            .Take(3)
            .Select(ToTitle)
            .ToList();
        var first = role.Blocks.FirstOrDefault(block => block.Text.Length > 0);
        var lines = first is { Kind: BlockKind.Paragraph } ? first.Lines.Take(1).Select(line => new Stated<string>(RoleTitles.Clean(line.Text), line.ToEvidence())) : [];
        var all = fromLabels.Concat(headings).Concat(lines).ToList();
        if (headings.Count > 0 && SectionBuilder.KindOf(headings[0].Value) is not null && !RoleTitles.IsRole(headings[0].Value))
            headings.RemoveAt(0);
        return all.Where(candidate => RoleTitles.IsRole(candidate.Value)).Concat(fromLabels).Concat(FromSentence(role)).Concat(headings.Take(1));
    }

    // "We are looking for a Front-End Developer to join …", where no heading names the role.
    private static IEnumerable<Stated<string>> FromSentence(RoleScope role)
    {
        foreach (var line in role.Blocks.Where(block => block.Kind is BlockKind.Paragraph).Take(4).Lines())
        {
            if (Wanted().Match(line.Text) is { Success: true } match && RoleTitles.IsRole(match.Groups["title"].Value))
                yield return new Stated<string>(match.Groups["title"].Value, line.ToEvidence());
        }
    }

    [GeneratedRegex(@"\b(looking for|seeking|hiring|searching for) an? ([a-z-]+ ){0,4}(?<title>\p{Lu}[\w/&+#.-]*( \p{Lu}[\w/&+#.-]*){0,6}) (to|for|who|with|at|in|based|that)\b", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Wanted();

    private static Stated<string> ToTitle(Block heading) => new(RoleTitles.Clean(heading.Text), heading.ToEvidence());
}
