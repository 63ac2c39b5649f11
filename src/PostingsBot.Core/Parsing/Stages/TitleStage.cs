using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Sections;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>The role's title: as the document was divided, from a label, from the first headings, from a first short line, from the text.</summary>
internal sealed class TitleStage : IStage<Stated<string>>
{
    private const int MaxUnder = 80;
    private const int FarBelow = 20;

    public Verdict<Stated<string>> Read(RoleScope role, Findings found)
    {
        var title = role.GivenTitle ?? role.Titles.FirstOrDefault(candidate => candidate.Value.Length > 0);
        return title is null ? Verdict<Stated<string>>.None : Verdict<Stated<string>>.Found(WithoutEmployer(role, title));
    }

    /// <summary>Titles in the order of trust: role-like ones first, then whatever is labelled as the title, then what the text says, then the first heading.</summary>
    public static IEnumerable<Stated<string>> Candidates(RoleScope role)
    {
        var labelled = role.LabelledAs(Label.Title).Where(value => value.Origin is not LabelOrigin.Heading).ToList();
        var fromLabels = labelled.Select(value => new Stated<string>(RoleTitles.Clean(WithoutScraps(value.Value)), value.Evidence)).ToList();
        var headings = role.Blocks
            .Where(block => block.Kind is BlockKind.Heading)
            .Where((block, index) => SectionBuilder.KindOf(block) is not { } kind || (index == 0 && (kind is not SectionKind.About || block.Text.All(char.IsAscii))))
            .Take(3)
            .Select(block => new Stated<string>(RoleTitles.Clean(block.Text), block.ToEvidence()))
            .ToList();
        // A heading further down names a part of the posting, not the role.
        var first = role.Blocks.FirstOrDefault(block => block.Kind is BlockKind.Heading)?.FirstLine;
        // "# 職種名" with the title in the line under it.
        var under = role.LabelledAs(Label.Title).Where(value => value.Origin is LabelOrigin.Heading && value.Value.Length <= MaxUnder).Select(value => new Stated<string>(RoleTitles.Clean(value.Value), value.Evidence)).Take(1);
        // "Title: Head of Recruiting", far below the heading that names the role: somebody else's.
        if (headings.Count > 0 && headings[0].Evidence.FirstLine == first && RoleTitles.IsRole(headings[0].Value) && RoleTitles.CanBeTitle(headings[0].Value))
            fromLabels.RemoveAll(label => label.Evidence.FirstLine > first + FarBelow);
        var all = fromLabels.Concat(headings).Concat(TitleLines.First(role)).Concat(under).ToList();
        if (TitleLines.UnderEmployer(role) is { } headed)
            all.Add(headed.Title);
        if (headings.Count > 0 && SectionBuilder.KindOf(headings[0].Value) is not null && !RoleTitles.IsRole(headings[0].Value))
            headings.RemoveAt(0);
        var top = headings.Take(1).Where(heading => heading.Evidence.FirstLine == first && heading.Evidence.Text is [.., not (':' or '：')]);
        return all.Where(candidate => RoleTitles.IsRole(candidate.Value))
            .Concat(fromLabels)
            .Concat(TitleLines.Marked(role))
            .Concat(TitleLines.AboveLabels(role))
            .Concat(TitleLines.Standing(role))
            .Concat(TitleLines.AbovePlace(role))
            .Concat(TitleSentences.Find(role))
            .Concat(TitleLines.OfFileName(role))
            .Concat(top.Where(heading => RoleTitles.CanBeTitle(heading.Value)))
            .Concat(TitleSentences.FindAnywhere(role))
            .Concat(top)
            .Concat(TitleLines.FileName(role))
            .Where(candidate => !RoleTitles.IsCareersWord(candidate.Value));
    }

    // "developer, developer, Software Engineer", "or frontend engineers": what a scraper took out of a text keeps its first part of several words.
    private static string WithoutScraps(string label)
    {
        var parts = label.Split(", ");
        if (parts.Length > 1 && parts.Any(part => char.IsAsciiLetterLower(part.FirstOrDefault()) && RoleTitles.IsRole(part) && !part.Contains(' ', StringComparison.Ordinal)))
            return string.Join(", ", parts.Where(part => part.Contains(' ', StringComparison.Ordinal)).Distinct(StringComparer.OrdinalIgnoreCase).DefaultIfEmpty(parts[0]));
        if (parts.Distinct(StringComparer.OrdinalIgnoreCase).Count() < parts.Length)
            return string.Join(", ", parts.Distinct(StringComparer.OrdinalIgnoreCase));
        return label.StartsWith("or ", StringComparison.Ordinal) ? label[3..] : label;
    }

    private static Stated<string> WithoutEmployer(RoleScope role, Stated<string> title)
    {
        foreach (var employer in role.LabelledAs(Label.Company))
        {
            if (RoleTitles.WithoutEmployer(title.Value, employer.Value) is var shorter && shorter.Length < title.Value.Length)
                return title with { Value = shorter };
        }

        if (EmployerLead.Find(role, title.Value) is { } lead)
            return title with { Value = lead.Title };
        return EmployerTail.Find(role, title.Value) is { } tail ? title with { Value = title.Value[..tail.Start].TrimEnd() } : title;
    }
}
