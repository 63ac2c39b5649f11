using System.Globalization;
using System.Text;
using NodaTime.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Export;

/// <summary>
/// Writes a posting as Markdown with YAML front matter that is read as the same posting: every fact stands in the front matter under keys that other tools know as well, the text in its
/// sections. <see cref="RoleFormat"/> reads it back.
/// </summary>
public static class PostingMarkdown
{
    /// <summary>Stands for a heading that the document left out, where the passages would else belong to the section before.</summary>
    internal const string NoHeading = "…";

    public static string Write(Posting posting)
    {
        // What has no heading would belong to the section before it.
        var sections = posting.Sections.OrderBy(section => section.Heading.Length > 0).ToList();
        var text = new StringBuilder("---\n");
        FrontMatter(text, posting, sections);
        text.Append("---\n");
        for (var i = 0; i < sections.Count; i++)
            Section(text, sections[i], isFirst: i == 0);
        return text.ToString();
    }

    /// <summary>A file with these first lines was written here.</summary>
    public static bool IsStart(IEnumerable<string> lines) => lines.SequenceEqual(["---", $"{RoleFormat.Key}: {Quoted(RoleFormat.Name)}"]);

    private static void FrontMatter(StringBuilder text, Posting posting, IReadOnlyList<Section> sections)
    {
        One(text, RoleFormat.Key, RoleFormat.Name);
        One(text, "title", posting.Title.Value);
        One(text, "company", posting.Company?.Value);
        Many(text, "locations", posting.Locations.Select(place => place.Value.Text));
        One(text, "workplace", posting.Workplace is { } workplace ? TermNames.Of(workplace.Value) : null);
        Many(text, "remote_within", posting.RemoteWithin.Select(place => place.Value.Text));
        One(text, "time_zones", posting.TimeZones?.Value);
        Many(text, "employment_type", posting.EmploymentTypes.Select(type => TermNames.Of(type.Value)));
        Many(text, "level", posting.Seniorities.Select(level => TermNames.Of(level.Value)));
        Many(text, "salary", posting.Salaries.Select(pay => PayText.Write(pay.Value)));
        One(text, "date_posted", posting.Posted is { } posted ? LocalDatePattern.Iso.Format(posted.Value) : null);
        One(text, "valid_through", posting.ValidThrough is { } end ? LocalDatePattern.Iso.Format(end.Value) : null);
        One(text, "apply_url", posting.ApplyUrl?.Value);
        Many(text, "required_skills", Skills(posting, SkillNeed.Required));
        Many(text, "preferred_skills", Skills(posting, SkillNeed.Preferred));
        Many(text, "skills", Skills(posting, SkillNeed.Mentioned));
        One(text, "degree", posting.Degree?.Value.Name);
        One(text, "degree_need", posting.Degree?.Value.Need.ToString());
        One(text, "experience_years", posting.Experience is { } experience ? ExperienceText.Write(experience.Value) : null);
        One(text, "visa", posting.Visa?.Value);
        One(text, "status", posting.Status is { } status ? TermNames.Of(status.Value) : null);
        Many(text, "sections", sections.Select(section => section.Kind.ToString()));
    }

    private static IEnumerable<string> Skills(Posting posting, SkillNeed need) => posting.Skills.Where(skill => skill.Need == need).Select(skill => skill.Name);

    private static void One(StringBuilder text, string key, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
            text.Append(key).Append(": ").Append(Quoted(value)).Append('\n');
    }

    private static void Many(StringBuilder text, string key, IEnumerable<string> values)
    {
        var list = values.ToList();
        if (list.Count < 2)
        {
            One(text, key, list.FirstOrDefault());
            return;
        }

        text.Append(key).Append(":\n");
        foreach (var value in list)
            text.Append("  - ").Append(Quoted(value)).Append('\n');
    }

    private static void Section(StringBuilder text, Section section, bool isFirst)
    {
        if (section.Heading.Length > 0 || !isFirst)
            text.Append("\n## ").Append(section.Heading.Length > 0 ? MarkdownText.Escape(OneLine(section.Heading)) : NoHeading).Append('\n');
        foreach (var passage in section.Passages.Where(passage => !string.IsNullOrWhiteSpace(passage.Text)))
            text.Append('\n').Append(section.Heading.Length > 0 ? "- " : "").Append(MarkdownText.Escape(OneLine(passage.Text))).Append('\n');
    }

    /// <summary>A double-quoted YAML scalar in one line.</summary>
    internal static string Quoted(string value)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in OneLine(value))
        {
            if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (char.IsControl(c) || c is '\uFEFF' or '\u2028' or '\u2029')
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
