using System.Net;
using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Kinds;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>Whose page an HTML page is, by what it says outside its text: the site's name, the line at its foot that begins with ©, and its title beside a word for careers.</summary>
internal static partial class PageNames
{
    private const int MaxTitleName = 50;
    private const int MaxWords = 6;

    public static Stated<string>? Find(RoleScope document)
    {
        if (!document.Outline.IsPage)
            return null;
        var source = document.Outline.Source;
        var title = Written(source, Title());
        if (Written(source, SiteName()) is { } site && IsName(site.Value))
            return site;
        if (Owner(source) is { } owner && IsName(owner.Value) && (title?.Value.Contains(owner.Value, StringComparison.OrdinalIgnoreCase) is true || IsInText(document, owner.Value)))
            return owner;
        return title is null ? null : InTitle(document, title);
    }

    /// <summary>One part of the page's title is a word for careers: "Careers | Heron Works", but not "Home | Heron Recruitment".</summary>
    public static bool TitleSpeaksOfCareers(RoleScope document) => document.Outline.IsPage && Written(document.Outline.Source, Title()) is { } title && PartsOf(title).Exists(part => And().Split(part).All(RoleTitles.IsCareersWord));

    private static List<string> PartsOf(Stated<string> title) => [.. Separator().Split(title.Value).Select(part => part.Trim()).Where(part => part.Length > 0)];

    // "Careers | Heron Works"; a title of one part is a name when the text uses it as one.
    private static Stated<string>? InTitle(RoleScope document, Stated<string> title)
    {
        var parts = PartsOf(title);
        var names = parts.Where(part => part.Length <= MaxTitleName && IsName(part)).ToList();
        var name = parts.Exists(RoleTitles.IsCareersWord) ? names.FirstOrDefault()
            : names.Find(part => LegalForm().IsMatch(part)) ?? (parts.Count == 1 ? names.Find(part => IsInText(document, part)) : null);
        return name is null ? null : new Stated<string>(name, title.Evidence);
    }

    private static bool IsName(string text) =>
        EmployerStage.IsName(text)
        && text.Count(c => c is ' ') < MaxWords
        && text.Any(char.IsLetter)
        && !char.IsAsciiLetterLower(text[0])
        && !KindReader.SpeaksOfCareers(text)
        && !PageWord().IsMatch(text)
        && !RoleTitles.IsRole(text);

    private static bool IsInText(RoleScope document, string name) => document.Blocks.Any(block => block.Text.Contains(name, StringComparison.OrdinalIgnoreCase));

    private static Stated<string>? Written(SourceText source, Regex where)
    {
        if (where.Match(source.Value) is not { Success: true } match)
            return null;
        var group = match.Groups["name"];
        var text = Spaces().Replace(WebUtility.HtmlDecode(group.Value), " ").Trim();
        return text.Length == 0 ? null : new Stated<string>(text, EvidenceOf(source, group, text));
    }

    // "© 2026 <a href="/">Heron Works</a>. All rights reserved."
    private static Stated<string>? Owner(SourceText source)
    {
        if (Copyright().Matches(source.Value).LastOrDefault() is not { } match)
            return null;
        var text = Spaces().Replace(WebUtility.HtmlDecode(Tag().Replace(match.Groups["name"].Value, " ")), " ").Trim();
        var name = Owned().Match(text).Groups["name"].Value.Trim(' ', '.', ',');
        return name.Length == 0 ? null : new Stated<string>(name, EvidenceOf(source, match.Groups["name"], text));
    }

    private static Evidence EvidenceOf(SourceText source, Group group, string text) =>
        new(source.LineAt(group.Index + (group.Length - group.Value.TrimStart().Length)), source.LineAt(group.Index + group.Value.TrimEnd().Length - 1), text);

    [GeneratedRegex(@"<title\b[^>]{0,100}>(?<name>[^<]{1,300})</title>", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Title();

    [GeneratedRegex(@"<meta\s[^>]{0,100}?\b(?:property|name)=[""']og:site_name[""'][^>]{0,100}?\bcontent=(?:""(?<name>[^""]{1,100})""|'(?<name>[^']{1,100})')", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex SiteName();

    [GeneratedRegex(@"(?:©|&copy;|&#169;|\bcopyright\b)(?<name>(?:[^<]|<(?!/?(?:p|div|footer|body|script|style)\b)[^>]{0,200}>){1,300})", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Copyright();

    // "Stellenangebote & Karriere"
    [GeneratedRegex(@"\s*(?:&amp;|&|,|/)\s*|\s+(?:and|und|et|y|e|en)\s+", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex And();

    [GeneratedRegex(@"<[^>]*>", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^(?:©|\(c\)|copyright|by|\d{4}|[-–,\s])*(?<name>[^|•·—–]{2,60}?)(?=[.,]?\s*(?:$|[|•·—–(（]| - |[.,]\s(?!KG\b|Inc\b|Ltd\b|LLC\b|S\.|GmbH\b|z o)|\d{4}|all rights|alle rechte|todos os|todos los|tous droits|tutti i|wszelkie|alla rättigheter))", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Owned();

    [GeneratedRegex(@"\s*[|｜│¦•·»]\s*|\s+[-–—]+\s+|:\s+|：", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Separator();

    [GeneratedRegex(@"株式会社|合同会社|有限会社|有限公司|주식회사|\b(?:GmbH|AG|Inc|LLC|Ltd|Limited|SAS|SARL|S\.?r\.?l|S\.?A|B\.?V|BVBA|Sp\. z o\.o|Oy|AB|ApS)\.?$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex LegalForm();

    [GeneratedRegex(@"^(home ?(page)?|index|welcome|start(seite)?|accueil|in[ií]cio|login|sign (in|up)|contact( us)?|kontakt|about( us)?|apply|submit\b.*|search\b.*|.*\bpage|blog|news|untitled|document|test|template|website)$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex PageWord();

    [GeneratedRegex(@"\s+", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Spaces();
}
