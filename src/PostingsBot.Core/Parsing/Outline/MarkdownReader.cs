using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PostingsBot.Core.Parsing.Text;

namespace PostingsBot.Core.Parsing.Outline;

/// <summary>Markdown as blocks, by Markdig's syntax tree. Thread-safe.</summary>
internal static class MarkdownReader
{
    // Looking for tables takes a stop at every line end, and few documents hold one.
    private static readonly MarkdownPipeline WithoutTables = Build(tables: false);

    private static readonly HashSet<string> Languages = new(
        "json jsonc json5 yaml yml toml xml csv js javascript ts typescript jsx tsx html python py ruby rb java csharp go rust php sql bash sh shell console graphql css scss".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>All that may be needed; shared by all readers and benchmarks, for it does not change once built.</summary>
    public static MarkdownPipeline Pipeline { get; } = Build(tables: true);

    /// <summary>The blocks, or null when the markup nests deeper than Markdig allows.</summary>
    public static IReadOnlyList<Block>? Read(SourceText source, string body)
    {
        try
        {
            var walk = new Walk(source, body);
            walk.Visit(Markdown.Parse(NestingGuard.Bound(body), body.Contains('|', StringComparison.Ordinal) ? Pipeline : WithoutTables), BlockKind.Paragraph, 0);
            return walk.Blocks;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static MarkdownPipeline Build(bool tables)
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation();
        if (tables)
            builder.UsePipeTables();
        builder.UseEmphasisExtras(EmphasisExtraOptions.Strikethrough);
        builder.Extensions.Add(new BareLinks());
        return builder.Build();
    }

    private sealed class Walk(SourceText source, string body)
    {
        public List<Block> Blocks { get; } = [];

        public void Visit(ContainerBlock container, BlockKind kind, int level)
        {
            foreach (var child in container)
            {
                switch (child)
                {
                    case HeadingBlock heading:
                        Add(heading, BlockKind.Heading, heading.Level);
                        break;
                    case ParagraphBlock paragraph:
                        Add(paragraph, kind, level);
                        break;
                    case ListBlock list:
                        Visit(list, BlockKind.ListItem, level + 1);
                        break;
                    case Table table:
                        foreach (var row in table.OfType<TableRow>())
                            AddRow(row);
                        break;
                    case HtmlBlock { Type: HtmlBlockType.Comment }:
                        break;
                    case HtmlBlock html:
                        AddHtml(html);
                        break;
                    case CodeBlock code when IsMarkup(code):
                        AddHtml(code);
                        break;
                    case FencedCodeBlock { Info: { } language } when IsProgram(language):
                        break;
                    case CodeBlock code:
                        AddCode(code);
                        break;
                    case ThematicBreakBlock:
                        Blocks.Add(new Block(BlockKind.Rule, 0, [], []));
                        break;
                    case ContainerBlock inner:
                        Visit(inner, kind, level);
                        break;
                }
            }
        }

        private void Add(LeafBlock leaf, BlockKind kind, int level)
        {
            var text = new InlineText();
            new MarkdownInlines(source, text).Visit(leaf.Inline);
            var lines = text.ToLines();
            if (lines.Count > 0 || text.Links.Count > 0)
                Blocks.AddRange(Headings.Divide(new Block(kind, level, lines, text.Links) { IsStruck = text.IsStruck }));
        }

        private void AddRow(TableRow row)
        {
            var cells = new List<OutlineCell>();
            foreach (var cell in row.OfType<TableCell>())
            {
                var text = new InlineText();
                foreach (var leaf in cell.OfType<LeafBlock>())
                    new MarkdownInlines(source, text).Visit(leaf.Inline);
                cells.Add(new OutlineCell(text.ToLines(), text.Links, text.IsStruck));
            }

            Blocks.Add(Rows.ToBlock(cells));
        }

        // Indented HTML behind an empty line: a browser shows its text.
        private static bool IsMarkup(CodeBlock code) =>
            code is not FencedCodeBlock && code.Lines.Count > 0 && code.Lines.Lines[0].Slice.ToString().AsSpan().TrimStart() is ['<', var next, ..] && (char.IsAsciiLetter(next) || next is '/' or '!');

        // What a fence marks as data or a program shows a format: a posting written there is an example.
        private static bool IsProgram(string language) => Languages.Contains(language.Trim().TrimStart('{', '.').TrimEnd('}'));

        private void AddHtml(LeafBlock html)
        {
            var start = Math.Clamp(html.Span.Start, 0, body.Length);
            var end = Math.Clamp(html.Span.End + 1, start, body.Length);
            Blocks.AddRange(HtmlText.Read(source, body[start..end], start));
        }

        private void AddCode(CodeBlock code)
        {
            var lines = new List<OutlineLine>();
            for (var i = 0; i < code.Lines.Count; i++)
            {
                var line = code.Lines.Lines[i];
                var text = line.Slice.ToString().Trim();
                if (text.Length > 0)
                    lines.Add(new OutlineLine(line.Line + 1, text, false));
            }

            if (lines.Count > 0)
                Blocks.Add(new Block(BlockKind.Paragraph, 0, lines, []));
        }
    }
}
