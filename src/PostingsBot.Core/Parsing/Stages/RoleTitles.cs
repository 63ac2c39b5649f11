using System.Text.RegularExpressions;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>What a job title looks like, and what is no part of one.</summary>
internal static partial class RoleTitles
{
    private const int MaxLength = 160;
    private const int MaxWords = 16;

    private static readonly HashSet<string> Nouns = new(
        ("engineer developer programmer architect analyst manager designer administrator scientist specialist consultant director lead head officer swe sde"
        + " executive representative coordinator assistant associate intern internship trainee technician recruiter writer editor researcher tester"
        + " supervisor clerk nurse counsel secretary president chief vp cto ceo cio devops sre sdet qa strategist advisor adviser accountant operator"
        + " marketer evangelist advocate instructor teacher trainer planner producer owner partner expert driver commissioner registrar auditor"
        + " freelancer apprentice contractor agent buyer controller mentor translator support operations development fullstack backend frontend"
        + " developpeur developpeuse ingenieur architecte administrateur chef responsable stagiaire alternant expert technicien integrateur"
        + " entwickler entwicklerin softwareentwickler ingenieur leiter leitung berater sachbearbeiter werkstudent praktikant mitarbeiter"
        + " projektleiter fachinformatiker referent kaufmann kauffrau elektroniker mechatroniker pflegefachkraft"
        + " desenvolvedor desenvolvedora programador programadora analista engenheiro engenheira pessoa estagio estagiario arquiteto gerente tecnico"
        + " desarrollador desarrolladora ingeniero ingeniera arquitecto").Split(' '),
        StringComparer.Ordinal);

    private static readonly string[] AsianNouns =
        ["工程師", "エンジニア", "デザイナー", "プログラマ", "マネージャ", "經理", "专员", "專員", "助理", "人員", "服務員", "開發", "開発", "設計師", "社員", "工讀生", "主管", "領班", "店員", "技術員", "業務", "教師", "司機", "개발자", "엔지니어", "디자이너"];

    /// <summary>The text names a role: it is short, no sentence, and holds a role's noun.</summary>
    public static bool IsRole(string text)
    {
        if (text.Length is < 2 or > MaxLength || Sentence().IsMatch(text))
            return false;
        var words = Words.Split(text);
        if (words.Count is 0 or > MaxWords)
            return false;
        return words.Any(word => Nouns.Contains(word.Folded) || (word.Folded.EndsWith('s') && Nouns.Contains(word.Folded[..^1])))
            || Terms.Disciplines.Find(text).Any(match => match.Value.Length > 0 && match.Length > text.Length / 2)
            || AsianNouns.Any(noun => text.Contains(noun, StringComparison.Ordinal));
    }

    /// <summary>The title without tags, "We're hiring a", leading [places] and the employer behind "at" or "@".</summary>
    public static string Clean(string text)
    {
        var title = Tag().Replace(text, " ");
        title = Hiring().Replace(title, "");
        title = LeadingBracket().Replace(title, "");
        title = Advert().Replace(title, "");
        if (BehindOf(title) is { } behind)
            title = title[..behind.Index];
        title = Gender().Replace(title, " ");
        return Blanks().Replace(title, " ").Trim().Trim('|', '*', '`', '#', ':', '-', '–', '—').Trim();
    }

    /// <summary>The employer that stands in the title behind "at" or "@", or null.</summary>
    public static string? EmployerIn(string text)
    {
        var match = BehindOf(Advert().Replace(Tag().Replace(text, " "), ""));
        var name = match?.Groups["name"].Value.Trim();
        return name is null || AreaVocabulary.Default.Resolve(name) is not null ? null : name;
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

    [GeneratedRegex(@"^\s*(we(['’]re| are)( currently)? (hiring|looking for|seeking)|(now )?hiring|join us as|apply (for|as)|wanted|we need|job( title)?)\s*:?\s*(an?|our next|our first)?\s+", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Hiring();

    [GeneratedRegex(@"^\s*(\[[^\]]{0,80}\]\s*)+", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex LeadingBracket();

    [GeneratedRegex(@"\s(@|at|na|chez)\s+(?<name>[\p{Lu}\d][^|()\[\]–—]{0,60}?|[a-z]+\.[a-z]{2,6})(\s+[-–—|]\s.*)?$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex EmployerBehind();

    [GeneratedRegex(@"\s(em|\|)\s+(?<name>\p{Lu}[\w&.' -]{1,50})$|\s\[\s*(?<name>\p{Lu}[\w&.' -]{1,50})\]\s*$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex NameBehind();

    [GeneratedRegex(@"\s+[-–|]\s+(vaga de emprego|job|jobs|careers|stellenangebot|offre d'emploi)\s*$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Advert();

    [GeneratedRegex(@"\(\s*([mwfdxhgn]|gn|all genders?)(\s*[/|,]\s*([mwfdxhi]|divers|gn))*\s*\)", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Gender();

    [GeneratedRegex(@"[?!]\s*$|[.;]\s*$|^(what|why|how|who|where|when|about|our|your|the|we|you|if|as an?|join|meet|apply|see|view|visit|read|learn)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\s+", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Blanks();
}
