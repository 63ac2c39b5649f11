using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Outline;

namespace PostingsBot.Core.Parsing.Roles;

/// <summary>Blocks cut so fine that no two roles share one: a paragraph's lines each by itself, bullets inside a line as items.</summary>
internal static partial class Atoms
{
    private const int MaxPieces = 60;

    public static IReadOnlyList<Block> Cut(IReadOnlyList<Block> blocks) => [.. blocks.SelectMany(Cut)];

    private static IEnumerable<Block> Cut(Block block)
    {
        if (block.Kind is not (BlockKind.Paragraph or BlockKind.ListItem))
            return [block];
        return block.Kind is BlockKind.Paragraph && block.Lines.Count > 1
            ? block.Lines.SelectMany(line => CutLine(new Block(BlockKind.Paragraph, 0, [line], LinksOf(block, line.Number, line.Text)) { IsStruck = block.IsStruck }))
            : CutLine(block);
    }

    // "Open roles * Data Engineer * Head of Product": a list whose line ends were lost.
    private static IEnumerable<Block> CutLine(Block block)
    {
        if (block.Lines.Count != 1)
            return [block];
        var line = block.Lines[0];
        if (!line.Text.AsSpan().ContainsAny("*•▪●"))
            return [block];
        var pieces = Bullet().Split(line.Text);
        if (pieces.Length is < 3 or > MaxPieces || pieces.Count(piece => TitleList.Leading(piece.Trim()) is not null) < 2)
            return [block];
        return pieces.Where(piece => piece.Length > 0).Select((piece, index) => new Block(
            index == 0 ? block.Kind : BlockKind.ListItem,
            index == 0 ? block.Level : 1,
            [new OutlineLine(line.Number, piece.Trim(), line.Bold) { LastNumber = line.LastNumber }],
            LinksOf(block, line.Number, piece)));
    }

    // Several parts may share a line of the file; a link then belongs to the part that shows it.
    private static List<Link> LinksOf(Block block, int line, string text)
    {
        if (block.Links.Count == 0)
            return [];
        var here = block.Links.Where(link => link.Line == line).ToList();
        var shown = here.Where(link => link.Text.Length > 0 && text.Contains(link.Text.Trim(), StringComparison.Ordinal)).ToList();
        return shown.Count > 0 || block.Lines.Count(other => other.Number == line) > 1 ? shown : here;
    }

    [GeneratedRegex(@"\s[*•▪●]\s", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Bullet();
}
