using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Sources.Data;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Sources;

/// <summary>Collects what the fields of one record say of a role.</summary>
internal sealed class RoleRecord(SourceFile source)
{
    private readonly List<LabelledValue> labels = [];
    private readonly List<Block> body = [];
    private readonly List<Stated<Salary>> salaries = [];
    private Stated<string>? title;

    /// <summary>The role's title. The employer behind "at" is read from it, too.</summary>
    public RoleRecord Title(DataNode? field)
    {
        if (field is { IsScalar: true })
            Title(field.Text, field.Evidence);
        return this;
    }

    public RoleRecord Title(string written, Evidence evidence)
    {
        var clean = RoleTitles.Clean(written);
        if (!clean.Any(char.IsLetter))
            return this;
        title = new Stated<string>(clean, evidence);
        labels.RemoveAll(value => value.Label is Label.Title);
        return Add(Label.Title, written, evidence);
    }

    /// <summary>The scalar, or each scalar of the list; nothing where the field is missing.</summary>
    public RoleRecord Add(Label label, DataNode? field)
    {
        foreach (var item in field?.Items ?? [])
        {
            if (item.IsScalar)
                Add(label, ValueOf(label, item.Text.Trim()), item.Evidence);
        }

        return this;
    }

    public RoleRecord Add(Label label, string value, Evidence evidence)
    {
        labels.Add(new LabelledValue(label, value, evidence, LabelOrigin.Record, []));
        return this;
    }

    public RoleRecord Add(Stated<Salary>? salary)
    {
        if (salary is not null)
            salaries.Add(salary);
        return this;
    }

    /// <summary>A place in parts ("Berlin", "Germany") as one value.</summary>
    public RoleRecord AddPlace(params IEnumerable<DataNode?> parts)
    {
        var fields = parts.OfType<DataNode>().Where(part => part is { IsScalar: true, IsBlank: false }).DistinctBy(part => part.Text.Trim()).ToList();
        if (fields.Count == 0)
            return this;
        var text = string.Join(", ", fields.Select(field => field.Text.Trim()));
        return Add(Label.Location, text, new Evidence(fields.Min(field => field.FirstLine), fields.Max(field => field.LastLine), text));
    }

    /// <summary>Adds a text of the role, under its heading where it has one. A list of texts becomes a list.</summary>
    public RoleRecord Body(DataNode? text, Stated<string>? heading = null)
    {
        if (text is null || text.IsBlank)
            return this;
        if (heading is not null)
            body.Add(new Block(BlockKind.Heading, 1, [new OutlineLine(heading.Evidence.FirstLine, heading.Value.Trim(), false)], []));
        foreach (var item in text.Items.Where(item => item.IsScalar))
        {
            var blocks = BodyReader.Read(item.Text, item.FirstLine, item.LastLine);
            body.AddRange(text.Kind is DataKind.List ? blocks.Select(block => block.Kind is BlockKind.Paragraph ? block with { Kind = BlockKind.ListItem, Level = 1 } : block) : blocks);
        }

        return this;
    }

    /// <summary>Adds a text whose field's name says what it is about: "niceToHave".</summary>
    public RoleRecord Section(DataNode? text) =>
        text is null ? this : Body(text, new Stated<string>(FieldText.Spaced(text.Name), new Evidence(text.FirstLine, text.FirstLine, text.Name)));

    /// <summary>The role, or null when no title was read. What the text labels counts only where no field says it.</summary>
    public RoleScope? ToScope()
    {
        if (title is null)
            return null;
        var stated = labels.Select(value => value.Label).ToHashSet();
        var fromText = LabelReader.Read(source.Outline, body).Where(value => !stated.Contains(value.Label));
        return new RoleScope(source.Outline, body, title, [.. labels, .. fromText], isRecord: true) { GivenSalaries = salaries };
    }

    private static string ValueOf(Label label, string text) => label switch
    {
        Label.Posted or Label.Opened or Label.ValidThrough => FieldText.Day(text),
        Label.Employment or Label.Level or Label.Workplace => FieldText.Spaced(text),
        _ => text,
    };
}
