using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Text;

namespace PostingsBot.Core.Parsing.FrontMatter;

/// <summary>Sites whose pages have no body keep the whole text in a field of the front matter: "details: |" and indented Markdown.</summary>
internal static partial class FrontMatterText
{
    private const int MinLength = 300;
    private const int TimesBody = 3;

    /// <summary>The lines of such texts; none where the document has a body as long.</summary>
    public static IReadOnlySet<int> Lines(SourceText source, FrontMatterBlock frontMatter)
    {
        var lines = new HashSet<int>();
        var body = frontMatter.BodyLine <= source.LineCount ? source.Value.AsSpan(source.StartOf(frontMatter.BodyLine)).Trim().Length : 0;
        for (var line = 1; line < frontMatter.BodyLine && line <= source.LineCount; line++)
        {
            if (!Opening().IsMatch(source.Line(line)))
                continue;
            var end = line + 1;
            while (end < frontMatter.BodyLine && end <= source.LineCount && (source.Line(end).IsWhiteSpace() || source.Line(end)[0] is ' '))
                end++;
            if (end > line + 2 && source.StartOf(end - 1) - source.StartOf(line) > Math.Max(MinLength, body * TimesBody))
                lines.UnionWith(Enumerable.Range(line + 1, end - line - 1));
            line = end - 1;
        }

        return lines;
    }

    [GeneratedRegex(@"^[A-Za-z][\w-]{0,40}:\s*[|>][+-]?\d?\s*$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Opening();
}
