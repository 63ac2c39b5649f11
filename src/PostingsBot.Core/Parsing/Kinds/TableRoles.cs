using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Kinds;

/// <summary>Tables with a role in each row. The header row labels the columns; columns differ from table to table.</summary>
internal static partial class TableRoles
{
    private const string SameEmployer = "↳";

    public static List<RoleScope> Find(DocumentOutline outline)
    {
        var roles = new List<RoleScope>();
        var blocks = outline.Blocks;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Kind is not BlockKind.TableRow)
                continue;
            var end = i + 1;
            while (end < blocks.Count && blocks[end].Kind is BlockKind.TableRow && blocks[end].Cells.Count == blocks[i].Cells.Count)
                end++;
            ReadTable(outline, [.. blocks.Skip(i).Take(end - i)], roles);
            i = end - 1;
        }

        return roles;
    }

    private static void ReadTable(DocumentOutline outline, IReadOnlyList<Block> rows, List<RoleScope> roles)
    {
        var columns = rows[0].Cells.Select(cell => ColumnOf(cell.Text)).ToArray();
        if (rows.Count < 2 || !columns.Any(column => column is Label.Title or Label.Company or Label.Location))
            return;
        var titles = TitleColumn(columns, rows);
        if (titles < 0)
            return;
        (OutlineCell Cell, Block Row)? employer = null;
        var isOfRoles = rows.Skip(1).Count(row => RoleTitles.IsRole(RoleTitles.Clean(row.Cells[titles].Text))) * 2 > rows.Count - 1
            || (columns[titles] is Label.Title && IsApplied(columns, rows));
        foreach (var row in rows.Skip(1))
        {
            var labels = new List<LabelledValue>();
            for (var i = 0; i < columns.Length; i++)
            {
                var cell = row.Cells[i];
                if (columns[i] is Label.Company && (employer is null || cell.Text != SameEmployer))
                    employer = (cell, row);
                if (columns[i] is { } label && i != titles)
                    labels.Add(label is Label.Company ? ToValue(label, employer!.Value.Cell, employer.Value.Row) : ToValue(label, cell, row));
            }

            if (HiringHeadlines.Read(row.Cells[titles].Text) is { } headline)
            {
                labels.Add(new LabelledValue(Label.Company, headline.Employer, EvidenceOf(row.Cells[titles], row), LabelOrigin.Line, []));
                if (headline.Place is { } place)
                    labels.Add(new LabelledValue(Label.Location, place, EvidenceOf(row.Cells[titles], row), LabelOrigin.Line, []));
                roles.Add(new RoleScope(outline, [row], new Stated<string>(headline.Title, EvidenceOf(row.Cells[titles], row)), WithLink(labels, row, FirstOf(row.Cells[titles].Links))));
                continue;
            }

            foreach (var (title, link) in RolesIn(row.Cells[titles], isOfRoles))
                roles.Add(new RoleScope(outline, [row], new Stated<string>(title, EvidenceOf(row.Cells[titles], row)), WithLink(labels, row, link)));
        }
    }

    // A column for the role and one for the links: "QR" is a role there, whatever it means.
    private static bool IsApplied(Label?[] columns, IReadOnlyList<Block> rows) =>
        Array.IndexOf(columns, Label.Apply) is var links and >= 0 && rows.Skip(1).Count(row => row.Cells[links].Links.Count > 0) * 2 > rows.Count - 1;

    // One cell may hold several linked roles, or prose about one. Where most rows name roles, the others do in their own words.
    private static IEnumerable<(string Title, Link? Link)> RolesIn(OutlineCell cell, bool isOfRoles)
    {
        var linked = cell.Links.Select(link => (Title: RoleTitles.Clean(link.Text), Link: link)).Where(role => RoleTitles.IsRole(role.Title)).DistinctBy(role => role.Link.Url).ToList();
        if (linked.Count > 1)
            return linked.Select(role => (role.Title, (Link?)role.Link));
        return TitleIn(cell.Text, isOfRoles) is { } title ? [(title, FirstOf(cell.Links))] : [];
    }

    private static string? TitleIn(string text, bool isOfRoles)
    {
        var sentences = Sentence().Split(text).Select(RoleTitles.Clean).ToList();
        if (sentences.Count > 1 && Quoted().Match(text) is { Success: true } quoted && RoleTitles.IsRole(quoted.Groups["title"].Value))
            return quoted.Groups["title"].Value;
        return sentences.Find(RoleTitles.IsRole) ?? (isOfRoles ? sentences.Find(RoleTitles.CanBeTitle) : null);
    }

    private static Label? ColumnOf(string heading) =>
        heading.Trim().ToUpperInvariant() switch
        {
            "NAME" => Label.Company,
            "LINK" or "LINKS" or "APPLICATION/LINK" or "APPLICATION" => Label.Apply,
            _ => LabelNames.Of(heading),
        };

    // The labelled column, else the one whose cells name roles.
    private static int TitleColumn(Label?[] columns, IReadOnlyList<Block> rows)
    {
        var labelled = Array.IndexOf(columns, Label.Title);
        if (labelled >= 0)
            return labelled;
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i] is null && rows.Skip(1).Count(row => RoleTitles.IsRole(RoleTitles.Clean(row.Cells[i].Text))) * 2 > rows.Count - 1)
                return i;
        }

        return -1;
    }

    // The link of the title, of the link column, or else the row's first.
    private static List<LabelledValue> WithLink(List<LabelledValue> labels, Block row, Link? link)
    {
        if (link is null && !labels.Any(value => value is { Label: Label.Apply, Urls.Count: > 0 }))
            link = row.Links.Count == row.Cells[0].Links.Count ? FirstOf(row.Links) : Button(row, labels);
        if (link is not null)
            return [new LabelledValue(Label.Apply, link.Text, row.ToEvidence(), LabelOrigin.Line, [link.Url]), .. labels];
        return labels;
    }

    // The last cell with a link takes applications; the employer's own link leads to its site.
    private static Link? Button(Block row, List<LabelledValue> labels)
    {
        var ofEmployer = labels.Where(value => value.Label is Label.Company).SelectMany(value => value.Urls).ToList();
        return row.Cells.Reverse().Select(cell => cell.Links.FirstOrDefault(link => !ofEmployer.Contains(link.Url))).FirstOrDefault(link => link is not null);
    }

    private static Link? FirstOf(IReadOnlyList<Link> links) => links is [var first, ..] ? first : null;

    private static LabelledValue ToValue(Label label, OutlineCell cell, Block row)
    {
        var lines = cell.Lines.Where(line => !line.Bold || cell.Lines.Count == 1).Select(line => line.Text);
        return new LabelledValue(label, string.Join(" ; ", lines), EvidenceOf(cell, row), LabelOrigin.Line, [.. cell.Links.Select(link => link.Url)]);
    }

    private static Evidence EvidenceOf(OutlineCell cell, Block row) => new(row.FirstLine, row.LastLine, cell.Text);

    [GeneratedRegex("[\"“](?<title>[^\"“”]{3,100})[\"”]", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<=\w{3}[""”)]?)[.!?]\s+", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Sentence();
}
