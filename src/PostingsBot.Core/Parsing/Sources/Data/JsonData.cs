using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Sources.Data;

/// <summary>JSON, and JSON lines as one list, with the line of each value. Damaged data is read up to the damage, without the record it cuts.</summary>
internal static partial class JsonData
{
    private const string Syntax = "JSON";
    private const int MaxDepth = 64;
    private const int MaxOpening = 300;
    private const int HalfLength = 6;

    /// <summary>The data, or null when the text is none: Markdown, or a text with JSON front matter.</summary>
    public static DataTree? Read(SourceText source)
    {
        var head = source.Value.AsSpan().TrimStart();
        if (head.IsEmpty || head[0] is not ('{' or '[') || IsFrontMatter(source))
            return null;
        var top = new DataNode("", DataKind.List, "", 1);
        var problem = Fill(top, Encoding.UTF8.GetBytes(source.Value.TrimEnd()), out var isValueThenText);
        if (isValueThenText || (problem is not null && !Opening().IsMatch(head[..Math.Min(head.Length, MaxOpening)].ToString())))
            return null;
        return new DataTree(Syntax, top.Children.Count == 1 ? top.Children[0] : top, problem);
    }

    private static Diagnostic? Fill(DataNode top, byte[] bytes, out bool isValueThenText)
    {
        isValueThenText = false;
        var reader = new Utf8JsonReader(bytes, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions
        {
            MaxDepth = MaxDepth,
            AllowMultipleValues = true,
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
        }));
        var open = new Stack<DataNode>([top]);
        var name = "";
        var line = 1;
        var counted = 0;
        try
        {
            while (reader.Read())
            {
                line += LinesBetween(bytes, counted, (int)reader.TokenStartIndex);
                counted = (int)reader.TokenStartIndex;
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        name = TextOf(ref reader);
                        continue;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        Close(open.Pop(), line);
                        break;
                    default:
                        var node = ToNode(ref reader, name, line);
                        open.Peek().Add(node);
                        if (!node.IsScalar)
                            open.Push(node);
                        break;
                }

                name = "";
            }
        }
        catch (JsonException)
        {
            var end = (int)Math.Max(counted, reader.BytesConsumed);
            isValueThenText = open.Count == 1 && bytes.AsSpan(end).TrimStart(" \n\t"u8) is not [(byte)'{' or (byte)'[' or (byte)'}' or (byte)']' or (byte)',', ..];
            line += LinesBetween(bytes, counted, end);
            DropCutRecord(open);
            return reader.CurrentDepth >= MaxDepth - 1 ? Diagnostics.DataTooDeep(Syntax, MaxDepth, line) : Diagnostics.Malformed(Syntax, line);
        }

        if (open.Count == 1)
            return null;
        DropCutRecord(open);
        return Diagnostics.Truncated(Syntax, line);
    }

    private static int LinesBetween(byte[] bytes, int start, int end) => bytes.AsSpan(start, end - start).Count((byte)'\n');

    private static DataNode ToNode(ref Utf8JsonReader reader, string name, int line) => reader.TokenType switch
    {
        JsonTokenType.StartObject => new DataNode(name, DataKind.Object, "", line),
        JsonTokenType.StartArray => new DataNode(name, DataKind.List, "", line),
        JsonTokenType.String => new DataNode(name, DataKind.Text, TextOf(ref reader), line),
        JsonTokenType.Number => new DataNode(name, DataKind.Number, Encoding.UTF8.GetString(reader.ValueSpan), line),
        JsonTokenType.Null => new DataNode(name, DataKind.Null, "", line),
        _ => new DataNode(name, DataKind.Flag, reader.TokenType is JsonTokenType.True ? "true" : "false", line),
    };

    private static string TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return Mojibake.Mend(reader.GetString()!);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair as an escape is well-formed JSON, but no text: a cut through an emoji leaves it behind.
            var written = EscapedHalf().Replace(Encoding.UTF8.GetString(reader.ValueSpan), match => match.Length == HalfLength ? "" : match.Value);
            using var sound = JsonDocument.Parse("\"" + written + "\"");
            return sound.RootElement.GetString()!;
        }
    }

    private static void Close(DataNode node, int line)
    {
        node.LastLine = line;
        if (node.Kind is DataKind.Object)
            node.DropRepeated();
    }

    // The outermost open object that is an item of a list is the record that the damage cuts.
    private static void DropCutRecord(Stack<DataNode> open)
    {
        DataNode? parent = null;
        foreach (var node in open.Reverse())
        {
            if (parent is { Kind: DataKind.List } && node.Kind is DataKind.Object && (parent.Name.Length > 0 || parent.Children.Count > 1))
            {
                parent.RemoveLast();
                return;
            }

            parent = node;
        }
    }

    // "{" and "}" each alone on a line, with a text behind.
    private static bool IsFrontMatter(SourceText source)
    {
        var first = 1;
        while (first < source.LineCount && source.Line(first).IsWhiteSpace())
            first++;
        if (source.Line(first).TrimEnd() is not "{")
            return false;
        for (var line = first + 1; line <= source.LineCount; line++)
        {
            if (source.Line(line).TrimEnd() is "}")
                return IsTextBehind(source, line + 1);
        }

        return false;
    }

    private static bool IsTextBehind(SourceText source, int line)
    {
        while (line <= source.LineCount && source.Line(line).IsWhiteSpace())
            line++;
        if (line > source.LineCount)
            return false;
        var text = source.Line(line).TrimStart();
        return text.StartsWith("{{") || text[0] is not ('{' or ',' or ']' or '}');
    }

    [GeneratedRegex(@"^(\[\s*\{\s*[""}]|\{\s*""[^""\n]{0,80}""\s*:)", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Opening();

    // Whole pairs and escaped backslashes are matched to be stepped over.
    [GeneratedRegex(@"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89a-fA-F][0-9a-fA-F]{2}", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex EscapedHalf();
}
