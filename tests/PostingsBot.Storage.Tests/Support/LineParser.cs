using System.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Storage.Tests.Support;

/// <summary>A stand-in for the parser: each line of a file is a posting, "id title"; a NUL makes it no text. It remembers what it was asked to read.</summary>
internal sealed class LineParser
{
    private readonly List<string> read = [];

    /// <summary>A text for which the parser breaks.</summary>
    public const string Poison = "poison";

    /// <summary>The names of the files read since the last look.</summary>
    public IReadOnlyList<string> TakeRead()
    {
        lock (read)
        {
            var taken = read.ToArray();
            read.Clear();
            return taken;
        }
    }

    public ParsedDocument Parse(string file, ReadOnlyMemory<byte> bytes)
    {
        lock (read)
            read.Add(Path.GetFileName(file));
        var text = Encoding.UTF8.GetString(bytes.Span);
        if (text == Poison)
            throw new InvalidOperationException("a bug");
        if (text.Contains('\0', StringComparison.Ordinal))
            return new ParsedDocument { File = file, Kind = DocumentKind.Other, IsRead = false, Diagnostics = [new Diagnostic("not-text", "Not text.", null)] };
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new ParsedDocument
        {
            File = file,
            Kind = DocumentKind.List,
            Postings = [.. lines.Select(line => Sample.Role(line.Split(' ')[0], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..], file: file))],
        };
    }
}
