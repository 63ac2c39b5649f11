using System.Buffers;
using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.FrontMatter;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Labels;

/// <summary>Collects labelled values: front matter, "Label: value" lines and rows, pictograms (💰 🌎), and headings that are a label.</summary>
internal static partial class LabelReader
{
    private const int MaxKey = 40;
    private const int MaxValue = 300;
    private const string JsonLdType = "@type";

    // The pair of regional letters that make a flag, in UTF-16.
    private const char FlagHigh = '\uD83C';
    private const char FlagFirst = '\uDDE6';
    private const char FlagLast = '\uDDFF';
    private const int FlagLength = 4;

    private static readonly Label[] ShortFacts =
        [Label.Title, Label.Company, Label.Location, Label.Workplace, Label.Employment, Label.Salary, Label.Posted, Label.Opened, Label.ValidThrough, Label.Level];

    private static readonly (string Mark, Label Label)[] Marks =
    [
        ("💰", Label.Salary), ("💵", Label.Salary), ("💸", Label.Salary), ("🌎", Label.Location), ("🌍", Label.Location), ("🌏", Label.Location),
        ("📍", Label.Location), ("🏢", Label.Company), ("🔗", Label.Apply),
    ];

    private static readonly SearchValues<char> MarkStarts = SearchValues.Create([.. Marks.Select(mark => mark.Mark[0])]);

    public static IReadOnlyList<LabelledValue> Read(DocumentOutline outline, IReadOnlyList<Block> blocks)
    {
        var values = new List<LabelledValue>();
        var described = JsonLdPrefix(outline.FrontMatter.Entries);
        var isTitled = outline.FrontMatter.Entries.Any(entry => entry.Path is "title" && entry.Value.Length > 0);
        foreach (var entry in outline.FrontMatter.Entries)
        {
            // The title for search engines says more than the page's own.
            if (isTitled && entry.Path is "meta.title" or "seo.title" or "og.title")
                continue;
            var path = entry.Path.StartsWith(described, StringComparison.OrdinalIgnoreCase) ? entry.Path[described.Length..] : entry.Path;
            if (LabelNames.OfField(path) is { } label && entry.Value.Length > 0)
                values.Add(new LabelledValue(label, entry.Value, ToEvidence(outline, entry), LabelOrigin.FrontMatter, []));
        }

        for (var i = 0; i < blocks.Count; i++)
            ReadBlock(blocks, i, values);
        if (outline.Source.Value.Contains('\t', StringComparison.Ordinal))
            ReadColumns(outline, blocks, values);
        return values;
    }

    // "Job Title\tData Engineer": two columns, copied from a page. A line's text has blanks for tabs.
    private static void ReadColumns(DocumentOutline outline, IReadOnlyList<Block> blocks, List<LabelledValue> values)
    {
        foreach (var block in blocks.Where(block => block.Kind is BlockKind.Paragraph))
        {
            foreach (var line in block.Lines)
            {
                var written = outline.Source.Line(line.Number);
                var tab = written.IndexOf('\t');
                if (tab is > 0 and <= MaxKey && LabelNames.Of(written[..tab].ToString()) is { } label && ShortFacts.Contains(label))
                    Add(values, label, written[tab..].ToString(), block, line.ToEvidence(), LabelOrigin.Line);
            }
        }
    }

    // The map that says of itself that it is a schema.org JobPosting, under whatever key.
    private static string JsonLdPrefix(IReadOnlyList<FrontMatterEntry> entries)
    {
        var type = entries.FirstOrDefault(entry => entry.Value == "JobPosting" && entry.Path.EndsWith(JsonLdType, StringComparison.Ordinal));
        return type is null ? "jsonld." : type.Path[..^JsonLdType.Length];
    }

    /// <summary>The text carries a pictogram that labels a value.</summary>
    public static bool HasMark(string text) => text.AsSpan().ContainsAny(MarkStarts) && Marks.Any(mark => text.Contains(mark.Mark, StringComparison.Ordinal));

    /// <summary>The text is a labelled value: a pictogram, or a known label and a colon.</summary>
    public static bool IsLabelled(string text) =>
        HasMark(text) || (text.AsSpan().IndexOfAny(":：") is > 0 and <= MaxKey and var colon && LabelNames.Of(text[..colon]) is not null);

    private static void ReadBlock(IReadOnlyList<Block> blocks, int index, List<LabelledValue> values)
    {
        var block = blocks[index];
        if (block.Kind is BlockKind.TableRow && block.Cells.Count == 2 && LabelNames.Of(block.Cells[0].Text) is { } cellLabel)
        {
            Add(values, cellLabel, block.Cells[1].Text, block, block.ToEvidence(), LabelOrigin.Line);
            return;
        }

        for (var i = 0; i < block.Lines.Count; i++)
        {
            ReadCell(block.Lines[i], i + 1 < block.Lines.Count ? block.Lines[i + 1] : null, block, values);
            if (!ReadMarks(block.Lines[i], block, values) && !ReadNext(blocks, index, i, values))
                ReadLine(block.Lines[i], block, values);
        }

        if (block.Kind is BlockKind.Heading && LabelNames.Of(block.Text) is { } headingLabel)
            ReadUnder(blocks, index, headingLabel, values);
    }

    private static void ReadLine(OutlineLine line, Block block, List<LabelledValue> values)
    {
        // A table row that the markup does not make one: "| Salary | $42 per hour |".
        if (line.Text[0] is '|' && line.Text.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var key, var cell] && LabelNames.Of(key) is { } ofRow)
            Add(values, ofRow, cell, block, line.ToEvidence(), LabelOrigin.Line);
        var colon = line.Text.AsSpan().IndexOfAny(":：");
        if (colon <= 0 || colon == line.Text.Length - 1)
            return;
        foreach (var (glued, value) in GluedLabels.Find(line))
            Add(values, glued, value, block, line.ToEvidence(), LabelOrigin.Line);
        if (colon > MaxKey)
            return;
        if (LabelNames.Of(line.Text[..colon]) is { } label)
            Add(values, label, ShortFacts.Contains(label) ? BeforeNextLabel(line.Text[(colon + 1)..]) : line.Text[(colon + 1)..], block, line.ToEvidence(), LabelOrigin.Line);
    }

    // "JOB TITLE: Data Analyst LOCATION: Remote": what stands in front of the next label, if a known one follows in capitals.
    private static string BeforeNextLabel(string value)
    {
        if (GluedLabels.FirstIn(value) is var glued and >= 0)
            return value[..glued];
        var colon = value.AsSpan().IndexOfAny(":：");
        if (colon <= 0)
            return value;
        var start = colon;
        while (start > 0 && (char.IsUpper(value[start - 1]) || value[start - 1] is ' '))
            start--;
        // The value itself may end in capitals: "Head of HR LOCATION: Bonn".
        for (start = value.IndexOf(' ', start); start >= 0 && start < colon; start = value.IndexOf(' ', start + 1))
        {
            if (LabelNames.Of(value[(start + 1)..colon]) is not null && value.AsSpan(0, start).Trim().Length > 0)
                return value[..start];
        }

        return value;
    }

    // Rows that a broken table left as plain lines: "| Date Opened | 8/11/2022 |", or "| Location |" with the value on the next line.
    private static void ReadCell(OutlineLine line, OutlineLine? next, Block block, List<LabelledValue> values)
    {
        var text = line.Text.Trim();
        if (text.Length < 3 || text[0] is not '|' || text[^1] is not '|')
            return;
        var cells = text.Trim('|').Split('|', StringSplitOptions.TrimEntries);
        if (cells[0].Length is 0 or > MaxKey || LabelNames.Of(cells[0]) is not { } label)
            return;
        if (cells.Length == 2)
            Add(values, label, cells[1], block, line.ToEvidence(), LabelOrigin.Line);
        else if (cells.Length == 1 && next is not null && next.Text.Length <= MaxKey * 2 && LabelNames.Of(next.Text) is null)
            Add(values, label, next.Text, block, new Evidence(line.Number, next.LastNumber, text + " " + next.Text.Trim()), LabelOrigin.Line);
    }

    // "Company:" alone in its line, and the value in the next one.
    private static bool ReadNext(IReadOnlyList<Block> blocks, int index, int at, List<LabelledValue> values)
    {
        var text = blocks[index].Lines[at].Text.TrimEnd();
        if (blocks[index].Kind is not BlockKind.Paragraph || text[^1] is not (':' or '：') || text.Length > MaxKey || LabelNames.Of(text) is not { } label || !ShortFacts.Contains(label))
            return false;
        var block = at + 1 < blocks[index].Lines.Count ? blocks[index] : index + 1 < blocks.Count ? blocks[index + 1] : null;
        var next = block is null ? null : block == blocks[index] ? block.Lines[at + 1] : block is { Kind: BlockKind.Paragraph, Lines.Count: > 0 } ? block.Lines[0] : null;
        if (next is null || next.Text.Length > MaxKey * 2 || next.Text.TrimEnd()[^1] is ':' or '：' || IsLabelled(next.Text))
            return false;
        Add(values, label, next.Text, block!, next.ToEvidence(), LabelOrigin.Line);
        return true;
    }

    private static bool ReadMarks(OutlineLine line, Block block, List<LabelledValue> values)
    {
        if (!line.Text.AsSpan().ContainsAny(MarkStarts))
            return false;
        var found = Marks
            .Select(mark => (At: line.Text.IndexOf(mark.Mark, StringComparison.Ordinal), mark.Mark, mark.Label))
            .Where(hit => hit.At >= 0)
            .OrderBy(hit => hit.At)
            .ToList();
        for (var i = 0; i < found.Count; i++)
        {
            var start = found[i].At + found[i].Mark.Length;
            var end = i + 1 < found.Count ? found[i + 1].At : line.Text.Length;
            var value = line.Text[start..end];
            var colon = value.AsSpan().IndexOfAny(":：");
            if (colon > 0 && LabelNames.Of(value[..colon]) == found[i].Label)
                value = value[(colon + 1)..];
            else if (LabelNames.Of(Article().Replace(value.Split('&', '和', '/')[0], "")) is not null)
                continue;
            else if (colon >= 0 && found[i].Label is not Label.Apply && IsOtherLabel(value.AsSpan(0, colon)))
                continue;
            // A house stands for the employer as well as for the way of working.
            var label = found[i].Label is Label.Company && Terms.Workplaces.Find(value).Count > 0 ? Label.Workplace : found[i].Label;
            Add(values, label, value, block, line.ToEvidence(), LabelOrigin.Mark);
        }

        return found.Count > 0 || ReadFlag(line, block, values);
    }

    // A country's flag before a short line that is a place.
    private static bool ReadFlag(OutlineLine line, Block block, List<LabelledValue> values)
    {
        if (line.Text.Length is < 5 or > MaxKey * 2 || line.Text[0] != FlagHigh || line.Text[1] is < FlagFirst or > FlagLast || AreaVocabulary.Default.Resolve(line.Text[FlagLength..]) is null)
            return false;
        Add(values, Label.Location, line.Text[FlagLength..], block, line.ToEvidence(), LabelOrigin.Mark);
        return true;
    }

    // "Category: Design" has a label of its own, "Remote - Canada: select locations" has none.
    private static bool IsOtherLabel(ReadOnlySpan<char> name) => name.Trim().Count(' ') < 2;

    // "## Location" with a short line or a short list under it.
    private static void ReadUnder(IReadOnlyList<Block> blocks, int index, Label label, List<LabelledValue> values)
    {
        for (var i = index + 1; i < blocks.Count && i <= index + 4 && blocks[i].Kind is BlockKind.Paragraph or BlockKind.ListItem; i++)
        {
            var lines = blocks[i].Lines;
            // "- Work location: Leeds" under "## Places" has a label of its own.
            if (lines.Count == 1 && (IsLabelled(blocks[i].Text) || Cues.IsUnticked(blocks[i].Text)))
                continue;
            if (blocks[i].Text.Length <= MaxKey * 3)
                Add(values, label, blocks[i].Text, blocks[i], blocks[i].ToEvidence(), LabelOrigin.Heading);
            else if (lines.Count > 1 && lines.All(line => line.Text.Length <= MaxKey * 3))
                AddLines(values, label, blocks[i]);
            else
                break;
        }
    }

    private static void AddLines(List<LabelledValue> values, Label label, Block block)
    {
        foreach (var line in block.Lines)
            Add(values, label, line.Text, block, line.ToEvidence(), LabelOrigin.Heading);
    }

    private static void Add(List<LabelledValue> values, Label label, string value, Block block, Evidence evidence, LabelOrigin origin)
    {
        var trimmed = value.Trim().Trim('*', '`', '|').Trim();
        if (trimmed.Length is 0 or > MaxValue && label is not Label.Skills)
            return;
        var urls = block.Links.Where(link => link.Line >= evidence.FirstLine && link.Line <= evidence.LastLine).Select(link => link.Url);
        values.Add(new LabelledValue(label, trimmed, evidence, origin, [.. urls]));
    }

    private static Evidence ToEvidence(DocumentOutline outline, FrontMatterEntry entry)
    {
        var number = Math.Clamp(entry.Line, 1, outline.Source.LineCount);
        var text = outline.Source.Line(number).Trim().ToString();
        return entry.LastLine > entry.Line || text.Length is 0 or > MaxValue ? entry.ToEvidence() : new Evidence(number, number, text);
    }

    // "🏢 L'ENTREPRISE" heads a part as "🏢 Entreprise" does.
    [GeneratedRegex(@"^\s*(l['’]|(the|our|le|la|les|die|der|das|unser|el|o|a|notre|nuestra|nossa)\s+)", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Article();
}
