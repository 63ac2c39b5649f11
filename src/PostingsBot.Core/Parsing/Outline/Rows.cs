namespace PostingsBot.Core.Parsing.Outline;

/// <summary>Table rows as blocks: the text of all cells, divided by bars.</summary>
internal static class Rows
{
    public static Block ToBlock(IReadOnlyList<OutlineCell> cells)
    {
        var lines = new List<OutlineLine>();
        foreach (var line in cells.SelectMany(cell => cell.Lines))
        {
            if (lines.Count > 0 && lines[^1].Number == line.Number)
                lines[^1] = new OutlineLine(line.Number, lines[^1].Text + " | " + line.Text, lines[^1].Bold && line.Bold) { LastNumber = Math.Max(lines[^1].LastNumber, line.LastNumber) };
            else
                lines.Add(line);
        }

        return new Block(BlockKind.TableRow, 0, lines, [.. cells.SelectMany(cell => cell.Links)])
        {
            Cells = cells,
            IsStruck = cells.Any(cell => cell.IsStruck),
        };
    }
}
