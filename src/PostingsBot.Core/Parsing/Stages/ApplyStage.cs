using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Sections;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>How to apply: a labelled link, a link that says so, the link behind the title, an address in a sentence about applying, a lone button at the end.</summary>
internal sealed partial class ApplyStage : IStage<Stated<string>>
{
    private const int MaxLines = 3;
    private static readonly HashSet<string> ApplicationHosts = new(DataFile.Read("application-hosts.tsv").SelectMany(line => line.List(0)), StringComparer.OrdinalIgnoreCase);
    private static readonly Cue ApplyHereCue = new(ApplyHere, Patterns.AnyCase);

    public Verdict<Stated<string>> Read(RoleScope role, Findings found)
    {
        var links = LinksOf(role);
        var speaking = new Speaking();
        var apply = Labelled(role, Label.Apply)
            ?? Linked(links, link => ApplyWords().IsMatch(link.Link.Text) || (ShortLink().IsMatch(link.Link.Text) && speaking.OfApplying(link.Block, link.Link.Line)))
            ?? Linked(links, link => !role.IsRecord && found.Title is { } title && link.Link.Line == title.Evidence.FirstLine && IsBehind(title, link.Link))
            ?? InSentence(role, found, links)
            ?? Labelled(role, Label.Contact)
            ?? Button(role, links)
            ?? InFrontMatter(role)
            ?? Linked(links, link => IsApplicationHost(link.Url!))
            ?? Linked(links, link => Openings().IsMatch(link.Url!) && !Discussion().IsMatch(link.Url!))
            ?? Source(role)
            ?? OnlyMail(role);
        return apply is null ? Verdict<Stated<string>>.None : Verdict<Stated<string>>.Found(apply);
    }

    /// <summary>The mail address to which applications for all of the document's roles go, or null.</summary>
    public static Stated<string>? MailOf(RoleScope document) =>
        InSentence(document, new Findings(), LinksOf(document)) is { } apply
            ? apply.Value.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? apply : null
            : OnlyMail(document);

    private static List<(Block Block, Link Link, string? Url)> LinksOf(RoleScope role)
    {
        var links = new List<(Block Block, Link Link, string? Url)>();
        foreach (var block in role.Blocks)
        {
            foreach (var link in block.Links)
            {
                if (Addresses.Absolute(link.Url) is { } url && !Profile().IsMatch(url))
                    links.Add((block, link, url));
            }
        }

        return links;
    }

    private static Stated<string>? Labelled(RoleScope role, Label label) =>
        role.LabelledAs(label)
            .Where(value => value.Origin is not LabelOrigin.Heading || ApplyHereCue.Expression.IsMatch(value.Value) || (value.Urls.Count > 0 && !NoApply().IsMatch(value.Value)))
            .Select(value => (Url: Addresses.Of(value), value.Evidence))
            .Where(value => value.Url is not null)
            .OrderByDescending(value => value.Url!.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            .Select(value => new Stated<string>(value.Url!, value.Evidence))
            .FirstOrDefault();

    private static Stated<string>? Linked(IEnumerable<(Block Block, Link Link, string? Url)> links, Func<(Block Block, Link Link, string? Url), bool> chosen)
    {
        foreach (var link in links)
        {
            if (chosen(link))
                return new Stated<string>(link.Url!, EvidenceOf(link.Block, link.Link));
        }

        return null;
    }

    // In a line of facts the employer's own site stands beside the title, not behind it.
    private static bool IsBehind(Stated<string> title, Link link) =>
        !link.Text.Contains("://", StringComparison.Ordinal) && !link.Text.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || title.Value.Contains(link.Text, StringComparison.Ordinal);

    private static Stated<string>? InSentence(RoleScope role, Findings found, List<(Block Block, Link Link, string? Url)> links)
    {
        foreach (var section in role.Sections)
        {
            // "# Application Developer" opens no section about applying.
            var isTitle = found.Title is { } title && section.Heading is { } top && top.Text.Contains(title.Value, StringComparison.Ordinal);
            var applies = section.Kind is SectionKind.Apply && !isTitle;
            foreach (var block in section.Heading is { } heading ? section.Blocks.Prepend(heading) : section.Blocks)
            {
                var address = applies || (block.Lines.Count <= MaxLines && ApplyHereCue.IsMatch(block))
                    ? Whole(block, links)
                    : block.Lines.Count > MaxLines ? ByLine(block, links) : null;
                if (address is not null && !Discussion().IsMatch(address.Value))
                    return address;
            }
        }

        return null;
    }

    private static Stated<string>? Whole(Block block, List<(Block Block, Link Link, string? Url)> links)
    {
        var link = links.FirstOrDefault(link => ReferenceEquals(link.Block, block) && !NoApply().IsMatch(link.Link.Text));
        var url = link.Url ?? Addresses.In(block.Text);
        return url is null || NoMailbox().IsMatch(url) ? null : new Stated<string>(url, block.Text.Length > 0 ? block.ToEvidence() : EvidenceOf(block, link.Link));
    }

    // In a long block only the line that speaks of applying counts, and the next one, where the sentence may run on.
    private static Stated<string>? ByLine(Block block, List<(Block Block, Link Link, string? Url)> links)
    {
        for (var i = 0; i < block.Lines.Count; i++)
        {
            if (!ApplyHereCue.IsMatch(block.Lines[i]))
                continue;
            foreach (var line in block.Lines.Skip(i).Take(2))
            {
                var link = links.FirstOrDefault(link => ReferenceEquals(link.Block, block) && line.Holds(link.Link.Line));
                if ((link.Url ?? Addresses.In(line.Text)) is { } url && !NoMailbox().IsMatch(url))
                    return new Stated<string>(url, line.ToEvidence());
            }
        }

        return null;
    }

    // A link around nothing but an image, at the very end: the button.
    private static Stated<string>? Button(RoleScope role, List<(Block Block, Link Link, string? Url)> links)
    {
        var last = role.Blocks.LastOrDefault(block => block.Kind is not BlockKind.Rule);
        if (last is null || last.Text.Length > 0 || links.Count == 0 || !ReferenceEquals(links[^1].Block, last))
            return null;
        return new Stated<string>(links[^1].Url!, EvidenceOf(last, links[^1].Link));
    }

    private static bool IsApplicationHost(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Host.Split('.') is { Length: > 1 } names && ApplicationHosts.Contains(names[^2]) && uri.AbsolutePath.Length > 1;

    // detail_link: a page of a board that takes applications, or any address under a name that speaks of applying.
    private static Stated<string>? InFrontMatter(RoleScope role)
    {
        foreach (var entry in role.IsWhole ? role.Outline.FrontMatter.Entries : [])
        {
            if (Addresses.Absolute(entry.Value) is { } url && (IsApplicationHost(url) || ApplyKey().IsMatch(entry.Path) || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)))
                return new Stated<string>(url, entry.ToEvidence());
        }

        return null;
    }

    // The page a posting was copied from takes applications; a discussion thread does not.
    private static Stated<string>? Source(RoleScope role) =>
        role.LabelledAs(Label.Source)
            .Where(value => (value.IsField || value.Origin is LabelOrigin.Line) && !Discussion().IsMatch(value.Value))
            .Select(value => (Url: Addresses.Of(value), value.Evidence))
            .Where(value => value.Url is not null)
            .Select(value => new Stated<string>(value.Url!, value.Evidence))
            .FirstOrDefault();

    // Whom a document asks to write to, where it names no other address and gives no other reason to write.
    private static Stated<string>? OnlyMail(RoleScope role)
    {
        Stated<string>? only = null;
        foreach (var line in role.IsWhole ? role.Lines : [])
        {
            foreach (var mail in Addresses.MailsIn(line.Text))
            {
                if ((only is not null && !only.Value.Equals(mail, StringComparison.OrdinalIgnoreCase)) || OtherReason().IsMatch(line.Text))
                    return null;
                only ??= new Stated<string>(mail, line.ToEvidence());
            }
        }

        return only;
    }

    private static Evidence EvidenceOf(Block block, Link link)
    {
        var line = block.Lines.FirstOrDefault(line => line.Holds(link.Line));
        return line is null || line.Text.Length == 0 ? new Evidence(link.Line, link.Line, link.Url) : line.ToEvidence();
    }

    [GeneratedRegex(@"\b(apply|application form|bewerben|postuler|candidat\w*|inscreva|inscr[ií]bete|post[úu]late|bewirb dich|jetzt bewerben|candidati|solliciteer|aplikuj|submit your (resume|cv|application)|formul[aá]rio de (aplicaci[oó]n|inscripci[oó]n|solicitud|candidatura|inscri[cç][aã]o)|formulaire de candidature|aanmeld(en|formulier)|google form|(interest|enquiry) form)\b|応募|エントリー|應徵|应聘|投遞|投递|지원하기|지원서", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex ApplyWords();

    private const string ApplyHere = @"\b((to|and) apply|apply (here|now|at|by|via|through|online|on|for|with|to|using)|please apply|(send|email|e-mail|submit|forward|enviar?|envie|envoye[zr]|mande|schick\w*|sende\w*) .{0,60}(resume|résumé|cv|curr[ií]culo|application|cover letter|bewerbung|lebenslauf|github|linkedin|portfolio|us|to)\b|(resume|résumé|cv|curr[ií]culo)s? .{0,40}\b(to|para|an|à)\b|interested\?|hear (from|about) you|(open|this|our) (positions?|vacancy|vacancies|jobs?),? (please )?(go to|visit|see)\b|inscri[çc](ão|ões|oes|ao)\b|inscr[ií]b\w+|post[úu]la\w*|bewirb dich|jetzt bewerben|invia\w* (il|la|un)|candidati\b|solliciteer|meld je( dan)?( nu)? aan|stuur .{0,60}(cv|motivatie|sollicitatie)|bei interesse\b.{0,80}@|aplikuj|(e-?mail|schreib\w*|écri\w+|escri\w+) .{0,30}@|get in touch|contact us|if (you[’'´]?re |you are )?interested.{0,60}@|reach out\b.{0,80}@|let[’']s (chat|talk|connect)\b.{0,40}@|(want to )?know more.{0,20}@|gửi (cv|hồ sơ|email)|ứng tuyển|candidatar|candidate-se|interessados|bewerbung|postule[rz])|応募|エントリー|履歴書|應徵|应聘|投遞|投递|履歷|简历|有興趣|有兴趣|感興趣|感兴趣|지원|이력서";

    [GeneratedRegex(@"^(here|this (form|link)|link|form|click here|aqui|hier|ici|https?://\S+|[\w.+-]+@[\w.-]+|)$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex ShortLink();

    [GeneratedRegex(@"(^|[._-])(apply|application|postuler|candidature|bewerb\w*|inscri\w*)", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex ApplyKey();

    // Links that stand beside the one to apply by.
    [GeneratedRegex(@"\b(questions?|privacy|policy|faqs?|learn more|read more|handbook|blog|terms|datenschutz\w*|accommodations?)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex NoApply();

    // Why people write that do not apply.
    [GeneratedRegex(@"\b(privacy|gdpr|dsgvo|data protection|personal data|accommodations?|disabilit\w+|referr?als?|refer a|press|legal|abuse|report|complaints?|unsubscribe|support@|noreply|no-reply|security@|sales@|advertis\w*|copyright|webmaster|maintainer)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex OtherReason();

    [GeneratedRegex(@"^mailto:[^@]*(compliance|accommodat|privacy|gdpr|abuse|no-?reply|eeo|legal|disabilit)", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex NoMailbox();

    // A page of openings on the employer's site or at a board.
    [GeneratedRegex(@"^https?://((jobs|careers|karriere|apply|boards|job-boards)\.)|^https?://[^/]+/(.*/)?(jobs?|careers?|openings|vacancies|join-us|vagas)(/|$|\?)", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Openings();

    // An employer's page of news, not a place to apply.
    [GeneratedRegex(@"^https?://([\w-]+\.)?(linkedin\.com/(company|feed|school|showcase|in)/(?!.*/jobs)|facebook\.com/[\w.-]+/?$|instagram\.com/|twitter\.com/[\w-]+/?$|x\.com/[\w-]+/?$|youtube\.com/)", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Profile();

    [GeneratedRegex(@"/item\?id=|/issues/|/comments/|/discussions/", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Discussion();

    /// <summary>Whether a link's line speaks of applying, or the line before it. A line may hold thousands of links: it is read once.</summary>
    private sealed class Speaking
    {
        private (Block? Block, int Line, bool Answer) last;

        public bool OfApplying(Block block, int number)
        {
            if (!ReferenceEquals(last.Block, block) || last.Line != number)
                last = (block, number, Read(block, number));
            return last.Answer;
        }

        private static bool Read(Block block, int number) => block.Lines.Count <= MaxLines
            ? ApplyHereCue.IsMatch(block)
            : block.Lines.Any(line => line.Number <= number && line.Number >= number - 1 && ApplyHereCue.IsMatch(line));
    }
}
