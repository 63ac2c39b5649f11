namespace PostingsBot.Core.Parsing.Outline;

/// <summary>The lines of several blocks.</summary>
internal static class BlockLines
{
    public static IReadOnlyList<OutlineLine> Lines(this IEnumerable<Block> blocks)
    {
        var lines = new List<OutlineLine>();
        foreach (var block in blocks)
            lines.AddRange(block.Lines);
        return lines;
    }
}
