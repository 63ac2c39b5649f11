using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Kinds;

/// <summary>Adverts one after another in a plain text, divided by lines of dashes, each with its title in the first line.</summary>
internal static partial class DividedRoles
{
    private const int Least = 3;
    private const int MaxTitle = 60;
    private const int ShortestDivider = 12;
    private static readonly string[] Signs = [new('-', ShortestDivider), new('=', ShortestDivider), new('_', ShortestDivider), new('*', ShortestDivider)];

    /// <summary>The roles in reading order; empty where fewer than three parts open with a role, or most parts do not.</summary>
    public static IReadOnlyList<RoleScope> Find(DocumentOutline outline)
    {
        if (outline.FrontMatter.IsPresent || !Array.Exists(Signs, sign => outline.Source.Value.Contains(sign, StringComparison.Ordinal)))
            return [];
        var parts = Parts(outline);
        // "Vaga 1", "Vaga 2": each says where it begins, whatever stands in front of the first.
        if (parts.Count > Least && TitleOf(parts[0]) is null && parts.Skip(1).All(part => Numbered().IsMatch(part[0].Lines[0].Text)))
            parts.RemoveAt(0);
        // What stands in front of the first title or behind the last speaks of all: one employer's roles.
        if (parts.Count < Least || TitleOf(parts[0]) is null || TitleOf(parts[^1]) is null)
            return [];
        var titled = parts.Select(part => (Part: part, Title: TitleOf(part))).Where(entry => entry.Title is not null).ToList();
        if (titled.Count < Least || titled.Count(entry => RoleTitles.IsRole(entry.Title!.Value)) * 2 < titled.Count || titled.Count * 3 < parts.Count * 2)
            return [];
        return [.. titled.Select(entry => new RoleScope(outline, entry.Part, entry.Title))];
    }

    private static List<List<Block>> Parts(DocumentOutline outline)
    {
        var parts = new List<List<Block>> { new() };
        var line = 1;
        foreach (var block in outline.Blocks)
        {
            var isBehindDivider = false;
            for (; line <= block.FirstLine; line++)
                isBehindDivider |= Divider().IsMatch(outline.Source.Line(line));
            if (isBehindDivider && parts[^1].Count > 0)
                parts.Add([]);
            // A line of equals signs right over the title is a line of the title's paragraph.
            if (block.Lines.Count > 0 && Divider().IsMatch(block.Lines[0].Text))
                parts[^1].AddRange(block.Lines.Count > 1 ? [block with { Lines = [.. block.Lines.Skip(1)] }] : []);
            else if (block.Lines.Count > 0)
                parts[^1].Add(block);
        }

        parts.RemoveAll(part => part.Count == 0);
        return parts;
    }

    // "SOUDEUR", "Job 2 - Data Engineer"; a sentence or a question form in front of the adverts is none.
    private static Stated<string>? TitleOf(List<Block> part)
    {
        var first = part[0].Lines[0];
        if (first.Text.Length > MaxTitle || part.Count < 2 && part[0].Lines.Count < 2)
            return null;
        var title = RoleTitles.Clean(Numbered().Replace(first.Text, ""));
        return RoleTitles.CanBeTitle(title) && (RoleTitles.IsRole(title) || (title.Any(char.IsUpper) && !title.Any(char.IsLower))) ? new Stated<string>(title, first.ToEvidence()) : null;
    }

    [GeneratedRegex(@"^\s*[-=_*]{12,}\s*$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Divider();

    [GeneratedRegex(@"^\W*(job|role|position|vacancy|vaga|offre|poste|oferta|puesto|stelle)\s*(n[°º.]?\s*)?#?\d{1,3}\s*[-–:.)]\s*(\p{L}[^-–>]{0,30}(->|→)\s*)?", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Numbered();
}
