using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Catalogue;

/// <summary>
/// Whether two postings of one key are the same role. Nothing may contradict, and something must speak for it: one address, like texts, or a row of
/// a list without address or text of its own that says the same. Two roles shown as one would hide one of them, so doubt means two.
/// </summary>
public static class SameRole
{
    public static bool Is(RoleTraits one, RoleTraits other) =>
        one.Key is not null && one.Key == other.Key && Compatible(one, other) && Speaks(one, other);

    /// <summary>No fact of one rules out the other.</summary>
    public static bool Compatible(RoleTraits one, RoleTraits other) =>
        Meet(one.Places, other.Places)
        && Meet(one.Limits, other.Limits)
        && Overlap(one.Levels, other.Levels)
        && Overlap(one.Types, other.Types)
        && PayOverlaps(one.Pay, other.Pay);

    /// <summary>What <see cref="Is"/> looks at is the same, but for addresses that lead to one role: they go with the same third postings.</summary>
    public static bool Alike(RoleTraits one, RoleTraits other) =>
        (one.Address == other.Address || (one.NamesRole && other.NamesRole))
        && one.IsOpen == other.IsOpen
        && one.IsRemote == other.IsRemote
        && one.HasBody == other.HasBody
        && one.Places.SequenceEqual(other.Places)
        && one.Limits.SequenceEqual(other.Limits)
        && one.Levels.SequenceEqual(other.Levels)
        && one.Types.SequenceEqual(other.Types)
        && one.Pay.SequenceEqual(other.Pay)
        && one.Sketch.SequenceEqual(other.Sketch);

    /// <summary>Something says that two postings of one key are one role.</summary>
    internal static bool Speaks(RoleTraits one, RoleTraits other)
    {
        var isOneAddress = one.Address is not null && one.Address == other.Address;
        if (isOneAddress && one.NamesRole)
            return true;
        // A document that names an opening twice means two, unless both lead to the same place.
        if (one.File == other.File)
            return false;
        if (one.HasBody && other.HasBody)
            return BodySketch.Alike(one.Sketch, other.Sketch);
        return isOneAddress || ((IsBareRow(one) || IsBareRow(other)) && SayTheSame(one, other));
    }

    /// <summary>A row of a list that says neither more of the role nor where to apply for it.</summary>
    internal static bool IsBareRow(RoleTraits posting) => posting.Address is null && !posting.HasBody;

    private static bool SayTheSame(RoleTraits one, RoleTraits other) =>
        one.IsOpen == other.IsOpen
        && one.Places.SequenceEqual(other.Places)
        && one.Limits.SequenceEqual(other.Limits)
        && one.IsRemote == other.IsRemote
        && (one.IsRemote || one.Places.Count > 0 || one.Limits.Count > 0);

    /// <summary>One side says nothing, or each place of one side is, contains or lies in a place of the other.</summary>
    private static bool Meet(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Count == 0 || other.Count == 0 || Covers(one, other) || Covers(other, one);

    private static bool Covers(IReadOnlyList<string> many, IReadOnlyList<string> few) => few.All(place => many.Any(m => IsOneOfTwo(m, place)));

    /// <summary>Two quarters of one city are two places, a quarter and its city may be one.</summary>
    private static bool IsOneOfTwo(string one, string other)
    {
        if (one == other)
            return true;
        var (area, otherArea) = (RolePlaces.AreaOf(one), RolePlaces.AreaOf(other));
        return area == otherArea
            ? one == area || other == otherArea
            : AreaVocabulary.Default.Contains(area, otherArea) || AreaVocabulary.Default.Contains(otherArea, area);
    }

    private static bool Overlap<T>(IReadOnlyList<T> one, IReadOnlyList<T> other) => one.Count == 0 || other.Count == 0 || one.Any(other.Contains);

    private static bool PayOverlaps(IReadOnlyList<YearlyPay> one, IReadOnlyList<YearlyPay> other) =>
        one.Count == 0 || other.Count == 0 || one.Any(a => other.Any(b => Overlaps(a, b)));

    /// <summary>Amounts of two currencies are not compared.</summary>
    private static bool Overlaps(YearlyPay a, YearlyPay b) =>
        (a.Currency is not null && b.Currency is not null && a.Currency != b.Currency) || (a.Low <= b.High && b.Low <= a.High);
}
