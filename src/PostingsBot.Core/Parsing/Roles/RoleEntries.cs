using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Sections;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Parsing.Roles;

/// <summary>Finds the places where a text enumerates roles: a list under "Open roles:", or headings that are a role each.</summary>
internal static partial class RoleEntries
{
    private const int MaxLeadIn = 250;
    private const int MaxTitleLine = 60;
    private const int ShortLink = 10;
    private const int MinStem = 4;
    private const int MaxStem = 6;
    private static readonly Cue AnnouncesCue = new(Announces, Patterns.AnyCase);
    private static readonly Cue AnnouncingHeadingCue = new(AnnouncingHeading, Patterns.AnyCase);
    private static readonly Cue WantsCue = new(Wants, Patterns.AnyCase);
    private static readonly Cue SendCue = new(Send, Patterns.AnyCase);
    private static readonly Cue SeeksCue = new(Seeks, Patterns.AnyCase);
    private static readonly Cue ColleaguesCue = new(Colleagues, Patterns.AnyCase);

    private static readonly Label[] JobFacts = [Label.Location, Label.Employment, Label.Salary, Label.Apply, Label.Remote, Label.Workplace];

    /// <summary>The roles of the first list that a line announces. Loose: "looking for" announces, too, as in an advert's text.</summary>
    public static IReadOnlyList<RoleEntry> Listed(IReadOnlyList<Block> atoms, int from, int to, bool loose)
    {
        for (var i = from; i < to; i++)
        {
            if (!IsLeadIn(atoms[i], loose))
                continue;
            var inline = InLine(atoms[i], i);
            var entries = inline.Count > 0 ? inline : Under(atoms, i, to);
            if (entries.Count > 1 || (entries.Count == 1 && loose))
                return entries;
        }

        return [];
    }

    /// <summary>Headings of one level that name different roles, each with facts of a job under it; the one such heading of a page about the employer.</summary>
    public static IReadOnlyList<RoleEntry> Headed(IReadOnlyList<Block> atoms, bool single = false)
    {
        var least = single ? 1 : 2;
        var headings = Enumerable.Range(0, atoms.Count).Where(i => atoms[i].Kind is BlockKind.Heading).GroupBy(i => atoms[i].Level);
        foreach (var level in headings)
        {
            if (level.Take(least).Count() < least)
                continue;
            var entries = level.Select(i => EntryAt(atoms, i, EndOfSection(atoms, i)) ?? PositionAt(atoms, i)).OfType<RoleEntry>().ToList();
            if (entries.Count >= least)
                entries.RemoveAll(entry => !SaysOfJob(atoms, entry) && !IsSought(atoms, entry, entries));
            if (entries.Count >= least && entries.Exists(entry => TitleList.Leading(entry.Title.Value) is not null) && entries.Select(entry => entry.Title.Value).Distinct(StringComparer.OrdinalIgnoreCase).Count() == entries.Count)
                return EndAtRule(atoms, entries);
        }

        return [];
    }

    /// <summary>Headings right under one that announces roles ("# Job opportunities"), of which two and more, and at least a third, name one each.</summary>
    public static IReadOnlyList<RoleEntry> Announced(IReadOnlyList<Block> atoms)
    {
        for (var i = 0; i < atoms.Count; i++)
        {
            if (atoms[i].Kind is not BlockKind.Heading || !AnnouncingHeadingCue.IsMatch(atoms[i]))
                continue;
            var end = EndOfSection(atoms, i);
            var under = Enumerable.Range(i + 1, end - i - 1).Where(at => atoms[at].Kind is BlockKind.Heading).ToList();
            var level = under.Count == 0 ? 0 : under.Min(at => atoms[at].Level);
            var siblings = under.Where(at => atoms[at].Level == level && SectionBuilder.KindOf(atoms[at]) is null).ToList();
            var entries = siblings.Select(at => EntryAt(atoms, at, EndOfSection(atoms, at))).OfType<RoleEntry>().Where(entry => entry.End > entry.First + 1).ToList();
            if (entries.Count > 1 && entries.Count * 3 >= siblings.Count && entries.DistinctBy(entry => entry.Title.Value).Count() == entries.Count)
                return entries;
        }

        return [];
    }

    /// <summary>Paragraphs that are nothing but a role's name and a link to it, each with its advert under it, as pasted from a board.</summary>
    public static IReadOnlyList<RoleEntry> Linked(IReadOnlyList<Block> atoms)
    {
        var starts = Enumerable.Range(0, atoms.Count)
            .Where(i => atoms[i] is { Kind: BlockKind.Paragraph, Links: [var link] } && link.Text.Trim() == atoms[i].Text.Trim() && Addresses.Absolute(link.Url) is not null && TitleList.Leading(atoms[i].Text) is not null)
            .ToList();
        var entries = starts.Select((start, index) => EntryAt(atoms, start, index + 1 < starts.Count ? starts[index + 1] : atoms.Count)).OfType<RoleEntry>().ToList();
        return entries.Count > 1 && entries.TrueForAll(entry => entry.End > entry.First + 2) ? entries : [];
    }

    // A line across the page behind the last of several roles, and none within the others: what follows speaks of all.
    private static List<RoleEntry> EndAtRule(IReadOnlyList<Block> atoms, List<RoleEntry> entries)
    {
        var last = entries[^1];
        var rule = Enumerable.Range(last.First, last.End - last.First).FirstOrDefault(i => atoms[i].Kind is BlockKind.Rule);
        var isOnly = rule > 0 && !entries.SkipLast(1).Any(entry => Enumerable.Range(entry.First, entry.End - entry.First).Any(i => atoms[i].Kind is BlockKind.Rule));
        if (isOnly && entries.Count > 1)
            entries[^1] = last with { End = rule };
        return entries;
    }

    /// <summary>Items that each begin with a role and lead to its application: "Postdoctoral researcher in climate models. Apply [here](…)".</summary>
    public static IReadOnlyList<RoleEntry> Applied(IReadOnlyList<Block> atoms)
    {
        var entries = Enumerable.Range(0, atoms.Count)
            .Where(i => atoms[i].Kind is BlockKind.ListItem && atoms[i].Links.Any(link => link.Text.Length <= MaxTitleLine && ApplyText().IsMatch(link.Text.Length <= ShortLink ? atoms[i].Text : link.Text)))
            .Select(i => EntryAt(atoms, i, i + 1))
            .OfType<RoleEntry>()
            .ToList();
        return entries.Count > 1 && entries.Select(entry => entry.Title.Value).Distinct(StringComparer.OrdinalIgnoreCase).Count() == entries.Count ? entries : [];
    }

    /// <summary>Short lines that are each followed by a part of a posting: "后端工程师" and under it "岗位职责：".</summary>
    public static IReadOnlyList<RoleEntry> Titled(IReadOnlyList<Block> atoms)
    {
        var starts = Enumerable.Range(0, atoms.Count).Where(i => IsTitled(atoms, i)).ToList();
        // The same role may be wanted by two teams, but not most of them.
        if (starts.Count < 2 || starts.Select(start => atoms[start].Text).Distinct(StringComparer.OrdinalIgnoreCase).Count() is var different && (different < 2 || different * 3 < starts.Count * 2))
            return [];
        var entries = new List<RoleEntry>();
        var level = LevelOver(atoms, starts[0]);
        for (var i = 0; i < starts.Count; i++)
        {
            var end = starts[i] + 1;
            while (end < atoms.Count && end != starts.ElementAtOrDefault(i + 1) && (atoms[end].Kind is not BlockKind.Heading || atoms[end].Level > level))
                end++;
            if (EntryAt(atoms, starts[i], end) is { } entry)
                entries.Add(entry);
        }

        return entries;
    }

    // What stands under a plain line ends with the next heading like the one above it.
    private static int LevelOver(IReadOnlyList<Block> atoms, int index)
    {
        for (var i = index; i >= 0; i--)
        {
            if (atoms[i].Kind is BlockKind.Heading)
                return atoms[i].Level;
        }

        return 0;
    }

    private static bool IsTitled(IReadOnlyList<Block> atoms, int index) =>
        atoms[index] is { Kind: BlockKind.Paragraph or BlockKind.Heading, Lines.Count: 1 } line
        && line.Text.Length <= MaxTitleLine
        && line.Text[^1] is not (':' or '：' or '.' or ';' or '。' or '；')
        && index + 1 < atoms.Count
        && atoms[index + 1] is { Kind: BlockKind.Paragraph or BlockKind.Heading, Lines.Count: 1, Text.Length: <= MaxTitleLine } under
        && SectionBuilder.KindOf(under) is SectionKind.Responsibilities or SectionKind.Requirements
        && SectionBuilder.KindOf(line) is null
        && LabelNames.Of(line.Text) is null
        && !(index > 0 && Numbered().IsMatch(line.Text) && Numbered().IsMatch(atoms[index - 1].Text))
        && TitleList.Leading(line.Text) is not null;

    private static List<RoleEntry> Under(IReadOnlyList<Block> atoms, int leadIn, int to)
    {
        var entries = new List<RoleEntry>();
        var others = 0;
        for (var i = leadIn + 1; i < to && atoms[i].Kind is BlockKind.ListItem or BlockKind.Paragraph; i++)
        {
            var isItem = atoms[i].Kind is BlockKind.ListItem;
            if (EntryAt(atoms, i, i + 1) is { } entry && (isItem || atoms[i].Text.Length <= MaxTitleLine || entry.Title.Value.Length < atoms[i].Text.Length))
                entries.Add(entry);
            else if (entries.Count > 0 && (atoms[i].Level > atoms[entries[^1].First].Level || (!isItem && atoms[entries[^1].First].Kind is BlockKind.Paragraph)))
                entries[^1] = entries[^1] with { End = i + 1 };
            else if (!isItem || ++others > entries.Count)
                break;
        }

        return entries;
    }

    // "Hiring: WebGPU Developer", "Open roles: Designer, Data Engineer".
    private static List<RoleEntry> InLine(Block atom, int index)
    {
        var colon = atom.Text.AsSpan().IndexOfAny(":：");
        if (colon < 0 || colon == atom.Text.Length - 1 || !AnnouncesCue.Expression.IsMatch(atom.Text[..colon]))
            return [];
        var titles = TitleList.Split(atom.Text[(colon + 1)..]);
        return titles.Count > 0 && titles.All(TitleList.IsRole)
            ? [.. titles.Select(title => new RoleEntry(new Stated<string>(title, new Evidence(atom.FirstLine, atom.LastLine, title)), [], index, index))]
            : [];
    }

    private static RoleEntry? EntryAt(IReadOnlyList<Block> atoms, int index, int end)
    {
        if (atoms[index].Lines.Count == 0 || TitleList.Leading(atoms[index].Lines[0].Text) is not { } leading)
            return null;
        var line = atoms[index].Lines[0].ToEvidence();
        return new RoleEntry(new Stated<string>(leading.Title, line with { Text = leading.Title }), HeaderFacts.ReadRest(leading.Behind, line), index, end);
    }

    // "## Postdoctoral Positions", beside headings that are roles.
    private static RoleEntry? PositionAt(IReadOnlyList<Block> atoms, int index) =>
        atoms[index].Text is { Length: <= MaxTitleLine } text && Position().IsMatch(text) && !AnnouncesCue.IsMatch(atoms[index])
            ? new RoleEntry(new Stated<string>(text.Trim(), atoms[index].ToEvidence()), [], index, EndOfSection(atoms, index))
            : null;

    private static int EndOfSection(IReadOnlyList<Block> atoms, int index)
    {
        var end = index + 1;
        while (end < atoms.Count && (atoms[end].Kind is not BlockKind.Heading || atoms[end].Level > atoms[index].Level))
            end++;
        return end;
    }

    private static bool SaysOfJob(IReadOnlyList<Block> atoms, RoleEntry entry)
    {
        var blocks = atoms.Skip(entry.First + 1).Take(entry.End - entry.First - 1).ToList();
        return blocks.Count > 0
            && (SectionBuilder.Build(blocks).Any(section => section.Kind is SectionKind.Requirements or SectionKind.Responsibilities or SectionKind.NiceToHave or SectionKind.Apply)
                || blocks.Any(block => block.Links.Any(link => ApplyText().IsMatch(link.Text) || (link.Text.Length <= ShortLink && ApplyText().IsMatch(block.Text))) || block.Lines.Any(line => IsJobFact(line.Text) || SendCue.IsMatch(line))));
    }

    // "We are currently seeking to hire a Variant Curator", under the heading "Variant Curator"; its words may end otherwise.
    private static bool IsSought(IReadOnlyList<Block> atoms, RoleEntry entry, List<RoleEntry> all)
    {
        var title = entry.Title.Value;
        // "Heron Head of Nets" and "Head of Nets" head one role's page.
        if (all.Exists(other => other != entry && (other.Title.Value.Contains(title, StringComparison.OrdinalIgnoreCase) || title.Contains(other.Title.Value, StringComparison.OrdinalIgnoreCase))))
            return false;
        var blocks = atoms.Skip(entry.First + 1).Take(entry.End - entry.First - 1);
        var stems = Words.Split(PositionWord().Replace(title, "")).Select(word => word.Folded).Where(word => word.Length >= MinStem).Select(word => word[..Math.Min(word.Length, MaxStem)]).ToList();
        return stems.Count > 0 && blocks.Any(block => SeeksCue.IsMatch(block) && Words.Fold(block.Text) is var text && stems.TrueForAll(stem => text.Contains(stem, StringComparison.Ordinal)));
    }

    private static bool IsJobFact(string line) =>
        line.AsSpan().IndexOfAny(":：") is var colon and > 0 && colon < line.Length - 1 && LabelNames.Of(line[..colon]) is { } label && JobFacts.Contains(label);

    private static bool IsLeadIn(Block atom, bool loose) =>
        atom.Kind is BlockKind.Heading or BlockKind.Paragraph
        && atom.Text.Length is > 0 and <= MaxLeadIn
        && (AnnouncesCue.IsMatch(atom) || (loose && WantsCue.IsMatch(atom)))
        && !ColleaguesCue.IsMatch(atom);

    private const string Announces = @"\b(open|current|hot|available|following|these|new|key|hiring|featured) (roles?|positions?|openings|jobs|vacancies|opportunities)\b|\b(we['’]re|we are|now|currently|also|are)( \w+)? (hiring|recruiting)\b|\bhiring (for|the following|across|:)|^\W*(hiring|roles|positions|openings|open positions|job openings|vacancies|jobs|vagas|offene stellen|stellen|postes( ouverts)?|we['’]re hiring)\W*(\([^()]*\))?\W*$|^\W*(hiring|open roles?|roles|positions)\s*:|募集職種|職缺|招聘岗位|(招聘|在招)(职位|職位|岗位|崗位)|(職位|职位)空缺|(下列|以下)(職位|职位|岗位)";

    private const string AnnouncingHeading = @"\b(job|career|work|employment|current|open) (opportunities|vacancies|openings|positions|roles)\b|^\W*(open )?(jobs|vacancies|positions|openings|vagas|stellenangebote|offene stellen|vacatures|postes ouverts|ofertas de (empleo|trabajo))\W*$|^\W*((les|nos|toutes les) )?offres d['’]emploi( (de|du|chez|à|en) [\w .'’-]{2,40})?\W*$|^\W*(unsere |aktuelle |offene )*(stellenangebote|stellen)( bei [\w .'’-]{2,40})?\W*$|\bwho (we are|we['’]re|are we) looking for\b|\b(wen (wir )?suchen|wen wir suchen|qui (nous )?recherch\w+)\b|찾고 있|모집 ?(부문|분야|직무)|채용 ?(중인 )?(직무|포지션|분야)|募集(職種|中)|招聘(岗位|职位|職位)";

    private const string Send = @"\b(send|submit|e-?mail|forward) (us )?(your |a |an? updated )?(cv|c\.v\.|r[ée]sum[ée]|application|cover letter)\b|\b(deine?|ihre?) (bewerbung|lebenslauf)\b|\b(votre|ton) (cv|candidature)\b|\b(tu|su|seu) (cv|curr[ií]culo|curr[ií]culum)\b";

    private const string Seeks = @"\b(seek(ing)?|looking (for|to hire|to fill)|hiring|recruiting|in search of|search for|recherch\w+|cherch(e|ons)|recrut\w+|suchen|sucht|gesucht|busca(mos|ndo)?|procura(mos|ndo)?|zoek(en|t)|cerca|cerchiamo|szukamy|poszukujemy)\b";

    private const string Wants = @"\b(looking (for|to hire)|searching for|seeking|recruiting|here are (just )?(a few|some)|openings)\b";

    private const string Colleagues = @"\b(work\w* with|collaborat\w+|report(s|ing)? to|team (of|consists|includes)|partner with|salar(y|ies)|process)\b";

    [GeneratedRegex(@"^\p{Lu}[\w-]*( [\w/&-]+){0,4} ([Pp]ositions?|[Ff]ellowships?|[Ss]tudentships?|[Ss]taff)$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Position();

    [GeneratedRegex(@"\b(positions?|fellowships?|studentships?|staff)$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex PositionWord();

    // "6、…" behind "5、…": the last duty of the role above, not the next role.
    [GeneratedRegex(@"^\s*[（(]?\d{1,2}[.)）、．]", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\b(apply|bewerben|postuler|candidat\w*)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex ApplyText();
}
