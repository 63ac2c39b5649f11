using System.Globalization;
using PostingsBot.Core.Parsing.Sources.Data;

namespace PostingsBot.Core.Parsing.Sources;

/// <summary>Structured data that no reader knew: no postings, and a remark that says what it is.</summary>
internal sealed class UnknownData : ISourceReader
{
    private const int MaxKeys = 6;

    public SourceContent? Read(SourceFile source) =>
        source.Json is { } tree ? SourceContent.Other(tree.Problem, Diagnostics.Structured(Describe(tree))) : null;

    /// <summary>"JSON: a list of 12 objects with the fields idx, tokens".</summary>
    public static string Describe(DataTree tree)
    {
        var root = tree.Root;
        if (root.Kind is not DataKind.List)
            return $"{tree.Syntax}: an object{Fields(root)}";
        var objects = root.Children.Count(child => child.Kind is DataKind.Object);
        var count = root.Children.Count.ToString("N0", CultureInfo.InvariantCulture);
        return objects == 0 ? $"{tree.Syntax}: a list of {count} values" : $"{tree.Syntax}: a list of {count} objects{Fields(root.Children.First(child => child.Kind is DataKind.Object))}";
    }

    private static string Fields(DataNode node)
    {
        var names = node.Children.Select(child => child.Name).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Take(MaxKeys).ToList();
        return names.Count == 0 ? "" : " with the fields " + string.Join(", ", names);
    }
}
