using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing;
using PostingsBot.Core.Parsing.Stages;

namespace PostingsBot.Core.Recruiting;

/// <summary>
/// Divides a paste that advertises several roles: parts between rules, under headings of one rank, bold lines or numbered items of which each begins with a role's title. Every part keeps
/// its line numbers, and has what stands before the first.
/// </summary>
internal static partial class PasteParts
{
    /// <summary>More roles than this in one message are a list, not a paste.</summary>
    private const int Most = 20;

    private const int LongestTitle = 160;

    /// <summary>The parts, each as a text of as many lines as the whole; none when the paste is one role, or not surely several.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var lines = text.Split('\n');
        var starts = AtRules(lines) ?? AtMarks(lines, Heading) ?? AtMarks(lines, Bold) ?? AtMarks(lines, Numbered);
        if (starts is null || starts.Count is < 2 or > Most)
            return [];
        return [.. starts.Select((start, i) => Part(lines, starts[0], start, i + 1 < starts.Count ? starts[i + 1] : lines.Length))];
    }

    /// <summary>The text with its first line as a heading, when that names a role: people who paste leave markup out.</summary>
    public static string? WithHeading(string text)
    {
        var lines = text.Split('\n');
        var first = Array.FindIndex(lines, line => line.Trim().Length > 0);
        if (first < 0 || lines[first].Length > LongestTitle || TitleOf(lines[first]) is null)
            return null;
        lines[first] = "# " + Bare(lines[first]);
        return string.Join('\n', lines) + "\n";
    }

    private static List<int>? AtRules(string[] lines)
    {
        if (!Array.Exists(lines, line => Rule().IsMatch(line)) || Rule().IsMatch(lines.FirstOrDefault(line => line.Trim().Length > 0) ?? ""))
            return null;
        var starts = new List<int>();
        var others = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var begins = i == 0 || Rule().IsMatch(lines[i]);
            var at = begins ? Array.FindIndex(lines, i == 0 ? 0 : i + 1, line => line.Trim().Length > 0) : -1;
            if (at < 0)
                continue;
            if (TitleOf(lines[at]) is not null)
                starts.Add(at);
            else
                others++;
        }

        return starts.Count > 1 && others <= 1 ? starts : null;
    }

    /// <summary>Lines of one mark, of which every one names another role.</summary>
    private static List<int>? AtMarks(string[] lines, Func<string, string?> markOf)
    {
        foreach (var rank in lines.Select((line, at) => (Mark: markOf(line), At: at)).Where(line => line.Mark is not null).GroupBy(line => line.Mark))
        {
            var titles = rank.Select(line => TitleOf(lines[line.At])).ToList();
            if (titles.Count > 1 && titles.TrueForAll(title => title is not null) && titles.Distinct(StringComparer.OrdinalIgnoreCase).Count() == titles.Count)
                return [.. rank.Select(line => line.At)];
        }

        return null;
    }

    private static string? Heading(string line) => line.StartsWith('#') ? line[..line.TakeWhile(c => c is '#').Count()] : null;

    private static string? Bold(string line) => line.StartsWith("**", StringComparison.Ordinal) ? "**" : null;

    private static string? Numbered(string line) => Number().IsMatch(line) ? "1." : null;

    /// <summary>The role that a line begins with: "Backend Engineer (Berlin)", "Job 2: Frontend Engineer", "**Designer** - Acme".</summary>
    private static string? TitleOf(string line)
    {
        var text = Bare(line);
        if (text.Length is 0 or > LongestTitle || text.EndsWith('.') || text.EndsWith('?'))
            return null;
        var title = RoleTitles.Clean(text);
        if (RoleTitles.IsRole(title))
            return title;
        var lead = RoleTitles.Clean(Tail().Split(text)[0]);
        return RoleTitles.IsRole(lead) ? lead : null;
    }

    /// <summary>Without the mark of a heading or of a list, and without "Job 2:".</summary>
    private static string Bare(string line) => Marker().Replace(line.Trim(), "").Replace("**", "", StringComparison.Ordinal).Trim();

    private static string Part(string[] lines, int intro, int start, int end)
    {
        var own = string.Join('\n', lines.Select((line, i) => i >= start && i < end && !Rule().IsMatch(line) ? line : ""));
        return WithIntro(WithHeading(own) ?? own, lines, intro);
    }

    private static string WithIntro(string part, string[] lines, int intro)
    {
        var own = part.Split('\n');
        for (var i = 0; i < intro && i < own.Length; i++)
            own[i] = lines[i];
        return string.Join('\n', own);
    }

    [GeneratedRegex(@"^\s*(#+\s*|[-*•]\s+(?!\*)|\d{1,2}[.)]\s+)?((job|role|position|opening|vacancy|stelle)\s*(#?\d{1,2}|title)?\s*[:–-]\s*|(job )?title:\s*)?", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Marker();

    [GeneratedRegex(@"^\s*([-*_=]\s?){3,}\s*$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\s*\d{1,2}[.)]\s+\S", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+(at|in|for|bei|@)\s+|\s+[-–—|]\s+|\s*[(,:|]", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Tail();
}
