using PostingsBot.Storage.Digests;

namespace PostingsBot.Digests;

/// <summary>
/// Whether what this bot searches shows all that any bot matched. A role of which another bot noted news may be unknown here, or still as it was: a digest
/// made or drawn from that would pass it over for good.
/// </summary>
/// <param name="digests">What was matched.</param>
/// <param name="reached">Waits until the catalogue shows a change; false when that takes too long.</param>
internal sealed class MatchedCatalogue(IDigests digests, Func<long, CancellationToken, Task<bool>> reached)
{
    /// <returns>False when it still does not after a while.</returns>
    public async Task<bool> IsShownAsync(CancellationToken ct) => await reached(await digests.MatchedChangeAsync(ct), ct);
}
