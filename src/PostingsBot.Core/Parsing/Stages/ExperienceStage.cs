using System.Globalization;
using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>Years of experience asked for. Several numbers: the largest minimum, since it speaks of the whole career.</summary>
internal sealed partial class ExperienceStage : IStage<Stated<Experience>>
{
    /// <summary>How far back the employer may be named, in characters.</summary>
    private const int MostBefore = 160;

    private static readonly Cue YearsCue = new(Years, Patterns.AnyCase);

    public Verdict<Stated<Experience>> Read(RoleScope role, Findings found)
    {
        Stated<Experience>? best = null;
        foreach (var section in role.Sections)
        {
            var isOfOthers = section.Kind is SectionKind.About or SectionKind.Benefits or SectionKind.NiceToHave;
            foreach (var line in isOfOthers ? section.Lines.Where(line => Labelled().IsMatch(line.Text)) : section.Lines)
            {
                foreach (Match match in YearsCue.Matches(line))
                {
                    if (IsOfOthers(line.Text, match))
                        continue;
                    var min = Number(match.Groups["min"].Value);
                    var max = match.Groups["max"].Success ? Number(match.Groups["max"].Value) : (int?)null;
                    if (min is > 0 and <= 30 && (max is null || max >= min) && (best is null || min > best.Value.MinYears))
                        best = new Stated<Experience>(new Experience(min, max), line.ToEvidence());
                }
            }
        }

        return best is null ? Verdict<Stated<Experience>>.None : Verdict<Stated<Experience>>.Found(best);
    }

    /// <summary>"In the 19 years since its founding", "wir bringen über 10 Jahre Erfahrung mit": the employer's years, or an age.</summary>
    private static bool IsOfOthers(string text, Match match) =>
        TimeBefore().IsMatch(text.AsSpan(0, match.Index)) || TimeAfter().IsMatch(text.AsSpan(match.Index + match.Length)) || OwnBefore().IsMatch(text.AsSpan(0, match.Index)[^Math.Min(match.Index, MostBefore)..]);

    // "Experience: 5+ years" says it wherever it stands.
    [GeneratedRegex(@"^\W*((years of |work |professional )?experience|berufserfahrung|exp[ée]rience|experiencia|experi[êe]ncia)( required)?\s*[:：]", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"\b(in|over|during|within) the (past |last |next |first )?$|\b(past|last|next|first|these) $", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex TimeBefore();

    [GeneratedRegex(@"^ ?(since|ago|old|of age|later|anniversary)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex TimeAfter();

    [GeneratedRegex(@"\b(we|we['’]ve|wir|nous|our team|our company|our agency)\b(?![^.!?]*\b(look\w*|requir\w*|expect\w*|need\w*|want\w*|seek\w*|ask\w*|hir\w*|prefer\w*|you|your|candidates?|someone|who|suchen|erwarten|wünschen|brauchen|recherch\w*|cherch\w*|exig\w*|du|dich|sie)\b)[^.!?]*$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex OwnBefore();

    private static int Number(string text) => text.ToLowerInvariant() switch
    {
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "seven" => 7,
        "ten" => 10,
        "zwei" or "deux" or "dos" or "dois" => 2,
        "drei" or "trois" or "tres" or "três" => 3,
        "fünf" or "cinq" or "cinco" => 5,
        _ => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0,
    };

    private const string Years = @"\b(?<min>\d{1,2}|one|two|three|four|five|seven|ten|zwei|drei|fünf|deux|trois|cinq|dos|tres|dois|três|cinco) ?(?:\+|(?:-|–|to|or|à|bis|a|y) ?(?<max>\d{1,2}))? ?\+?(?: (?:or|ou|o|oder|e|y|et) (?:more|mais|más|mas|mehr|plus))? ?(?:years?|yrs|ans|années|jahre\w*|anos|años)['’]?\b(?=.{0,80}\b(?:experience|experiência|experiencia|expérience|erfahrung|berufserfahrung|working|developing|building|programming|in|of|with|as)\b|(?<=\b(?:experiencias?|experiências?|expériences?|erfahrung|experience)\b.{0,80})|(?<=\b(?:at least|au moins|mindestens|al menos|pelo menos)\b.{0,30}))|(?<min>\d{1,2}) ?(?:[-~～〜至] ?(?<max>\d{1,2}) ?)?年(?:以上|及以上|间|間)?(?=.{0,30}(?:经验|經驗|経験|工作|実務))|(?<min>\d{1,2})年以上|(?:경력|경험) ?:? ?(?<min>\d{1,2}) ?(?:[-~] ?(?<max>\d{1,2}) ?)?년|(?<min>\d{1,2}) ?(?:[-~] ?(?<max>\d{1,2}) ?)?년 ?(?:이상|차)";
}
