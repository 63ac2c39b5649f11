using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Roles;
using PostingsBot.Core.Parsing.Sections;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Kinds;

/// <summary>Tells what a document is, by its title, its labelled facts and its sections.</summary>
internal static partial class KindReader
{
    private const int MaxLeadIn = 70;
    private const int MaxTitleLine = 160;
    private const int ManyEntries = 3;
    private static readonly Cue CareerTextCue = new(CareerText, Patterns.AnyCase);
    private static readonly Cue CareerHeadingCue = new(CareerHeading, Patterns.AnyCase);

    private static readonly Label[] JobFacts =
        [Label.Location, Label.Employment, Label.Salary, Label.SalaryMin, Label.Company, Label.Posted, Label.Remote, Label.Apply, Label.Skills, Label.Level];

    private static readonly Label[] FormFacts = [Label.Location, Label.Employment, Label.Salary, Label.ValidThrough];

    private static readonly SectionKind[] JobSections = [SectionKind.Responsibilities, SectionKind.Requirements, SectionKind.NiceToHave];

    public static DocumentKind Read(RoleScope document, IReadOnlyList<RoleScope> listed)
    {
        if (LookAlikes.IsNone(document))
            return DocumentKind.Other;
        if (listed.Count >= ManyEntries && listed.All(LinkedRoles.LeadsToFile) && EmployerCues.Find(document) is not null)
            return DocumentKind.Company;
        if (listed.Count >= ManyEntries || (listed.Count > 0 && listed.All(ListedRoles.NamesEmployer)) || LookAlikes.IsDirectory(document))
            return DocumentKind.List;
        if (IsOfOtherTitle(document) && SoughtRoles.AreIn(document))
            return DocumentKind.Company;
        if (IsPosting(document))
            return DocumentKind.Posting;
        if (LookAlikes.IsErrorPage(document) || LookAlikes.IsArticle(document) || LookAlikes.IsEssay(document))
            return DocumentKind.Other;
        var isOfEmployer = SpeaksOfEmployer(document);
        if (!IsOfNoRole(document) && PostingSigns.AreEnough(document, isOfEmployer))
            return DocumentKind.Posting;
        return isOfEmployer && !LookAlikes.IsProcess(document) && !LookAlikes.IsQuestionnaire(document) && !LookAlikes.IsBoardOfIssues(document) ? DocumentKind.Company : DocumentKind.Other;
    }

    /// <summary>The page's own title names no role, and its headings, its title or its file's name speak of working for the employer: several roles on it are the employer's.</summary>
    public static bool IsCareersPage(RoleScope document) =>
        IsOfOtherTitle(document)
        && (SpeaksOfEmployer(document) || RoleTitles.IsCareersWord(Path.GetFileNameWithoutExtension(document.Outline.File)));

    /// <summary>A heading or a page's title speaks of working for somebody: "Careers at Heron", "Stellenangebote".</summary>
    public static bool SpeaksOfCareers(string heading) => CareerHeadingCue.Expression.IsMatch(heading);

    // Its front matter, or else its first heading, names something other than a role, and nothing states who hires for one.
    private static bool IsOfOtherTitle(RoleScope document) =>
        !EnumeratedRoles.IsAdvert(document)
        && !document.LabelledAs(Label.Company).Any()
        && (OwnTitle(document) ?? document.Blocks.FirstOrDefault(block => block.Kind is BlockKind.Heading)?.Text) is { } own
        && !RoleTitles.IsRole(RoleTitles.Clean(own));

    private static bool IsPosting(RoleScope document)
    {
        var title = document.Titles.FirstOrDefault();
        if (title is null)
            return HasFormOfPosting(document);
        if (OpensWithCareers(document, title) || OpensAboutRoles(document) || IsOfNoRole(document))
            return false;
        var facts = document.Labels.Select(value => value.Label).Where(JobFacts.Contains).Distinct().Count();
        var sections = document.Sections.Select(section => section.Kind).Where(JobSections.Contains).Distinct().Count();
        var labelled = document.LabelledAs(Label.Title).Any();
        var isRole = RoleTitles.IsRole(title.Value) || (RoleTitles.IsAnnounced(title.Evidence.Text) && sections + facts > 0 && RoleTitles.CanBeTitle(title.Value)) || (RoleTitles.CanBeTitle(title.Value) && TitleSentences.IsSought(document, title.Value));
        if (labelled && facts + sections >= ManyEntries && (isRole || sections > 0 || !title.Value.All(char.IsAscii) || document.LabelledAs(Label.Salary).Any()))
            return RoleTitles.CanBeTitle(title.Value);
        // "Descripción del puesto: Desarrollador Web" says itself what it is.
        if (isRole && RoleTitles.IsAnnounced(title.Evidence.Text) && facts + Math.Max(sections, SectionsInLines(document)) > 0)
            return true;
        var isTop = IsTop(document, title);
        if (!isRole)
            return (isTop && sections > 1 && !labelled && Applies(document)) || (HasLayoutOfJob(document) && facts + sections > 1 && RoleTitles.CanBeTitle(title.Value));
        if (LookAlikes.IsArticle(document))
            return false;
        if (RoleTitles.HasGenderMark(title.Evidence.Text) && (IsHeading(document, title) || TitleLines.Marked(document).Take(2).Count() == 1))
            return true;
        if (isTop || IsHeading(document, title) || labelled)
            return facts + sections > (IsOtherwiseTitled(document) ? 1 : 0) || isTop || IsOwnTitle(document);
        return !LookAlikes.IsErrorPage(document)
            && facts + Math.Max(sections, SectionsInLines(document))
                + (TitleLines.OfFileName(document).Any() && HasApplySection(document) ? 1 : 0)
                + (TitleLines.AbovePlace(document).Any(above => above.Evidence == title.Evidence) ? 1 : 0) > 1;
    }

    private static bool IsOfNoRole(RoleScope document) =>
        LookAlikes.DescribesTrades(document) || LookAlikes.IsCompanyProfile(document);

    // A form filled in for one job that only its file's name calls by a title: a posting, though none that could be shown.
    private static bool HasFormOfPosting(RoleScope document) =>
        FormFacts.All(fact => document.LabelledAs(fact).Any(value => value.Origin is LabelOrigin.Line)) && !LookAlikes.IsErrorPage(document);

    // Plain text has no headings, but short lines that would be some.
    private static int SectionsInLines(RoleScope document) =>
        document.Blocks
            .Where(block => block.Kind is BlockKind.Paragraph)
            .Lines()
            .Where(line => line.Text.Length <= MaxLeadIn)
            .Select(line => SectionBuilder.KindOf(line))
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

    // "# Engineering growth matrix": what follows describes the employer's own people.
    private static bool OpensAboutRoles(RoleScope document) =>
        !document.LabelledAs(Label.Title).Any()
        && document.Blocks.FirstOrDefault(block => block.Kind is BlockKind.Heading) is { } first
        && RoleTitles.IsAboutRoles(RoleTitles.Clean(first.Text));

    private static bool IsTop(RoleScope document, Stated<string> title) =>
        TitleLines.UnderEmployer(document)?.Title.Evidence == title.Evidence
        || IsFirst(document, title);

    private static bool IsFirst(RoleScope document, Stated<string> title) =>
        title.Evidence.Text.Length <= MaxTitleLine
        && TitleLines.FirstBlock(document) is { } first
        && first.FirstLine == title.Evidence.FirstLine
        && (first.Kind is BlockKind.Heading ? document.Blocks.Count > 1 : document.Lines.Any(line => line.Text.Length > MaxTitleLine));

    private static bool IsHeading(RoleScope document, Stated<string> title) =>
        document.Blocks.Any(block => block.Kind is BlockKind.Heading && block.FirstLine == title.Evidence.FirstLine);

    // "layout: job": the site shows the page as one role, whatever it is called.
    private static bool HasLayoutOfJob(RoleScope document) =>
        document.Outline.FrontMatter.Entries.Any(entry => entry.Path is "layout" or "type" or "template" && JobLayout().IsMatch(entry.Value));

    // The front matter's title names the role.
    private static bool IsOwnTitle(RoleScope document) => OwnTitle(document) is { } own && RoleTitles.IsRole(RoleTitles.Clean(own));

    // The front matter's title names no role, and only a heading does: the page is about something else, unless much speaks for it.
    private static bool IsOtherwiseTitled(RoleScope document) => OwnTitle(document) is { } own && own.All(char.IsAscii) && !RoleTitles.IsRole(RoleTitles.Clean(own));

    private static string? OwnTitle(RoleScope document) =>
        document.LabelledAs(Label.Title).FirstOrDefault(value => value.Origin is LabelOrigin.FrontMatter)?.Value;

    private static bool HasApplySection(RoleScope document) => document.Sections.Any(section => section.Kind is SectionKind.Apply);

    private static bool Applies(RoleScope document) =>
        document.Blocks.Any(block => block.Links.Any(link => ApplyText().IsMatch(link.Text))) || document.LabelledAs(Label.Apply).Any();

    private static bool SpeaksOfEmployer(RoleScope document) =>
        LookAlikes.IsCompanyProfile(document)
        || (OwnTitle(document) is { } own && SpeaksOfCareers(own))
        || PageNames.TitleSpeaksOfCareers(document)
        || document.Blocks.Any(block => block.Kind is BlockKind.Heading && CareerHeadingCue.IsMatch(block) && !Command().IsMatch(block.Text))
        || (document.LinesWith(CareerTextCue).Any(line => CareerTextCue.IsMatch(line)) && EmployerCues.Find(document) is not null);

    private const string CareerHeading = @"\b(careers|(career|job|employment) opportunities|career (at|page)|jobs|join (us|the team|our team)|internships?|open (positions|roles)|current (roles|openings)|job (descriptions|postings|openings)|recruitment|vagas|stellenangebote|work(ing)? (at|with us)|we('re| are) hiring|hiring (at|@)|lavora con noi|unisciti (a|al)|trabaj[aá] con nosotros|trabalhe conosco|rejoignez[- ]nous|nous rejoindre|nous recrutons|recrutement|offres d['’]emploi|karriere|kari[ée]ra|offene stellen|arbeiten bei|werken bij|werk(en)? met ons|vacatures?|kom bij ons|praca u nas|do[łl][aą]cz do nas|oferty pracy|ofertas de (empleo|trabajo)|junte-se)\b|採用情報|加入我们|人才招聘|招聘职位|채용|함께 ?(일해요|일하기|일할|성장해요)";

    private const string CareerText = @"\b(careers|hiring|open positions|openings|join us|join our team)\b|채용 ?(홈페이지|사이트|공고|정보|안내)|採用(情報|サイト|ページ)|募集職種";

    [GeneratedRegex(@"^(layouts?/)?(jobs?|careers?|vacancy|vacancies|positions?|stellen?|vagas?|offres?|ofertas?|roles?|job-?(post(ing)?|single|detail|offer|page)|(single|post|page|default)-?job)(\.\w+)?$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex JobLayout();

    // "# Create 25 jobs": what a program does with jobs.
    [GeneratedRegex(@"^\W*(create|add|run|update|index|fetch|scrape|import|delete|post|list|install|deploy|start) ", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Command();

    [GeneratedRegex(@"\b(apply|postuler|bewerben|candidatar|candidate-se|aplicar|solicitar)\b|応募|应聘|應徵|지원", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex ApplyText();
}
