using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Sources.Data;

/// <summary>XML with the line of each value. A document type definition is refused: it can make a document explode or read files.</summary>
internal static partial class XmlData
{
    private const string Syntax = "XML";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 0,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>The data, or null when the text is none: Markdown that begins with HTML, or a page.</summary>
    public static DataTree? Read(SourceText source)
    {
        var head = source.Value.AsSpan().TrimStart();
        if (head.IsEmpty || head[0] is not '<' || !IsXml(head[..Math.Min(head.Length, 2000)].ToString()))
            return null;
        var start = source.Value.Length - head.Length;
        var firstLine = source.LineAt(start);
        if (TypeDefinition().IsMatch(head[..Math.Min(head.Length, 2000)].ToString()))
            return new DataTree(Syntax, new DataNode("", DataKind.Object, "", firstLine), Diagnostics.TypeDefinition(Syntax));
        var text = source.Value[start..];
        var tree = Build(text, firstLine);
        if (tree.Problem is null)
            return tree;
        // Feeds written by hand have "R&D" and "&nbsp;", which XML does not know.
        var mended = StrayAmpersand().Replace(text, match => match.Groups["name"] is { Success: true } name ? Entity(match.Value, name.Value) : "&amp;");
        return Build(mended, firstLine);
    }

    private static string Entity(string written, string name) =>
        name is "amp" or "lt" or "gt" or "quot" or "apos" ? written : WebUtility.HtmlDecode(written) is var decoded && decoded != written ? decoded : "&amp;" + written[1..];

    private static DataTree Build(string text, int firstLine)
    {
        var builder = new XmlTreeBuilder(firstLine);
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            while (reader.Read())
                builder.Read(reader);
            return new DataTree(Syntax, builder.Root, builder.IsTooDeep ? Diagnostics.DataTooDeep(Syntax, XmlTreeBuilder.MaxDepth, builder.LastLine) : null);
        }
        catch (XmlException e)
        {
            var isOpen = builder.IsOpen;
            builder.DropCutRecord();
            var line = Math.Max(firstLine, e.LineNumber + firstLine - 1);
            var lines = text.AsSpan().TrimEnd().Count('\n') + firstLine;
            return new DataTree(Syntax, builder.Root, line >= lines && isOpen ? Diagnostics.Truncated(Syntax, line) : Diagnostics.Malformed(Syntax, line));
        }
    }

    private static bool IsXml(string head)
    {
        if (Page().IsMatch(head))
            return false;
        return head.StartsWith("<?xml", StringComparison.Ordinal) || TypeDefinition().IsMatch(head) || Root().IsMatch(head);
    }

    [GeneratedRegex(@"^(<\?xml[^>]*>\s*|<!--[^>]*-->\s*)*(<!doctype\s+html|<html)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Page();

    [GeneratedRegex(@"<!DOCTYPE\s+(?!html\b)\w|<!ENTITY\b", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex TypeDefinition();

    [GeneratedRegex(@"^(<!--[^>]*-->\s*)*<([\w-]+:)?(rss|feed|rdf|source|channel|[\w-]*(jobs?|positions?|vacanc(y|ies)|openings?|stellen|offers?|ads|listings?|postings?))\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Root();

    [GeneratedRegex(@"&(?!#\d{1,7};|#[xX][0-9a-fA-F]{1,6};)((?<name>[A-Za-z][A-Za-z0-9]{1,31});)?", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex StrayAmpersand();
}
