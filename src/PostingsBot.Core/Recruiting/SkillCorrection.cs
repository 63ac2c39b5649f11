using System.Text.RegularExpressions;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Recruiting;

/// <summary>Skills that are added, dropped or set: "add Kubernetes as a nice to have", "drop PHP", "skills: Go, Rust".</summary>
internal static partial class SkillCorrection
{
    private static readonly HashSet<string> Small =
        [.. "and or a an the as is are with of for to in on skill skills experience knowledge nice have optional required preferred bonus plus must needed mandatory mentioned only just now also be good strong some requirement requirements desirable also".Split(' ')];

    public static bool Names(string text) => Named(text).Named.Count > 0;

    public static FieldReading Add(string text, Posting current)
    {
        var (named, unknown) = Named(text);
        var need = NeedOf(text);
        var added = named.Where(name => !current.Skills.Any(skill => skill.Name == name && (need is null || skill.Need == need))).ToList();
        var skills = current.Skills.Where(skill => !added.Contains(skill.Name)).Concat(added.Select(name => New(name, need ?? SkillNeed.Required)));
        return Stated([.. skills], unknown.Select(CorrectionWording.UnknownSkill));
    }

    public static FieldReading Drop(string text, Posting current)
    {
        var (named, unknown) = Named(text);
        var missing = named.Concat(unknown).Where(name => !current.Skills.Any(skill => Same(skill.Name, name)));
        return Stated([.. current.Skills.Where(skill => !named.Concat(unknown).Any(name => Same(skill.Name, name)))], missing.Select(CorrectionWording.NotAmongSkills));
    }

    public static FieldReading Set(string text)
    {
        var (named, unknown) = Named(text);
        var need = NeedOf(text) ?? SkillNeed.Required;
        return named.Count == 0 ? FieldReading.Problem(CorrectionWording.UnreadValue(RoleField.Skills, text)) : Stated([.. named.Select(name => New(name, need))], unknown.Select(CorrectionWording.UnknownSkill));
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static Skill New(string name, SkillNeed need) => new(name, need, new Evidence(1, 1, ""));

    private static FieldReading Stated(IReadOnlyList<Skill> skills, IEnumerable<string> problems) =>
        new([RoleField.Skills], PostingFields.Blank with { Skills = skills }) { Problems = [.. problems] };

    private static (List<string> Named, List<string> Unknown) Named(string text)
    {
        var (named, unknown) = (new List<string>(), new List<string>());
        foreach (var piece in Separators().Split(text).Select(Bare).Where(piece => piece.Length > 0))
        {
            if (SkillVocabulary.Default.ByName(piece) is { } whole)
                named.Add(whole.Name);
            else if (SkillVocabulary.Default.Find(piece, lenient: true) is { Count: > 0 } found)
                named.AddRange(found.Select(match => match.Value.Name));
            else
                unknown.Add(piece);
        }

        return ([.. named.Distinct(StringComparer.Ordinal)], unknown);
    }

    /// <summary>A part of a list without the small words around the name: "Rust as a nice to have" is Rust.</summary>
    private static string Bare(string piece)
    {
        var words = Words.Split(piece);
        var (first, end) = (0, words.Count);
        while (first < end && Small.Contains(words[first].Folded))
            first++;
        while (end > first && Small.Contains(words[end - 1].Folded))
            end--;
        return first == end ? "" : piece[(words[first].Start > 0 && piece[words[first].Start - 1] is '.' ? words[first].Start - 1 : words[first].Start)..(words[end - 1].Start + words[end - 1].Length)];
    }

    private static SkillNeed? NeedOf(string text) => Preferred().IsMatch(text) ? SkillNeed.Preferred : Required().IsMatch(text) ? SkillNeed.Required : Mentioned().IsMatch(text) ? SkillNeed.Mentioned : null;

    [GeneratedRegex(@",|;|/|&|\band\b|\bor\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex(@"\b(nice[ -]to[ -]have|optional|preferred|bonus|a plus|desirable|not required)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Preferred();

    [GeneratedRegex(@"\b(required|must|mandatory|needed)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Required();

    [GeneratedRegex(@"\bmentioned\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Mentioned();
}
