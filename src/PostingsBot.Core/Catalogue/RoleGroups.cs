namespace PostingsBot.Core.Catalogue;

/// <summary>Postings into roles.</summary>
public static class RoleGroups
{
    /// <summary>
    /// Each posting in exactly one group, the same groups whatever the order of the postings. The members of a group stand with the one that is
    /// shown first. Grows with the number of postings, however many share a key: each is compared with a bounded number of others.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<RoleTraits>> Of(IEnumerable<RoleTraits> postings) =>
        [.. postings.GroupBy(p => p.Key, StringComparer.Ordinal).SelectMany(key => key.Key is null ? key.Select(p => (IReadOnlyList<RoleTraits>)[p]) : new KeyGroups(key).All)];

    /// <summary>
    /// The posting to show comes first: a description before a row of a list, then the newest text; between equals the open one, the fuller one,
    /// the one later in the order of file names, which often begin with a date.
    /// </summary>
    public static IComparer<RoleTraits> ShownFirst { get; } = Comparer<RoleTraits>.Create((a, b) => -CompareWorth(a, b));

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
