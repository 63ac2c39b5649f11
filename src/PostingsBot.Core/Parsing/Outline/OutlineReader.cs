using PostingsBot.Core.Parsing.FrontMatter;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Outline;

/// <summary>Text to outline: front matter off, then HTML page or Markdown. Thread-safe.</summary>
internal static class OutlineReader
{
    private const string CommentStart = "{% comment";
    private const string CommentEnd = "{% endcomment";
    private static readonly HashSet<string> MarkupEndings = new([".html", ".htm", ".php", ".jsp", ".asp", ".aspx", ".erb", ".ejs"], StringComparer.OrdinalIgnoreCase);
    private static readonly (string Open, string Close)[] Programs = [("<?php", "?>"), ("<?=", "?>"), ("<%", "%>")];

    public static DocumentOutline Read(string file, SourceText source, List<Diagnostic> diagnostics)
    {
        var frontMatter = FrontMatterSplitter.Split(source);
        if (frontMatter.Problem is { } problem)
            diagnostics.Add(Diagnostics.FrontMatter(problem, frontMatter.ProblemLine));
        var body = LineLimit.Bound(source, WithoutTemplateComments(WithoutFrontMatter(source, frontMatter)), diagnostics);
        var markup = WithoutPrograms(body);
        var isPage = IsPage(markup) || IsFragment(file, markup);
        body = isPage ? markup : body;
        var blocks = isPage ? HtmlText.Read(source, body, 0) : MarkdownReader.Read(source, body);
        if (blocks is null)
        {
            diagnostics.Add(Diagnostics.TooDeep());
            blocks = PlainLines(source, frontMatter.BodyLine);
        }

        return new DocumentOutline(file, source, frontMatter, blocks, isPage);
    }

    // Blanked rather than cut, so that every offset of the body is one of the file.
    private static string WithoutFrontMatter(SourceText source, FrontMatterBlock frontMatter)
    {
        if (!frontMatter.IsPresent)
            return source.Value;
        return string.Create(source.Value.Length, (Text: source.Value, frontMatter.BodyLine), static (characters, whole) =>
        {
            whole.Text.CopyTo(characters);
            var line = 1;
            for (var i = 0; i < characters.Length && line < whole.BodyLine; i++)
            {
                if (characters[i] is '\n')
                    line++;
                else
                    characters[i] = ' ';
            }
        });
    }

    // What Liquid and Jinja templates hide from readers: "{% comment %} … {% endcomment %}".
    private static string WithoutTemplateComments(string body)
    {
        var start = body.IndexOf(CommentStart, StringComparison.Ordinal);
        if (start < 0)
            return body;
        var characters = body.ToCharArray();
        while (start >= 0 && body.IndexOf(CommentEnd, start, StringComparison.Ordinal) is > 0 and var last)
        {
            var end = body.IndexOf("%}", last, StringComparison.Ordinal) is > 0 and var close ? close + 2 : last + CommentEnd.Length;
            Blank(characters, start, end);
            start = body.IndexOf(CommentStart, end, StringComparison.Ordinal);
        }

        return new string(characters);
    }

    // A page that a program puts together ("<?php … ?>", "<%@ include … %>"): what it includes is not here, its own markup is.
    private static string WithoutPrograms(string body)
    {
        var start = body.AsSpan().TrimStart();
        if (start is not ['<', ..] || body.AsSpan().IndexOf("<%") < 0 && body.AsSpan().IndexOf("<?") < 0)
            return body;
        var characters = body.ToCharArray();
        foreach (var (open, close) in Programs)
        {
            for (var from = 0; body.IndexOf(open, from, StringComparison.OrdinalIgnoreCase) is >= 0 and var first;)
            {
                var last = body.IndexOf(close, first, StringComparison.Ordinal);
                from = last < 0 ? characters.Length : last + close.Length;
                Blank(characters, first, from);
            }
        }

        return new string(characters);
    }

    private static void Blank(char[] characters, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (characters[i] is not '\n')
                characters[i] = ' ';
        }
    }

    // A site's own page behind front matter: its indented markup would be code to a reader of Markdown. Some sites call Markdown ".html" too.
    private static bool IsFragment(string file, string body) =>
        MarkupEndings.Contains(Path.GetExtension(file))
        && body.AsSpan().TrimStart() is ['<', var next, ..] && (char.IsAsciiLetter(next) || next is '!');

    private static bool IsPage(string body)
    {
        var head = body.AsSpan(0, Math.Min(body.Length, 2000)).TrimStart();
        if (head.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && head.IndexOf("?>") is > 0 and var end)
            head = head[(end + 2)..].TrimStart();
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    private static List<Block> PlainLines(SourceText source, int first)
    {
        var blocks = new List<Block>();
        for (var number = first; number <= source.LineCount; number++)
        {
            var line = source.Line(number).Trim();
            if (!line.IsEmpty)
                blocks.Add(new Block(BlockKind.Paragraph, 0, [new OutlineLine(number, line.ToString(), false)], []));
        }

        return blocks;
    }
}
