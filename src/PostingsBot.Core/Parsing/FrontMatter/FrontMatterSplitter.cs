using PostingsBot.Core.Parsing.Text;

namespace PostingsBot.Core.Parsing.FrontMatter;

/// <summary>Finds the front matter at the head of a document: TOML between +++, YAML between ---, or a JSON object.</summary>
internal static class FrontMatterSplitter
{
    private const int MaxLines = 2000;

    public static FrontMatterBlock Split(SourceText source)
    {
        var first = 1;
        while (first < source.LineCount && source.Line(first).IsWhiteSpace())
            first++;
        var opening = source.Line(first).TrimEnd();
        if (opening is "+++")
            return Fenced(source, first, "+++", TomlReader.Read);
        if (opening is "---")
            return Fenced(source, first, "---", YamlReader.Read);
        return opening is "{" ? JsonReader.Read(source, first) : FrontMatterBlock.None;
    }

    private static FrontMatterBlock Fenced(SourceText source, int first, string fence, Func<SourceText, int, int, FrontMatterBlock> read)
    {
        var last = Math.Min(source.LineCount, first + MaxLines);
        for (var line = first + 1; line <= last; line++)
        {
            var text = source.Line(line).TrimEnd();
            if (text.SequenceEqual(fence) || (fence is "---" && text is "..."))
                return IsBlank(source, first + 1, line) ? FrontMatterBlock.None : read(source, first + 1, line - 1);
        }

        return FrontMatterBlock.None;
    }

    // Two rules with nothing between them are no front matter.
    private static bool IsBlank(SourceText source, int first, int end)
    {
        for (var line = first; line < end; line++)
        {
            if (!source.Line(line).IsWhiteSpace())
                return false;
        }

        return true;
    }
}
