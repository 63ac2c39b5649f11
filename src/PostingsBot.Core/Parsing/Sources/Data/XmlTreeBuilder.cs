using System.Text;
using System.Xml;

namespace PostingsBot.Core.Parsing.Sources.Data;

/// <summary>Elements as nodes: attributes and child elements are fields, an element with text alone is a scalar. HTML among them stays text.</summary>
internal sealed class XmlTreeBuilder
{
    public const int MaxDepth = 64;

    private static readonly HashSet<string> Html = new(
        ["p", "div", "span", "br", "ul", "ol", "li", "strong", "b", "em", "i", "u", "h1", "h2", "h3", "h4", "h5", "h6", "a", "table", "tr", "td", "hr", "img", "section"],
        StringComparer.OrdinalIgnoreCase);

    private readonly int linesBefore;
    private readonly DataNode top;
    private readonly Stack<Element> open = new();
    private int markup;

    /// <param name="firstLine">The line of the file in which the XML begins.</param>
    public XmlTreeBuilder(int firstLine)
    {
        linesBefore = firstLine - 1;
        top = new DataNode("", DataKind.Object, "", firstLine);
        LastLine = firstLine;
    }

    public bool IsTooDeep { get; private set; }

    public bool IsOpen => open.Count > 0;

    public int LastLine { get; private set; }

    /// <summary>The document's element, or an empty object where there is none.</summary>
    public DataNode Root => top.Children is [var root, ..] ? root : top;

    public void Read(XmlReader reader)
    {
        LastLine = ((IXmlLineInfo)reader).LineNumber + linesBefore;
        switch (reader.NodeType)
        {
            case XmlNodeType.Element when markup > 0 || (open.Count > 0 && Html.Contains(reader.LocalName)) || open.Count >= MaxDepth:
                IsTooDeep |= open.Count >= MaxDepth;
                OpenMarkup(reader);
                break;
            case XmlNodeType.Element:
                Open(reader);
                break;
            case XmlNodeType.EndElement when markup > 0:
                markup--;
                open.Peek().Append("</" + reader.LocalName + ">", LastLine);
                break;
            case XmlNodeType.EndElement:
                Close();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when open.Count > 0:
                // Inside markup a text's own signs are no markup.
                open.Peek().Append(markup > 0 ? reader.Value.Replace("<", "&lt;", StringComparison.Ordinal) : reader.Value, LastLine);
                break;
        }
    }

    /// <summary>Damage in the middle of a record leaves half of it: the outermost open element with a sibling of its name, else the innermost.</summary>
    public void DropCutRecord()
    {
        if (open.Count == 0)
            return;
        var elements = open.Reverse().ToList();
        var kept = 1;
        while (kept < elements.Count && !HasSibling(elements[kept - 1].Node, elements[kept].Name))
            kept++;
        for (var i = Math.Min(kept, Math.Max(1, elements.Count - 1)) - 1; i > 0; i--)
            elements[i - 1].Node.Add(elements[i].ToNode(LastLine));
        top.Add(elements[0].ToNode(LastLine));
        open.Clear();
    }

    private static bool HasSibling(DataNode parent, string name) => parent.Children.Any(sibling => sibling.Name == name);

    private void Open(XmlReader reader)
    {
        var element = new Element(reader.LocalName, LastLine);
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns")
                element.Node.Add(new DataNode(reader.LocalName, DataKind.Text, reader.Value, ((IXmlLineInfo)reader).LineNumber + linesBefore) { IsAttribute = true });
        }

        reader.MoveToElement();
        open.Push(element);
        if (reader.IsEmptyElement)
            Close();
    }

    private void OpenMarkup(XmlReader reader)
    {
        var href = reader.GetAttribute("href") is { } url ? " href=\"" + url.Replace("\"", "&quot;", StringComparison.Ordinal) + "\"" : "";
        open.Peek().Append("<" + reader.LocalName + href + ">", LastLine);
        if (!reader.IsEmptyElement)
            markup++;
    }

    private void Close()
    {
        var node = open.Pop().ToNode(LastLine);
        (open.TryPeek(out var parent) ? parent.Node : top).Add(node);
    }

    private sealed class Element(string name, int line)
    {
        private readonly StringBuilder text = new();
        private int textLine;

        public string Name { get; } = name;

        public DataNode Node { get; } = new(name, DataKind.Object, "", line);

        public void Append(string part, int partLine)
        {
            if (textLine == 0)
                textLine = partLine;
            text.Append(part);
        }

        // Text between child elements is layout; text with attributes alone is the element's own.
        public DataNode ToNode(int lastLine)
        {
            Node.LastLine = lastLine;
            var written = text.ToString();
            if (string.IsNullOrWhiteSpace(written) || Node.Children.Any(child => !child.IsAttribute))
                return Node;
            var scalar = new DataNode(Name, DataKind.Text, written, textLine) { LastLine = lastLine };
            foreach (var attribute in Node.Children)
                scalar.Add(attribute);
            return scalar;
        }
    }
}
