using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>The level, from the title or a label. Text about other people's levels ("you mentor juniors") is not asked.</summary>
internal sealed class SeniorityStage : IStage<IReadOnlyList<Stated<Seniority>>>
{
    // Longer is no title as written but a sentence that names the title.
    private const int MaxWritten = 160;
    private const int MaxLine = 1000;
    private const int MaxWhole = 30;
    private const int MaxBeside = 6;
    private static readonly Cue WantedCue = new(WantedLevel, Patterns.AnyCase);

    public Verdict<IReadOnlyList<Stated<Seniority>>> Read(RoleScope role, Findings found)
    {
        var levels = Of(found.TitleTexts().Take(1), Terms.TitleSeniorities);
        if (levels.Count == 0)
            levels = Of(found.TitleTexts().Skip(1).Where(text => text.Text.Length <= MaxWritten), Terms.Seniorities);
        if (levels.Count == 0)
            levels = Of(role.Texts(Label.Level), Terms.Seniorities);
        if (levels.Count == 0)
            levels = Of(WholeValues(role), Terms.Seniorities);
        if (levels.Count == 0 && role.IsWhole)
            levels = Of(WholeItems(role), Terms.Seniorities);
        if (levels.Count == 0 && role.IsWhole)
            levels = Of(Wanted(role).Take(1), Terms.TitleSeniorities);
        return levels.Count == 0 ? Verdict<IReadOnlyList<Stated<Seniority>>>.None : Verdict<IReadOnlyList<Stated<Seniority>>>.Found(levels);
    }

    // "experience: Mid Level": a value that names a level and nothing else.
    private static IEnumerable<(string Text, Evidence Evidence)> WholeValues(RoleScope role) =>
        (role.IsWhole ? role.Outline.FrontMatter.Entries : [])
            .Where(entry => entry.Path.Contains("experience", StringComparison.OrdinalIgnoreCase) && entry.Value.Length is > 0 and <= MaxWhole
                && Terms.Seniorities.Find(entry.Value).Sum(match => match.Length) + MaxBeside >= entry.Value.Length)
            .Select(entry => (entry.Value, entry.ToEvidence()));

    // "- 👦 Júnior": an item that names a level and nothing else.
    private static IEnumerable<(string Text, Evidence Evidence)> WholeItems(RoleScope role) =>
        role.Blocks.Where(block => block.Kind is BlockKind.ListItem && block.Text.Length is > 0 and <= MaxWhole)
            .Where(block => Terms.Seniorities.Find(block.Text) is [{ Value: not Seniority.Intern } match] && match.Length == block.Text.Count(char.IsLetter) && block.Text.Skip(match.Start).Take(match.Length).All(char.IsLetter))
            .Select(block => (block.Text, block.ToEvidence()));

    // "We're looking for Senior Backend developers": the level of the one role that the document speaks of.
    private static IEnumerable<(string Text, Evidence Evidence)> Wanted(RoleScope role)
    {
        foreach (var line in role.Blocks.Where(block => block.Kind is not BlockKind.Heading).Lines().Where(line => line.Text.Length <= MaxLine))
        {
            if (WantedCue.Match(line) is { Success: true } wanted && RoleTitles.IsRole(wanted.Groups["title"].Value))
                yield return (wanted.Groups["title"].Value, line.ToEvidence());
        }
    }

    private static List<Stated<Seniority>> Of(IEnumerable<(string Text, Evidence Evidence)> texts, PhraseVocabulary<Seniority> words) =>
        [.. texts
            .SelectMany(text => words.Find(text.Text.Replace('+', ' ')).Where(match => !IsPeople(text.Text, match)).Select(match => new Stated<Seniority>(match.Value, text.Evidence)))
            .DistinctBy(level => level.Value)];

    // "Bioinformatics staff": those who work there. "Engineer, Staff" and "Staff Engineer" are a level.
    private static bool IsPeople(string text, TermMatch<Seniority> match) =>
        match.Value is Seniority.Staff && match.Start > 1 && text.AsSpan(match.Start + match.Length).Trim().Length == 0
        && text[match.Start - 1] is ' ' && char.IsLetter(text[match.Start - 2]) && text.AsSpan(match.Start, match.Length).Equals("staff", StringComparison.OrdinalIgnoreCase);

    private const string WantedLevel = @"\b(looking for|seeking|hiring|searching for|recruiting|in search of|procura(mos)?( por)?|busca(mos|ndo)?( por)?|contrata(mos)?|suchen|sucht|recherch(e|ons)|tuyển|(position|role|job) is for)( an?| our| the| some| several| multiple| more| new| experienced| talented| uma?| eine?n?| une?| \d+){0,3} (?<title>(senior|sr\.?|s[êe]nior|junior|j[úu]nior|jr\.?|pleno|lead|principal|staff|mid[- ]level|mid|mid[- /]senior|mid[- ]to[- ]senior)[ /-][\w#+./-]+( [\w#+./&-]+){0,4}?|(desenvolvedora?|desarrolladora?|engenheir[oa]|ingenier[oa]|analista|programadora?|arquitet[oa]|arquitect[oa]|dev|developer)( de| em| en)?( [\w#+./-]+){0,3}? (ssr|semi[- ]?senior|s[êe]nior|sr|pleno|j[úu]nior|jr)([ /]+(o |ou |e |y )?(ssr|s[êe]nior|sr|pleno|j[úu]nior|jr)){0,2})(?=[,.;:()!]| (with|to|who|for|in|that|and|at|on|com|con|para|mit|zur|pour|qui)\b|\s*$)";
}
