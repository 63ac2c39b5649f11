using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Roles;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Kinds;

/// <summary>Bullets that each link to a role and name who hires: "[Heron - Data Engineer](…)", "Heron is hiring a data engineer".</summary>
internal static partial class BulletRoles
{
    private const int Least = 3;

    /// <summary>The roles in reading order, section by section; none of a section where fewer than three bullets name an employer.</summary>
    public static IReadOnlyList<RoleScope> Find(DocumentOutline outline)
    {
        var roles = new List<RoleScope>();
        var section = new List<Block>();
        foreach (var block in outline.Blocks)
        {
            if (block.Kind is BlockKind.Heading)
            {
                roles.AddRange(FindIn(outline, section));
                section.Clear();
            }
            else if (block is { Kind: BlockKind.ListItem, Lines.Count: > 0 })
            {
                section.Add(block);
            }
        }

        return [.. roles, .. FindIn(outline, section)];
    }

    private static IReadOnlyList<RoleScope> FindIn(DocumentOutline outline, List<Block> items)
    {
        var read = items.Select(item => (Item: item, Entry: Divide(item))).Where(found => found.Entry is not null).ToList();
        if (read.Count < Least || read.Count * 3 < items.Count(item => item.Level == read[0].Item.Level))
            return [];
        var lead = LeadOf(read[0].Item);
        var level = read[0].Item.Level;
        return [.. items.Select(item => (item, Divide(item) ?? (lead.Length > 0 && item is { Links.Count: > 0 } && item.Level == level && LeadOf(item) == lead ? DivideLoosely(item.Links[0].Text) : null)))
            .Where(found => found.Item2 is not null)
            .Select(found => ToScope(outline, found.item, found.Item2!.Value))];
    }

    // "[Heron - Engineer](…)", "**Heron** - [Engineer](…)", or "[Heron] Engineer, Berlin (https://…)" without a link.
    private static (string Employer, string Title)? Divide(Block item)
    {
        if (item.Links.Count == 0 || item.Links[0].Text.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            return Bracketed().Match(item.Text) is { Success: true } entry ? Divide(entry.Value) : null;
        if (Divide(item.Links[0].Text) is { } divided)
            return divided;
        var front = InFront().Match(item.Text);
        return front.Success && item.Text[front.Length..].StartsWith(item.Links[0].Text, StringComparison.Ordinal) ? Divide(front.Groups["name"].Value.Trim() + " - " + item.Links[0].Text) : null;
    }

    private static (string Employer, string Title)? Divide(string text)
    {
        if (HiringHeadlines.Read(text) is { } headline)
            return (headline.Employer, headline.Title);
        if (Pair().Match(text.Trim()) is not { Success: true } pair)
            return null;
        var (name, title) = (pair.Groups["name"].Value.Trim(), RoleTitles.Clean(pair.Groups["title"].Value));
        return RoleTitles.IsRole(title) && name.Any(char.IsLetter) && !RoleTitles.IsRole(name) && !RoleTitles.IsOfJob(name) ? (name, title) : null;
    }

    // Among bullets of one shape, one without a dash: the first word is the employer.
    private static (string Employer, string Title)? DivideLoosely(string text)
    {
        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        return blank > 1 && RoleTitles.Clean(text[blank..]) is var title && RoleTitles.IsRole(title) && !RoleTitles.IsOfJob(text[..blank]) && !RoleTitles.IsRole(text[..blank])
            ? (text[..blank], title)
            : null;
    }

    private static string LeadOf(Block item) => Lead().Match(item.Text).Value;

    private static RoleScope ToScope(DocumentOutline outline, Block item, (string Employer, string Title) entry)
    {
        var evidence = item.ToEvidence();
        var behind = item.Text.IndexOf(entry.Title, StringComparison.Ordinal) is var at and >= 0 ? item.Text[(at + entry.Title.Length)..] : "";
        List<LabelledValue> labels = [new(Label.Company, entry.Employer, evidence, LabelOrigin.Line, []), .. HeaderFacts.ReadRest(behind.TrimStart(',', ' '), evidence)];
        if (item.Links is [var link, ..])
            labels.Add(new LabelledValue(Label.Apply, link.Text, evidence, LabelOrigin.Line, [link.Url]));
        return new RoleScope(outline, [item], new Stated<string>(entry.Title, evidence), labels);
    }

    [GeneratedRegex(@"^\[?(?<name>[^\[\]|:–—]{1,50}?)\]?\s*(\s[-–—]\s|[|｜:：]\s*|\]\s*)(?<title>\S.{2,120})$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Pair();

    [GeneratedRegex(@"^(?<name>[^\[\]|:–—,.]{2,40}?)\s*(\s[-–—]|[|:：])\s*", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex InFront();

    [GeneratedRegex(@"^\[[^\[\]]{1,40}\]\s*[^,(|;]{2,100}?(?=\s*([,(|;]|\s[-–—]\s|https?:|$))", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^\[[^\[\]]{1,30}\]", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Lead();
}
