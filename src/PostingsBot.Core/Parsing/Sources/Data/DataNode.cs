using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Sources.Data;

internal enum DataKind
{
    Object,
    List,
    Text,
    Number,
    Flag,
    Null,
}

/// <summary>
/// One value of structured data with the lines it stands in. An object's children are its fields, a list's children have no name.
/// The children of an XML element may share a name.
/// </summary>
internal sealed class DataNode(string name, DataKind kind, string text, int line)
{
    private const int MaxExcerpt = 300;
    private readonly List<DataNode> children = [];

    /// <summary>The field's name as written; empty for the items of a list.</summary>
    public string Name { get; } = name;

    public DataKind Kind { get; } = kind;

    /// <summary>The scalar, without quotes and escapes; empty for objects and lists.</summary>
    public string Text { get; } = text;

    public int FirstLine { get; } = line;

    public int LastLine { get; set; } = line;

    public IReadOnlyList<DataNode> Children => children;

    /// <summary>An attribute of an XML element rather than an element of its own.</summary>
    public bool IsAttribute { get; init; }

    /// <summary>The field of that name, or null: also when its value is null, empty or blank.</summary>
    public DataNode? this[string name]
    {
        get
        {
            foreach (var child in children)
            {
                if (child.Name == name && !child.IsBlank)
                    return child;
            }

            return null;
        }
    }

    public bool IsScalar => Kind is not (DataKind.Object or DataKind.List);

    public bool IsBlank => Kind is DataKind.Null || (IsScalar && string.IsNullOrWhiteSpace(Text)) || (!IsScalar && children.Count == 0);

    /// <summary>The items of a list; of anything else, itself.</summary>
    public IEnumerable<DataNode> Items => Kind is DataKind.List ? children.Where(child => !child.IsBlank) : IsBlank ? [] : [this];

    /// <summary>The value as written; numbers and flags with their name, since "true" alone says nothing.</summary>
    public Evidence Evidence => new(FirstLine, LastLine, Kind is DataKind.Number or DataKind.Flag && Name.Length > 0 ? Name + ": " + Text : Excerpt(Text.Trim()));

    public void Add(DataNode child) => children.Add(child);

    public void RemoveLast() => children.RemoveAt(children.Count - 1);

    /// <summary>Of fields that share a name the last one counts, as in most readers of JSON.</summary>
    public void DropRepeated()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var repeated = new HashSet<DataNode>();
        for (var i = children.Count - 1; i >= 0; i--)
        {
            if (!names.Add(children[i].Name))
                repeated.Add(children[i]);
        }

        if (repeated.Count > 0)
            children.RemoveAll(repeated.Contains);
    }

    private static string Excerpt(string text)
    {
        if (text.Length <= MaxExcerpt)
            return text;
        var end = text.LastIndexOfAny([' ', '\n'], MaxExcerpt);
        return text[..(end <= 0 ? MaxExcerpt : end)];
    }
}
