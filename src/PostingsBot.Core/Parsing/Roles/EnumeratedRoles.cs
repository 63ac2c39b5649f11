using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Roles;

/// <summary>
/// Roles that a running text enumerates, each as a scope of its own with the rest of the text as what they share; and the one role of an
/// advert whose facts stand in a header line.
/// </summary>
internal static partial class EnumeratedRoles
{
    private const int MaxHeaders = 1000;
    private const long MaxReading = 20_000_000;

    private static readonly Label[] JobFacts = [Label.Location, Label.Salary, Label.SalaryMin, Label.Remote, Label.Employment, Label.Posted];

    /// <summary>The roles in reading order; empty when the text neither enumerates roles nor opens with a header line.</summary>
    /// <param name="document">The document.</param>
    /// <param name="ofEmployer">The document is about the employer: one heading that is a role suffices.</param>
    public static IReadOnlyList<RoleScope> Find(RoleScope document, bool ofEmployer = false)
    {
        var atoms = Atoms.Cut(document.Blocks);
        var headers = Headers(atoms);
        if (headers.Count > MaxHeaders)
            return [];
        var adverts = Adverts(atoms, headers);
        if (IsTooMuch(document, adverts.Sum(advert => advert.Roles.Count)))
            return [];
        if (adverts.Count > 0)
            return adverts.Count == 1 && adverts[0].Roles.Count == 1 && adverts[0].Header is { } only
                ? [Whole(document, adverts[0].Roles[0].Title, only)]
                : [.. adverts.SelectMany(advert => Scopes(document, atoms, adverts, advert))];
        IReadOnlyList<RoleEntry> entries = TitleLines(atoms, headers, 0, atoms.Count);
        if (entries.Count < 2 || entries[0].First == entries[^1].First)
            entries = RoleEntries.Listed(atoms, 0, atoms.Count, false);
        if (entries.Count < 2)
            entries = RoleEntries.Headed(atoms);
        if (entries.Count < 2)
            entries = RoleEntries.Titled(atoms);
        if (RoleEntries.Linked(atoms) is { } linked && linked.Count > entries.Count)
            entries = linked;
        if (entries.Count < 2 && ofEmployer)
            entries = RoleEntries.Announced(atoms);
        if (entries.Count < 2)
            entries = RoleEntries.Applied(atoms);
        if (entries.Count < 2 && ofEmployer)
            entries = RoleEntries.Headed(atoms, single: true);
        if (ofEmployer && SoughtRoles.Find(atoms) is var sought && sought.Count > entries.Count)
            entries = sought;
        var all = new Advert(null, entries, 0, atoms.Count);
        return entries.Count < (ofEmployer ? 1 : 2) || IsTooMuch(document, entries.Count) ? [] : [.. Scopes(document, atoms, [all], all)];
    }

    /// <summary>The document with the facts of its one header line that names the employer and no role; without such a line as it is.</summary>
    public static RoleScope WithHeader(RoleScope document)
    {
        var barred = document.Blocks.Where(block => block.Text.AsSpan().ContainsAny('|', '｜')).ToList();
        if (barred.Count == 0)
            return document;
        var headers = Headers(Atoms.Cut(barred)).Values.Where(header => header.Company is not null).Take(2).ToList();
        return headers is [{ Titles.Count: 0 } only] ? Whole(document, null, only) : document;
    }

    /// <summary>Front matter states facts, so that the document is an advert, however much it says of the employer.</summary>
    public static bool IsAdvert(RoleScope document) =>
        document.Labels.Where(value => value.Origin is LabelOrigin.FrontMatter && JobFacts.Contains(value.Label)).Select(value => value.Label).Distinct().Count() > 1;

    /// <summary>Each role names its own employer under its title, and they differ: a board, whoever keeps it.</summary>
    public static bool AreOfSeveralEmployers(IReadOnlyList<RoleScope> roles) =>
        roles.Count > 1
        && roles.Select(role => role.GivenTitle is { } title ? EmployerStage.Under(role, title)?.Value : null).ToList() is var employers
        && employers.TrueForAll(employer => employer is not null)
        && employers.Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1;

    // Each role is read with all that it shares: the work is bounded, in characters.
    private static bool IsTooMuch(RoleScope document, int roles) => roles > 1 && document.Blocks.Sum(block => (long)block.Text.Length) * roles > MaxReading;

    private static Dictionary<int, HeaderLine> Headers(IReadOnlyList<Block> atoms)
    {
        var headers = new Dictionary<int, HeaderLine>();
        for (var i = 0; i < atoms.Count; i++)
        {
            if (HeaderLine.Read(atoms[i]) is { } header)
                headers.Add(i, header);
        }

        return headers;
    }

    // Each header line with an employer opens an advert, and a line with a title does before the first of them.
    private static List<Advert> Adverts(IReadOnlyList<Block> atoms, Dictionary<int, HeaderLine> headers)
    {
        var adverts = new List<Advert>();
        var starts = headers.Where(header => header.Value.Company is not null).Select(header => header.Key).ToList();
        if (starts.Count == 0)
            return adverts;
        starts.InsertRange(0, headers.Keys.Where(index => index < starts[0]));
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : EndOfLast(atoms, starts);
            var header = headers[starts[i]];
            var roles = RolesOf(atoms, headers, header, starts[i], end);
            if (roles.Count > 0)
                adverts.Add(new Advert(header, roles, starts[i], end));
        }

        return adverts;
    }

    // Where lines of dashes divide the adverts, what stands behind the last of them speaks of all.
    private static int EndOfLast(IReadOnlyList<Block> atoms, List<int> starts)
    {
        if (starts.Count < 2 || !IsDivider(atoms[starts[^1] - 1]))
            return atoms.Count;
        var end = starts[^1] + 1;
        while (end < atoms.Count && !IsDivider(atoms[end]))
            end++;
        return end;
    }

    private static bool IsDivider(Block atom) => atom.Kind is BlockKind.Rule || !atom.Text.Any(char.IsLetterOrDigit);

    private static IReadOnlyList<RoleEntry> RolesOf(IReadOnlyList<Block> atoms, Dictionary<int, HeaderLine> headers, HeaderLine header, int start, int end)
    {
        var least = header.Titles.Count == 0 ? 1 : 2;
        var lines = TitleLines(atoms, headers, start + 1, end);
        if (lines.Count >= least)
            return lines;
        var listed = RoleEntries.Listed(atoms, start + 1, end, true);
        if (listed.Count >= least)
            return listed;
        return [.. header.Titles.Select(title => new RoleEntry(title, [], start, start))];
    }

    // "Data Engineer | €66K – €102K | Equity", with the text that follows up to the next one, a heading or a line of dashes.
    private static List<RoleEntry> TitleLines(IReadOnlyList<Block> atoms, Dictionary<int, HeaderLine> headers, int from, int to)
    {
        var entries = new List<RoleEntry>();
        foreach (var (index, header) in headers.Where(header => header.Key >= from && header.Key < to && header.Value is { IsTitleFirst: true, Company: null }))
        {
            var end = index + 1;
            while (end < to && !headers.ContainsKey(end) && atoms[end].Kind is not BlockKind.Heading && !IsDivider(atoms[end]) && !(entries.Count > 0 && Closing().IsMatch(atoms[end].Text)))
                end++;
            entries.AddRange(header.Titles.Select(title => new RoleEntry(title, header.Labels, index, end)));
        }

        return entries;
    }

    private static RoleScope Whole(RoleScope document, Stated<string>? title, HeaderLine header)
    {
        var blocks = HeaderLabels.Without(document.Blocks, header);
        return new RoleScope(document.Outline with { Blocks = blocks }, blocks, title, HeaderLabels.Over(document.Labels, header), document.IsRecord);
    }

    private static IEnumerable<RoleScope> Scopes(RoleScope document, IReadOnlyList<Block> atoms, IReadOnlyList<Advert> adverts, Advert advert)
    {
        var own = advert.Roles.SelectMany(role => Enumerable.Range(role.First, role.End - role.First)).ToHashSet();
        var shared = new List<Block>();
        for (var i = 0; i < atoms.Count; i++)
        {
            var isAdvert = i >= advert.First && i < advert.End;
            if (!own.Contains(i) && (isAdvert || !adverts.Any(other => i >= other.First && i < other.End)))
                shared.Add(atoms[i]);
        }

        var company = advert.Header?.Company ?? adverts.Select(other => other.Header?.Company).FirstOrDefault(name => name is not null);
        var left = HeaderLabels.Without(shared, advert.Header, company);
        var rest = document.Outline with { Blocks = left };
        var fields = document.Labels.Where(value => value.Origin is LabelOrigin.Record);
        var labels = HeaderLabels.Over([.. fields, .. LabelReader.Read(rest, left)], advert.Header, company);
        foreach (var role in advert.Roles)
        {
            var blocks = atoms.Skip(role.First).Take(role.End - role.First).ToList();
            var mine = HeaderLabels.WithLink(role.Labels, blocks);
            yield return new RoleScope(document.Outline, blocks, role.Title, [.. mine, .. LabelReader.Read(rest with { FrontMatter = FrontMatter.FrontMatterBlock.None }, blocks)], document.IsRecord)
            {
                Shared = new RoleScope(rest, left, role.Title, labels, document.IsRecord),
            };
        }
    }

    // "Check out our jobs page", behind the last role of several.
    [GeneratedRegex(@"^\W*(to apply|apply|check out|please (apply|email|send)|e-?mail|reach out|contact|interested|if (you|this)|see (all|more)|all (roles|positions)|more (roles|at|info)|we (offer|also))\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Closing();

    /// <summary>What one employer's header line opens: its roles, and the blocks from First up to End.</summary>
    private sealed record Advert(HeaderLine? Header, IReadOnlyList<RoleEntry> Roles, int First, int End);
}
