using Microsoft.Extensions.Logging.Abstractions;
using PostingsBot.Channels;
using PostingsBot.Core.Catalogue;
using PostingsBot.Delivered;
using PostingsBot.Digests;
using PostingsBot.Storage;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Subscriptions;

namespace PostingsBot.Tests.Digests.Faults;

/// <summary>What unwinds a bot that was killed.</summary>
internal sealed class KilledException : Exception;

/// <summary>One process of the bot. Once killed it does nothing more, whatever tries to go on.</summary>
internal sealed class FaultyBot
{
    private readonly FaultyWorld world;
    private readonly NewsMatcher matcher;
    private readonly DigestMaker maker;
    private readonly OutboxSender sender;

    public FaultyBot(FaultyWorld world)
    {
        this.world = world;
        var digests = new FaultyDigests(this, world);
        var matched = new MatchedCatalogue(digests, ReachedAsync);
        matcher = new NewsMatcher(digests, world.Catalogue, world.Catalogue, ReachedAsync, world.Clock);
        maker = new DigestMaker(digests, new MatchedRoles(world.Catalogue, world.Catalogue), matched, world.Clock, NullLogger.Instance);
        sender = new OutboxSender(
            new FaultyOutbox(this, world), world.Subscriptions, world.Book, new OutboxDrawing(FaultyWorld.Cards, world.Catalogue), matched, world.Live,
            new ChannelAdapters(new FaultyChannel(this, world), new Dictionary<string, BotAdapter?>(), ""), world.Clock, NullLogger.Instance);
    }

    public bool IsKilled { get; private set; }

    /// <summary>A step as the worker runs it: a database out of reach is waited for.</summary>
    public Func<Task> Matching => () => SurvivingAsync(async () =>
    {
        while (await matcher.StepAsync(CancellationToken.None))
        {
        }
    });

    public Func<Task> Making => () => SurvivingAsync(() => maker.StepAsync(CancellationToken.None));

    public Func<Task> Sending => () => SurvivingAsync(() => sender.StepAsync(CancellationToken.None));

    /// <summary>Others come between here, or the process ends here.</summary>
    public async Task PassAsync()
    {
        await world.Turns.PassAsync();
        if (!IsKilled && world.Chance(world.Faults.Kill))
        {
            IsKilled = true;
            world.Report.Kills++;
            world.Witness.Ended(this);
        }

        if (IsKilled)
            throw new KilledException();
    }

    /// <summary>A call of the database: it may be away before, the process may end before or after, and the answer may be lost.</summary>
    public async Task<T> CallAsync<T>(Func<Task<T>> call, Action<T>? note = null)
    {
        await PassAsync();
        Away();
        var result = await call();
        note?.Invoke(result);
        await PassAsync();
        Away();
        return result;
    }

    private void Away()
    {
        if (!world.Chance(world.Faults.Away))
            return;
        world.Report.Outages++;
        throw new StorageUnavailableException("The database is away.");
    }

    private async Task<bool> ReachedAsync(long change, CancellationToken ct)
    {
        await PassAsync();
        return !world.Chance(world.Faults.Away);
    }

    private static async Task SurvivingAsync(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (KilledException)
        {
            // Another takes its place.
        }
        catch (StorageUnavailableException)
        {
            // The next look tries again.
        }
    }
}
