namespace PostingsBot.Core.Catalogue;

/// <summary>The postings of one role while they are gathered.</summary>
internal sealed class RoleGroup
{
    /// <summary>A role whose sources differ in more ways takes only postings like those it has.</summary>
    private const int MostWitnesses = 16;

    private readonly List<RoleTraits> members = [];
    private readonly List<RoleTraits> witnesses = [];
    private readonly HashSet<string> addresses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> addressByFile = new(StringComparer.Ordinal);

    public IReadOnlyList<RoleTraits> Members => [.. members.Order(RoleGroups.ShownFirst)];

    public bool IsOfBareRows => witnesses.TrueForAll(SameRole.IsBareRow);

    /// <summary>The posting, which has the members' key, is the same role as one member and contradicts none.</summary>
    public bool Takes(RoleTraits posting)
    {
        if (addressByFile.TryGetValue(posting.File, out var address) && (address != posting.Address || !posting.NamesRole))
            return false;
        if (witnesses.Count == MostWitnesses && !witnesses.Exists(w => SameRole.Alike(w, posting)))
            return false;
        // Most candidates have nothing that speaks for them, and that is told sooner than what contradicts.
        return ((posting is { NamesRole: true, Address: { } own } && addresses.Contains(own)) || witnesses.Exists(w => SameRole.Speaks(w, posting)))
            && witnesses.TrueForAll(w => SameRole.Compatible(w, posting));
    }

    public void Add(RoleTraits posting)
    {
        members.Add(posting);
        addressByFile.TryAdd(posting.File, posting.Address);
        if (posting is { NamesRole: true, Address: { } address })
            addresses.Add(address);
        if (!witnesses.Exists(w => SameRole.Alike(w, posting)))
            witnesses.Add(posting);
    }
}
