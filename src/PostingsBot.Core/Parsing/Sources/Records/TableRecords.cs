using PostingsBot.Core.Parsing.Sources.Data;
using PostingsBot.Core.Parsing.Stages;

namespace PostingsBot.Core.Parsing.Sources.Records;

/// <summary>CSV and TSV with a header: a role in each row.</summary>
internal sealed class TableRecords : ISourceReader
{
    public SourceContent? Read(SourceFile source)
    {
        if (CsvData.Read(source.Text) is not { } tree)
            return null;
        var rows = tree.Root.Children;
        var roles = rows.Select(row => RecordRole.Read(source, row, [])).OfType<RoleScope>().ToList();
        return roles.Count == 0 ? null : SourceContent.Of(roles, tree.Problem, roles.Count < rows.Count ? Diagnostics.RecordsWithoutTitle(rows.Count - roles.Count) : null);
    }
}
