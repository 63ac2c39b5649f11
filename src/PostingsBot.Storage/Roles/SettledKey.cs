using PostingsBot.Core.Catalogue;

namespace PostingsBot.Storage.Roles;

/// <summary>The postings of one key with their roles, as the last edit left them.</summary>
internal sealed class SettledKey
{
    private readonly Dictionary<string, RoleMember> members;
    private KeyGroups groups;

    public SettledKey(IEnumerable<RoleMember> all)
    {
        members = all.ToDictionary(m => m.Traits.Id, StringComparer.Ordinal);
        groups = Group();
    }

    public int Count => members.Count;

    public IReadOnlyList<IReadOnlyList<RoleMember>> All => Of(groups.All);

    /// <summary>Gives the groups that may be others than before: few where postings came behind the others, else all.</summary>
    /// <param name="left">Ids of postings that are gone or were written again.</param>
    /// <param name="arrived">Postings that were written.</param>
    public IReadOnlyList<IReadOnlyList<RoleMember>> Change(IEnumerable<string> left, IReadOnlyList<RoleMember> arrived)
    {
        var gone = left.Count(members.Remove);
        foreach (var member in arrived)
            members.Add(member.Traits.Id, member);
        if (gone == 0 && groups.TryAppend(arrived.Select(m => m.Traits)) is { } touched)
            return Of(touched);
        groups = Group();
        return All;
    }

    /// <summary>The group is the role from now on.</summary>
    public void Settle(IReadOnlyList<RoleMember> group, long role)
    {
        foreach (var member in group.Where(m => m.Role != role || m.IsWritten))
            members[member.Traits.Id] = member with { Role = role, IsWritten = false };
    }

    private KeyGroups Group() => new(members.Values.Select(m => m.Traits));

    private IReadOnlyList<IReadOnlyList<RoleMember>> Of(IReadOnlyList<IReadOnlyList<RoleTraits>> some) =>
        [.. some.Select(group => (IReadOnlyList<RoleMember>)[.. group.Select(traits => members[traits.Id])])];
}
