using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.FrontMatter;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Kinds;

/// <summary>
/// Headings that are a role each with its employer: linked titles under the employer's heading ("## Heron (2)", "### [Data Engineer](…)"), and
/// "### Data Engineer - Heron" on a page that asks who is hiring.
/// </summary>
internal static partial class HeadedRoles
{
    private const int Least = 3;
    private const int MaxName = 60;

    private static readonly Label[] Facts = [Label.Location, Label.Salary, Label.Posted, Label.Employment, Label.Remote, Label.Workplace, Label.Skills];

    /// <summary>The roles in reading order; empty where the headings are one employer's.</summary>
    public static IReadOnlyList<RoleScope> Find(DocumentOutline outline)
    {
        var headings = Enumerable.Range(0, outline.Blocks.Count).Where(index => outline.Blocks[index] is { Kind: BlockKind.Heading, Lines.Count: > 0 }).ToList();
        if (headings.Count < Least)
            return [];
        var linked = Linked(outline, headings);
        if (linked.Count > 0)
            return linked;
        return IsOfBoard(outline.Blocks[headings[0]].Text) && Dashed(outline, headings) is { Count: > 0 } dashed ? dashed : Fronted(outline, headings);
    }

    /// <summary>The heading that the entry opens with, or the one over it, names who hires.</summary>
    public static bool NamesEmployer(RoleScope entry) =>
        entry.Blocks is [{ Kind: BlockKind.Heading }, ..] && entry.LabelledAs(Label.Company).Any(value => value.Origin is LabelOrigin.Heading);

    private static List<RoleScope> Linked(DocumentOutline outline, List<int> headings)
    {
        var entries = new List<(int At, Block Employer, string Title)>();
        Block? above = null;
        foreach (var index in headings)
        {
            var block = outline.Blocks[index];
            if (block.Links is [var link] && Addresses.Absolute(link.Url) is not null && link.Text.Trim() == block.Text.Trim())
            {
                if (above is not null && above.Level < block.Level)
                    entries.Add((index, above, RoleTitles.Clean(block.Text)));
            }
            else
            {
                above = block;
            }
        }

        if (entries.Count < Least || entries.Count(entry => RoleTitles.IsRole(entry.Title)) * 2 < entries.Count)
            return [];
        var employers = entries.Select(entry => entry.Employer).Distinct().ToList();
        if (employers.Count < 2 || employers.Count(block => IsName(NameOf(block))) * 3 < employers.Count * 2)
            return [];
        var roles = entries.Where(entry => entry.Title.Length > 0).Select(entry => ToScope(outline, entry.At, entry.Title, NameOf(entry.Employer), entry.Employer.ToEvidence())).ToList();
        return roles.Count(role => role.Labels.Any(value => Facts.Contains(value.Label))) * 2 >= roles.Count ? roles : [];
    }

    private static List<RoleScope> Dashed(DocumentOutline outline, List<int> headings)
    {
        var roles = new List<RoleScope>();
        foreach (var index in headings)
        {
            var block = outline.Blocks[index];
            if (Pair().Match(block.Text) is { Success: true } pair && RoleTitles.Clean(pair.Groups["title"].Value) is var title && RoleTitles.IsRole(title) && MayHire(pair.Groups["name"].Value))
                roles.Add(ToScope(outline, index, title, pair.Groups["name"].Value.Trim(), block.ToEvidence()));
        }

        return roles.Count > 1 ? roles : [];
    }

    // "### Heron - Data Engineer", "### Wren - Designer": most headings of one level, and different employers.
    private static List<RoleScope> Fronted(DocumentOutline outline, List<int> headings)
    {
        foreach (var level in headings.GroupBy(index => outline.Blocks[index].Level).Where(level => level.Count() >= Least))
        {
            var entries = level
                .Select(index => (At: index, Pair: Front().Match(outline.Blocks[index].Text)))
                .Where(entry => entry.Pair.Success && IsEmployer(entry.Pair.Groups["name"].Value) && RoleTitles.IsRole(RoleTitles.Clean(entry.Pair.Groups["title"].Value)))
                .ToList();
            if (entries.Count < Least || entries.Count * 3 < level.Count() * 2 || entries.DistinctBy(entry => entry.Pair.Groups["name"].Value.Trim()).Count() * 2 <= entries.Count)
                continue;
            return [.. entries.Select(entry => ToScope(outline, entry.At, RoleTitles.Clean(entry.Pair.Groups["title"].Value), entry.Pair.Groups["name"].Value.Trim(), outline.Blocks[entry.At].ToEvidence()))];
        }

        return [];
    }

    private static bool IsEmployer(string name) => IsName(name) && !RoleTitles.IsOfJob(name) && MayHire(name) && !Numbered().IsMatch(name);

    private static RoleScope ToScope(DocumentOutline outline, int at, string title, string employer, Evidence named)
    {
        var heading = outline.Blocks[at];
        var blocks = outline.Blocks.Skip(at).TakeWhile((block, index) => index == 0 || block.Kind is not BlockKind.Heading || block.Level > heading.Level).ToList();
        var labels = LabelReader.Read(outline with { FrontMatter = FrontMatterBlock.None }, blocks);
        return new RoleScope(outline, blocks, new Stated<string>(title, heading.ToEvidence()), [new LabelledValue(Label.Company, employer, named, LabelOrigin.Heading, []), .. labels]);
    }

    private static bool IsOfBoard(string heading) => Board().IsMatch(heading);

    private static string NameOf(Block heading) => Count().Replace(heading.Text, "").Trim();

    private static bool IsName(string text) =>
        text.Length is > 1 and <= MaxName && !RoleTitles.IsRole(text) && !RoleTitles.IsOfJob(text) && !RoleTitles.IsAboutRoles(text) && Terms.Headings.Find(text).Count == 0;

    // Behind a role's name, where employers are expected: anything but a place, a way of working or another role.
    private static bool MayHire(string text) =>
        !RoleTitles.IsRole(text) && AreaVocabulary.Default.Resolve(text) is null && Terms.Workplaces.Find(text).Count == 0 && Terms.EmploymentTypes.Find(text).Count == 0
        && !Terms.Disciplines.Find(text).Any(match => match.Length >= text.Trim().Length);

    [GeneratedRegex(@"\s*[(\[]\s*\d{1,4}( \w+)?\s*[)\]]\s*$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Count();

    [GeneratedRegex(@"\bwho(['’]s| is)? hiring\b|\b(jobs?|hiring) (board|list)\b|\bjob (openings|listings)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Board();

    [GeneratedRegex(@"^(?<title>\S.{2,100}?)\s+(?:[-–—|@]|at)\s+(?<name>[\p{Lu}\d][^|–—]{1,58})$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Pair();

    [GeneratedRegex(@"^(?<name>[^|:–—-]{2,50}?)\s+[-–—|:]\s+(?<title>\S.{2,100})$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Front();

    // "Week 1 - Engineer", "Step 2": parts of one text.
    [GeneratedRegex(@"\d$|^\W*\d", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Numbered();
}
