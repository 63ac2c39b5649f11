using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Sections;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Kinds;

/// <summary>Documents that carry a posting's words and are none: error pages, directories of employers, pages that describe trades.</summary>
internal static partial class LookAlikes
{
    private const int MaxErrorPage = 3000;
    private const int MaxTask = 6000;
    private const int ManyHosts = 20;
    private const int FewHosts = 5;
    private const int ManyOwnLines = 6;
    private const int ManyTrades = 3;
    private const int FirstHeadings = 2;
    private static readonly Cue BlankCue = new(Blank, Patterns.AnyCase);
    private static readonly Cue HandsInCue = new(HandsIn, Patterns.AnyCase);
    private static readonly Cue OpensIssueCue = new(OpensIssue, Patterns.AnyCase);
    private static readonly Cue UntilNowCue = new(UntilNow, Patterns.AnyCase);
    private static readonly Cue FirstPersonCue = new(FirstPerson, Patterns.SameCase);
    private static readonly Cue NotThereCue = new(NotThere, Patterns.AnyCase);

    /// <summary>Whatever roles the text names, it offers none: a guide, a task, a résumé, a form, a career ladder.</summary>
    public static bool IsNone(RoleScope document) => IsGuide(document) || IsAssignment(document) || IsResume(document) || IsTemplate(document) || IsLadder(document) || IsSelfPortrait(document);

    /// <summary>A short text that says the page or the job is not there.</summary>
    public static bool IsErrorPage(RoleScope document) =>
        document.Outline.Source.Value.Length <= MaxErrorPage && document.LinesWith(NotThereCue).Any(line => NotThereCue.IsMatch(line));

    /// <summary>Many list items that each lead to another site: employers, tools or blogs, but not one employer's page.</summary>
    public static bool IsDirectory(RoleScope document)
    {
        var hosts = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var items = document.Blocks.Where(block => block.Kind is BlockKind.ListItem).ToList();
        foreach (var item in items)
        {
            if (item.Links.Count > 0 && Uri.TryCreate(item.Links[0].Url, UriKind.Absolute, out var address))
                hosts.Add(address.Host);
        }

        // "# Jobs" and a handful of employers, each with the address of its own careers page.
        if (hosts.Count >= FewHosts && hosts.Count * 4 >= items.Count * 3 && document.Blocks.FirstOrDefault(block => block.Text.Length > 0) is { Kind: BlockKind.Heading } first
            && WordForJobs().IsMatch(first.Text) && !items.Exists(item => RoleTitles.IsRole(item.Text)))
            return true;
        // "# Companies hiring React developers", and where each of them says so.
        if (hosts.Count >= FewHosts && document.Blocks.FirstOrDefault(block => block.Text.Length > 0) is { Kind: BlockKind.Heading } own && WhoHires().IsMatch(own.Text) && !items.Exists(item => RoleTitles.IsRole(item.Text)))
            return true;
        return hosts.Count > ManyHosts && hosts.Count * 2 > items.Count && !document.LabelledAs(Label.Title).Any()
            && document.Blocks.Where(block => block.Kind is BlockKind.Heading).Take(3).Any(block => Hiring().IsMatch(block.Text));
    }

    /// <summary>How to add to a list of jobs: its examples are none.</summary>
    public static bool IsGuide(RoleScope document) =>
        GuideFile().IsMatch(document.Outline.File)
        || document.Blocks.Any(block => block.Kind is BlockKind.Heading && RuleHeading().IsMatch(block.Text))
        || (document.Blocks.FirstOrDefault(block => block.Kind is BlockKind.Heading) is { } first && (GuideHeading().IsMatch(first.Text) || InterviewHeading().IsMatch(first.Text)))
        || document.LabelledAs(Label.Title).Any(value => value.Origin is LabelOrigin.FrontMatter && HowTheyHire().IsMatch(value.Value));

    /// <summary>A task for applicants: one of its first headings says so.</summary>
    public static bool IsAssignment(RoleScope document) =>
        document.Blocks.Where(block => block.Kind is BlockKind.Heading).Take(FirstHeadings).Any(block => Assignment().IsMatch(block.Text))
        || (document.Outline.Source.Value.Length <= MaxTask && document.LinesWith(HandsInCue).Any(line => HandsInCue.IsMatch(line)) && !document.Sections.Any(section => section.Kind is SectionKind.Requirements or SectionKind.Responsibilities or SectionKind.Benefits));

    /// <summary>Somebody writes of themselves, line after line, with no part of a posting: "How I work".</summary>
    public static bool IsSelfPortrait(RoleScope document) =>
        document.LinesWith(FirstPersonCue).Count(line => FirstPersonCue.IsMatch(line)) >= ManyOwnLines
        && !document.LabelledAs(Label.Company).Any()
        && !document.Sections.Any(section => section.Kind is SectionKind.Responsibilities or SectionKind.Requirements or SectionKind.NiceToHave or SectionKind.Benefits or SectionKind.Apply);

    /// <summary>A form for postings to come: "[Company Name]", "[Job Title]" stand where the facts would.</summary>
    public static bool IsTemplate(RoleScope document) =>
        TemplateFile().IsMatch(document.Outline.File) || IsIssueForm(document) || IsNamedForm(document) || document.LinesWith(BlankCue).Count(line => BlankCue.IsMatch(line)) > 1;

    // "[Template] Data engineer", "company: Name of the company".
    private static bool IsNamedForm(RoleScope document) =>
        document.LabelledAs(Label.Title).Any(value => FormTitle().IsMatch(value.Evidence.Text)) || document.LabelledAs(Label.Company).Any(value => FormName().IsMatch(value.Value));

    // GitHub shows the keys "name" and "about" of an issue's form to those who open one.
    private static bool IsIssueForm(RoleScope document) =>
        document.Outline.FrontMatter.Entries.Any(entry => entry.Path is "about")
        && document.Outline.FrontMatter.Entries.Any(entry => entry.Path is "name")
        && document.Outline.FrontMatter.Entries.Any(entry => entry.Path is "labels" or "assignees" or "title");

    /// <summary>A résumé: somebody's stations and skills. A posting asks for experience, it does not date it.</summary>
    public static bool IsResume(RoleScope document) =>
        IsOfPerson(document)
        || (document.Blocks.Any(block => block.Kind is BlockKind.Heading && Stations().IsMatch(block.Text)) && document.LinesWith(UntilNowCue).Any(line => UntilNowCue.IsMatch(line)));

    // Front matter with a person's name, telephone and address, and nobody who hires.
    private static bool IsOfPerson(RoleScope document) =>
        document.Outline.FrontMatter.Entries.Any(entry => PersonKey().IsMatch(entry.Path))
        && document.Outline.FrontMatter.Entries.Any(entry => TelephoneKey().IsMatch(entry.Path))
        && document.Outline.FrontMatter.Entries.Any(entry => MailKey().IsMatch(entry.Path))
        && !document.LabelledAs(Label.Company).Any(value => value.Origin is LabelOrigin.FrontMatter);

    /// <summary>How an employer chooses: the steps of hiring, without a role to apply for.</summary>
    public static bool IsProcess(RoleScope document) =>
        (document.LabelledAs(Label.Title).FirstOrDefault(value => value.Origin is LabelOrigin.FrontMatter)?.Value
            ?? document.Blocks.FirstOrDefault(block => block.Kind is BlockKind.Heading)?.Text) is { } own && Process().IsMatch(own);

    /// <summary>An essay in questions and answers about recruiting; an employer's own questions speak of "us".</summary>
    public static bool IsQuestionnaire(RoleScope document)
    {
        var headings = document.Blocks.Where(block => block.Kind is BlockKind.Heading && block.Text.Length > 0).ToList();
        var asked = headings.Count(block => block.Text.TrimEnd()[^1] is '?' or '？');
        return asked >= ManyTrades && asked * 3 >= headings.Count * 2 && headings.Count(block => OfOurs().IsMatch(block.Text)) * 4 < headings.Count;
    }

    /// <summary>The front page of a board whose adverts are issues of a repository: it says how to open one.</summary>
    public static bool IsBoardOfIssues(RoleScope document) =>
        document.Outline.Source.Value.Contains("/issues", StringComparison.OrdinalIgnoreCase) && document.LinesWith(OpensIssueCue).Any(line => OpensIssueCue.IsMatch(line));

    /// <summary>A career ladder or a step of one: its folder or its headings say so, for the text reads like a posting.</summary>
    public static bool IsLadder(RoleScope document) =>
        !document.LabelledAs(Label.Company).Any()
        && (LadderFolder().IsMatch(document.Outline.File) || document.Blocks.Count(block => block.Kind is BlockKind.Heading && Step().IsMatch(block.Text)) >= ManyTrades);

    /// <summary>"Occupations": a page whose own title is no role and whose headings are several roles, with nothing labelled.</summary>
    public static bool DescribesTrades(RoleScope document)
    {
        var own = document.LabelledAs(Label.Title).FirstOrDefault(value => value.Origin is LabelOrigin.FrontMatter)?.Value
            ?? document.Blocks.FirstOrDefault(block => block.Kind is BlockKind.Heading)?.Text;
        return own is not null
            && !RoleTitles.IsRole(RoleTitles.Clean(own))
            && document.Blocks.Count(block => block.Kind is BlockKind.Heading && SectionBuilder.KindOf(block) is null && RoleTitles.IsRole(block.Text)) >= ManyTrades;
    }

    /// <summary>A post of a blog: it has an author, and nothing of a posting but a title that speaks of roles.</summary>
    public static bool IsArticle(RoleScope document) =>
        document.Outline.FrontMatter.Entries.Any(entry => Author().IsMatch(entry.Path) || (entry.Path is "layout" && entry.Value is "post" or "blog" or "article"))
        && !document.Labels.Any(value => value.Label is Label.Company or Label.Location or Label.Salary or Label.Employment or Label.Apply or Label.Remote)
        && !document.Sections.Any(section => section.Kind is SectionKind.Responsibilities or SectionKind.Requirements)
        && !Hires(document);

    // "Hiring a postdoctoral fellow": the post's own title announces the role, and its text asks for applications.
    private static bool Hires(RoleScope document) =>
        document.LabelledAs(Label.Title).FirstOrDefault()?.Value is { } title
        && OfOneRole().IsMatch(title)
        && RoleTitles.IsRole(RoleTitles.Clean(title))
        && PostingSigns.AsksToApply(document);

    /// <summary>What somebody writes in a blog of their own: an employer says "we".</summary>
    public static bool IsEssay(RoleScope document) =>
        document.LabelledAs(Label.Posted).Any()
        && document.LinesWith(FirstPersonCue).Count(line => FirstPersonCue.IsMatch(line)) >= ManyTrades
        && !document.Sections.Any(section => section.Kind is SectionKind.Responsibilities or SectionKind.Requirements or SectionKind.Apply);

    /// <summary>A directory's entry for an employer: its title is the employer's name, its facts are the employer's.</summary>
    public static bool IsCompanyProfile(RoleScope document) =>
        !document.LabelledAs(Label.Company).Any()
        && (document.Outline.FrontMatter.Entries.Any(entry => ProfileKey().IsMatch(entry.Path))
            || document.Blocks.Where(block => block.Kind is BlockKind.Heading && ProfileHeading().IsMatch(block.Text)).Skip(1).Any());

    [GeneratedRegex(@"(^|[/\\])(contributing|how[-_ ]to[-_ ]contribute|pull_request_template|code_of_conduct)\.\w+$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex GuideFile();

    [GeneratedRegex(@"^\W*(how to (contribute|add|post|submit)|contributing|contribution guid\w+|como (contribuir|divulgar|publicar)|guia de contribui)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex GuideHeading();

    // "Every offer must include": what is asked of those who post, not of those who apply.
    [GeneratedRegex(@"\b(every|each|all|toda|cada|todas las|toute|chaque|jede) (job )?(offers?|postings?|posts?|ads?|listings?|ofertas?|vagas?|publicaci[óo]n(es)?|offres?|annonces?|anzeige) (must|should|needs? to|has to|have to|deben?|deve|devem|doit|doivent|muss) (include|contain|have|state|incluir|contener|tener|conter|ter|indiquer|contenir|enthalten)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex RuleHeading();

    [GeneratedRegex(@"\b(assignment( info\w*| details)?\s*$|(coding|programming|technical|code|home|entry|hiring|take[- ]home|frontend|front[- ]end|backend|back[- ]end|test) (task|challenge|test|exercise|assessment|assignment)s?|(desafio|teste|prova|prueba|reto) (t[ée]cnic\w+|de c[óo]digo|pr[áa]tic\w+|(para|a) (os |as |o |a |la |el )?(candidat|vaga|posi[çc]|desenvolvedor|dev\b)\w*)|(challenge|test|exercise|task) for (our |the |all )?(candidates|applicants|\w+ (position|role|candidates|applicants)))\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Assignment();

    [GeneratedRegex(@"(^|[/\\])([\w-]*ladders?|levell?ing|(career|job|engineering)[-_ ]?(levels|paths?|framework|tracks?|matrix))[/\\]", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex LadderFolder();

    // "Security Analyst (IC 2)", "L4: Engineer": the steps of a ladder.
    [GeneratedRegex(@"\((IC|L|M|P|E|level|grade|band)[ -]?\d{1,2}\)\s*$|^\W*(IC|L|M|P|E|level|grade|band)[ -]?\d{1,2}\b\s*([:–—-]|$)", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Step();

    [GeneratedRegex(@"\binterview\w* (guide|questions?|kit|plan|loop|scorecard|rubric|prep\w*|cheat ?sheet)\b|\b(entretien|entrevista|vorstellungsgespräch)\w*\W*$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex InterviewHeading();

    // "How Heron hires engineers": an article.
    [GeneratedRegex(@"^\W*(how|why) (we|\w+( \w+)?) (hires?|interviews?|recruits?|screens?)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex HowTheyHire();

    [GeneratedRegex(@"^\W{0,3}title\W{0,4}[\[(<]?\W{0,2}(template|modelo|modèle|vorlage|muster|beispiel|exemplo|ejemplo|exemple|example|sample)\W{0,2}[\])>]|^\W{0,4}[\[(<]\W{0,2}(template|modelo|modèle|vorlage|muster|beispiel|exemplo|ejemplo|exemple|example|sample)\W{0,2}[\])>]", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex FormTitle();

    [GeneratedRegex(@"^\W*(company name|name of (the |your )?company|your company( name)?|nome d[ao] (sua )?empresa|nombre de (la|tu) empresa|nom de (l['’]entreprise|la société)|(name (des|ihres) )?(firmenname|unternehmensname|unternehmens)|bedrijfsnaam|nome azienda)\W*$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex FormName();

    [GeneratedRegex(@"^(name|nome|nombre|nom|author|full_?name|first_?name)(\.\w+)?$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex PersonKey();

    [GeneratedRegex(@"^(\w+\.)?(phone|tel|telephone|telefone?|telefono|téléphone|telefon|mobile|cell)(_?number)?$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex TelephoneKey();

    [GeneratedRegex(@"^(\w+\.)?e[-_]?mail$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex MailKey();

    [GeneratedRegex(@"^\W*((our|the|engineering|technical) ){0,2}(hiring|interview(ing)?|recruit(ment|ing)|selection|application) (process|pipeline|guide|steps|stages)\W*$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Process();

    [GeneratedRegex(@"(^|[/\\_-])template\.\w+$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex TemplateFile();

    private const string Blank = @"\[(your |insert |the )?(company|organi[sz]ation|employer|job|role|position|department|team)( name| title)?\]|\[(nome d[ao] )?(empresa|vaga|cargo|estado|cidade)\]|\{\{ ?(company|job|role|position)[ _-]?(name|title)? ?\}\}|<(company|job|role|position)[ _-](name|title)>";

    [GeneratedRegex(@"\b(we|our|us|you|your|nous|notre|vous|votre|wir|unser\w*|uns|du|sie|dich|nosotros|nuestr\w+|nós|nosso|nossa|você)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex OfOurs();

    private const string FirstPerson = @"\b(I (was|am|have|had|think|thought|believe|wrote|read|found|would|admire|used|know|like|learned|see|saw|don['’]t|started)|I['’](m|ve|d)|my (team|thinking|job|career|own|experience|company|blog|book)|when I)\b";

    // "Upload your code to GitHub and send the link": what is handed in is a task's answer.
    private const string HandsIn = @"\b(upload|push|publish|commit|host|put) (your|the|all) (code|solution|work|project|answers?)\b.{0,40}\b(git ?hub|git ?lab|bitbucket|git|repo(sitory)?)\b|\b(send|share|submit|e-?mail)( us)? (the|your|a) (link|url|github|public|private)?.{0,20}\brepo(sitory)?\b( link| url)?\b.{0,30}\b(to|with|when|once|at)\b";

    private const string OpensIssue = @"\b(open|create|creat(e|ing)|submit|file|post|add|browse|check out|see|abr(a|ir)|cri(e|ar)|cadastr(e|ar)|public(a|ar|que)|nova|crear?|ouvr(ez|ir)|cré(ez|er)|erstell\w+)\b.{0,30}\bissues?\b|\bissues?\b.{0,30}\b(template|modelo|vorlage|modèle|plantilla)\b|\bvia issues\b";

    private const string UntilNow = @"\b(19|20)\d\d\b\W{1,6}(present|now|current|today|heute|aujourd['’]hui|actualidad|presente|atualmente|atual)\b";

    [GeneratedRegex(@"^\W*(((work|professional|relevant|employment|career) )?(experiences?|history)|berufserfahrung|(beruflicher )?werdegang|exp[ée]riences?( professionnelles?)?|experiencia( laboral| profesional)?|experi[êe]ncias?( profissiona(l|is))?|werkervaring|esperienz[ae]( lavorativ[ae]| professional[ei])?)\W*$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Stations();

    [GeneratedRegex(@"^\W*((we(['’]re| are) |now )?(hiring|looking for|seeking|recruiting):? (an?|our|one|two|several|new)?\b|(job|vacancy|open position|position|job opening|opening)s?:|wanted:)|\b(wanted|vacancy|(job |position )?opening|positions? (available|open))!?\W*$|^\W*(open )?(ph\.?d\.?|post-?doc\w*|doctoral|research\w*|faculty) (\w+ ){0,3}positions?\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex OfOneRole();

    [GeneratedRegex(@"^(author|authors|author[._]name|byline)$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Author();

    [GeneratedRegex(@"^(company|team)[_-]?size$|^(founded|headcount|employees|(careers?|jobs|positions|openings)[_-]?(url|page|link)|hires[_-]?remotely|number[_-]?of[_-]?employees)$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex ProfileKey();

    [GeneratedRegex(@"^(company (blurb|size|technologies|profile)|remote status|office locations)$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex ProfileHeading();

    private const string NotThere = @"\b(page|site|link|job|position|posting|opening|vacancy|url)\b[^.]{0,60}\b(not (be )?found|no longer available|does(n['’]t| not) exist|not (currently )?available|not active|has ended)\b|\b(can['’]t|cannot|couldn['’]t|could not|unable to) find the (page|job|position)\b|\blost the page\b|^\W*(error )?(404|403)\b|\b(page|server|system) error\b|\baccess (is )?denied\b";

    [GeneratedRegex(@"^\W*(jobs|vagas|vacancies|openings|open positions|stellen(angebote)?|offres( d['’]emploi)?|empleos?|ofertas|招聘|求人|채용)\W*$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex WordForJobs();

    [GeneratedRegex(@"\b(companies|startups|firms|employers|organi[sz]ations) (that are |that're |who are |which are |currently |now |actively )*(hiring|recruiting)\b|\bcompanies that hire\b|\bempresas (que est[áã]o? )?contratando\b|\bhiring (companies|startups|employers)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex WhoHires();

    [GeneratedRegex(@"\b(hiring|jobs?|careers?|companies|employers|interviews?|remote|internships?)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Hiring();
}
