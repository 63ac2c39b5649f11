using PostingsBot.Core.Catalogue;

namespace PostingsBot.Storage.Roles;

/// <summary>A role to write: its postings, the one to show first. <paramref name="Role"/> is the role that goes on, null for a new one.</summary>
internal sealed record SettledRole(long? Role, IReadOnlyList<RoleMember> Group);

/// <summary>
/// Which postings are one role after an edit, and which role of before each of them is: a role goes on, under its id, while any of its postings is in the
/// catalogue. Decided here for every store; <paramref name="Retired"/> are roles without postings.
/// </summary>
internal sealed record Settlement(IReadOnlyList<SettledRole> Roles, IReadOnlyList<long> Retired)
{
    /// <param name="arrived">Postings that were written.</param>
    /// <param name="departed">Postings that were taken away, in the order of their rows by document.</param>
    /// <param name="groupsOf">The groups of a key now, those that arrived among them, the shown member of each first; groups that are as they were may be left out.</param>
    /// <param name="idOf">A role's id.</param>
    public static Settlement Of(
        IReadOnlyList<RoleMember> arrived, IReadOnlyList<DepartedPosting> departed, Func<string, IReadOnlyList<IReadOnlyList<RoleMember>>> groupsOf, Func<long, string> idOf)
    {
        var groups = Groups(arrived, departed, groupsOf);
        var held = Holders(groups, idOf);
        var vacant = departed.Where(gone => !held.ContainsKey(gone.Role)).DistinctBy(gone => gone.Role).ToList();
        var retired = vacant.ConvertAll(gone => gone.Role);
        var settled = groups.ConvertAll(group => new SettledRole(group.Select(m => m.Role).Where(role => role is { } n && held[n] == group).Min() ?? Inherit(group, vacant), group));
        var touched = departed.Select(gone => gone.Role)
            .Concat(settled.SelectMany(s => s.Group.Where(m => m.Role != s.Role).Select(m => m.Role).OfType<long>()))
            .ToHashSet();
        var living = settled.Select(s => s.Role).OfType<long>().ToHashSet();
        return new Settlement(
            [.. settled.Where(s => s.Role is not { } role || touched.Contains(role) || s.Group.Any(m => m.Role != role || m.IsWritten))],
            [.. retired.Where(role => !living.Contains(role)), .. held.Keys.Where(role => !living.Contains(role)).Order()]);
    }

    /// <summary>The groups of every key that something came to or left, the shown member of each first.</summary>
    private static List<IReadOnlyList<RoleMember>> Groups(
        IReadOnlyList<RoleMember> arrived, IReadOnlyList<DepartedPosting> departed, Func<string, IReadOnlyList<IReadOnlyList<RoleMember>>> groupsOf)
    {
        var groups = arrived.Where(p => p.Traits.Key is null).Select(p => (IReadOnlyList<RoleMember>)[p]).ToList();
        foreach (var key in TouchedKeys(arrived, departed))
            groups.AddRange(groupsOf(key));
        return groups;
    }

    public static IEnumerable<string> TouchedKeys(IReadOnlyList<RoleMember> arrived, IReadOnlyList<DepartedPosting> departed) =>
        arrived.Select(p => p.Traits.Key).Concat(departed.Select(gone => gone.Traits?.Key)).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>Each role's group: when its postings are no longer one, that of the posting it has its id from, or else the first.</summary>
    private static Dictionary<long, IReadOnlyList<RoleMember>> Holders(List<IReadOnlyList<RoleMember>> groups, Func<long, string> idOf)
    {
        var holders = new Dictionary<long, IReadOnlyList<RoleMember>>();
        foreach (var group in groups)
        {
            foreach (var role in group.Select(m => m.Role).OfType<long>().Distinct())
            {
                if (!holders.TryAdd(role, group) && idOf(role) is var id && group.Any(m => m.Traits.Id == id))
                    holders[role] = group;
            }
        }

        return holders;
    }

    /// <summary>The role of a posting that was taken away and that was the same: a file that was renamed is nothing new.</summary>
    private static long? Inherit(IReadOnlyList<RoleMember> group, List<DepartedPosting> vacant)
    {
        var at = vacant.FindIndex(gone => gone.Traits is { } traits && group.Any(m => m.Traits.Id == traits.Id || SameRole.Is(m.Traits, traits)));
        if (at < 0)
            return null;
        var role = vacant[at].Role;
        vacant.RemoveAt(at);
        return role;
    }
}
