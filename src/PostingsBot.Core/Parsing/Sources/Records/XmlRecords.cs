using PostingsBot.Core.Parsing.Stages;

namespace PostingsBot.Core.Parsing.Sources.Records;

/// <summary>XML feeds of jobs for job sites: a source element with job elements, Personio's positions and the like.</summary>
internal sealed class XmlRecords : ISourceReader
{
    public SourceContent? Read(SourceFile source)
    {
        if (source.Xml is not { } tree)
            return null;
        var roles = RecordFinder.Find(tree.Root, source.File)
            .SelectMany(group => group.Records.Select(record => RecordRole.Read(source, record, group.Around)))
            .OfType<RoleScope>()
            .ToList();
        return roles.Count == 0 ? null : SourceContent.Of(roles, tree.Problem);
    }
}
