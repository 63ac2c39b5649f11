using PostingsBot.Core.Parsing.Stages;

namespace PostingsBot.Core.Parsing.Sources.Records;

/// <summary>Any other JSON whose records have the fields of jobs: interfaces of job sites, scraped lists, JSON lines.</summary>
internal sealed class JsonRecords : ISourceReader
{
    public SourceContent? Read(SourceFile source)
    {
        if (source.Json is not { } tree)
            return null;
        var roles = RecordFinder.Find(tree.Root, source.File)
            .SelectMany(group => group.Records.Select(record => RecordRole.Read(source, record, group.Around)))
            .ToList();
        var read = roles.OfType<RoleScope>().ToList();
        return read.Count == 0 ? null : SourceContent.Of(read, tree.Problem, read.Count < roles.Count ? Diagnostics.RecordsWithoutTitle(roles.Count - read.Count) : null);
    }
}
