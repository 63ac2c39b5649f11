using System.Buffers;
using System.Text.RegularExpressions;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>What a job title looks like, and what is no part of one.</summary>
internal static partial class RoleTitles
{
    private const int MaxLength = 160;
    private const int MaxTextLength = 10_000;
    private const int MaxWords = 16;
    private const int MaxLevelWords = 5;

    private static readonly SearchValues<char> AdvertSigns = SearchValues.Create("-–|gGjJ)]용집募");
    private static readonly SearchValues<char> Dashes = SearchValues.Create("-–—|");
    private static readonly SearchValues<string> Behind = SearchValues.Create(["@", "at", "na", "chez", "bei"], StringComparison.Ordinal);
    private static readonly TextMemo<bool> Roles = new(NamesRole);
    private static readonly TextMemo<string> Cleaned = new(CleanNew);
    private static readonly TextMemo<bool> JobWords = new(SpeaksOfJob);
    private static readonly SearchValues<string> NamedBehind = SearchValues.Create(["|", "[", "em", "no"], StringComparison.Ordinal);

    /// <summary>The text names a role: it is short, no sentence, and holds a role's noun.</summary>
    public static bool IsRole(string text) => Roles.Of(text);

    private static bool NamesRole(string text)
    {
        if (text.Length is <= 1 or > MaxLength)
            return false;
        var words = Words.Split(text);
        if (words.Count == 0 || (words.Count > MaxWords && words.Count(word => char.IsAsciiLetterOrDigit(word.Folded[0])) > MaxWords))
            return false;
        return (RoleWords.Default.NameRole(text, words) || IsAcademic(text) || IsLevelOfSkill(text, words) || IsDiscipline(text, words)) && CanBeTitle(text);
    }

    /// <summary>The text may be a title where other evidence says that it is: short, no sentence, nothing about jobs in general.</summary>
    public static bool CanBeTitle(string text) => text.Length is > 1 and <= MaxLength && text.Any(char.IsLetter) && !Sentence().IsMatch(text) && !AboutRoles().IsMatch(text);

    // "PhD position in the theory of pumps", "Fully funded doctoral studentship".
    private static bool IsAcademic(string text) => text.Contains(' ', StringComparison.Ordinal) && Academic().IsMatch(text);

    // "PHP Sênior": a level and a technology need no noun.
    private static bool IsLevelOfSkill(string text, IReadOnlyList<Word> words) =>
        words.Count <= MaxLevelWords && Terms.Seniorities.Find(text, words).Count > 0 && SkillVocabulary.Default.Find(text, words).Count > 0;

    // "Backend development": the name of a field of work is most of the text.
    private static bool IsDiscipline(string text, IReadOnlyList<Word> words) =>
        Terms.Disciplines.Find(text, words) is { Count: > 0 } fields && fields.Any(match => match.Value.Length > 0 && match.Length > text.Length / 2);

    /// <summary>The text speaks of roles in general: a list of jobs, a ladder, a guide.</summary>
    public static bool IsAboutRoles(string text) => AboutRoles().IsMatch(text);

    /// <summary>The title without tags, "We're hiring a", leading [places], gender forms and the employer behind "at" or "@"; empty when it is too long for a title.</summary>
    public static string Clean(string text) => Cleaned.Of(text);

    private static string CleanNew(string text)
    {
        if (text.Length > MaxTextLength)
            return "";
        var title = WithoutAddress(WithoutTags(text));
        title = MayOpenOrEndInPictogram(title) ? Pictogram().Replace(title, "") : title;
        title = title.AsSpan().ContainsAny('>', '›', '»') ? Crumb().Replace(title, "") : title;
        title = Hiring().Replace(title, "");
        title = title.Contains('[', StringComparison.Ordinal) ? LeadingBracket().Replace(title, "") : title;
        title = title.EndsWith(']') && BracketBehind().Match(title) is { Success: true } behindTitle && IsOfPlace(behindTitle.Groups["place"].Value) ? title[..behindTitle.Index] : title;
        title = HiringHeadlines.Read(title)?.Title ?? WithoutPay(title.AsSpan().ContainsAny("聘招徵") ? EmployerInFront().Replace(title, "") : title);
        title = WithoutAdvert(title);
        title = title.Any(char.IsDigit) ? HoursBehind().Replace(title, "") : title;
        if (BehindOf(title) is { } behind)
            title = title[..behind.Index];
        title = WithoutPlace(title.AsSpan().ContainsAny('(', '/') ? Gender().Replace(title, " ") : title);
        return (HasRunOfBlanks(title) ? Blanks().Replace(title, " ") : title).Trim().Trim('|', '*', '`', '#', ':', '：', '-', '–', '—').Trim();
    }

    // Most titles hold nothing of what is dropped: a look for the sign that each form needs is cheaper than its expression.
    private static string WithoutTags(string text) => text.Contains('<', StringComparison.Ordinal) ? Tag().Replace(text, " ") : text;

    private static string WithoutAddress(string text) => text.Contains("://", StringComparison.Ordinal) ? Address().Replace(text, " ") : text;

    private static string WithoutAdvert(string text) => text.AsSpan().ContainsAny(AdvertSigns) ? Advert().Replace(text, "") : text;

    private static bool MayOpenOrEndInPictogram(string text) => text.Length > 0 && !(IsPlain(text[0]) && IsPlain(text[^1]));

    private static bool HasRunOfBlanks(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) && (text[i] is not ' ' || (i + 1 < text.Length && char.IsWhiteSpace(text[i + 1]))))
                return true;
        }

        return false;
    }

    private static bool IsPlain(char c) => char.IsAscii(c) && !char.IsWhiteSpace(c);

    /// <summary>"(m/w/d)", "(H/F)": what only job titles carry.</summary>
    public static bool HasGenderMark(string text) => text.AsSpan().ContainsAny('(', '/') && Gender().IsMatch(text);

    /// <summary>"Vacature Tide Reader": the line says itself that one is sought.</summary>
    public static bool IsAnnounced(string text) => AnnouncedRole().IsMatch(text);

    /// <summary>"Careers", "Vacatures": what a page of roles is called, never a role.</summary>
    public static bool IsCareersWord(string title) => CareersWord().IsMatch(title);

    /// <summary>The employer that stands in the title behind "at" or "@", or null.</summary>
    public static string? EmployerIn(string text)
    {
        var plain = WithoutAdvert(WithoutTags(text));
        if (HiringHeadlines.Read(plain) is { } headline)
            return headline.Employer;
        if (plain.AsSpan().ContainsAny("聘招徵") && EmployerInFront().Match(LeadingBracket().Replace(plain, "")) is { Success: true } front)
            return front.Groups["name"].Value.Trim();
        var match = BehindOf(plain);
        var name = match?.Groups["name"].Value.Trim();
        return name is null || (!name.Contains('.', StringComparison.Ordinal) && AreaVocabulary.Default.Resolve(name) is not null) ? null : name;
    }

    /// <summary>"Acme: Engineer", "Engineer - Acme", "Engineer | Acme": the title without the employer's name, once that is known.</summary>
    public static string WithoutEmployer(string title, string employer)
    {
        var rest = title.StartsWith(employer, StringComparison.OrdinalIgnoreCase) ? title[employer.Length..]
            : title.EndsWith(employer, StringComparison.OrdinalIgnoreCase) ? title[..^employer.Length]
            : "";
        var trimmed = rest.Trim();
        if (trimmed.Length == 0 || !(trimmed[0] is ':' or '-' or '–' or '—' or '|' || trimmed[^1] is ':' or '-' or '–' or '—' or '|' or '@'))
            return title;
        var kept = trimmed.Trim(':', '-', '–', '—', '|', '@', ' ');
        return IsRole(kept) ? kept : title;
    }

    // "@ Acme" is never part of the title; "em Acme", "| Acme" and "[Acme]" are not when they name neither place nor anything of the job.
    private static Match? BehindOf(string title)
    {
        if (title.AsSpan().ContainsAny(Behind) && EmployerBehind().Match(title) is { Success: true } employer)
            return employer;
        if (!title.AsSpan().ContainsAny(NamedBehind) || NameBehind().Match(title) is not { Success: true } match)
            return null;
        var name = match.Groups["name"].Value;
        return IsOfJob(name) || IsRole(name) || FactBehind().IsMatch(name) ? null : match;
    }

    /// <summary>The words speak of a place, a way of working, a level, a field or a tool, and so name no employer.</summary>
    public static bool IsOfJob(string words) => JobWords.Of(words);

    private static bool SpeaksOfJob(string words) =>
        AreaVocabulary.Default.Resolve(words.Trim()) is not null || Terms.Workplaces.Find(words).Count > 0 || Terms.EmploymentTypes.Find(words).Count > 0
        || Terms.Seniorities.Find(words).Count > 0 || Terms.Disciplines.Find(words).Count > 0 || SkillVocabulary.Default.Find(words).Count > 0;

    // "Remote, Vietnam - Frontend Developer": where the job is done, in front of the title.
    private static string WithoutPlace(string title)
    {
        if (!title.AsSpan().ContainsAny(Dashes) || Dash().Match(title) is not { Success: true } dash)
            return title;
        return IsOfPlace(title[..dash.Index]) && IsRole(title[(dash.Index + dash.Length)..]) ? title[(dash.Index + dash.Length)..] : title;
    }

    // "Remote, Vietnam", "Guangzhou / Remote": nothing but places and ways of working.
    private static bool IsOfPlace(string text) =>
        text.Split(',', '/').All(part => part.Trim() is { Length: > 0 } place
            && (AreaVocabulary.Default.Resolve(place) is not null || Terms.Workplaces.Find(place).Any(match => match.Length == place.Length)));

    // "Frontend Developer - Upto 70M gross".
    private static string WithoutPay(string title) => title.Any(char.IsDigit) && PayBehind().Match(title) is { Success: true } pay && IsRole(title[..pay.Index]) ? title[..pay.Index] : title;

    [GeneratedRegex(@"^(?:(?:one|two|several|an?|open|new|fully[- ]funded|funded|paid|\d)\s+){0,3}(?:ph\.?\s?d\.?|doctoral|post-?\s?doc(?:toral)?|pre-?doc(?:toral)?|master['’]?s?|msc)\s+(?:research\s+)?(?:position|studentship|scholarship|candidate|student|thesis|opportunity)\b(?!s? available)|^(?:ph\.?\s?d\.?|post-?\s?doc(?:toral)?)\s+on\s|^post-?\s?docs?\s+in\s", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Academic();

    [GeneratedRegex(@"<[^<>]{0,300}>", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[(\[<]?https?://\S+", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Address();

    [GeneratedRegex(@"^[\p{So}\p{Cs}\uFE0F\u200D\s]+|[\p{So}\p{Cs}\uFE0F\u200D\s]+$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Pictogram();

    [GeneratedRegex(@"^\s*((we(['’]re| are)( currently)? (hiring|looking for|seeking)|(now )?hiring|join us as|apply (for|as)|wanted|we need|wir suchen|gesucht|stellen(angebot|ausschreibung|anzeige)|(nous )?recherch(e|ons)|(on est |nous sommes )?[àa] la recherche (de |d[’'])|offre d['’]emploi|vacature|offerta di lavoro|oferta pracy|se busca|buscamos|oferta de (empleo|trabajo)|vaga( de emprego)?( para)?|oportunidade|job opening|open (position|role)|vacancy|寻找|尋找|诚招|急招)\s*:?\s*(?<=\s|[寻尋找招])(an?\s+|our next\s+|our first\s+|eine?n?\s+|une?\s+|un(\(e\)|[·.•-]e|/e| ou une)\s+)?|un(\(e\)|[·.•]e|/e| ou une) (?=\p{L})|(job|role|position|title|job title|position title)\s*[:：]\s*(\d{1,2}(\s*[.)]\s*|\s+)(?=\p{Lu}))?|(descripci[óo]n del puesto|descri[çc][ãa]o da vaga|stellenbeschreibung|description du poste|fiche de poste|vacante|вакансия)\s*[:–—-]\s*|job description(\s*[:–—-]\s*|\s+(for|of)\s+(an?\s+|the\s+)?)|about (the|this) (role|position|job)\s*[:–—-]\s*)", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Hiring();

    [GeneratedRegex(@"^\s*(\[[^\]]{0,80}\]\s*-?\s*)+", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex LeadingBracket();

    [GeneratedRegex(@"\s((na |no |em |at )?@\s*|(at|na|chez|bei)\s+)(?<name>[\p{Lu}\d][^|()\[\]–—]{0,60}?|[a-z]+\.[a-z]{2,6})(\s+[-–—|]\s.*)?$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex EmployerBehind();

    [GeneratedRegex(@"\s(em|no|\|)\s+(?<name>\p{Lu}[\w&.' -]{1,50})$|\s\[\s*(?<name>\p{Lu}[\w&.' -]{1,50})\]\s*$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex NameBehind();

    // "Careers > Data Engineer"
    [GeneratedRegex(@"^\s*(home\s*[>›»]\s*)?(careers?|jobs?|openings|positions|vagas|stellen(angebote)?|offres|채용|招聘|採用)\s*[>›»]\s*", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Crumb();

    [GeneratedRegex(@"\s*\[(?<place>[^\[\]]{2,60})\]$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex BracketBehind();

    [GeneratedRegex(@"\s[-–—|]\s", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Dash();

    // "招聘专员" is a recruiter: that word needs a blank behind it.
    [GeneratedRegex(@"^(?<name>\S[^|｜]{0,40}?(?:有限公司|集团|集團)?)\s*(公司)?(高薪)?((诚聘|诚招|急聘|急招|誠聘|誠徵)\s*|招聘\s+)[:：]?\s*(?=\S)", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex EmployerInFront();

    [GeneratedRegex(@"\s*[-–—|,]?\s*(薪水|薪资|薪資|月薪|年薪|薪酬)\s*[:：]?\s*\d.*$|\s+[-–—|]\s+(?=[^–—|]{0,20}([$€£¥]|\d\s?(k|m|mil|tr|triệu|usd|eur|vnd|gbp)\b|\bup ?to\b))((up ?to|from|around|lương)\s+)?[$€£¥]?\d[\d.,]*\s?(k|m|mil|tr|triệu)?(\s?-\s?[$€£¥]?\d[\d.,]*\s?(k|m|mil|tr|triệu)?)?\s?(usd|eur|vnd|gbp)?(\s?(gross|net|/\s?(month|year|mo)))?\s*$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex PayBehind();

    [GeneratedRegex(@"\s+[-–|]\s+(vaga de emprego|job|jobs|careers|stellenangebot|stellenanzeige|offre d['’]emploi|oferta de (empleo|trabajo)|job (posting|description|opening)|\d{1,3} locations?(\(s\))?)\s*$|\s+(gesucht|gezocht|wanted|söks|søges|poszukiwan[aey])\s*!*\s*$|(?<=\p{Lo})\s*[(（]?(数量不限|人数不限|若干名?|數名|数名|\d{1,3}\s?[名人])[)）]?\s*$|(?<=\S)\s*(신입|경력|정규직)?\s*(채용|모집)(\s?공고)?\s*$|(?<=\S)[をの]?募集中?\s*$|(?<=\p{L}(r|w|c|t))\s+(opening|vacancy)\s*$|(?<=\p{L}r)\s+jobs?\s*$|\s+[(\[](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* 20\d\d[)\]]\s*$|\s*[(\[](채용 ?마감|마감|closed|(position )?filled|expired|已招满|已结束|已关闭|募集終了|besetzt|pourvu|cerrad[ao]|encerrad[ao])[)\]]\s*$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Advert();

    [GeneratedRegex(@"\(\s*([mwfdxhgnv]|gn|all genders?|alle geschlechter|gn\*)(\s*[/|,*]\s*([mwfdxhivn]|divers|gn|[*]))*\s*\)|(?<=\s)([mwfdh]/[mwfdxh](/[mwfdx])?)(?=\s|$)", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Gender();

    [GeneratedRegex(@"[?!]\s*$|\w{4}[.;]\s*$|[。！？]\s*$|^\W*[$€£¥]\s?\d|^(what|why|how|who|where|when|about|our|your|the|we|you|if|as an?|join|meet|apply|see|view|visit|read|learn|back to)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Sentence();

    // Documents about roles in general: "Remote DevOps Jobs", "Engineering career ladder", "Interview guide for engineers".
    [GeneratedRegex(@"\b(jobs|(?<!early )careers|career (path|ladder|framework|page)s?|vacancies|job openings|ladder|engineering levels|leveling|handbook|readme|contributing|guidelines|checklist|template|rubric|growth (matrix|framework|plan)|competenc(y|ies)|titles|interview questions|glossary|stellenangebote|vagas)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex AboutRoles();

    [GeneratedRegex(@"^\W*((our |current |open |latest |various |multiple |several |many )*(careers?|jobs|vacanc(y|ies)|openings|positions|roles|opportunities|recruitment|hiring)( (page|opportunities|openings|board|list))?|join (us|our team|the team)|work with us|kari[eé]ra|karriere|stellen(angebote?|ausschreibung(en)?|anzeigen?)?|offene stellen|jobangebote|vacatures?|werken bij( ons)?|recrutement|offres? d['’]emploi|nous rejoindre|rejoignez[- ]nous|lavora con noi|trabaj[aá] con nosotros|trabalhe conosco|vagas|empleo|praca|oferty pracy|lediga (jobb|tjänster)|採用情報|採用|求人|招聘|招聘职位|职位|加入我们|채용|채용 ?정보)\W*$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex CareersWord();

    [GeneratedRegex(@"^\W*(title:\s*)?\W?(vacature|vacancy:|stellenausschreibung:?|stellenangebot:?|offre d['’]emploi\s*[:–—-]|oferta de (empleo|trabajo)\s*[:–—-]|job opening:|(descripci[óo]n del puesto|descri[çc][ãa]o da vaga|stellenbeschreibung|description du poste|fiche de poste|vacante|вакансия)\s*[:–—-])\s+\S{3}", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex AnnouncedRole();

    // "Data Engineer 32 - 40 uur p/w Utrecht".
    [GeneratedRegex(@"\s*[,(–—|-]?\s*(\d{1,2}\s?(-|–|to|bis|tot|à)\s?)?\d{2}\s?(uur|stunden|std\.?|hours|hrs|heures|h)(\s?(p/w|per (week|wk)|/ ?(week|wk|woche)|pro woche|a week|weekly|par semaine))(\b.{0,30})?$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex HoursBehind();

    [GeneratedRegex(@"\b(experience|years?|yrs?|salary|pay|ctc|hours|shift|batch|deadline|openings?|immediate|urgent|posted|apply|now|\d+ ?[-–] ?\d+)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex FactBehind();

    [GeneratedRegex(@"\s+", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Blanks();
}
