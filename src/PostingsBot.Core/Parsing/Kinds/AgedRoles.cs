using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Kinds;

/// <summary>A page of openings saved as plain text: each title's line is followed by one that says how old the entry is ("7 days agoFull Time").</summary>
internal static partial class AgedRoles
{
    private const int MaxTitle = 90;

    public static void Find(DocumentOutline outline, List<RoleScope> roles)
    {
        var lines = outline.Blocks.Where(block => block.Kind is not BlockKind.TableRow).Lines().Where(line => line.Text.Trim().Length > 0).ToList();
        var found = new List<RoleScope>();
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].Text.Length > MaxTitle || Age().IsMatch(lines[i].Text) || !Age().IsMatch(lines[i + 1].Text))
                continue;
            var block = new Block(BlockKind.Paragraph, 0, [lines[i], lines[i + 1]], []);
            var title = new Stated<string>(RoleTitles.Clean(lines[i].Text), lines[i].ToEvidence());
            var behind = new LabelledValue(Label.Employment, Age().Replace(lines[i + 1].Text, ""), lines[i + 1].ToEvidence(), LabelOrigin.Line, []);
            if (title.Value.Length > 0)
                found.Add(new RoleScope(outline, [block], title, [behind]));
        }

        // One such pair may stand on any page.
        if (found.Count > 1)
            roles.AddRange(found);
    }

    [GeneratedRegex(@"^\W*(posted )?(yesterday|today|just (posted|now)|(an?|\d{1,3}\+?) (hours?|days?|weeks?|months?) ago)", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Age();
}
