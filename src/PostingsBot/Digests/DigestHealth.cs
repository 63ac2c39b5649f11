using System.Text.Json.Nodes;
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
            var now = clock.GetUtcNow();
            var status = await digests.StatusAsync(now, ct);
            var run = RunProgress.Of(status, now);
            return Health.Of(new JsonObject
            {
                ["alerts"] = status.Subscriptions,
                ["due"] = status.Due,
                ["oldestDue"] = status.OldestDue,
                ["waiting"] = status.Waiting,
                ["oldestWaiting"] = status.OldestWaiting,
                ["givenUp"] = status.Dead,
                ["lastSent"] = status.LastSent,
                ["run"] = run is null ? null : new JsonObject { ["since"] = run.Since, ["done"] = run.Done, ["total"] = run.Total, ["perSecond"] = run.PerSecond, ["secondsLeft"] = run.Left?.TotalSeconds, ["sent"] = run.Sent },
                ["zones"] = Zones.Version,
            });
        }
        catch (StorageUnavailableException error)
        {
            return Health.Away(error);
        }
    }
}
