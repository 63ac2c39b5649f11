using System.Globalization;

namespace PostingsBot.Core.Catalogue;

/// <summary>
/// The postings of one key in groups. They join in an order of their own, each with what came before it, so that whoever keeps this adds what stands behind
/// all others without grouping them again.
/// </summary>
public sealed class KeyGroups
{
    private const int MostCandidates = 64;
    private const int IndexedHashes = 8;

    /// <summary>Those that say most come first: a bare row finds all descriptions it may belong to.</summary>
    private static readonly IComparer<RoleTraits> Order = Comparer<RoleTraits>.Create(Compare);

    private readonly List<RoleGroup> groups = [];
    private readonly Dictionary<string, List<RoleGroup>> index = new(StringComparer.Ordinal);
    private RoleTraits? last;

    // Most keys have one posting, which nobody looks for.
    private bool isIndexed;

    public KeyGroups(IEnumerable<RoleTraits> postings)
    {
        foreach (var posting in postings.Order(Order))
            Add(posting);
    }

    /// <summary>The members of each group stand with the one that is shown first.</summary>
    public IReadOnlyList<IReadOnlyList<RoleTraits>> All => groups.ConvertAll(group => group.Members);

    /// <summary>Adds postings of the same key that are not there yet.</summary>
    /// <returns>The groups that they joined or founded, in the order of <see cref="All"/>. Null, and nothing is added: others stand behind them, group all anew.</returns>
    public IReadOnlyList<IReadOnlyList<RoleTraits>>? TryAppend(IEnumerable<RoleTraits> postings)
    {
        var ordered = postings.Order(Order).ToList();
        if (ordered.Count > 0 && last is not null && Compare(last, ordered[0]) > 0)
            return null;
        var joined = ordered.ConvertAll(Add).ToHashSet();
        return [.. groups.Where(joined.Contains).Select(group => group.Members)];
    }

    private RoleGroup Add(RoleTraits posting)
    {
        if (!isIndexed && groups is [var only])
        {
            isIndexed = true;
            Index(only, last!);
        }

        last = posting;
        var group = isIndexed ? Choose(posting) : null;
        if (group is null)
            groups.Add(group = new RoleGroup());
        group.Add(posting);
        if (isIndexed)
            Index(group, posting);
        return group;
    }

    private void Index(RoleGroup group, RoleTraits posting)
    {
        foreach (var handle in OwnHandles(posting).Append(PlaceHandle(posting)))
        {
            if (!index.TryGetValue(handle, out var known))
                index.Add(handle, known = []);
            if (known.Count < MostCandidates && !known.Contains(group))
                known.Add(group);
        }
    }

    /// <summary>The first group that takes the posting; a row that two roles could mean goes with neither, but with a row like itself.</summary>
    private RoleGroup? Choose(RoleTraits posting)
    {
        if (!SameRole.IsBareRow(posting))
            return Taking(OwnHandles(posting)).FirstOrDefault();
        var fitting = Taking([PlaceHandle(posting)]).ToList();
        return fitting.Count == 1 ? fitting[0] : fitting.Find(group => group.IsOfBareRows);

        IEnumerable<RoleGroup> Taking(IEnumerable<string> handles) =>
            handles.SelectMany(handle => index.GetValueOrDefault(handle) ?? []).Distinct().Take(MostCandidates).Where(group => group.Takes(posting));
    }

    /// <summary>Two postings of one role have an address or a run of words in common, unless one of them is a bare row.</summary>
    private static IEnumerable<string> OwnHandles(RoleTraits posting)
    {
        if (posting.Address is { } address)
            yield return "address " + address;
        foreach (var hash in posting.HasBody ? posting.Sketch.Take(IndexedHashes) : [])
            yield return "text " + hash.ToString("x8", CultureInfo.InvariantCulture);
    }

    private static string PlaceHandle(RoleTraits posting) => $"place {string.Join(' ', posting.Places)}, {string.Join(' ', posting.Limits)}";

    private static int Compare(RoleTraits a, RoleTraits b)
    {
        var order = b.NamesRole.CompareTo(a.NamesRole);
        if (order == 0)
            order = b.HasBody.CompareTo(a.HasBody);
        if (order == 0)
            order = (a.Address is null).CompareTo(b.Address is null);
        if (order == 0)
            order = string.CompareOrdinal(a.File, b.File);
        if (order == 0)
            order = a.Line.CompareTo(b.Line);
        return order == 0 ? string.CompareOrdinal(a.Id, b.Id) : order;
    }
}
