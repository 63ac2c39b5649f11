using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Kinds;

/// <summary>Tells what a document is, by its title, its labelled facts and its sections.</summary>
internal static partial class KindReader
{
    private static readonly Cue CareerTextCue = new(CareerText());

    private static readonly Label[] JobFacts =
        [Label.Location, Label.Employment, Label.Salary, Label.SalaryMin, Label.Company, Label.Posted, Label.Remote, Label.Apply, Label.Skills, Label.Level];

    public static DocumentKind Read(RoleScope document, IReadOnlyList<RoleScope> listed)
    {
        if (listed.Count >= 3)
            return DocumentKind.List;
        var title = TitleStage.Candidates(document).FirstOrDefault();
        var isRole = title is not null && RoleTitles.IsRole(title.Value) && !OpensWithCareers(document, title);
        var evidence = SectionsOfPostings(document) + document.Labels.Select(value => value.Label).Where(JobFacts.Contains).Distinct().Count();
        if (isRole && (evidence > 0 || IsTop(document, title!) || document.LabelledAs(Label.Title).Any(value => value.Origin is LabelOrigin.FrontMatter)))
            return DocumentKind.Posting;
        if (document.LabelledAs(Label.Title).Any() && evidence >= 3)
            return DocumentKind.Posting;
        return SpeaksOfEmployer(document) ? DocumentKind.Company : DocumentKind.Other;
    }

    private static int SectionsOfPostings(RoleScope document) =>
        document.Sections.Select(section => section.Kind).Where(kind => kind is SectionKind.Responsibilities or SectionKind.Requirements or SectionKind.NiceToHave).Distinct().Count();

    // "# Careers at Acme" stays a page about the employer, whatever headings follow.
    private static bool OpensWithCareers(RoleScope document, Stated<string> title)
    {
        var first = document.Blocks.FirstOrDefault(block => block.Kind is BlockKind.Heading);
        return first is not null && first.FirstLine < title.Evidence.FirstLine && CareerHeading().IsMatch(first.Text) && !document.LabelledAs(Label.Title).Any();
    }

    private static bool IsTop(RoleScope document, Stated<string> title) =>
        document.Blocks.FirstOrDefault(block => block.Text.Length > 0)?.FirstLine == title.Evidence.FirstLine && document.Blocks.Count > 1;

    private static bool SpeaksOfEmployer(RoleScope document) =>
        document.Blocks.Any(block => block.Kind is BlockKind.Heading && CareerHeading().IsMatch(block.Text))
        || (EmployerCues.Find(document.Blocks) is not null && document.Blocks.Lines().Any(line => CareerTextCue.IsMatch(line)));

    [GeneratedRegex(@"\b(careers?|jobs|join (us|the team|our team)|internships?|open (positions|roles)|current (roles|openings)|work(ing)? (at|with us)|we('re| are) hiring)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex CareerHeading();

    [GeneratedRegex(@"\b(careers|hiring|open positions|openings|join us|join our team)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex CareerText();
}
