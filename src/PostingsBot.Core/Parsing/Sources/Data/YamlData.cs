using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Parsing.FrontMatter;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PostingsBot.Core.Parsing.Sources.Data;

/// <summary>A data file in YAML with the line of each value. Aliases are left out, so that nothing can explode.</summary>
internal static class YamlData
{
    private const string Syntax = "YAML";
    private const int MaxEvents = 500_000;
    private const int MaxDepth = 50;

    /// <summary>The file's first document, or null when the file is no YAML, is damaged, too large or too deep: then it is read as a text.</summary>
    public static DataTree? Read(string file, SourceText source)
    {
        if (!file.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) && !file.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase))
            return null;
        try
        {
            var top = new DataNode("", DataKind.List, "", 1);
            return Fill(top, new Parser(new StringReader(source.Value))) && top.Children.Count == 1 ? new DataTree(Syntax, top.Children[0], null) : null;
        }
        catch (YamlException)
        {
            return null;
        }
    }

    private static bool Fill(DataNode top, Parser parser)
    {
        var open = new Stack<DataNode>([top]);
        string? key = null;
        for (var count = 0; parser.MoveNext() && parser.Current is not DocumentEnd; count++)
        {
            if (count > MaxEvents || open.Count > MaxDepth)
                return false;
            var line = (int)Math.Min(parser.Current!.Start.Line, int.MaxValue);
            switch (parser.Current)
            {
                case MappingStart or SequenceStart:
                    var node = new DataNode(key ?? "", parser.Current is MappingStart ? DataKind.Object : DataKind.List, "", line);
                    open.Peek().Add(node);
                    open.Push(node);
                    key = null;
                    break;
                case MappingEnd or SequenceEnd:
                    Close(open.Pop(), line);
                    break;
                case Scalar scalar when key is null && open.Peek().Kind is DataKind.Object:
                    key = scalar.Value;
                    break;
                case Scalar scalar:
                    var (first, last) = YamlLines.Of(scalar);
                    open.Peek().Add(new DataNode(key ?? "", KindOf(scalar), scalar.Value, first) { LastLine = last });
                    key = null;
                    break;
                case AnchorAlias:
                    key = null;
                    break;
            }
        }

        return true;
    }

    private static DataKind KindOf(Scalar scalar) => scalar switch
    {
        { Style: not ScalarStyle.Plain } => DataKind.Text,
        { Value: "" or "~" or "null" or "Null" or "NULL" } => DataKind.Null,
        { Value: "true" or "True" or "TRUE" or "false" or "False" or "FALSE" } => DataKind.Flag,
        _ => DataKind.Text,
    };

    private static void Close(DataNode node, int line)
    {
        node.LastLine = Math.Max(node.FirstLine, node.Children.Count > 0 ? node.Children[^1].LastLine : line);
        if (node.Kind is DataKind.Object)
            node.DropRepeated();
    }
}
