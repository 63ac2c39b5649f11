using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Sections;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Kinds;

/// <summary>Tells what a document is, by its title, its labelled facts and its sections.</summary>
internal static partial class KindReader
{
    private const int MaxLeadIn = 70;
    private const int ManyEntries = 3;
    private static readonly Cue CareerTextCue = new(CareerText());
    private static readonly Cue CareerHeadingCue = new(CareerHeading());

    private static readonly Label[] JobFacts =
        [Label.Location, Label.Employment, Label.Salary, Label.SalaryMin, Label.Company, Label.Posted, Label.Remote, Label.Apply, Label.Skills, Label.Level];

    private static readonly SectionKind[] JobSections = [SectionKind.Responsibilities, SectionKind.Requirements, SectionKind.NiceToHave];

    public static DocumentKind Read(RoleScope document, IReadOnlyList<RoleScope> listed)
    {
        if (listed.Count >= ManyEntries || (listed.Count > 0 && listed.All(ListedRoles.NamesEmployer)) || LookAlikes.IsDirectory(document))
            return DocumentKind.List;
        if (IsPosting(document))
            return DocumentKind.Posting;
        return !LookAlikes.IsErrorPage(document) && SpeaksOfEmployer(document) ? DocumentKind.Company : DocumentKind.Other;
    }

    private static bool IsPosting(RoleScope document)
    {
        var title = TitleStage.Candidates(document).FirstOrDefault();
        if (title is null || OpensWithCareers(document, title) || LookAlikes.DescribesTrades(document))
            return false;
        var facts = document.Labels.Select(value => value.Label).Where(JobFacts.Contains).Distinct().Count();
        var sections = document.Sections.Select(section => section.Kind).Where(JobSections.Contains).Distinct().Count();
        var labelled = document.LabelledAs(Label.Title).Any();
        if (labelled && facts + sections >= ManyEntries)
            return true;
        var isTop = IsTop(document, title);
        if (!RoleTitles.IsRole(title.Value))
            return isTop && sections > 1 && !labelled && Applies(document);
        if (isTop || IsHeading(document, title) || labelled)
            return facts + sections > 0 || isTop || document.LabelledAs(Label.Title).Any(value => value.Origin is LabelOrigin.FrontMatter);
        return !LookAlikes.IsErrorPage(document) && facts + Math.Max(sections, SectionsInLines(document)) > 1;
    }

    // Plain text has no headings, but short lines that would be some.
    private static int SectionsInLines(RoleScope document) =>
        document.Blocks
            .Where(block => block.Kind is BlockKind.Paragraph)
            .Lines()
            .Where(line => line.Text.Length <= MaxLeadIn)
            .Select(line => SectionBuilder.KindOf(line.Text))
            .OfType<SectionKind>()
            .Where(JobSections.Contains)
            .Distinct()
            .Count();

    // "# Careers at Acme" stays a page about the employer, whatever headings follow.
    private static bool OpensWithCareers(RoleScope document, Stated<string> title)
    {
        var first = document.Blocks.FirstOrDefault(block => block.Kind is BlockKind.Heading);
        return first is not null && first.FirstLine < title.Evidence.FirstLine && CareerHeadingCue.IsMatch(first) && !document.LabelledAs(Label.Title).Any();
    }

    private static bool IsTop(RoleScope document, Stated<string> title) =>
        document.Blocks.FirstOrDefault(block => block.Text.Length > 0)?.FirstLine == title.Evidence.FirstLine && document.Blocks.Count > 1;

    private static bool IsHeading(RoleScope document, Stated<string> title) =>
        document.Blocks.Any(block => block.Kind is BlockKind.Heading && block.FirstLine == title.Evidence.FirstLine);

    private static bool Applies(RoleScope document) =>
        document.Blocks.Any(block => block.Links.Any(link => ApplyText().IsMatch(link.Text))) || document.LabelledAs(Label.Apply).Any();

    private static bool SpeaksOfEmployer(RoleScope document) =>
        document.Blocks.Any(block => block.Kind is BlockKind.Heading && CareerHeadingCue.IsMatch(block))
        || (document.Blocks.Lines().Any(line => CareerTextCue.IsMatch(line)) && EmployerCues.Find(document) is not null);

    [GeneratedRegex(@"\b(careers?|jobs|join (us|the team|our team)|internships?|open (positions|roles)|current (roles|openings)|work(ing)? (at|with us)|we('re| are) hiring)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex CareerHeading();

    [GeneratedRegex(@"\b(careers|hiring|open positions|openings|join us|join our team)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex CareerText();

    [GeneratedRegex(@"\b(apply|postuler|bewerben|candidatar|candidate-se|aplicar|solicitar)\b|応募|应聘|應徵|지원", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex ApplyText();
}
