using System.Text;
using NodaTime;
using NodaTime.Text;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Recruiting;
using PostingsBot.Core.Vocabulary;
using PostingsBot.Recruiting.Answers;

namespace PostingsBot.Recruiting;

/// <summary>A role's fields as a form, and what was filled in as a change. Each input is read as the same words would be when they are said.</summary>
internal static class RoleForms
{
    private const string None = Show.NotStated;
    private const string About = "about";

    /// <summary>Inputs by the fields whose values they hold.</summary>
    private static readonly IReadOnlyList<(string Input, RoleField Field)> Fields =
    [
        ("title", RoleField.Title), ("employer", RoleField.Employer), ("location", RoleField.Location), ("workplace", RoleField.Workplace), ("eligible", RoleField.EligibleFrom),
        ("employment", RoleField.Employment), ("level", RoleField.Seniority), ("pay", RoleField.Pay), ("closing", RoleField.ValidThrough), ("apply", RoleField.Apply),
    ];

    /// <summary>The form of a role that is being prepared, or with a version of one of the catalogue.</summary>
    public static RoleFormAnswer Of(string id, Posting shown, long? version = null) => new(id, ValuesOf(shown)) { Text = RecruitingWording.FormOf(shown), Version = version, Notes = [RecruitingWording.EmptyToRemove] };

    /// <summary>The form of a posting that begins with it.</summary>
    public static RoleFormAnswer Empty(string text, IReadOnlyDictionary<string, string>? filled = null) =>
        new("", new Dictionary<string, string>(filled ?? new Dictionary<string, string>()) { [About] = filled?.GetValueOrDefault(About) ?? "" }) { Text = text };

    /// <summary>The text of a posting that a form states: its fields as front matter, then what was written. Null without a title.</summary>
    public static string? TextOf(IReadOnlyDictionary<string, string> filled)
    {
        if (Filled(filled, "title") is null)
            return null;
        var text = new StringBuilder("---\n");
        foreach (var (input, key) in new[]
        {
            ("title", "title"), ("employer", "company"), ("location", "locations"), ("workplace", "workplace"), ("eligible", "remote_within"), ("employment", "employment_type"), ("level", "level"),
            ("pay", "salary"), ("closing", "valid_through"), ("apply", "apply_url"),
        })
        {
            if (Filled(filled, input) is { } value)
                text.Append(key).Append(": \"").Append(OneLine(value).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append("\"\n");
        }

        text.Append("---\n");
        if (Filled(filled, About) is { } about)
            text.Append('\n').Append(about).Append('\n');
        if (Filled(filled, "skills") is { } skills)
            text.Append("\n## Requirements\n\n").Append(OneLine(skills)).Append('\n');
        if (Filled(filled, "nice") is { } nice)
            text.Append("\n## Nice to have\n\n").Append(OneLine(nice)).Append('\n');
        return text.ToString();
    }

    /// <summary>What was filled in that the role does not say yet. Inputs that did not come back change nothing.</summary>
    public static Correction Read(IReadOnlyDictionary<string, string> filled, Posting shown, LocalDate today)
    {
        var before = ValuesOf(shown);
        PostingEdit? edit = null;
        var (problems, notes, current) = (new List<string>(), new List<string>(), shown);
        foreach (var (input, field) in Fields.Concat([("skills", RoleField.Skills), ("nice", RoleField.NiceToHave)]))
        {
            if (!filled.TryGetValue(input, out var written) || Same(written, before[input]))
                continue;
            var read = field is RoleField.Skills or RoleField.NiceToHave ? SkillsOf(filled, current, field) : CorrectionReader.Read(Sentence(field, written), current, today);
            problems.AddRange(read.Problems);
            notes.AddRange(read.Notes);
            if (read.Edit is null)
                continue;
            edit = edit is null ? read.Edit : edit.And(read.Edit);
            current = read.Edit.Over(current);
        }

        return new Correction(edit, problems, notes);
    }

    private static string Sentence(RoleField field, string written) =>
        written.Trim() is { Length: > 0 } value && value != None ? $"{TermNames.Of(field)}: {OneLine(value)}" : $"no {TermNames.Of(field)}";

    /// <summary>Skills are listed anew: those that were not there come, those that are gone go.</summary>
    private static Correction SkillsOf(IReadOnlyDictionary<string, string> filled, Posting current, RoleField field)
    {
        var need = field is RoleField.Skills ? SkillNeed.Required : SkillNeed.Preferred;
        var names = (filled[need is SkillNeed.Required ? "skills" : "nice"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var kept = current.Skills.Where(skill => skill.Need != need && !names.Contains(skill.Name, StringComparer.OrdinalIgnoreCase));
        var read = names.Select(name => new Skill(SkillVocabulary.Default.ByName(name)?.Name ?? name, need, new Evidence(1, 1, name)));
        return new Correction(PostingEdit.Of([RoleField.Skills], current with { Skills = [.. kept, .. read] }), [], []);
    }

    private static Dictionary<string, string> ValuesOf(Posting shown)
    {
        var values = Fields.ToDictionary(one => one.Input, one => PostingFields.Text(one.Field, shown), StringComparer.Ordinal);
        values["workplace"] = shown.Workplace is { } workplace ? TermNames.Of(workplace.Value) : None;
        values["closing"] = shown.ValidThrough is { } day ? LocalDatePattern.Iso.Format(day.Value) : "";
        values["skills"] = Skills(shown, SkillNeed.Required);
        values["nice"] = Skills(shown, SkillNeed.Preferred);
        return values;
    }

    private static string Skills(Posting shown, SkillNeed need) => string.Join(", ", shown.Skills.Where(skill => skill.Need == need).Select(skill => skill.Name).Distinct());

    private static string? Filled(IReadOnlyDictionary<string, string> filled, string input) => filled.TryGetValue(input, out var value) && value.Trim() is { Length: > 0 } text && text != None ? text : null;

    private static bool Same(string written, string before) => OneLine(written) == OneLine(before);

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));
}
