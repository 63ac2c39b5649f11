using PostingsBot.Core.Parsing.Sources.Data;
using PostingsBot.Core.Parsing.Stages;

namespace PostingsBot.Core.Parsing.Sources.Boards;

/// <summary>What the feeds of job boards have in common: one list of jobs in an object, a bare list, or one job alone.</summary>
internal static class BoardJobs
{
    /// <summary>The roles of the board, or null when the document is no feed of this board.</summary>
    /// <param name="list">The field of the root that holds the jobs; empty when the root is the list.</param>
    /// <param name="isJob">Whether an object has the fields that only this board writes.</param>
    /// <param name="toRecord">Reads one job; its second argument is the root.</param>
    /// <param name="isListed">Whether the board shows the job to everyone.</param>
    public static SourceContent? Read(SourceFile source, string list, Func<DataNode, bool> isJob, Func<DataNode, DataNode, RoleRecord> toRecord, Func<DataNode, bool>? isListed = null)
    {
        if (source.Json is not { } tree)
            return null;
        var root = tree.Root;
        var jobs = list.Length > 0 && root[list] is { Kind: DataKind.List } named ? named : root;
        var objects = jobs.Items.Where(job => job.Kind is DataKind.Object).ToList();
        if (objects.Count == 0 || !objects.Take(3).Any(isJob))
            return null;
        var unlisted = isListed is null ? 0 : objects.RemoveAll(job => !isListed(job));
        var roles = objects.Select(job => toRecord(job, root).ToScope()).OfType<RoleScope>().ToList();
        return SourceContent.Of(roles, tree.Problem, roles.Count < objects.Count ? Diagnostics.RecordsWithoutTitle(objects.Count - roles.Count) : null, unlisted > 0 ? Diagnostics.Unlisted(unlisted) : null);
    }
}
