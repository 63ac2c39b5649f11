using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Sources.Records;
using PostingsBot.Core.Parsing.Text;

namespace PostingsBot.Core.Parsing.Sources.Data;

/// <summary>Tables as text, by RFC 4180: the first row names the columns, quoted cells may hold delimiters, quotes and line ends.</summary>
internal static class CsvData
{
    private const string Syntax = "CSV";
    private const int MaxHeader = 4_000;
    private const int MaxName = 60;

    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>The rows as objects, or null when the first line is no header of a table of jobs.</summary>
    public static DataTree? Read(SourceText source)
    {
        var first = 1;
        while (first < source.LineCount && source.Line(first).IsWhiteSpace())
            first++;
        char? given = source.Line(first) is ['s', 'e', 'p', '=', var mark] ? mark : null;
        first += given is null ? 0 : 1;
        if (first >= source.LineCount || source.Line(first) is not { Length: > 2 and <= MaxHeader } line || line[0] is '{' or '[' or '<' or '|' or '#' or '-')
            return null;
        var header = line.ToString();
        if ((given ?? DelimiterOf(header)) is not { } delimiter)
            return null;
        var offset = 0;
        for (var number = 1; number < first; number++)
            offset += source.Line(number).Length + 1;
        return ReadRows(source.Value, offset, first, delimiter);
    }

    private static DataTree? ReadRows(string text, int offset, int line, char delimiter)
    {
        var reader = new CsvReader(text, offset, line, delimiter);
        if (reader.ReadRow() is not { } header || !IsHeader(header))
            return null;
        var root = new DataNode("", DataKind.List, "", line);
        int ragged = 0, firstRagged = 0;
        while (reader.ReadRow() is { } row)
        {
            if (row.Count == 1 && string.IsNullOrWhiteSpace(row[0].Text))
                continue;
            if (row.Count != header.Count && ragged++ == 0)
                firstRagged = row[0].FirstLine;
            root.Add(ToNode(header, row));
        }

        var problem = reader.OpenQuoteLine is { } open ? Diagnostics.OpenQuote(open) : ragged > 0 ? Diagnostics.RaggedRows(ragged, firstRagged) : null;
        return new DataTree(Syntax, root, problem);
    }

    private static DataNode ToNode(List<CsvCell> header, List<CsvCell> row)
    {
        var node = new DataNode("", DataKind.Object, "", row[0].FirstLine) { LastLine = row[^1].LastLine };
        for (var i = 0; i < Math.Min(header.Count, row.Count); i++)
            node.Add(new DataNode(header[i].Text.Trim(), DataKind.Text, row[i].Text, row[i].FirstLine) { LastLine = row[i].LastLine });
        return node;
    }

    // The delimiter that makes the most cells whose names are known.
    private static char? DelimiterOf(string header)
    {
        var best = Delimiters
            .Select(delimiter => (Delimiter: delimiter, Known: Known(new CsvReader(header + "\n", 0, 1, delimiter).ReadRow() ?? [])))
            .MaxBy(choice => choice.Known);
        return best.Known >= 2 ? best.Delimiter : null;
    }

    // A sentence with commas is no header: all names are short, one is the title's, another a fact's of the job.
    private static bool IsHeader(List<CsvCell> cells) =>
        cells.Count >= 2
        && cells.All(cell => cell.Text.Length <= MaxName && cell.FirstLine == cell.LastLine)
        && cells.Any(cell => RecordNames.LabelOf(cell.Text) is Label.Title)
        && !cells.Any(cell => RecordNames.IsOfPerson(cell.Text))
        && Known(cells) * 4 >= cells.Count(cell => !string.IsNullOrWhiteSpace(cell.Text));

    private static int Known(List<CsvCell> cells) =>
        cells.Count(cell => RecordNames.LabelOf(cell.Text) is not null || RecordNames.PlacePartOf(cell.Text) is not null || RecordNames.IsLink(cell.Text) || RecordNames.IsBody(cell.Text));
}
