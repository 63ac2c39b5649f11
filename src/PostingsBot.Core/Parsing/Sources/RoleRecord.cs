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
        if (field is null || RoleTitles.Clean(field.Text) is not { Length: > 0 } clean)
            return this;
        title = new Stated<string>(clean, field.Evidence);
        return Add(Label.Title, field);
    }

    /// <summary>The scalar, or each scalar of the list; nothing where the field is missing.</summary>
    public RoleRecord Add(Label label, DataNode? field)
    {
        foreach (var item in field?.Items ?? [])
        {
            if (item.IsScalar)
                Add(label, item.Text.Trim(), item.Evidence);
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

    /// <summary>Adds a text of the role, under its heading where it has one.</summary>
    public RoleRecord Body(DataNode? text, Stated<string>? heading = null)
    {
        if (text is null or { IsScalar: false })
            return this;
        if (heading is not null)
            body.Add(new Block(BlockKind.Heading, 1, [new OutlineLine(heading.Evidence.FirstLine, heading.Value.Trim(), false)], []));
        body.AddRange(BodyReader.Read(text.Text, text.FirstLine, text.LastLine));
        return this;
    }

    /// <summary>The role, or null when no title was read. What the text labels counts only where no field says it.</summary>
    public RoleScope? ToScope()
    {
        if (title is null)
            return null;
        var stated = labels.Select(value => value.Label).ToHashSet();
        var fromText = LabelReader.Read(source.Outline, body).Where(value => !stated.Contains(value.Label));
        return new RoleScope(source.Outline, body, title, [.. labels, .. fromText], isRecord: true) { GivenSalaries = salaries };
    }
}
