using PostingsBot.Core.Parsing.FrontMatter;
using PostingsBot.Core.Parsing.Text;

namespace PostingsBot.Core.Parsing.Outline;

/// <summary>A document as stages see it: front matter and blocks in reading order, all with their lines in the file.</summary>
internal sealed record DocumentOutline(string File, SourceText Source, FrontMatterBlock FrontMatter, IReadOnlyList<Block> Blocks, bool IsPage);
