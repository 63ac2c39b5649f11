using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;

namespace PostingsBot.Storage.Roles;

/// <summary>What is shown of a role. <paramref name="IsOwn"/>: just what its one posting states, under that posting's id.</summary>
internal sealed record ShownRole(string Id, Posting Posting, bool IsOwn)
{
    public static ShownRole Of(string id, IReadOnlyList<RoleMember> group, Func<RoleMember, Posting> load)
    {
        if (group.Count == 1 && id == group[0].Traits.Id)
            return new ShownRole(id, load(group[0]), IsOwn: true);
        return new ShownRole(id, MergedRole.Of(id, [.. group.Select(m => m.Traits)], traits => load(group.First(m => m.Traits.Id == traits.Id))), IsOwn: false);
    }

    /// <summary>Ids for a new role, the best first: that of the posting that came first, and, where another role goes on under it, ones made from it.</summary>
    public static IEnumerable<string> Ids(IReadOnlyList<RoleMember> group)
    {
        var first = group.MinBy(m => m.Row)!.Traits.Id;
        yield return first;
        for (var i = 2; ; i++)
            yield return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(first + "\n" + i.ToString(CultureInfo.InvariantCulture))))[..10];
    }
}
