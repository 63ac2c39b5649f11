using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Stages;

namespace PostingsBot.Core.Parsing.Sources.Feeds;

/// <summary>Titles of items and of channels that name an employer.</summary>
internal static partial class FeedTitles
{
    private const int MaxName = 80;

    /// <summary>"Acme: Data Engineer" and "Data Engineer at Acme (Berlin, Germany)" as role and employer.</summary>
    public static (string Title, string? Employer) Split(string written)
    {
        var text = written.Trim();
        if (Behind().Match(text) is { Success: true } behind && RoleTitles.IsRole(behind.Groups["title"].Value))
            return (behind.Groups["title"].Value, behind.Groups["name"].Value.Trim());
        if (InFront().Match(text) is { Success: true } front && RoleTitles.IsRole(RoleTitles.Clean(front.Groups["title"].Value)) && !RoleTitles.IsRole(front.Groups["name"].Value))
            return (front.Groups["title"].Value, front.Groups["name"].Value.Trim());
        return (text, null);
    }

    /// <summary>"Data Engineer — Acme" beside the summary "Acme · Berlin · Full-time": the summary's first part is the employer, the rest are facts.</summary>
    public static (string Title, string Employer, IReadOnlyList<string> Others)? SplitBy(string summary, string title)
    {
        var parts = Part().Split(summary.Trim());
        var name = parts[0].Trim();
        if (parts.Length < 2 || name.Length is 0 or > MaxName || !title.EndsWith(name, StringComparison.OrdinalIgnoreCase))
            return null;
        var rest = title[..^name.Length].TrimEnd();
        return rest.Length > 1 && rest[^1] is '-' or '–' or '—' or '|' or '·' or '@' ? (rest[..^1].TrimEnd(), name, parts[1..]) : null;
    }

    /// <summary>"Jobs at Acme": the employer whose channel it is, or null.</summary>
    public static string? EmployerOf(string channel) => Channel().Match(channel.Trim()) is { Success: true } match ? match.Groups["name"].Value.Trim() : null;

    [GeneratedRegex(@"^(?<title>.{2,160}?) at (?<name>\p{Lu}[^()]{1,80}?|[\p{L}\d][^()\s]{1,60})(\s*\([^()]{0,120}\)){0,4}$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Behind();

    [GeneratedRegex(@"\s+[·•|]\s+", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Part();

    [GeneratedRegex(@"^(?<name>[^:]{2,80}):\s+(?<title>.{2,200})$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex InFront();

    [GeneratedRegex(@"^(all |current |open |latest )?(jobs?|careers?|openings|open (positions|roles)|vacancies|job (openings|postings|vacancies)|stellenangebote|offres d'emploi|vagas) (at|bei|chez|na|@) (?<name>[\p{L}\d][^|:–—]{1,60})$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Channel();
}
