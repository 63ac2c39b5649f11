using PostingsBot.Core.Digests;
using PostingsBot.Storage.Digests;
using PostingsBot.Storage.Saved;

namespace PostingsBot.Tests.Support;

/// <summary>Saved roles for as long as the test lives; nothing changes in them.</summary>
internal sealed class MemorySavedRoles : ISavedRoles
{
    public List<SavedRole> All { get; } = [];

    public Task<SaveResult> SaveAsync(SavedRole saved, int mostOfOwner, DateTimeOffset now, CancellationToken ct)
    {
        All.Add(saved);
        return Task.FromResult(SaveResult.Saved);
    }

    public Task<int> RemoveAsync(Owner owner, IReadOnlyList<string> roles, CancellationToken ct) => Task.FromResult(All.RemoveAll(one => one.Owner == owner && roles.Contains(one.Role)));

    public Task<IReadOnlyList<SavedRole>> OfOwnerAsync(Owner owner, CancellationToken ct) => Task.FromResult<IReadOnlyList<SavedRole>>([.. All.Where(one => one.Owner == owner)]);

    public Task<IReadOnlyList<DueSavedRole>> DueAsync(int most, CancellationToken ct) => Task.FromResult<IReadOnlyList<DueSavedRole>>([]);

    public Task<bool> SettleAsync(DueSavedRole due, SavedRole? known, NewDelivery? message, DateTimeOffset now, CancellationToken ct) => Task.FromResult(false);
}
