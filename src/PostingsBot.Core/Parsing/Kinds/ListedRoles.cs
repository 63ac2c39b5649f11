using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Roles;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Kinds;

/// <summary>The entries of a list of roles: rows of tables, numbered headings ("### 2. Engineer at Acme") with the blocks under each, titles with their age.</summary>
internal static partial class ListedRoles
{
    private const int MaxTitle = 100;
    private const int MaxProse = 600;
    private const int MaxName = 40;
    private const int MaxBetween = 8;

    public static IReadOnlyList<RoleScope> Find(DocumentOutline outline)
    {
        var roles = TableRoles.Find(outline);
        if (roles.Count > 0 && !roles.Exists(role => role.LabelledAs(Label.Company).Any()))
            NameByHeadings(outline, roles);
        FindNumbered(outline, roles);
        if (roles.Count == 0)
            roles.AddRange(HeadedRoles.Find(outline));
        if (roles.Count == 0)
            roles.AddRange(DividedRoles.Find(outline));
        if (roles.Count == 0)
            FindAged(outline, roles);
        if (!outline.FrontMatter.IsPresent && BulletRoles.Find(outline) is var bullets && bullets.Count > roles.Count)
            roles = [.. bullets];
        if (roles.Count == 0)
            roles.AddRange(EntryBullets.Find(outline));
        if (roles.Count == 0)
            FindLinked(outline, roles);
        if (roles.Count == 0 && !outline.FrontMatter.IsPresent)
            FindUnderEmployers(outline, roles);
        if (roles.Count == 0)
            FindDescribed(outline, roles);
        return roles;
    }

    /// <summary>The entry says who hires: it is one of a board's, not of an employer's own page.</summary>
    public static bool NamesEmployer(RoleScope entry) =>
        HeadedRoles.NamesEmployer(entry)
        || (entry.Blocks is [{ Kind: BlockKind.Heading } heading, ..] && RoleTitles.EmployerIn(heading.Text) is not null)
        || (entry.Blocks is [{ Kind: BlockKind.TableRow or BlockKind.ListItem }, ..] && entry.LabelledAs(Label.Company).Any());

    /// <summary>"100% remote jobs": what the list's own headings say of all its entries.</summary>
    public static Stated<Workplace>? WorkplaceOfAll(DocumentOutline outline, IReadOnlyList<RoleScope> listed)
    {
        var first = listed.Where(role => role.Blocks.Count > 0).Select(role => role.Blocks[0].FirstLine).DefaultIfEmpty(0).Min();
        foreach (var heading in outline.Blocks.Where(block => block.Kind is BlockKind.Heading).TakeWhile(block => block.FirstLine <= first && !Number().IsMatch(block.Text)))
        {
            if (Terms.Workplaces.Find(heading.Text) is { Count: > 0 } found && found.All(match => match.Value is Workplace.Remote))
                return new Stated<Workplace>(Workplace.Remote, heading.ToEvidence());
        }

        return null;
    }

    /// <summary>"# Summer internships": the headings over each entry, where they say that all below are. One verdict an entry, in its order.</summary>
    public static IReadOnlyList<Stated<EmploymentType>?> InternshipsOf(DocumentOutline outline, IReadOnlyList<RoleScope> listed)
    {
        var headings = outline.Blocks.Where(block => block.Kind is BlockKind.Heading).ToList();
        var open = new Stack<Block>();
        var next = 0;
        var result = new List<Stated<EmploymentType>?>(listed.Count);
        foreach (var entry in listed)
        {
            var first = entry.Blocks.Count > 0 ? entry.Blocks[0].FirstLine : 0;
            for (; next < headings.Count && headings[next].FirstLine < first; next++)
            {
                while (open.TryPeek(out var over) && over.Level >= headings[next].Level)
                    open.Pop();
                open.Push(headings[next]);
            }

            var named = open.FirstOrDefault(heading => Internships().IsMatch(heading.Text));
            result.Add(named is null || open.Any(heading => OtherJobs().IsMatch(heading.Text)) ? null : new Stated<EmploymentType>(EmploymentType.Internship, named.ToEvidence()));
        }

        return result;
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

    // A board's page as plain text: "Corrections Officer" and "30+ days agoFull Time" in the next line.
    private static void FindAged(DocumentOutline outline, List<RoleScope> roles)
    {
        foreach (var block in outline.Blocks.Where(block => block.Kind is BlockKind.Paragraph))
        {
            for (var i = 0; i + 1 < block.Lines.Count; i++)
            {
                var line = block.Lines[i];
                if (line.Text.Length > MaxTitle || Age().IsMatch(line.Text) || !Age().IsMatch(block.Lines[i + 1].Text))
                    continue;
                var entry = block with { Lines = [line, block.Lines[i + 1]], Links = [.. block.Links.Where(link => link.Line == line.Number)] };
                roles.Add(new RoleScope(outline, [entry], new Stated<string>(RoleTitles.Clean(line.Text), line.ToEvidence()), AgeLabels(entry)));
            }
        }
    }

    // An index of postings: hardly more than list items that are each a link to a role.
    private static void FindLinked(DocumentOutline outline, List<RoleScope> roles)
    {
        var blocks = LinkedRoles.UnderOpen(outline.Blocks) ?? outline.Blocks;
        var prose = blocks.Where(block => block.Kind is BlockKind.Paragraph).Sum(block => block.Text.Length);
        if (prose > MaxProse || outline.FrontMatter.IsPresent)
            return;
        foreach (var item in blocks.Where(block => block.Kind is BlockKind.ListItem && block.Links.Count == 1))
        {
            var link = item.Links[0];
            // A table of contents names what the page describes itself.
            if (!link.Url.StartsWith('#') && item.Text.StartsWith(link.Text, StringComparison.Ordinal) && RoleTitles.Clean(link.Text) is var title && RoleTitles.IsRole(title))
                roles.Add(new RoleScope(outline, [item], new Stated<string>(title, item.ToEvidence())));
        }

        // Under "Open positions" files beside the page are roles, and headings an employer's departments.
        if (ReferenceEquals(blocks, outline.Blocks))
            NameByHeadings(outline, roles);
        else if (!roles.TrueForAll(LinkedRoles.LeadsToFile))
            roles.Clear();
    }

    // Bullets without links: hardly more than list items that each begin with a role.
    private static void FindUnderEmployers(DocumentOutline outline, List<RoleScope> roles)
    {
        var items = outline.Blocks.Where(block => block.Kind is BlockKind.ListItem && block.Lines.Count > 0).ToList();
        if (items.Count < 3 || outline.Blocks.Where(block => block.Kind is BlockKind.Paragraph).Sum(block => block.Text.Length) > MaxProse)
            return;
        var read = items.Select(item => (Item: item, Title: RoleTitles.Clean(Fact().Split(item.Text)[0]))).TakeWhile(entry => entry.Title.Length <= MaxTitle && RoleTitles.IsRole(entry.Title)).ToList();
        if (read.Count < items.Count)
            return;
        var entries = read.Select(entry => new RoleScope(outline, [entry.Item], new Stated<string>(entry.Title, entry.Item.ToEvidence()),
            [.. HeaderFacts.ReadRest(entry.Item.Text[Math.Min(entry.Title.Length, entry.Item.Text.Length)..], entry.Item.ToEvidence()), .. LinkOf(entry.Item)])).ToList();
        NameByHeadings(outline, entries);
        if (entries.Exists(entry => entry.LabelledAs(Label.Company).Any()))
            roles.AddRange(entries);
    }

    // "[Data Engineer](…), Museum of Nets, London, UK - closes 20th February 2017": the bullets of a board's page, each in this form.
    private static void FindDescribed(DocumentOutline outline, List<RoleScope> roles)
    {
        var items = outline.Blocks.Where(block => block is { Kind: BlockKind.ListItem, Level: 1, Lines.Count: > 0 }).ToList();
        var read = items.Select(item => Described(outline, item)).OfType<RoleScope>().ToList();
        if (read.Count > 1 && read.Count * 5 >= items.Count * 4)
            roles.AddRange(read);
    }

    private static RoleScope? Described(DocumentOutline outline, Block item)
    {
        if (item.Links is not [var link, ..] || Addresses.Absolute(link.Url) is null || !item.Text.StartsWith(link.Text, StringComparison.Ordinal) || RoleTitles.Clean(link.Text) is not { Length: > 0 } title || !RoleTitles.IsRole(title))
            return null;
        var rest = Behind().Match(item.Text[link.Text.Length..]);
        if (!rest.Success || AreaVocabulary.Default.Resolve(rest.Groups["employer"].Value) is not null || Terms.Workplaces.Find(rest.Groups["employer"].Value).Count > 0)
            return null;
        var evidence = item.ToEvidence();
        List<LabelledValue> labels = [new(Label.Company, rest.Groups["employer"].Value.Trim(), evidence, LabelOrigin.Line, []), .. LinkOf(item)];
        if (rest.Groups["place"].Value.Trim() is { Length: > 0 } place)
            labels.Add(new LabelledValue(Label.Location, place, evidence, LabelOrigin.Heading, []));
        if (rest.Groups["closes"].Value is { Length: > 0 } closes)
            labels.Add(new LabelledValue(Label.ValidThrough, closes, evidence, LabelOrigin.Line, []));
        return new RoleScope(outline, [item], new Stated<string>(title, evidence), labels);
    }

    private static IEnumerable<LabelledValue> LinkOf(Block item) =>
        item.Links.Take(1).Select(link => new LabelledValue(Label.Apply, link.Text, item.ToEvidence(), LabelOrigin.Line, [link.Url]));

    // Several headings that are nothing but names, each with roles under it: they are the employers. A place may stand between.
    private static void NameByHeadings(DocumentOutline outline, List<RoleScope> roles)
    {
        var over = roles.ConvertAll(role => HeadingsOver(outline, role));
        var names = over.ConvertAll(headings => headings.Employer is { } employer && MayBeEmployer(employer.Text));
        if (over.DistinctBy(headings => headings.Employer).Count() < 2 || names.Count(isName => isName) * 3 < roles.Count * 2)
            return;
        for (var i = 0; i < roles.Count; i++)
        {
            if (!names[i])
                continue;
            var labels = roles[i].Labels.Append(new LabelledValue(Label.Company, over[i].Employer!.Text, over[i].Employer!.ToEvidence(), LabelOrigin.Heading, []));
            if (over[i].Place is { } place)
                labels = labels.Append(new LabelledValue(Label.Location, place.Text, place.ToEvidence(), LabelOrigin.Heading, []));
            if (!roles[i].LabelledAs(Label.Location).Any())
                labels = labels.Concat(PlacesUnder(outline, over[i].Employer!, roles[i]));
            roles[i] = new RoleScope(outline, roles[i].Blocks, roles[i].GivenTitle, [.. labels]);
        }
    }

    // "**Locations**: Chicago", between the employer's heading and its roles.
    private static IEnumerable<LabelledValue> PlacesUnder(DocumentOutline outline, Block employer, RoleScope role)
    {
        var between = outline.Blocks.Where(block => block.FirstLine > employer.LastLine && block.LastLine < role.Blocks[0].FirstLine && block.Kind is BlockKind.Paragraph or BlockKind.ListItem).ToList();
        return between.Count is > 0 and <= MaxBetween ? LabelReader.Read(outline with { FrontMatter = FrontMatter.FrontMatterBlock.None }, between).Where(value => value.Label is Label.Location) : [];
    }

    private static (Block? Employer, Block? Place) HeadingsOver(DocumentOutline outline, RoleScope role)
    {
        var above = outline.Blocks.Where(block => block.Kind is BlockKind.Heading && block.FirstLine < role.Blocks[0].FirstLine && block.Text[^1] is not (':' or '：')).TakeLast(2).ToList();
        return above is [var employer, var place] && place.Level > employer.Level && (AreaVocabulary.Default.Resolve(place.Text) is not null || Terms.Workplaces.Find(place.Text).Count > 0)
            ? (employer, place)
            : (above.LastOrDefault(), null);
    }

    private static bool MayBeEmployer(string heading) =>
        heading.Length is > 1 and <= MaxName && !RoleTitles.IsRole(heading) && !RoleTitles.IsOfJob(heading) && !RoleTitles.IsAboutRoles(heading)
        && Terms.Headings.Find(heading).Count == 0 && heading.Split(' ').All(word => !char.IsAsciiLetterLower(word.FirstOrDefault()));

    private static List<LabelledValue> AgeLabels(Block entry)
    {
        var line = entry.Lines[1];
        var type = Age().Replace(line.Text, " ").Trim();
        return type.Length == 0 ? [] : [new LabelledValue(Label.Employment, type, line.ToEvidence(), LabelOrigin.Line, [])];
    }

    [GeneratedRegex(@"\s*[,(|;]|\s[-–—]\s|\s*https?:|(?<=[\p{Lo}])\s", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Fact();

    [GeneratedRegex(@"^\s*,\s*(?<employer>\p{Lu}[^,()]{1,60}?)(\s*\([^()]{1,40}\))?(\s*,\s*(?<place>[^–—]{2,100}?))?(\s+[-–—]\s*(closes|closing( date)?|deadline|apply by|until)[: ]\s*(?<closes>.{4,60}))?$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Behind();

    [GeneratedRegex(@"\b(internships|summer interns?|praktika|est[áa]gios|stages)\b|实习|實習|インターン", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Internships();

    [GeneratedRegex(@"\b(new[- ]?grads?|graduates?|full[- ]?time|jobs|entry[- ]level|apprenticeships?)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex OtherJobs();

    [GeneratedRegex(@"^\d{1,4}[.)]\s+", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*(posted:?\s+)?(today|yesterday|just posted|\d{1,3}\+? (minutes?|hours?|days?|weeks?|months?) ago)", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Age();
}
