using PostingsBot.Core.Parsing.FrontMatter;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Sources.Data;
using PostingsBot.Core.Parsing.Text;

namespace PostingsBot.Core.Parsing.Sources;

/// <summary>A document as the readers of structured sources see it: its text, and its data tree where it has one. Each tree is built once.</summary>
internal sealed class SourceFile(string file, SourceText text)
{
    private readonly Lazy<DataTree?> json = new(() => JsonData.Read(text));
    private readonly Lazy<DataTree?> xml = new(() => XmlData.Read(text));
    private readonly Lazy<DataTree?> yaml = new(() => YamlData.Read(file, text));

    public string File { get; } = file;

    public SourceText Text { get; } = text;

    /// <summary>The text from its first character that is no blank.</summary>
    public ReadOnlySpan<char> Head => Text.Value.AsSpan().TrimStart();

    /// <summary>The document as JSON or JSON lines; null when it is neither.</summary>
    public DataTree? Json => json.Value;

    /// <summary>The document as a data file in YAML; null when it is none.</summary>
    public DataTree? Yaml => yaml.Value;

    /// <summary>The document as XML; null when it is a page or a text.</summary>
    public DataTree? Xml => xml.Value;

    /// <summary>An outline without blocks: each role of the source brings its own.</summary>
    public DocumentOutline Outline { get; } = new(file, text, FrontMatterBlock.None, [], false);
}
