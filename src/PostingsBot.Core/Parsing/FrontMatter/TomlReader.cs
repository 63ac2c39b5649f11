using System.Text;
using PostingsBot.Core.Parsing.Text;

namespace PostingsBot.Core.Parsing.FrontMatter;

/// <summary>
/// The part of TOML that front matter uses: tables, dotted keys, strings of all four kinds, arrays over several lines, bare values.
/// A line it cannot read is left out and named as the problem.
/// </summary>
internal sealed class TomlReader
{
    private readonly SourceText source;
    private readonly int last;
    private readonly List<FrontMatterEntry> entries = [];
    private string table = "";
    private int line;
    private string? problem;
    private int? problemLine;

    private TomlReader(SourceText source, int first, int last)
    {
        this.source = source;
        this.last = last;
        line = first;
    }

    public static FrontMatterBlock Read(SourceText source, int first, int last)
    {
        var reader = new TomlReader(source, first, last);
        while (reader.line <= last)
            reader.ReadLine();
        return new FrontMatterBlock(reader.entries, last + 2, reader.problem, reader.problemLine);
    }

    private void ReadLine()
    {
        var number = line;
        var text = source.Line(line++).Trim();
        if (text.IsEmpty || text[0] is '#')
            return;
        if (text[0] is '[')
        {
            var end = text.IndexOf(']');
            table = end < 0 ? "" : text[..end].Trim("[] \t").ToString();
            return;
        }

        var equals = text.IndexOf('=');
        if (equals <= 0)
        {
            Complain("is not `key = value`", number);
            return;
        }

        var key = text[..equals].Trim().Trim("\"'").ToString();
        var path = table.Length == 0 ? key : table + "." + key;
        if (!ReadValue(text[(equals + 1)..].Trim().ToString(), path, number))
            Complain("has a value that does not end", number);
    }

    private bool ReadValue(string value, string path, int number)
    {
        if (value.StartsWith("\"\"\"", StringComparison.Ordinal) || value.StartsWith("'''", StringComparison.Ordinal))
            return ReadMultiLine(value, path, number);
        if (value.StartsWith('['))
            return ReadArray(value, path, number);
        return ReadScalar(value, 0, path, number) > 0;
    }

    private bool ReadMultiLine(string value, string path, int number)
    {
        var quotes = value[..3];
        var part = value[3..];
        var text = new StringBuilder();
        while (true)
        {
            var end = part.IndexOf(quotes, StringComparison.Ordinal);
            text.Append(end < 0 ? part : part[..end]);
            if (end >= 0)
            {
                entries.Add(new FrontMatterEntry(path, (quotes[0] is '"' ? TomlEscapes.Read(text.ToString()) : text.ToString()).Trim(), number));
                return true;
            }

            if (line > last || text.Length > 100_000)
                return false;
            text.Append('\n');
            part = source.Line(line++).ToString();
        }
    }

    private bool ReadArray(string value, string path, int number)
    {
        var at = 1;
        while (true)
        {
            while (at < value.Length && (char.IsWhiteSpace(value[at]) || value[at] is ',' or '['))
                at++;
            if (at >= value.Length || value[at] is '#')
            {
                if (line > last)
                    return false;
                number = line;
                value = source.Line(line++).ToString();
                at = 0;
            }
            else if (value[at] is ']')
            {
                return true;
            }
            else
            {
                var end = ReadScalar(value, at, path, number);
                if (end <= at)
                    return false;
                at = end;
            }
        }
    }

    // Returns the position after the scalar, or -1.
    private int ReadScalar(string value, int at, string path, int number)
    {
        if (at < value.Length && value[at] is '"' or '\'')
        {
            var quote = value[at];
            var close = at + 1;
            while (close < value.Length && value[close] != quote)
                close += quote is '"' && value[close] is '\\' ? 2 : 1;
            if (close >= value.Length)
                return -1;
            var text = value[(at + 1)..close];
            entries.Add(new FrontMatterEntry(path, quote is '"' ? TomlEscapes.Read(text) : text, number));
            return close + 1;
        }

        var end = value.AsSpan(at).IndexOfAny(",]#");
        end = end < 0 ? value.Length : at + end;
        if (end > at)
            entries.Add(new FrontMatterEntry(path, value[at..end].Trim(), number));
        return end > at ? end : -1;
    }

    private void Complain(string what, int number)
    {
        problem ??= $"the TOML front matter's line {number} {what}";
        problemLine ??= number;
    }
}
