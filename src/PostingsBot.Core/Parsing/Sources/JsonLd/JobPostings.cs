using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.FrontMatter;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Sources.Data;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Sources.JsonLd;

/// <summary>schema.org JobPosting objects in a page's scripts, or in front matter as a JSON text.</summary>
internal static partial class JobPostings
{
    private const int MaxScripts = 200;
    private const string Kind = "JobPosting";

    /// <summary>The roles that the document's JSON-LD describes. A script that cannot be read adds a remark and is passed over.</summary>
    public static IReadOnlyList<RoleScope> Find(DocumentOutline outline, List<Diagnostic> diagnostics)
    {
        var text = outline.Source.Value;
        if (!text.Contains(Kind, StringComparison.Ordinal))
            return [];
        var source = new SourceFile(outline.File, outline.Source);
        var found = new List<RoleScope>();
        foreach (var script in Script().Matches(text).Take(MaxScripts))
        {
            var json = script.Groups["json"];
            if (json.Value.Contains(Kind, StringComparison.Ordinal))
                Read(source, Wrapper().Replace(json.Value, match => new string(' ', match.Length)), outline.Source.LineAt(json.Index), found, diagnostics);
        }

        foreach (var entry in outline.FrontMatter.Entries)
        {
            if (entry.Value.AsSpan().TrimStart() is ['{' or '[', ..] && entry.Value.Contains(Kind, StringComparison.Ordinal))
                Read(source, AsWritten(outline.Source, entry), Math.Max(1, entry.Line), found, diagnostics);
        }

        return found;
    }

    private static void Read(SourceFile source, string json, int line, List<RoleScope> found, List<Diagnostic> diagnostics)
    {
        // Empty lines before it make its lines those of the file.
        var tree = JsonData.Read(new SourceText(new string('\n', line - 1) + json));
        if (tree is null || tree.Problem is not null)
        {
            diagnostics.Add(Diagnostics.JsonLd(tree?.Problem?.Line ?? line));
            return;
        }

        var nodes = new List<DataNode>();
        Collect(tree.Root, nodes);
        found.AddRange(nodes.Select(node => JobPosting.Read(source, node)).OfType<RoleScope>());
    }

    // A quoted YAML text that runs over lines arrives folded into one: as written it still has its lines.
    private static string AsWritten(SourceText source, FrontMatterEntry entry)
    {
        var folded = entry.Value.AsSpan().Trim();
        var start = source.StartOf(Math.Max(1, entry.Line));
        var open = source.Value.IndexOf(folded[0], start);
        var at = open;
        foreach (var c in folded)
        {
            if (char.IsWhiteSpace(c))
                continue;
            while (at >= 0 && at < source.Value.Length && char.IsWhiteSpace(source.Value[at]))
                at++;
            if (at < 0 || at >= source.Value.Length || source.Value[at] != c)
                return entry.Value;
            at++;
        }

        var lead = source.Value.AsSpan(start, open - start).Count('\n');
        return new string('\n', lead) + source.Value[open..at];
    }

    // Bare, in a list, under @graph, as item of an ItemList: wherever the type says so. The tree's depth is bounded where it is built.
    private static void Collect(DataNode node, List<DataNode> found)
    {
        if (node.Kind is DataKind.Object && (node["@type"]?.Items ?? []).Any(type => type.IsScalar && IsKind(type.Text)))
        {
            found.Add(node);
            return;
        }

        foreach (var child in node.Children)
        {
            if (!child.IsScalar)
                Collect(child, found);
        }
    }

    private static bool IsKind(string type) => type == Kind || type.EndsWith("/" + Kind, StringComparison.Ordinal) || type.EndsWith(":" + Kind, StringComparison.Ordinal);

    [GeneratedRegex(@"<script\b[^<>]*\bapplication/ld\+json\b[^<>]*>(?<json>.*?)</script\s*>", Patterns.AnyCase | RegexOptions.Singleline, Patterns.TimeLimit)]
    private static partial Regex Script();

    [GeneratedRegex(@"^\s*(<!--|(//|/\*)?\s*<!\[CDATA\[(\s*\*/)?)|(-->|(//|/\*)?\s*\]\]>(\s*\*/)?)\s*;?\s*$|;\s*$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Wrapper();
}
