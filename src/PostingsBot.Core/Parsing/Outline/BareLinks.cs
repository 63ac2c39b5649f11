using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace PostingsBot.Core.Parsing.Outline;

/// <summary>
/// Markdig's own reading of bare addresses, up to a number in one block. For each it looks back over all that stands before it in the block, so that
/// the cost of a block grows with their square.
/// </summary>
internal sealed class BareLinks : InlineParser, IMarkdownExtension
{
    private const int MostInBlock = 2_000;

    private readonly AutoLinkParser inner = new(new AutoLinkOptions());

    public BareLinks() => OpeningCharacters = inner.OpeningCharacters;

    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, this);

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        // Nothing is rendered.
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (!MayOpen(slice.CurrentChar, slice.PeekChar()))
            return false;
        var count = processor.ParserStates[Index] as Count;
        if (count is null || !ReferenceEquals(count.Block, processor.Block))
            processor.ParserStates[Index] = count = new Count(processor.Block);
        return count.Links < MostInBlock && inner.Match(processor, ref slice) && ++count.Links > 0;
    }

    // One letter in five may open an address ("http", "ftp", "mailto", "tel", "www"); the second one tells most others from them.
    private static bool MayOpen(char first, char second) => char.ToLowerInvariant(second) == first switch
    {
        'h' or 'f' => 't',
        'm' => 'a',
        't' => 'e',
        'w' => 'w',
        _ => char.ToLowerInvariant(second),
    };

    private sealed class Count(LeafBlock? block)
    {
        public LeafBlock? Block => block;

        public int Links { get; set; }
    }
}
