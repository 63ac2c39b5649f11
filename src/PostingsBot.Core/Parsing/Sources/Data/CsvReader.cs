using System.Text;

namespace PostingsBot.Core.Parsing.Sources.Data;

/// <summary>A cell without its quotes, and the lines it stands in.</summary>
internal readonly record struct CsvCell(string Text, int FirstLine, int LastLine);

/// <summary>Reads rows of cells one by one, each character once.</summary>
internal sealed class CsvReader(string text, int offset, int line, char delimiter)
{
    private readonly StringBuilder cell = new();
    private int at = offset;
    private int number = line;

    /// <summary>The line of the row whose quote is never closed, once it was met; that row is not given.</summary>
    public int? OpenQuoteLine { get; private set; }

    /// <summary>The next row with at least one cell, or null at the end.</summary>
    public List<CsvCell>? ReadRow()
    {
        if (at >= text.Length || OpenQuoteLine is not null)
            return null;
        var row = new List<CsvCell>();
        var first = number;
        while (true)
        {
            var start = number;
            if (!ReadCell())
            {
                OpenQuoteLine = first;
                return null;
            }

            row.Add(new CsvCell(cell.ToString(), start, number));
            if (at < text.Length && text[at] == delimiter)
            {
                at++;
                continue;
            }

            if (at < text.Length)
            {
                at++;
                number++;
            }

            return row;
        }
    }

    // Ends before a delimiter, a line end or the end of the text; false when a quote stays open.
    private bool ReadCell()
    {
        cell.Clear();
        if (at < text.Length && text[at] is '"' && !ReadQuoted())
            return false;
        while (at < text.Length && text[at] != delimiter && text[at] is not '\n')
            cell.Append(text[at++]);
        return true;
    }

    private bool ReadQuoted()
    {
        for (at++; at < text.Length; at++)
        {
            if (text[at] is '"')
            {
                at++;
                if (at >= text.Length || text[at] is not '"')
                    return true;
            }

            if (text[at] is '\n')
                number++;
            cell.Append(text[at]);
        }

        return false;
    }
}
