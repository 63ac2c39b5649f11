using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PostingsBot.Core.Parsing.FrontMatter;

/// <summary>The lines that a YAML scalar's text stands in.</summary>
internal static class YamlLines
{
    /// <summary>Of a block ("description: |") neither the line that opens it nor the one behind it, which the parser counts in.</summary>
    public static (int First, int Last) Of(Scalar scalar)
    {
        var (start, end) = (Number(scalar.Start.Line), Number(scalar.End.Line));
        var isBlock = scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded && end - 1 > start;
        return isBlock ? (start + 1, end - 1) : (start, Math.Max(start, scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded ? end - 1 : end));
    }

    private static int Number(long line) => (int)Math.Min(line, int.MaxValue / 2);
}
