using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Kinds;

/// <summary>Bullets that are a role each with its employer and its place, and more bullets with facts under each: "**Data Engineer** at `Heron` (Leeds, UK)".</summary>
internal static partial class EntryBullets
{
    private const int Least = 3;

    /// <summary>The roles in reading order; none where fewer than three bullets have the form, or where most bullets of their level have another.</summary>
    public static IReadOnlyList<RoleScope> Find(DocumentOutline outline)
    {
        var blocks = outline.Blocks;
        var starts = Enumerable.Range(0, blocks.Count).Where(i => blocks[i] is { Kind: BlockKind.ListItem, Level: 1, Lines.Count: > 0 }).ToList();
        var read = starts.ConvertAll(i => Form().Match(blocks[i].Text));
        var isRole = read.ConvertAll(match => match.Success && RoleTitles.IsRole(RoleTitles.Clean(match.Groups["title"].Value)));
        if (read.Count(match => match.Success) < Least || isRole.Count(role => role) * 2 < starts.Count)
            return [];
        return [.. starts.Select((start, index) => (Start: start, Match: read[index]))
            .Where(entry => entry.Match.Success && RoleTitles.CanBeTitle(entry.Match.Groups["title"].Value))
            .Select(entry => ToScope(outline, entry.Start, entry.Match))];
    }

    private static RoleScope ToScope(DocumentOutline outline, int start, Match match)
    {
        var head = outline.Blocks[start];
        var under = outline.Blocks.Skip(start + 1).TakeWhile(block => block.Kind is BlockKind.ListItem && block.Level > head.Level).ToList();
        List<LabelledValue> labels =
        [
            new(Label.Company, match.Groups["name"].Value.Trim(), head.ToEvidence(), LabelOrigin.Line, []),
            .. LabelReader.Read(outline with { FrontMatter = FrontMatter.FrontMatterBlock.None }, under),
        ];
        if (match.Groups["place"].Value is { Length: > 0 } place)
            labels.Add(new LabelledValue(Label.Location, place, head.ToEvidence(), LabelOrigin.Line, []));
        return new RoleScope(outline, [head, .. under], new Stated<string>(RoleTitles.Clean(match.Groups["title"].Value), head.ToEvidence()), labels);
    }

    [GeneratedRegex(@"^(?<title>[^|]{3,110}?)\s+(at|@)\s+`?(?<name>[\p{Lu}\d][^()|`]{0,58}?)`?(?:\s*\((?<place>[^()]{2,80})\)|\s+[-–—|]\s+(?<place>[^|]{2,60}))?\s*$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Form();
}
