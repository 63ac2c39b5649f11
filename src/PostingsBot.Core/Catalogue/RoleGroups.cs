using System.Globalization;

namespace PostingsBot.Core.Catalogue;

/// <summary>Postings into roles.</summary>
public static class RoleGroups
{
    private const int MostCandidates = 64;
    private const int IndexedHashes = 8;

    /// <summary>
    /// Each posting in exactly one group, the same groups whatever the order of the postings. The members of a group stand with the one that is
    /// shown first. Grows with the number of postings, however many share a key: each is compared with a bounded number of others.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<RoleTraits>> Of(IEnumerable<RoleTraits> postings) =>
        [.. postings.GroupBy(p => p.Key, StringComparer.Ordinal).SelectMany(key => key.Key is null ? key.Select(p => (IReadOnlyList<RoleTraits>)[p]) : OfKey(key))];

    /// <summary>
    /// The posting to show comes first: a description before a row of a list, then the newest text; between equals the open one, the fuller one,
    /// the one later in the order of file names, which often begin with a date.
    /// </summary>
    public static IComparer<RoleTraits> ShownFirst { get; } = Comparer<RoleTraits>.Create((a, b) => -CompareWorth(a, b));

    private static IEnumerable<IReadOnlyList<RoleTraits>> OfKey(IEnumerable<RoleTraits> postings)
    {
        // Those that say most come first: a bare row finds all descriptions it may belong to.
        var ordered = postings
            .OrderBy(p => p.NamesRole ? 0 : 1).ThenBy(p => p.HasBody ? 0 : 1).ThenBy(p => p.Address is null ? 1 : 0)
            .ThenBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Id, StringComparer.Ordinal)
            .ToList();
        if (ordered.Count == 1)
            return [ordered];
        var groups = new List<RoleGroup>();
        var index = new Dictionary<string, List<RoleGroup>>(StringComparer.Ordinal);
        foreach (var posting in ordered)
        {
            var group = Choose(posting, index);
            if (group is null)
                groups.Add(group = new RoleGroup());
            group.Add(posting);
            foreach (var handle in OwnHandles(posting).Append(PlaceHandle(posting)))
            {
                if (!index.TryGetValue(handle, out var known))
                    index.Add(handle, known = []);
                if (!known.Contains(group) && known.Count < MostCandidates)
                    known.Add(group);
            }
        }

        return groups.Select(group => group.Members);
    }

    /// <summary>The first group that takes the posting; a row that two roles could mean goes with neither, but with a row like itself.</summary>
    private static RoleGroup? Choose(RoleTraits posting, Dictionary<string, List<RoleGroup>> index)
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

    private static int CompareWorth(RoleTraits a, RoleTraits b)
    {
        var order = a.HasBody.CompareTo(b.HasBody);
        if (order == 0)
            order = Nullable.Compare(a.Posted, b.Posted);
        if (order == 0)
            order = a.IsOpen.CompareTo(b.IsOpen);
        if (order == 0)
            order = a.BodyWords.CompareTo(b.BodyWords);
        if (order == 0)
            order = string.CompareOrdinal(a.File, b.File);
        if (order == 0)
            order = a.Line.CompareTo(b.Line);
        return order == 0 ? string.CompareOrdinal(a.Id, b.Id) : order;
    }
}
