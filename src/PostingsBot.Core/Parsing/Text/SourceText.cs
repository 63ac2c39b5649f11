namespace PostingsBot.Core.Parsing.Text;

/// <summary>A document's characters with LF line ends, and which line of the file each of them stands in.</summary>
internal sealed class SourceText
{
    private readonly List<int> starts = [0];

    public SourceText(string text)
    {
        Value = text;
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
            starts.Add(at + 1);
    }

    public string Value { get; }

    public int LineCount => starts.Count;

    /// <summary>The line, from 1, of the character at the offset.</summary>
    public int LineAt(int offset)
    {
        var found = starts.BinarySearch(offset);
        return found >= 0 ? found + 1 : ~found;
    }

    /// <summary>The offset of a line's first character; lines count from 1.</summary>
    public int StartOf(int line) => starts[line - 1];

    /// <summary>The line's text without its end; lines count from 1.</summary>
    public ReadOnlySpan<char> Line(int number)
    {
        var start = starts[number - 1];
        var end = number < starts.Count ? starts[number] - 1 : Value.Length;
        return Value.AsSpan(start, end - start);
    }
}
