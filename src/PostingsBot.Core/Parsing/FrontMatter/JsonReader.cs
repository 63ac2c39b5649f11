using System.Text;
using System.Text.Json;
using PostingsBot.Core.Parsing.Text;

namespace PostingsBot.Core.Parsing.FrontMatter;

/// <summary>A JSON object at the head of a document whose body follows it.</summary>
internal static class JsonReader
{
    private const int MaxDepth = 50;

    public static FrontMatterBlock Read(SourceText source, int first)
    {
        var end = first + 1;
        while (end <= source.LineCount && source.Line(end).TrimEnd() is not "}")
            end++;
        if (end >= source.LineCount)
            return FrontMatterBlock.None;
        var start = 0;
        for (var line = 1; line < first; line++)
            start += source.Line(line).Length + 1;
        var length = 0;
        for (var line = first; line <= end; line++)
            length += source.Line(line).Length + 1;
        var bytes = Encoding.UTF8.GetBytes(source.Value, start, length);
        var entries = new List<FrontMatterEntry>();
        try
        {
            ReadObject(bytes, first, entries);
            return new FrontMatterBlock(entries, end + 1, null, null);
        }
        catch (JsonException e)
        {
            return Broken(first + (int)Math.Min(e.LineNumber ?? 0, source.LineCount));
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair as an escape is well-formed JSON, but no text.
            return Broken(entries.Count > 0 ? entries[^1].Line : first);
        }

        FrontMatterBlock Broken(int line) => new(entries, end + 1, $"the JSON front matter cannot be read at line {line}", line);
    }

    private static void ReadObject(byte[] bytes, int first, List<FrontMatterEntry> entries)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = MaxDepth, AllowTrailingCommas = true });
        var path = new Stack<string>();
        var key = "";
        long counted = 0;
        var line = first;
        while (reader.Read())
        {
            line += bytes.AsSpan((int)counted, (int)(reader.TokenStartIndex - counted)).Count((byte)'\n');
            counted = reader.TokenStartIndex;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    key = reader.GetString()!;
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    path.Push(Join(path, key));
                    key = "";
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    path.Pop();
                    key = "";
                    break;
                case JsonTokenType.String:
                    entries.Add(new FrontMatterEntry(Join(path, key), reader.GetString()!, line));
                    break;
                default:
                    entries.Add(new FrontMatterEntry(Join(path, key), Encoding.UTF8.GetString(reader.ValueSpan), line));
                    break;
            }
        }
    }

    private static string Join(Stack<string> path, string key)
    {
        var parent = path.TryPeek(out var outer) ? outer : "";
        return parent.Length == 0 || key.Length == 0 ? parent + key : parent + "." + key;
    }
}
