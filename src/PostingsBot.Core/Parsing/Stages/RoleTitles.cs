using System.Text.RegularExpressions;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>What a job title looks like, and what is no part of one.</summary>
internal static partial class RoleTitles
{
    private const int MaxLength = 160;
    private const int MaxWords = 16;
    private const int MaxLevelWords = 5;

    /// <summary>The text names a role: it is short, no sentence, and holds a role's noun.</summary>
    public static bool IsRole(string text)
    {
        if (!CanBeTitle(text))
            return false;
        var words = Words.Split(text);
        if (words.Count == 0 || words.Count(word => char.IsAsciiLetterOrDigit(word.Folded[0])) > MaxWords)
            return false;
        return RoleWords.Default.NameRole(text, words)
            || IsLevelOfSkill(text, words)
            || Terms.Disciplines.Find(text, words).Any(match => match.Value.Length > 0 && match.Length > text.Length / 2);
    }

    /// <summary>The text may be a title where other evidence says that it is: short, no sentence, nothing about jobs in general.</summary>
    public static bool CanBeTitle(string text) => text.Length is > 1 and <= MaxLength && text.Any(char.IsLetter) && !Sentence().IsMatch(text) && !AboutRoles().IsMatch(text);

    // "PHP Sênior": a level and a technology need no noun.
    private static bool IsLevelOfSkill(string text, IReadOnlyList<Word> words) =>
        words.Count <= MaxLevelWords && Terms.Seniorities.Find(text, words).Count > 0 && SkillVocabulary.Default.Find(text).Count > 0;

    /// <summary>The text speaks of roles in general: a list of jobs, a ladder, a guide.</summary>
    public static bool IsAboutRoles(string text) => AboutRoles().IsMatch(text);

    /// <summary>The title without tags, "We're hiring a", leading [places], gender forms and the employer behind "at" or "@".</summary>
    public static string Clean(string text)
    {
        var title = Tag().Replace(text, " ");
        title = Pictogram().Replace(title, "");
        title = Hiring().Replace(title, "");
        title = LeadingBracket().Replace(title, "");
        title = Advert().Replace(title, "");
        if (BehindOf(title) is { } behind)
            title = title[..behind.Index];
        title = Gender().Replace(title, " ");
        return Blanks().Replace(title, " ").Trim().Trim('|', '*', '`', '#', ':', '：', '-', '–', '—').Trim();
    }

    /// <summary>The employer that stands in the title behind "at" or "@", or null.</summary>
    public static string? EmployerIn(string text)
    {
        var match = BehindOf(Advert().Replace(Tag().Replace(text, " "), ""));
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
        var match = EmployerBehind().Match(title);
        if (match.Success)
            return match;
        match = NameBehind().Match(title);
        if (!match.Success)
            return null;
        var name = match.Groups["name"].Value;
        var known = AreaVocabulary.Default.Resolve(name.Trim()) is not null || Terms.Workplaces.Find(name).Count > 0 || Terms.EmploymentTypes.Find(name).Count > 0
            || Terms.Seniorities.Find(name).Count > 0 || Terms.Disciplines.Find(name).Count > 0 || SkillVocabulary.Default.Find(name).Count > 0 || IsRole(name);
        return known ? null : match;
    }

    [GeneratedRegex(@"<[^<>]{0,300}>", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^[\p{So}\p{Cs}\uFE0F\u200D\s]+|[\p{So}\p{Cs}\uFE0F\u200D\s]+$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Pictogram();

    [GeneratedRegex(@"^\s*((we(['’]re| are)( currently)? (hiring|looking for|seeking)|(now )?hiring|join us as|apply (for|as)|wanted|we need|wir suchen|gesucht|stellenangebot|(nous )?recherch(e|ons)|offre d['’]emploi|se busca|buscamos|oferta de (empleo|trabajo)|vaga( de emprego)?( para)?|oportunidade|job opening|open (position|role)|vacancy)\s*:?\s+(an?\s+|our next\s+|our first\s+|eine?n?\s+|une?\s+)?|(job|role|position|title|job title|position title)\s*:\s*)", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Hiring();

    [GeneratedRegex(@"^\s*(\[[^\]]{0,80}\]\s*-?\s*)+", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex LeadingBracket();

    [GeneratedRegex(@"\s((na |no |em |at )?@\s*|(at|na|chez|bei)\s+)(?<name>[\p{Lu}\d][^|()\[\]–—]{0,60}?|[a-z]+\.[a-z]{2,6})(\s+[-–—|]\s.*)?$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex EmployerBehind();

    [GeneratedRegex(@"\s(em|no|\|)\s+(?<name>\p{Lu}[\w&.' -]{1,50})$|\s\[\s*(?<name>\p{Lu}[\w&.' -]{1,50})\]\s*$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex NameBehind();

    [GeneratedRegex(@"\s+[-–|]\s+(vaga de emprego|job|jobs|careers|stellenangebot|stellenanzeige|offre d['’]emploi|oferta de (empleo|trabajo)|job (posting|description|opening))\s*$|\s+gesucht!?\s*$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Advert();

    [GeneratedRegex(@"\(\s*([mwfdxhgnv]|gn|all genders?|alle geschlechter|gn\*)(\s*[/|,*]\s*([mwfdxhivn]|divers|gn|[*]))*\s*\)|(?<=\s)([mwfdh]/[mwfdxh](/[mwfdx])?)(?=\s|$)", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Gender();

    [GeneratedRegex(@"[?!]\s*$|\w{4}[.;]\s*$|[。！？]\s*$|^\W*[$€£¥]\s?\d|^(what|why|how|who|where|when|about|our|your|the|we|you|if|as an?|join|meet|apply|see|view|visit|read|learn|back to)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Sentence();

    // Documents about roles in general: "Remote DevOps Jobs", "Engineering career ladder", "Interview guide for engineers".
    [GeneratedRegex(@"\b(jobs|(?<!early )careers|career (path|ladder|framework|page)s?|vacancies|job openings|ladder|engineering levels|leveling|handbook|readme|contributing|guidelines|checklist|template|rubric|growth (matrix|framework|plan)|competenc(y|ies)|titles|interview questions|glossary|stellenangebote|vagas)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex AboutRoles();

    [GeneratedRegex(@"\s+", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Blanks();
}
