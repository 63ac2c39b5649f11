using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Kinds;

/// <summary>A role that stands in the text of a link, and where the link leads; no address where it leads to another file beside the document.</summary>
internal sealed record LinkedRole(Stated<string> Title, Stated<string>? Url, Block Block);

/// <summary>Roles that a document names only in the text of links.</summary>
internal static partial class LinkedRoles
{
    public static List<LinkedRole> Find(IReadOnlyList<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Kind is BlockKind.Heading && OpenHeading().IsMatch(blocks[i].Text) && FindIn(Under(blocks, i), true) is { Count: > 0 } open)
                return open;
        }

        return FindIn(blocks, false);
    }

    /// <summary>What stands under the heading "Available positions"; null without one.</summary>
    public static IReadOnlyList<Block>? UnderOpen(IReadOnlyList<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Kind is BlockKind.Heading && OpenHeading().IsMatch(blocks[i].Text))
                return Under(blocks, i);
        }

        return null;
    }

    /// <summary>The entry is a list item or a heading that leads to a page beside this one and names no employer: its employer is the document's.</summary>
    public static bool LeadsToFile(RoleScope entry) =>
        ((entry.Blocks is [{ Kind: BlockKind.ListItem, Links: [var file, ..] }] && IsFile(file.Url))
            || (entry.Blocks is [{ Kind: BlockKind.Heading, Links: [var page] }, ..] && Addresses.Absolute(page.Url) is null && !page.Url.StartsWith('#')))
        && !entry.LabelledAs(Label.Company).Any();

    private static bool IsFile(string url) => url.Split('#', '?')[0].EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    // "/careers/lead-designer": a page of the same site for one job.
    private static bool IsJobPage(string url) => JobPage().IsMatch(url);

    private static List<Block> Under(IReadOnlyList<Block> blocks, int heading) =>
        [.. blocks.Skip(heading + 1).TakeWhile(block => block.Kind is not BlockKind.Heading || block.Level > blocks[heading].Level)];

    private static List<LinkedRole> FindIn(IReadOnlyList<Block> blocks, bool isOpen)
    {
        var roles = new List<LinkedRole>();
        foreach (var block in blocks)
        {
            foreach (var link in block.Links)
            {
                var title = RoleTitles.Clean(link.Text);
                var url = Addresses.Absolute(link.Url);
                if (url is null ? !(isOpen || IsFile(link.Url) || IsJobPage(link.Url)) || link.Url.StartsWith('#') : url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || Person().IsMatch(url) || IsHomePage(url))
                    continue;
                if (!RoleTitles.IsRole(title) || IsPhrase(link, block) || (!isOpen && NoRole().IsMatch(title)) || (url is null ? roles.Any(role => role.Title.Value == title) : roles.Any(role => role.Url?.Value == url)))
                    continue;
                var evidence = block.Lines.FirstOrDefault(line => line.Holds(link.Line))?.ToEvidence() ?? new Evidence(link.Line, link.Line, link.Text);
                roles.Add(new LinkedRole(new Stated<string>(title, evidence), url is null ? null : new Stated<string>(url, evidence), block with { Links = [link] }));
            }
        }

        return roles;
    }

    // "backed by [Founders Works](https://founders.example)": a house, not a role.
    private static bool IsHomePage(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.PathAndQuery is "/" && address.Fragment.Length == 0;

    // "our [fantastic partners](…)": a link in lower case inside a sentence is no title.
    private static bool IsPhrase(Link link, Block block) => link.Text.Length < block.Text.Length && link.Text.Length > 0 && char.IsLower(link.Text[0]);

    /// <summary>The roles of one posting that lists several under a heading of its own ("Roles"); empty when it has but one.</summary>
    public static IReadOnlyList<LinkedRole> FindSeveral(RoleScope document)
    {
        var section = document.Sections.FirstOrDefault(section => section.Heading is { } heading && RolesHeading().IsMatch(heading.Text));
        var roles = section is null ? [] : Find(section.Blocks);
        return roles.Count > 1 ? roles : [];
    }

    [GeneratedRegex(@"\b(careers?|jobs|page|ladder|handbook|blog|our|team|openings|guide|engineering at|interview|process|training|levels|plan|(?<!\bof )(support|operations|development))$|\b(ladder|handbook|blog|podcast|video)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex NoRole();

    [GeneratedRegex(@"^\W*((all|our|current(ly)?|see|the) ){0,2}(open|current|available|vacant) (positions?|roles?|jobs?|vacancies|opportunities)\W*$|^\W*(job openings|openings|vacancies|open vacancies)\W*$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex OpenHeading();

    [GeneratedRegex(@"^(\.{0,2}/)?([\w-]+/){0,3}(careers?|jobs?|vacanc(y|ies)|positions?|openings?|stellen(angebote)?|karriere|recrutement|emplois?|offres?|vagas|empleos?|vacatures?|lavora-con-noi|kariera)/[\w.-]+/?$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex JobPage();

    // A colleague's page, not a job's.
    [GeneratedRegex(@"^https?://([\w-]+\.)?(linkedin\.com/(in|pub)/|twitter\.com/|x\.com/|github\.com/[\w-]+/?$|angel\.co/u/)", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Person();

    [GeneratedRegex(@"^\W*((open|current|available|the) )?(roles|positions|openings|vacancies|vagas|stellen|postes)\W*$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex RolesHeading();
}
