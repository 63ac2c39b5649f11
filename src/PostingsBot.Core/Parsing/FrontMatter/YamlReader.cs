using PostingsBot.Core.Parsing.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PostingsBot.Core.Parsing.FrontMatter;

/// <summary>
/// Reads YAML as a bounded stream of events: nothing is expanded, so aliases cannot explode. Where YAML gives up, the plain
/// `key: value` lines at the margin are still read, because postings carry unquoted colons and brackets.
/// </summary>
internal static class YamlReader
{
    private const int MaxEvents = 20_000;
    private const int MaxDepth = 50;

    public static FrontMatterBlock Read(SourceText source, int first, int last)
    {
        var text = Join(source, first, last);
        var entries = new List<FrontMatterEntry>();
        try
        {
            var problem = ReadEvents(text, first - 1, entries);
            return problem is null
                ? new FrontMatterBlock(entries, last + 2, null, null)
                : new FrontMatterBlock(Salvage(source, first, last), last + 2, problem, first);
        }
        catch (YamlException e)
        {
            var line = first - 1 + (int)Math.Min(e.Start.Line, int.MaxValue / 2);
            return new FrontMatterBlock(Salvage(source, first, last), last + 2, $"the YAML front matter's line {line} cannot be read", line);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // Damaged text makes YamlDotNet throw these, too: a tag that is no address, a scalar that ends in a control character.
            return new FrontMatterBlock(Salvage(source, first, last), last + 2, $"the YAML front matter from line {first} on cannot be read", first);
        }
    }

    private static string? ReadEvents(string text, int linesBefore, List<FrontMatterEntry> entries)
    {
        var parser = new Parser(new StringReader(text));
        var levels = new Stack<(bool IsMap, string Path)>();
        string? key = null;
        for (var count = 0; parser.MoveNext(); count++)
        {
            if (count > MaxEvents || levels.Count > MaxDepth)
                return "the YAML front matter is too large or too deeply nested";
            switch (parser.Current)
            {
                case MappingStart or SequenceStart:
                    levels.Push((parser.Current is MappingStart, PathOf(levels, key)));
                    key = null;
                    break;
                case MappingEnd or SequenceEnd:
                    levels.Pop();
                    break;
                case Scalar scalar when levels.TryPeek(out var level) && level.IsMap && key is null:
                    key = scalar.Value;
                    break;
                case Scalar scalar:
                    var (first, last) = YamlLines.Of(scalar);
                    entries.Add(new FrontMatterEntry(PathOf(levels, key), scalar.Value.Trim(), linesBefore + first) { LastLine = linesBefore + last });
                    key = null;
                    break;
                case AnchorAlias:
                    key = null;
                    break;
            }
        }

        return null;
    }

    private static string PathOf(Stack<(bool IsMap, string Path)> levels, string? key)
    {
        var parent = levels.TryPeek(out var level) ? level.Path : "";
        if (key is null)
            return parent;
        return parent.Length == 0 ? key : parent + "." + key;
    }

    private static List<FrontMatterEntry> Salvage(SourceText source, int first, int last)
    {
        var entries = new List<FrontMatterEntry>();
        for (var number = first; number <= last; number++)
        {
            var line = source.Line(number);
            var colon = line.IndexOf(':');
            if (colon is <= 0 or > 40 || char.IsWhiteSpace(line[0]) || line[0] is '#' or '-')
                continue;
            var value = line[(colon + 1)..].Trim().Trim("\"'").ToString();
            if (value.Length > 0)
                entries.Add(new FrontMatterEntry(line[..colon].Trim().Trim("\"'").ToString(), value, number));
        }

        return entries;
    }

    private static string Join(SourceText source, int first, int last)
    {
        var lines = new List<string>();
        for (var number = first; number <= last; number++)
            lines.Add(source.Line(number).ToString().Replace('\t', ' '));
        return string.Join('\n', lines);
    }
}
