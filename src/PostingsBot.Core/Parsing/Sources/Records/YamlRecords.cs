using PostingsBot.Core.Parsing.Stages;

namespace PostingsBot.Core.Parsing.Sources.Records;

/// <summary>Data files in YAML whose records have the fields of jobs: the lists that sites are generated from.</summary>
internal sealed class YamlRecords : ISourceReader
{
    public SourceContent? Read(SourceFile source)
    {
        if (source.Yaml is not { } tree)
            return null;
        var roles = RecordFinder.Find(tree.Root, source.File)
            .SelectMany(group => group.Records.Select(record => RecordRole.Read(source, record, group.Around)))
            .OfType<RoleScope>()
            .ToList();
        return roles.Count == 0 ? null : SourceContent.Of(roles, tree.Problem);
    }
}
