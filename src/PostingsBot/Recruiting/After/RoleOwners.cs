using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Recruiting.After;

/// <summary>Whose a role is: whoever posted it; of a role that came from files, whoever was the first to edit it in chat.</summary>
internal sealed class RoleOwners(IAudit audit)
{
    private const int PageSize = 50;

    /// <summary>Roles that are nobody's are left out.</summary>
    public async Task<IReadOnlyList<IGrouping<Actor, EditableRole>>> GroupAsync(IReadOnlyList<EditableRole> roles, CancellationToken ct)
    {
        var owned = new List<(Actor Owner, EditableRole Role)>();
        foreach (var role in roles)
        {
            if (await OfAsync(role, ct) is { } owner)
                owned.Add((owner, role));
        }

        return [.. owned.GroupBy(one => one.Owner, one => one.Role, SameActor.Instance)];
    }

    /// <summary>Null when it is nobody's.</summary>
    public async Task<Actor?> OfAsync(EditableRole role, CancellationToken ct)
    {
        if (role.Owner is not null || role.Overlay.IsEmpty)
            return role.Owner;
        Actor? first = null;
        long? before = null;
        while (await audit.QueryAsync(new AuditQuery(role.Id, Before: before, WithImports: false, Take: PageSize), ct) is { Count: > 0 } entries)
        {
            first = entries.LastOrDefault(entry => entry.By.Channel is not (Actor.Itself or "") && entry.Role is not null)?.By ?? first;
            before = entries[^1].Number;
            if (entries.Count < PageSize)
                break;
        }

        return first;
    }

    private sealed class SameActor : IEqualityComparer<Actor>
    {
        public static SameActor Instance { get; } = new();

        public bool Equals(Actor? x, Actor? y) => x is null ? y is null : y is not null && x.IsSame(y);

        public int GetHashCode(Actor obj) => HashCode.Combine(obj.Channel, obj.User);
    }
}
