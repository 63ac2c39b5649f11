using System.Globalization;
using System.Text;
using NodaTime.Text;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Export;

/// <summary>
/// Writes a posting as Markdown with YAML front matter that <see cref="Parsing.DocumentParser"/> reads as the same facts. Facts that programs look for stand in the
/// front matter; what only the text tells stands in its sections, in the document's words.
/// </summary>
public static class PostingMarkdown
{
    private const string Remarks = "Also stated";

    public static string Write(Posting posting)
    {
        var text = new StringBuilder("---\n");
        FrontMatter(text, posting);
        text.Append("---\n");
        // What has no heading would belong to the section before it.
        foreach (var section in posting.Sections.OrderBy(section => section.Heading.Length > 0))
            Section(text, section.Heading, section.Passages.Select(passage => passage.Text));
        Section(text, "Requirements", Untold(posting, SkillNeed.Required));
        Section(text, "Nice to have", Untold(posting, SkillNeed.Preferred));
        Section(text, Remarks, RemarksOf(posting));
        return text.ToString();
    }

    private static void FrontMatter(StringBuilder text, Posting posting)
    {
        One(text, "title", posting.Title.Value);
        One(text, "company", posting.Company?.Value);
        Many(text, "locations", posting.Locations.Select(place => place.Value.Text));
        One(text, "workplace", posting.Workplace is { } workplace ? TermNames.Of(workplace.Value) : null);
        Many(text, "remote_within", posting.RemoteWithin.Select(place => place.Value.Text));
        Many(text, "employment_type", posting.EmploymentTypes.Select(type => TermNames.Of(type.Value)));
        Many(text, "level", posting.Seniorities.Select(level => TermNames.Of(level.Value)));
        Many(text, "salary", posting.Salaries.Select(pay => Show.Salary(pay.Value)));
        One(text, "date_posted", posting.Posted is { } posted ? LocalDatePattern.Iso.Format(posted.Value) : null);
        One(text, "valid_through", posting.ValidThrough is { } end ? LocalDatePattern.Iso.Format(end.Value) : null);
        One(text, "apply_url", posting.ApplyUrl?.Value);
        Many(text, "skills", Untold(posting, SkillNeed.Mentioned));
        One(text, "status", posting.Status is { } status ? TermNames.Of(status.Value) : null);
    }

    /// <summary>The lines of facts that no key of the front matter holds, when no section has them.</summary>
    private static IEnumerable<string> RemarksOf(Posting posting) =>
        new[] { posting.Degree?.Evidence, posting.Experience?.Evidence, posting.Visa?.Evidence, posting.TimeZones?.Evidence }
            .OfType<Evidence>().Select(evidence => evidence.Text).Where(line => !IsInText(posting, line)).Distinct(StringComparer.Ordinal);

    /// <summary>Skills that neither the title nor a section names.</summary>
    private static IEnumerable<string> Untold(Posting posting, SkillNeed need) =>
        posting.Skills.Where(skill => skill.Need == need && skill.Evidence != posting.Title.Evidence && !IsInText(posting, skill.Evidence.Text)).Select(skill => skill.Name);

    private static bool IsInText(Posting posting, string line) =>
        posting.Sections.Any(section => section.Heading.Contains(line, StringComparison.Ordinal) || section.Passages.Any(passage => passage.Text.Contains(line, StringComparison.Ordinal)));

    private static void One(StringBuilder text, string key, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
            text.Append(key).Append(": ").Append(Quoted(value)).Append('\n');
    }

    private static void Many(StringBuilder text, string key, IEnumerable<string> values)
    {
        var list = values.Distinct(StringComparer.Ordinal).ToList();
        if (list.Count < 2)
        {
            One(text, key, list.FirstOrDefault());
            return;
        }

        text.Append(key).Append(":\n");
        foreach (var value in list)
            text.Append("  - ").Append(Quoted(value)).Append('\n');
    }

    private static void Section(StringBuilder text, string heading, IEnumerable<string> passages)
    {
        var lines = passages.Where(passage => !string.IsNullOrWhiteSpace(passage)).ToList();
        if (lines.Count == 0)
            return;
        if (heading.Length > 0)
            text.Append("\n## ").Append(MarkdownText.Escape(OneLine(heading))).Append('\n');
        foreach (var line in lines)
            text.Append('\n').Append(heading.Length > 0 && lines.Count > 1 ? "- " : "").Append(MarkdownText.Escape(OneLine(line))).Append('\n');
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
