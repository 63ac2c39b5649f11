using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Sections;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>The part of a document that speaks of one role: all of a posting, one entry of a list, one link of a company document.</summary>
internal sealed class RoleScope
{
    private const int MaxHeaderLine = 160;

    private readonly uint labelled;
    private IReadOnlyList<OutlineLine>? lines;
    private EmployerHosts? hosts;
    private IEnumerable<Stated<string>>? titles;

    /// <param name="outline">The document.</param>
    /// <param name="blocks">The part that speaks of the role; the outline's own list when that is the whole document.</param>
    /// <param name="givenTitle">The title, where dividing the document already found it.</param>
    /// <param name="givenLabels">Values that a table's columns label.</param>
    /// <param name="isRecord">The role is a record of structured data: its fields are labels, its blocks are the text of one field.</param>
    public RoleScope(DocumentOutline outline, IReadOnlyList<Block> blocks, Stated<string>? givenTitle = null, IReadOnlyList<LabelledValue>? givenLabels = null, bool isRecord = false)
    {
        Outline = outline;
        Blocks = blocks;
        GivenTitle = givenTitle;
        IsRecord = isRecord;
        IsWhole = !isRecord && ReferenceEquals(blocks, outline.Blocks);
        Labels = givenLabels ?? LabelReader.Read(IsWhole ? outline : outline with { FrontMatter = FrontMatter.FrontMatterBlock.None }, blocks);
        foreach (var value in Labels)
            labelled |= 1u << (int)value.Label;
        Sections = SectionBuilder.Build(blocks);
        Header = isRecord ? [] : HeaderOf(blocks);
    }

    public DocumentOutline Outline { get; }

    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>The title, where dividing the document into roles already found it.</summary>
    public Stated<string>? GivenTitle { get; }

    public bool IsWhole { get; }

    /// <summary>What the document says of this role and others alike; it counts where the role's own part is silent.</summary>
    public RoleScope? Shared { get; init; }

    /// <summary>The role is a record of structured data. All of it may stand in one line, so that lines do not tell its parts from each other.</summary>
    public bool IsRecord { get; }

    /// <summary>Pay that fields of structured data state in full; empty leaves the question to the stage.</summary>
    public IReadOnlyList<Stated<Salary>> GivenSalaries { get; init; } = [];

    public IReadOnlyList<LabelledValue> Labels { get; }

    public IReadOnlyList<OutlineSection> Sections { get; }

    /// <summary>The lines of all blocks.</summary>
    public IReadOnlyList<OutlineLine> Lines => lines ??= Blocks.Lines();

    /// <summary>The first heading and the headings and short lines right under it, up to the first text or known section.</summary>
    public IReadOnlyList<Block> Header { get; }

    /// <summary>What may be the title, in the order of trust; looked for only as far as it is asked.</summary>
    public IEnumerable<Stated<string>> Titles => titles ??= TitleStage.Candidates(this);

    /// <summary>The names in the addresses of the role's own part.</summary>
    public EmployerHosts Hosts => hosts ??= new EmployerHosts(Blocks, IsWhole ? Outline.FrontMatter : FrontMatter.FrontMatterBlock.None);

    /// <summary>The lines in which the cue may match: of most cues there are few or none.</summary>
    public IReadOnlyList<OutlineLine> LinesWith(Cue cue)
    {
        List<OutlineLine>? found = null;
        foreach (var line in Lines)
        {
            if (cue.MayMatch(line))
                (found ??= []).Add(line);
        }

        return found ?? (IReadOnlyList<OutlineLine>)[];
    }

    public bool HasLabel(Label label) => (labelled & (1u << (int)label)) != 0;

    public IEnumerable<LabelledValue> LabelledAs(Label label) => HasLabel(label) ? Labels.Where(value => value.Label == label) : [];

    private static List<Block> HeaderOf(IReadOnlyList<Block> blocks)
    {
        var header = new List<Block>();
        foreach (var block in blocks)
        {
            if (block.Text.Length == 0 && header.Count == 0)
                continue;
            if (block.Text.Length is 0 or > MaxHeaderLine || header.Count >= 8)
                break;
            if (header.Count > 0 && block.Kind is BlockKind.Heading && !LabelReader.HasMark(block.Text) && SectionBuilder.KindOf(block) is not null)
                break;
            if (block.Kind is BlockKind.ListItem || (block.Kind is BlockKind.Paragraph && header.Count > 0 && block.Text[^1] is '.' or '!' or '?'))
                break;
            header.Add(block);
        }

        return header;
    }
}
