using PostingsBot.Core.Parsing.Sources.Data;

namespace PostingsBot.Core.Parsing.Sources.Records;

/// <summary>Finds the records that are jobs: groups of objects in one list, or of XML elements with one name.</summary>
internal static class RecordFinder
{
    private const int MaxDepth = 5;
    private const int Sample = 60;
    private const int LeastFacts = 2;
    private const int Several = 3;

    /// <summary>All groups of jobs in reading order, each with the objects around it, the outermost first.</summary>
    /// <param name="root">The data.</param>
    /// <param name="file">Its file; "jobs.yml" says what the data are.</param>
    public static IReadOnlyList<(IReadOnlyList<DataNode> Records, IReadOnlyList<DataNode> Around)> Find(DataNode root, string file)
    {
        var isOfJobs = IsOfJobs(Path.GetFileNameWithoutExtension(file).Split("__")[^1]);
        var groups = new List<(IReadOnlyList<DataNode>, IReadOnlyList<DataNode>)>();
        if (root.Kind is DataKind.Object && !HoldsSeveral(root) && AreJobs([root]))
            groups.Add(([root], []));
        else
            Search(root, [], groups, isOfJobs);
        return Merged(groups);
    }

    // { "raw": {…}, "normalized": {…} }: objects side by side with one title are one job, told twice.
    private static List<(IReadOnlyList<DataNode> Records, IReadOnlyList<DataNode> Around)> Merged(List<(IReadOnlyList<DataNode> Records, IReadOnlyList<DataNode> Around)> groups)
    {
        var merged = new List<(IReadOnlyList<DataNode> Records, IReadOnlyList<DataNode> Around)>();
        foreach (var group in groups)
        {
            var at = group is { Records.Count: 1, Around.Count: > 0 } ? merged.FindIndex(other => IsTwin(other, group)) : -1;
            if (at < 0)
            {
                merged.Add(group);
                continue;
            }

            var both = new DataNode(merged[at].Records[0].Name, DataKind.Object, "", merged[at].Records[0].FirstLine);
            foreach (var child in merged[at].Records[0].Children.Concat(group.Records[0].Children))
                both.Add(child);
            merged[at] = ([both], group.Around);
        }

        return merged;
    }

    private static bool IsTwin((IReadOnlyList<DataNode> Records, IReadOnlyList<DataNode> Around) one, (IReadOnlyList<DataNode> Records, IReadOnlyList<DataNode> Around) other) =>
        one is { Records: [var first], Around: [.., var around] }
        && ReferenceEquals(around, other.Around[^1])
        && RecordFields.Of(first).Title is { IsScalar: true } title
        && RecordFields.Of(other.Records[0]).Title is { IsScalar: true } same
        && title.Text == same.Text;

    private static void Search(DataNode node, IReadOnlyList<DataNode> around, List<(IReadOnlyList<DataNode>, IReadOnlyList<DataNode>)> groups, bool isOfJobs)
    {
        if (around.Count > MaxDepth)
            return;
        IReadOnlyList<DataNode> within = node.Kind is DataKind.Object ? [.. around, node] : around;
        foreach (var group in node.Children.Where(child => child.Kind is DataKind.Object).GroupBy(child => child.Name))
        {
            var records = group.ToList();
            if (!IsOfPerson(group.Key) && !HoldJobs(records) && AreJobs(records, isOfJobs || IsOfJobs(group.Key) || IsOfJobs(node.Name)))
                groups.Add((records, within));
            else
                records.ForEach(record => Search(record, within, groups, isOfJobs));
        }

        foreach (var list in node.Children.Where(child => child.Kind is DataKind.List && !IsOfPerson(child.Name)))
            Search(list, within, groups, isOfJobs);
    }

    // Employers, each with a list of its jobs.
    private static bool HoldJobs(List<DataNode> records) =>
        records.Take(Sample).Any(record => record.Children.Any(list => list.Kind is DataKind.List && !IsOfPerson(list.Name) && list.Children.Where(item => item.Kind is DataKind.Object).ToList() is { Count: > 0 } items && AreJobs(items, IsOfJobs(list.Name))));

    // XML elements that share a name are the records; what holds them is none.
    private static bool HoldsSeveral(DataNode root)
    {
        var objects = root.Children.Where(child => child.Kind is DataKind.Object).ToList();
        // Lists under the names of places or departments hold several, too.
        return objects.Count > objects.DistinctBy(child => child.Name).Count()
            || (root.Children.Count > 0 && root.Children.All(child => child.Kind is DataKind.List && child.Children.Any(item => item.Kind is DataKind.Object)));
    }

    // The careers of a résumé are jobs of the past.
    private static bool IsOfPerson(string name) => RecordNames.Normalise(name) is "work" or "experience" or "workexperience" or "employment" or "volunteer" or "education";

    // { "job": { "title": …, "content": … } }: the name of the field says what it holds.
    private static bool IsOfJobs(string name) => RecordNames.Normalise(name) is "job" or "jobs" or "jobposting" or "jobpostings" or "position" or "positions" or "vacancy" or "vacancies" or "opening" or "openings" or "jobopenings" or "openpositions";

    // Most records have a title and facts of a job; the titles name roles, or the fields are of a kind that only jobs have.
    private static bool AreJobs(List<DataNode> records, bool areCalledJobs = false)
    {
        var step = Math.Max(1, records.Count / Sample);
        int seen = 0, complete = 0, roles = 0, jobFields = 0, placed = 0;
        for (var i = 0; i < records.Count; i += step)
        {
            var fields = RecordFields.Of(records[i]);
            if (fields.IsOfPerson)
                return false;
            seen++;
            complete += fields.Title is not null && (fields.FactCount >= LeastFacts || (areCalledJobs && fields.IsRole && fields.Bodies.Count + fields.Sections.Count + fields.Links.Count + fields.FactCount > 0)) ? 1 : 0;
            roles += fields.IsRole ? 1 : 0;
            placed += fields.IsRole && fields.HasPlace ? 1 : 0;
            jobFields += fields.HasTitle && fields.HasJobField ? 1 : 0;
        }

        // Three and more that are each a role and a place need say no more.
        return (complete * 2 >= seen || (seen >= Several && placed == seen)) && (roles * 3 >= seen || (roles > 0 && jobFields * 2 >= seen));
    }
}
