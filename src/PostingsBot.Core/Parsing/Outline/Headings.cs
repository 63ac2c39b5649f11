using PostingsBot.Core.Parsing.Sections;

namespace PostingsBot.Core.Parsing.Outline;

/// <summary>Bold lines that act as headings.</summary>
internal static class Headings
{
    public const int BoldLine = 7;
    public const int BoldItem = 8;
    private const int MaxLength = 90;

    /// <summary>A paragraph that is one short bold line, or a list item that is one bold phrase with a colon, becomes a heading.</summary>
    public static Block Promote(Block block)
    {
        if (block.Lines.Count != 1 || !block.Lines[0].Bold || block.Text.Length > MaxLength)
            return block;
        return block.Kind switch
        {
            BlockKind.Paragraph when !IsSentence(block.Text) && !IsLabelled(block.Text) => block with { Kind = BlockKind.Heading, Level = BoldLine },
            BlockKind.ListItem when block.Text[^1] is ':' or '：' => block with { Kind = BlockKind.Heading, Level = BoldItem },
            _ => block,
        };
    }

    /// <summary>Divides a paragraph before and after lines that are bold as a whole, so that each can be promoted.</summary>
    public static IReadOnlyList<Block> Divide(Block block)
    {
        if (block.Kind is not BlockKind.Paragraph || !(block.Lines.Any(line => IsHashed(line.Text)) || (block.Lines.Count > 1 && block.Lines.Any(line => line.Bold && IsHeadingLike(line.Text)))))
            return [Promote(block)];
        var divided = new List<Block>();

        var part = new List<OutlineLine>();
        foreach (var line in block.Lines)
        {
            var isHashed = IsHashed(line.Text);
            if (isHashed || (line.Bold && IsHeadingLike(line.Text)))
            {
                if (part.Count > 0)
                    divided.Add(block with { Lines = part, Links = LinksOf(block, part) });
                part = [];
                var alone = block with { Lines = [line], Links = LinksOf(block, [line]) };
                divided.Add(isHashed ? OfHashes(alone) : Promote(alone));
            }
            else
            {
                part.Add(line);
            }
        }

        if (part.Count > 0)
            divided.Add(block with { Lines = part, Links = LinksOf(block, part) });

        return divided;
    }

    // "#Requirements", "###About us" were headings before CommonMark asked for a blank; "#LI-Remote" and "#hiring #python" are tags.
    private static bool IsHashed(string text)
    {
        var marks = text.Length - text.AsSpan().TrimStart('#').Length;
        return marks is > 0 and <= 6 && text.Length <= MaxLength && text.Length > marks && text.LastIndexOf('#') < marks
            && (marks > 1 ? char.IsLetter(text[marks]) : char.IsUpper(text[marks]) && !text.AsSpan().ContainsAny('-', '_') && !IsSentence(text) && (text.Contains(' ', StringComparison.Ordinal) || SectionBuilder.KindOf(text[1..]) is not null));
    }

    private static Block OfHashes(Block block)
    {
        var text = block.Lines[0].Text;
        var name = text.AsSpan().TrimStart('#');
        return block with { Kind = BlockKind.Heading, Level = text.Length - name.Length, Lines = [block.Lines[0] with { Text = name.ToString() }] };
    }

    private static bool IsHeadingLike(string text) => text.Length <= MaxLength && !IsSentence(text) && !IsLabelled(text);

    private static bool IsSentence(string text) => text[^1] is '.' or ';' or ',' or '!' && text.Length > 40;

    // "Location: Berlin" is a fact, "Requirements:" a heading.
    private static bool IsLabelled(string text)
    {
        var colon = text.AsSpan().IndexOfAny(":：");
        return colon > 0 && colon < text.Length - 1;
    }

    private static List<Link> LinksOf(Block block, IReadOnlyList<OutlineLine> lines) =>
        [.. block.Links.Where(link => link.Line >= lines[0].Number && link.Line <= lines[^1].Number)];
}
