using PostingsBot.Core.Postings;

namespace PostingsBot.Commands.Explaining;

/// <summary>Draws a document with its facts: line number, text, and beside it (below it where it is long) what was read from it.</summary>
internal sealed class MarginView(TextWriter writer, Ink ink, int width)
{
    private const int NumberWidth = 5;
    private const int Around = 2;
    private const string Border = " │ ";
    private const string Gap = "   ";
    private const string Arrow = "◂ ";

    /// <param name="document">What was read.</param>
    /// <param name="lines">The document's lines, as evidence counts them.</param>
    /// <param name="margin">The facts to show.</param>
    /// <param name="isExcerpt">Only lines around facts, for when just some facts are asked for.</param>
    public void Write(ParsedDocument document, IReadOnlyList<string> lines, Margin margin, bool isExcerpt)
    {
        WriteHead(document, margin);
        var isSkipping = false;
        for (var number = 1; number <= lines.Count; number++)
        {
            if (isExcerpt && !margin.IsNearMark(number, Around))
            {
                if (!isSkipping)
                    writer.WriteLine(ink.Dim(new string(' ', NumberWidth) + " ⋮"));
                isSkipping = true;
                continue;
            }

            isSkipping = false;
            WriteLine(number, lines[number - 1], [.. margin.MarksOf(number)], document.Postings.Count > 1);
            foreach (var remark in margin.RemarksOf(number))
                WriteBelow(ink.Warning("! " + TerminalText.Printable(remark.Message)));
        }

        WriteFoot(document, margin);
    }

    private void WriteHead(ParsedDocument document, Margin margin)
    {
        writer.WriteLine($"{ink.Bold(TerminalText.Printable(document.File))}: {TermNames.Of(document.Kind)}, {ReadingReport.Counted(document.Postings.Count, "posting")}");
        foreach (var (fact, text) in Margin.Words(margin.MarksOf(0), document.Postings.Count > 1))
            writer.WriteLine($"  from the file's name: {ink.Fact(fact, text)}");
        for (var i = 0; i < document.Postings.Count && document.Postings.Count > 1; i++)
            writer.WriteLine($"  [{i + 1}] {TerminalText.Printable(document.Postings[i].Title.Value)}");
        writer.WriteLine();
    }

    private void WriteLine(int number, string line, IReadOnlyList<Mark> marks, bool withRole)
    {
        var text = TerminalText.Printable(line.TrimEnd());
        var start = ink.Dim($"{number,NumberWidth}{Border}");
        if (marks.Count == 0)
        {
            writer.WriteLine(start + ink.Dim(text));
            return;
        }

        var words = Margin.Words(marks, withRole).ToList();
        var used = NumberWidth + Border.Length + Columns(text) + Gap.Length + words.Sum(word => Arrow.Length + Columns(word.Text) + 1);
        var isBeside = used <= width;
        writer.Write(start + Highlighted(text, marks));
        writer.WriteLine(isBeside ? Gap + string.Join(' ', words.Select(word => ink.Fact(word.Fact, Arrow + word.Text))) : "");
        foreach (var (fact, below) in isBeside ? [] : words)
            WriteBelow(ink.Fact(fact, Arrow + below));
    }

    private void WriteBelow(string text) => writer.WriteLine(ink.Dim(new string(' ', NumberWidth) + Border) + Gap + text);

    // The words that a fact was read from, in the fact's colour; what overlaps an earlier fact stays as it is.
    private string Highlighted(string text, IReadOnlyList<Mark> marks)
    {
        var spans = new SortedDictionary<int, (int End, int Fact)>();
        foreach (var mark in marks.OrderBy(mark => mark.Value.Evidence.Text.Length))
        {
            var words = TerminalText.Printable(mark.Value.Evidence.Text);
            var at = words.Length == 0 ? -1 : text.IndexOf(words, StringComparison.Ordinal);
            if (at >= 0 && !spans.Any(span => span.Key < at + words.Length && at < span.Value.End))
                spans[at] = (at + words.Length, mark.Fact);
        }

        var painted = "";
        var end = 0;
        foreach (var (start, span) in spans)
        {
            painted += text[end..start] + ink.Fact(span.Fact, text[start..span.End]);
            end = span.End;
        }

        return painted + text[end..];
    }

    private void WriteFoot(ParsedDocument document, Margin margin)
    {
        writer.WriteLine();
        for (var i = 0; i < margin.NotStated.Count; i++)
        {
            if (margin.NotStated[i].Count > 0)
                writer.WriteLine($"{(document.Postings.Count > 1 ? $"[{i + 1}] " : "")}Not stated: {string.Join(", ", margin.NotStated[i])}.");
        }

        foreach (var remark in margin.RemarksOf(0))
            writer.WriteLine(ink.Warning("! " + TerminalText.Printable(remark.Message)));
    }

    // Terminals draw East Asian characters two columns wide.
    private static int Columns(string text) => text.Length + text.Count(c => c is (>= '\u1100' and <= '\u115F') or (>= '\u2E80' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFF60'));
}
