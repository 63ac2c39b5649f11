using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Sources.Data;
using PostingsBot.Core.Parsing.Stages;

namespace PostingsBot.Core.Parsing.Sources.Records;

/// <summary>The fields of one record, sorted by what they hold. Nested objects are looked into: "company.name", "location.city".</summary>
internal sealed class RecordFields
{
    private const int MaxDepth = 5;
    private const int MaxTitle = 120;

    private static readonly HashSet<string> Wrappers = new(["job", "source", "attributes", "fields", "posting", "position", "document", "item", "node", "data", "jobposting"], StringComparer.Ordinal);

    private static readonly HashSet<string> NameTails = new(["name", "displayname", "label", "text", "title", "value", "locationname"], StringComparer.Ordinal);

    private static readonly Label[] Facts =
    [
        Label.Company, Label.Location, Label.Remote, Label.RemoteWithin, Label.Workplace, Label.Employment, Label.Salary, Label.SalaryMin, Label.SalaryMax,
        Label.Apply, Label.ValidThrough, Label.Level,
    ];

    private static readonly Label[] OfJobsOnly =
        [Label.Remote, Label.RemoteWithin, Label.Workplace, Label.Salary, Label.SalaryMin, Label.SalaryMax, Label.Apply, Label.ValidThrough, Label.Level];

    private readonly Dictionary<Label, List<DataNode>> labelled = [];
    private DataNode? weakTitle;

    private RecordFields(DataNode record)
    {
        IsOfPerson = record.Children.Any(field => RecordNames.IsOfPerson(field.Name));
        Collect(record, "", 0);
    }

    public static RecordFields Of(DataNode record) => new(record);

    public DataNode? Title => Best(labelled.GetValueOrDefault(Label.Title)) ?? weakTitle;

    public bool HasTitle => labelled.ContainsKey(Label.Title);

    public List<DataNode> Links { get; } = [];

    public List<DataNode> Bodies { get; } = [];

    public List<DataNode> Excerpts { get; } = [];

    public List<DataNode> Sections { get; } = [];

    /// <summary>Places in parts, one list of parts each.</summary>
    public List<IReadOnlyList<DataNode>> Places { get; } = [];

    public bool IsOfPerson { get; }

    /// <summary>The pay is a guess of whoever wrote the data, not a statement of the employer.</summary>
    public bool IsPayGuessed { get; private set; }

    /// <summary>How many kinds of facts about a job the record states.</summary>
    public int FactCount => Facts.Count(labelled.ContainsKey) + (Places.Count > 0 && !labelled.ContainsKey(Label.Location) ? 1 : 0);

    public bool HasPlace => labelled.ContainsKey(Label.Location) || Places.Count > 0;

    /// <summary>Some field is of a kind that hardly anything but a job has.</summary>
    public bool HasJobField => OfJobsOnly.Any(labelled.ContainsKey);

    public bool IsRole => Title is { IsScalar: true } title && RoleTitles.IsRole(RoleTitles.Clean(title.Text));

    public IReadOnlyList<DataNode> this[Label label] => labelled.TryGetValue(label, out var fields) ? fields : [];

    // The field that is called a title, of several the one that names a role.
    private static DataNode? Best(List<DataNode>? titles) =>
        titles?.FirstOrDefault(title => RoleTitles.IsRole(RoleTitles.Clean(title.Text))) ?? titles?.FirstOrDefault(title => RecordNames.Normalise(title.Name).Contains("title", StringComparison.Ordinal)) ?? titles?.FirstOrDefault();

    private void Collect(DataNode node, string path, int depth)
    {
        var parts = node.Children.Where(child => child is { IsScalar: true, IsBlank: false } && RecordNames.PlacePartOf(child.Name) is not null).ToList();
        var isPlace = parts.Any(part => RecordNames.PlacePartOf(part.Name) is PlacePart.City) || parts.Any(part => RecordNames.PlacePartOf(part.Name) is PlacePart.Country);
        if (isPlace && IsOfJob(path))
            Places.Add([.. parts.OrderBy(part => RecordNames.PlacePartOf(part.Name)).DistinctBy(part => RecordNames.PlacePartOf(part.Name))]);
        foreach (var child in node.Children)
        {
            if (!child.IsBlank && !(isPlace && parts.Contains(child)))
                Sort(child, path.Length == 0 ? child.Name : path + "." + child.Name, depth, depth == 0 && IsWrapper(node, child));
        }
    }

    // The employer's own address is no place of the job.
    private static bool IsOfJob(string path) => path.Length == 0 || RecordNames.LabelOf(path.Split('.')[0]) is Label.Location || Wrappers.Contains(RecordNames.Normalise(path.Split('.')[0]));

    // { "job": { … } }: one object that holds all fields.
    private static bool IsWrapper(DataNode node, DataNode child) =>
        child.Kind is DataKind.Object && Wrappers.Contains(RecordNames.Normalise(child.Name)) && node.Children.Count(other => other.Name == child.Name) == 1;

    private void Sort(DataNode field, string path, int depth, bool isWrapper)
    {
        // Atom's links to itself, to editing and to enclosures lead nowhere for a reader.
        if (field["rel"] is { IsAttribute: true, Text: not ("alternate" or "related") })
            return;
        if (!field.IsScalar && depth < MaxDepth && (field.Kind is DataKind.Object || field.Children.Any(item => item.Kind is DataKind.Object)))
        {
            foreach (var item in field.Items.Where(item => item.Kind is DataKind.Object))
                Collect(item, isWrapper ? "" : path, depth + 1);
            return;
        }

        if (!field.Items.Any(item => item.IsScalar))
            return;
        if (RecordNames.Normalise(path) is "salaryispredicted" or "salaryestimated" && !Cues.Denies(field.Text))
            IsPayGuessed = true;
        if (depth == 0 && (RecordNames.Normalise(path) is "text" || RecordNames.IsBody(path)) && field is { IsScalar: true, Text.Length: <= MaxTitle } && RoleTitles.IsRole(RoleTitles.Clean(field.Text)))
            weakTitle ??= field;
        else if (RecordNames.IsLink(path))
            Links.Add(field);
        else if (LabelOf(path) is { } label)
            Add(label, field);
        else if (RecordNames.IsBody(path))
            Bodies.Add(field);
        else if (RecordNames.IsSection(path))
            Sections.Add(field);
        else if (RecordNames.IsExcerpt(path))
            Excerpts.Add(field);
        else if (depth == 0 && RecordNames.Normalise(path) is "name")
            weakTitle = field;
    }

    // "location.display_name" is the location.
    private static Label? LabelOf(string path)
    {
        if (RecordNames.LabelOf(path) is { } label)
            return label;
        var dot = path.LastIndexOf('.');
        return dot > 0 && NameTails.Contains(RecordNames.Normalise(path[dot..])) ? RecordNames.LabelOf(path[..dot]) : null;
    }

    private void Add(Label label, DataNode field)
    {
        if (!labelled.TryGetValue(label, out var fields))
            labelled[label] = fields = [];
        fields.Add(field);
    }
}
