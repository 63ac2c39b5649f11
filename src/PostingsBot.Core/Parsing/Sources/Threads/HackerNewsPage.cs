using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Sources.Threads;

/// <summary>
/// A saved page of a Hacker News hiring thread. Each comment is a row of class "comtr"; its depth stands in the cell's "indent" or, in
/// older pages, in the width of a blank image; its date in the title of its age.
/// </summary>
internal sealed partial class HackerNewsPage : ISourceReader
{
    public SourceContent? Read(SourceFile source)
    {
        var html = source.Text.Value;
        if (!source.Head.StartsWith("<") || !html.Contains("comtr", StringComparison.Ordinal) || !html.Contains("commtext", StringComparison.Ordinal))
            return null;
        var rows = Row().Matches(html);
        if (rows.Count == 0)
            return null;
        if (Title().Match(html) is { Success: true } title && !HiringComment.IsHiringThread(WebUtility.HtmlDecode(title.Groups["title"].Value)))
            return SourceContent.Other(Diagnostics.OtherThread(WebUtility.HtmlDecode(title.Groups["title"].Value).Trim()));
        var roles = new List<RoleScope>();
        var silent = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            var end = i + 1 < rows.Count ? rows[i + 1].Index : html.Length;
            if (Depth(html[rows[i].Index..end]) > 0)
                continue;
            var found = ReadComment(source, rows[i].Index, end);
            roles.AddRange(found);
            silent += found.Count == 0 ? 1 : 0;
        }

        var left = silent == 0 ? null : Diagnostics.CommentsWithoutRole(silent);
        return roles.Count == 0 ? SourceContent.Other(left) : new SourceContent(DocumentKind.List, roles, left is null ? [] : [left]);
    }

    private static IReadOnlyList<RoleScope> ReadComment(SourceFile source, int start, int end)
    {
        var row = source.Text.Value[start..end];
        if (Text().Match(row) is not { Success: true } opening)
            return [];
        var body = row[(opening.Index + opening.Length)..];
        var reply = Reply().Match(body);
        var blocks = HtmlText.Read(source.Text, reply.Success ? body[..reply.Index] : body, start + opening.Index + opening.Length);
        return HiringComment.Read(source.Outline, blocks, PostedIn(source, row, start));
    }

    private static LabelledValue? PostedIn(SourceFile source, string row, int start)
    {
        var age = Age().Match(row);
        if (!age.Success)
            return null;
        var text = age.Groups["title"].Success ? age.Groups["title"].Value : age.Groups["text"].Value;
        var line = source.Text.LineAt(start + age.Index);
        return new LabelledValue(Label.Posted, text, new Evidence(line, line, text), LabelOrigin.Record, []);
    }

    private static int Depth(string row)
    {
        var indent = Indent().Match(row);
        return indent.Success && int.TryParse(indent.Groups["depth"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var depth) ? depth : 0;
    }

    [GeneratedRegex(@"<tr\b[^<>]*\bcomtr\b[^<>]*>", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Row();

    [GeneratedRegex(@"<title>(?<title>[^<]{1,300})</title>", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Title();

    [GeneratedRegex(@"<(span|div)\b[^<>]*\bcommtext\b[^<>]*>", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Text();

    [GeneratedRegex(@"<div\b[^<>]*\breply\b[^<>]*>", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Reply();

    [GeneratedRegex(@"<span class=[""']age[""']( title=[""'](?<title>[^""'<>]{1,60})[""'])?[^<>]*>\s*(<a\b[^<>]*>)?\s*(?<text>[^<]{0,40})", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Age();

    [GeneratedRegex(@"\bindent=[""']?(?<depth>\d{1,4})|<img src=[""'][^""'<>]*\bs\.gif[""'][^<>]*\bwidth=[""']?(?<depth>\d{1,5})", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Indent();
}
