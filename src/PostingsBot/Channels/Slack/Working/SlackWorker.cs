using System.Collections.Concurrent;
using PostingsBot.Channels.Slack.Web;
using PostingsBot.Storage;
using PostingsBot.Storage.Inbox;

namespace PostingsBot.Channels.Slack.Working;

/// <summary>
/// Works what is in the inbox: one envelope of a conversation at a time, several conversations at once. What fails is tried again, less and less often, and
/// given up after a few attempts; what was under way when the process died is taken up again when its lease ends.
/// </summary>
internal sealed class SlackWorker(IInbox inbox, SlackDesk desk, TimeProvider clock, ILogger<SlackWorker> logger) : BackgroundService
{
    /// <summary>With the pauses between them, half an hour.</summary>
    public const int MostAttempts = 8;

    private const double LongestPauseSeconds = 600;

    /// <summary>Turns wait for Slack most of their time.</summary>
    private const int AtOnce = 32;

    /// <summary>While so many come in a second, little is worked: the processor is for those who wait for an acknowledgement.</summary>
    private const int Flood = 200;

    private const int AtOnceInFlood = 2;

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>Who starts with a flood's worth of envelopes was away in one: what could not be delivered meanwhile comes again at once, and goes first.</summary>
    private static readonly TimeSpan AfterFloodMissed = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(15);

    /// <summary>Slack may deliver an event again for a day.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(26);

    private static readonly TimeSpan BetweenPrunings = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim signal = new(0, 1);
    private readonly ConcurrentDictionary<long, DueEnvelope> held = new();
    private readonly ConcurrentQueue<DueEnvelope> done = new();

    private readonly ArrivalRate arrivals = new(clock);

    /// <summary>So many came.</summary>
    public void Came(int envelopes)
    {
        arrivals.Add(envelopes);
        Wake();
    }

    private void Wake()
    {
        if (signal.CurrentCount > 0)
            return;
        try
        {
            signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else was quicker.
        }
    }

    public override void Dispose()
    {
        signal.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var farewell = new CancellationTokenSource();
        var (renewed, pruned, isRecovered, from) = (clock.GetUtcNow(), DateTimeOffset.MinValue, false, DateTimeOffset.MinValue);
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Look;
            try
            {
                if (!isRecovered && await inbox.RecoverAsync(clock.GetUtcNow(), CancellationToken.None) > Flood)
                    from = clock.GetUtcNow() + AfterFloodMissed;
                isRecovered = true;
                await SettleAsync();
                if (clock.GetUtcNow() - renewed >= Renewal)
                {
                    renewed = clock.GetUtcNow();
                    await inbox.RenewAsync([.. held.Values], renewed + Lease, CancellationToken.None);
                }

                if (clock.GetUtcNow() - pruned >= BetweenPrunings)
                {
                    await inbox.PruneAsync(clock.GetUtcNow() - Remembered, CancellationToken.None);
                    pruned = clock.GetUtcNow();
                }

                var most = arrivals.PerSecond > Flood ? AtOnceInFlood : AtOnce;
                if (held.Count < most && clock.GetUtcNow() >= from)
                    await ClaimAsync(most - held.Count, farewell.Token);
            }
            catch (StorageException error)
            {
                HostLog.SlackInboxOutOfReach(logger, error.Message);
                pause = AfterFailure;
            }

            await WaitAsync(pause, stoppingToken);
        }

        await EndAsync(farewell);
    }

    private async Task ClaimAsync(int most, CancellationToken ended)
    {
        foreach (var due in await inbox.ClaimAsync(clock.GetUtcNow(), Lease, most, CancellationToken.None))
        {
            held[due.Number] = due;
            _ = Task.Run(() => WorkAsync(due, ended), CancellationToken.None);
        }
    }

    private async Task WorkAsync(DueEnvelope due, CancellationToken ended)
    {
        try
        {
            if (await TryWorkAsync(due, ended) is { } pause)
                await inbox.PostponeAsync(due, clock.GetUtcNow() + pause, CancellationToken.None);
            else
                done.Enqueue(due);
        }
        catch (StorageException error)
        {
            // It comes back when its lease ends.
            HostLog.SlackInboxOutOfReach(logger, error.Message);
        }
        finally
        {
            held.TryRemove(due.Number, out _);
            Wake();
        }
    }

    /// <summary>Null when it is done or given up, else how long to wait before it is tried again.</summary>
    private async Task<TimeSpan?> TryWorkAsync(DueEnvelope due, CancellationToken ended)
    {
        using var limit = new CancellationTokenSource(LongestTurn, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ended);
        try
        {
            if (due.Attempt <= MostAttempts)
                await desk.WorkAsync(due, either.Token);
            else
                HostLog.SlackGivenUp(logger, due.Envelope.Kind, due.Attempt - 1, "the program ended each time");
            return null;
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            return TimeSpan.Zero;
        }
        catch (Exception error)
        {
            // Whatever it is, this one waits and the others go on.
            if (due.Attempt >= MostAttempts || error is SlackRefusedException { Remedy: not SlackRemedy.Retry })
            {
                HostLog.SlackGivenUp(logger, due.Envelope.Kind, due.Attempt, error.Message);
                return null;
            }

            var pause = TimeSpan.FromSeconds(Math.Min(Math.Pow(4, due.Attempt), LongestPauseSeconds));
            HostLog.SlackPostponed(logger, error, due.Envelope.Kind, due.Attempt, pause);
            return pause;
        }
    }

    private async Task SettleAsync()
    {
        var settled = new List<DueEnvelope>();
        while (done.TryDequeue(out var due))
            settled.Add(due);
        if (settled.Count == 0)
            return;
        try
        {
            await inbox.SettleAsync(settled, CancellationToken.None);
        }
        catch (StorageException)
        {
            settled.ForEach(done.Enqueue);
            throw;
        }
    }

    private async Task WaitAsync(TimeSpan pause, CancellationToken stoppingToken)
    {
        try
        {
            await signal.WaitAsync(pause, stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // Asked to stop.
        }
    }

    /// <summary>Turns that are under way end, if they do so soon.</summary>
    private async Task EndAsync(CancellationTokenSource farewell)
    {
        farewell.CancelAfter(LongestFarewell);
        while (!held.IsEmpty)
            await signal.WaitAsync(Look, CancellationToken.None);
        try
        {
            await SettleAsync();
        }
        catch (StorageException error)
        {
            HostLog.SlackInboxOutOfReach(logger, error.Message);
        }
    }
}
