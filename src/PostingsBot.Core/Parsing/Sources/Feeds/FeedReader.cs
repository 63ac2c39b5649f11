using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Roles;
using PostingsBot.Core.Parsing.Sources.Data;
using PostingsBot.Core.Parsing.Sources.Records;
using PostingsBot.Core.Parsing.Stages;

namespace PostingsBot.Core.Parsing.Sources.Feeds;

/// <summary>RSS (2.0, and 1.0 as RDF) and Atom whose items are roles. Fields of other namespaces count by their local names.</summary>
internal sealed class FeedReader : ISourceReader
{
    public SourceContent? Read(SourceFile source)
    {
        if (source.Xml is not { } tree || tree.Root.Name is not ("rss" or "RDF" or "feed" or "channel"))
            return null;
        var channel = tree.Root["channel"] ?? tree.Root;
        var items = tree.Root.Children.Concat(ReferenceEquals(channel, tree.Root) ? [] : channel.Children).Where(child => child.Name is "item" or "entry").ToList();
        if (!AreRoles(items))
            return null;
        var roles = items.Select(item => ToScope(source, item, channel)).OfType<RoleScope>().ToList();
        return SourceContent.Of(roles, tree.Problem, roles.Count < items.Count ? Diagnostics.RecordsWithoutTitle(items.Count - roles.Count) : null);
    }

    // News have titles, too: two in five must name a role.
    private static bool AreRoles(List<DataNode> items) =>
        items.Count > 0 && items.Count(item => item["title"] is { } title && RoleTitles.IsRole(RoleTitles.Clean(FeedTitles.Split(title.Text).Title))) * 5 >= items.Count * 2;

    private static RoleScope? ToScope(SourceFile source, DataNode item, DataNode channel)
    {
        var record = RecordRole.ToRecord(source, item, []);
        if (item["title"] is { IsScalar: true } title)
        {
            var (role, employer) = FeedTitles.Split(title.Text);
            record.Title(role, title.Evidence);
            if (employer is not null)
                record.Add(Label.Company, employer, title.Evidence);
            else if (item["description"] is { IsScalar: true } summary && FeedTitles.SplitBy(summary.Text, role) is { } parts)
                AddParts(record.Title(parts.Title, title.Evidence), parts.Employer, parts.Others, summary);
        }

        if (item["author"]?["name"] is { IsScalar: true } author)
            record.Add(Label.Company, author);
        if (channel["title"] is { IsScalar: true } name && FeedTitles.EmployerOf(name.Text) is { } owner)
            record.Add(Label.Company, owner, name.Evidence);
        foreach (var category in item.Children.Where(child => child.Name is "category"))
            record.Add(Label.Skills, category.IsScalar ? category : category["label"] ?? category["term"]);
        return record.ToScope();
    }

    private static void AddParts(RoleRecord record, string employer, IReadOnlyList<string> rest, DataNode summary)
    {
        record.Add(Label.Company, employer, summary.Evidence);
        foreach (var fact in HeaderFacts.Read(rest, [], summary.Evidence))
            record.Add(fact.Label, fact.Value, fact.Evidence);
    }
}
