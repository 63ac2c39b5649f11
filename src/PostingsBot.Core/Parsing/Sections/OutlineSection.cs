using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Sections;

/// <summary>A heading with the blocks under it. The part before the first heading has no heading.</summary>
internal sealed record OutlineSection(Block? Heading, SectionKind Kind, IReadOnlyList<Block> Blocks)
{
    private IReadOnlyList<OutlineLine>? lines;

    /// <summary>The lines of all blocks.</summary>
    public IReadOnlyList<OutlineLine> Lines => lines ??= Blocks.Lines();
}
