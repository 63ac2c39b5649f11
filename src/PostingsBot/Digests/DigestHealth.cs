using PostingsBot.Core.Digests;
using PostingsBot.Storage;
using PostingsBot.Storage.Digests;

namespace PostingsBot.Digests;

/// <summary>How digests stand, for whoever watches the bot: 503 when the database is away. Times are null where there is nothing.</summary>
internal static class DigestHealth
{
    public static async Task<IResult> ReadAsync(IDigests digests, TimeProvider clock, CancellationToken ct)
    {
        try
        {
            var status = await digests.StatusAsync(clock.GetUtcNow(), ct);
            return Results.Json(new
            {
                alerts = status.Subscriptions,
                due = status.Due,
                oldestDue = status.OldestDue,
                waiting = status.Waiting,
                oldestWaiting = status.OldestWaiting,
                givenUp = status.Dead,
                lastSent = status.LastSent,
                zones = Zones.Version,
            });
        }
        catch (StorageUnavailableException error)
        {
            return Results.Json(new { reason = error.Message }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
