using System.Globalization;
using PostingsBot.Core.Parsing.Sources.Data;

namespace PostingsBot.Core.Parsing.Sources;

/// <summary>Structured data that no reader knew: no postings, and a remark that says what it is.</summary>
internal sealed class UnknownData : ISourceReader
{
    private const int MaxKeys = 6;

    public SourceContent? Read(SourceFile source) => (source.Json ?? source.Xml) is not { } tree
        ? null
        : tree.Root.Children.Count == 0 && tree.Problem is { } problem ? SourceContent.Other(problem) : SourceContent.Other(tree.Problem, Diagnostics.Structured(Describe(tree)));

    // "JSON: a list of 12 objects with the fields idx, tokens".
    private static string Describe(DataTree tree)
    {
        var root = tree.Root;
        if (root.Kind is not DataKind.List)
            return $"{tree.Syntax}: {(root.Name.Length > 0 ? "an element " + root.Name : "an object")}{Fields(root)}";
        var count = root.Children.Count.ToString("N0", CultureInfo.InvariantCulture);
        var first = root.Children.FirstOrDefault(child => child.Kind is DataKind.Object);
        return first is null ? $"{tree.Syntax}: a list of {count} values" : $"{tree.Syntax}: a list of {count} objects{Fields(first)}";
    }

    private static string Fields(DataNode node)
    {
        var names = node.Children.Select(child => child.Name).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Take(MaxKeys).ToList();
        return names.Count == 0 ? "" : " with the fields " + string.Join(", ", names);
    }
}
