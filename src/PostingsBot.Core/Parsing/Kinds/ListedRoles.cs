using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Kinds;

/// <summary>The entries of a list of roles: rows of tables and numbered headings ("### 2. Engineer at Acme") with the blocks under each.</summary>
internal static partial class ListedRoles
{
    public static IReadOnlyList<RoleScope> Find(DocumentOutline outline)
    {
        var roles = TableRoles.Find(outline);
        FindNumbered(outline, roles);
        AgedRoles.Find(outline, roles);
        return roles;
    }

    /// <summary>"100% remote jobs": what the list's own headings say of all its entries.</summary>
    public static Stated<Workplace>? WorkplaceOfAll(DocumentOutline outline)
    {
        foreach (var heading in outline.Blocks.Where(block => block.Kind is BlockKind.Heading).TakeWhile(block => !Number().IsMatch(block.Text)))
        {
            if (Terms.Workplaces.Find(heading.Text) is { Count: > 0 } found && found.All(match => match.Value is Workplace.Remote))
                return new Stated<Workplace>(Workplace.Remote, heading.ToEvidence());
        }

        return null;
    }

    private static void FindNumbered(DocumentOutline outline, List<RoleScope> roles)
    {
        var blocks = outline.Blocks;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Kind is not BlockKind.Heading || Number().Match(blocks[i].Text) is not { Success: true } number)
                continue;
            var end = i + 1;
            while (end < blocks.Count && (blocks[end].Kind is not BlockKind.Heading || blocks[end].Level > blocks[i].Level))
                end++;
            var title = RoleTitles.Clean(blocks[i].Text[number.Length..]);
            if (RoleTitles.IsRole(title))
                roles.Add(new RoleScope(outline, [.. blocks.Skip(i).Take(end - i)], new Stated<string>(title, blocks[i].ToEvidence())));
        }
    }

    [GeneratedRegex(@"^\d{1,4}[.)]\s+", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Number();
}
