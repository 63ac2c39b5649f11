using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Sources.Data;
using PostingsBot.Core.Parsing.Stages;

namespace PostingsBot.Core.Parsing.Sources.Records;

/// <summary>One record as a role, by the names of its fields.</summary>
internal static class RecordRole
{
    private static readonly Label[] Plain =
    [
        Label.Company, Label.Location, Label.Remote, Label.RemoteWithin, Label.Workplace, Label.Employment, Label.Level, Label.Posted, Label.Opened, Label.ValidThrough,
        Label.Apply, Label.Contact, Label.Skills, Label.Status, Label.Open, Label.Closed, Label.Draft,
    ];

    private static readonly Label[] Pay = [Label.Salary, Label.SalaryMin, Label.SalaryMax, Label.SalaryCurrency, Label.SalaryPeriod];

    /// <param name="around">The objects that hold the record, the outermost first; an employer named there is the record's.</param>
    public static RoleScope? Read(SourceFile source, DataNode node, IReadOnlyList<DataNode> around) => ToRecord(source, node, around).ToScope();

    /// <summary>The record with all that its fields' names tell; the caller may add what it knows better.</summary>
    public static RoleRecord ToRecord(SourceFile source, DataNode node, IReadOnlyList<DataNode> around)
    {
        var fields = RecordFields.Of(node);
        var record = new RoleRecord(source).Title(fields.Title);
        var pay = fields.IsPayGuessed ? null : FieldPay.Read(First(fields, Label.SalaryMin), First(fields, Label.SalaryMax), First(fields, Label.SalaryCurrency), First(fields, Label.SalaryPeriod));
        record.Add(pay);
        foreach (var label in fields.IsPayGuessed || pay is not null ? Plain : Plain.Concat(Pay))
        {
            // A written day is the employer's, a bare number often the machine's.
            foreach (var field in label is Label.Posted ? fields[label].OrderBy(field => field.Text.All(char.IsAsciiDigit)) : fields[label].AsEnumerable())
                record.Add(label, field);
        }

        if (fields[Label.Company].Count == 0)
            record.Add(Label.Company, EmployerAround(around));
        if (fields[Label.Location].Count == 0)
            fields.Places.ForEach(place => record.AddPlace(place));
        fields.Links.ForEach(link => record.Add(Label.Apply, link));
        foreach (var body in fields.Bodies.Count > 0 ? Distinct(fields.Bodies) : fields.Excerpts.Take(1))
            record.Body(body);
        fields.Sections.ForEach(section => record.Section(section));
        return record;
    }

    private static DataNode? First(RecordFields fields, Label label) => fields[label] is [var first, ..] ? first : null;

    private static DataNode? EmployerAround(IReadOnlyList<DataNode> around) =>
        around.Reverse().Select(node => First(RecordFields.Of(Scalars(node)), Label.Company)).FirstOrDefault(name => name is not null)
        ?? (around.Count > 0 && around[^1]["name"] is { IsScalar: true } own && !RoleTitles.IsAboutRoles(own.Text) ? own : null);

    private static DataNode Scalars(DataNode node)
    {
        var scalars = new DataNode(node.Name, DataKind.Object, "", node.FirstLine);
        foreach (var child in node.Children.Where(child => child.IsScalar))
            scalars.Add(child);
        return scalars;
    }

    // The same text as HTML and as plain text counts once, the HTML since it has the headings.
    private static IEnumerable<DataNode> Distinct(List<DataNode> bodies) =>
        bodies.Count == 1 ? bodies : bodies.OrderByDescending(body => body.Text.Contains("</", StringComparison.Ordinal)).ThenByDescending(body => body.Text.Length).Take(1);
}
