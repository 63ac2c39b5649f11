using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Catalogue;

/// <summary>What is shown of a role that stands in several places.</summary>
public static class MergedRole
{
    private const int MostSources = 50;

    /// <summary>
    /// The newest text with the earliest date that any source states, quoted from there, and the other sources (at most 50), newest first.
    /// </summary>
    /// <param name="id">The role's.</param>
    /// <param name="group">From <see cref="RoleGroups.Of"/>.</param>
    /// <param name="load">The posting of a member.</param>
    public static Posting Of(string id, IReadOnlyList<RoleTraits> group, Func<RoleTraits, Posting> load)
    {
        var shown = load(group[0]);
        var first = DateSource(group);
        var earliest = first == group[0] ? shown : load(first);
        return shown with
        {
            Id = id,
            Posted = earliest == shown ? shown.Posted : earliest.Posted! with { Evidence = earliest.Posted.Evidence with { File = earliest.File } },
            Sources =
            [
                .. group.Skip(1)
                    .OrderByDescending(m => m.Posted).ThenByDescending(m => m.File, StringComparer.Ordinal).ThenBy(m => m.Line)
                    .Take(MostSources)
                    .Select(m => new PostingSource(m.File, m.Line, m.Posted, m.ApplyUrl)),
            ],
        };
    }

    /// <summary>The member that states the earliest date, the shown one before others.</summary>
    public static RoleTraits DateSource(IReadOnlyList<RoleTraits> group) =>
        group.Where(m => m.Posted is not null).MinBy(m => m.Posted!.Value) is { } first && !(first.Posted >= group[0].Posted) ? first : group[0];
}
