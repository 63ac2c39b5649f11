using System.Diagnostics;

namespace PostingsBot.Benchmarks.Digests.Kills;

/// <summary>Where a worker is to end.</summary>
/// <param name="Step">A step of the worker's own, "channel.taken", "channel.lost", or "moment".</param>
/// <param name="Nth">The how manieth time it is there.</param>
internal sealed record KillAim(string Step, int Nth)
{
    public const string Taken = "channel.taken";
    public const string LostThere = "channel.lost";
    public const string Moment = "moment";

    /// <summary>It found nothing to do where it was to end.</summary>
    public const string Idle = "idle";

    /// <summary>Messages of a run are drawn and noted one by one; the other steps come once or twice.</summary>
    private const int MostTimes = 4;

    public static KillAim None { get; } = new("-", 0);

    public bool IsOfChannel => Step is Taken or LostThere;

    public static KillAim Next(Random random) => random.Next(100) switch
    {
        < 60 when KillNames.Steps[random.Next(KillNames.Steps.Count)] is var step => new KillAim(step, step.StartsWith("send.draw", StringComparison.Ordinal) || step.StartsWith("send.note", StringComparison.Ordinal) ? random.Next(1, MostTimes) : 1),
        < 75 => new KillAim(Taken, random.Next(1, MostTimes)),
        < 83 => new KillAim(LostThere, random.Next(1, MostTimes)),
        _ => new KillAim(Moment, 0),
    };
}

/// <summary>The workers on one database: one run is new roles, a kill in the middle of telling of them, a new start and the rest.</summary>
internal sealed class KillRun(KillStores stores, IReadOnlyList<KillSink> sinks, KillBooks books, IDictionary<string, int> kills, Random random) : IDisposable
{
    private const int MostPasses = 30;
    private const int KilledAgainInHundred = 20;

    /// <summary>In milliseconds.</summary>
    private const double LongestMoment = 1_000;

    /// <summary>In milliseconds: a transaction is shorter.</summary>
    private const double LongestFlight = 4;

    /// <summary>Longer than all leases.</summary>
    private static readonly TimeSpan OverLeases = TimeSpan.FromMinutes(11);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly KilledProcess?[] workers = new KilledProcess?[stores.Folders.Count];
    private double usualPass = 50;

    public async Task RunAsync(int number)
    {
        var (from, to, now) = (number * KillRoles.PerRun, (number + 1) * KillRoles.PerRun, KillRoles.FirstDay.AddDays(number));
        Start();
        await workers[0]!.TellAsync($"{KillNames.Roles} {from} {to}");
        if (await HearAsync(workers[0]!) is not KillNames.Applied)
            throw new InvalidOperationException("The roles were not applied.");
        var victims = Victims();
        for (var pass = 0; await PassAsync(now, victims) > 0 || victims.Count > 0; pass++)
        {
            if (pass == MostPasses)
                throw new InvalidOperationException("It never comes to rest.");
            Start();
            now += OverLeases;
            victims = victims.Count > 0 && random.Next(100) < KilledAgainInHundred ? Victims() : [];
        }

        for (var n = 0; n < workers.Length; n++)
            books.Settle(sinks[n].Taken(), Noted[n], isKilled: false);
        Noted.ForEach(noted => noted.Clear());
        books.Judge(from, to);
    }

    public void Dispose()
    {
        foreach (var worker in workers)
            worker?.Dispose();
    }

    private List<List<string>> Noted { get; } = [.. stores.Folders.Select(_ => new List<string>())];

    private void Start()
    {
        for (var n = 0; n < workers.Length; n++)
            workers[n] ??= new KilledProcess([stores.Folders[n], sinks[n].Address, .. stores.Postgres is { } postgres ? [postgres] : Array.Empty<string>()]);
    }

    private Dictionary<int, KillAim> Victims()
    {
        var many = Math.Min(workers.Length, random.Next(10) switch { < 7 => 1, < 9 => 2, _ => 3 });
        return Enumerable.Range(0, workers.Length).OrderBy(_ => random.Next()).Take(many).ToDictionary(n => n, _ => KillAim.Next(random));
    }

    /// <summary>All work until there is nothing left, those that are to end first.</summary>
    /// <returns>How much was done by those that live.</returns>
    private async Task<int> PassAsync(DateTimeOffset now, Dictionary<int, KillAim> victims)
    {
        var all = new List<Task<int>>();
        foreach (var n in Enumerable.Range(0, workers.Length).OrderBy(n => !victims.ContainsKey(n)))
        {
            var aim = victims.GetValueOrDefault(n, KillAim.None);
            // The others come some time after them, or would do the work before they get to where they are to end.
            if (aim == KillAim.None && victims.Count > 0)
                await Task.WhenAny(Task.WhenAll(all.Take(victims.Count)), Task.Delay(Moment()));
            // Drawn here: what runs at the same time must not share the chance.
            all.Add(OneAsync(n, aim, now, Moment(), TimeSpan.FromMilliseconds(random.NextDouble() * LongestFlight)));
        }

        return (await Task.WhenAll(all)).Sum();
    }

    private TimeSpan Moment() => TimeSpan.FromMilliseconds(random.NextDouble() * Math.Min(usualPass, LongestMoment));

    private async Task<int> OneAsync(int n, KillAim aim, DateTimeOffset now, TimeSpan moment, TimeSpan flight)
    {
        var (worker, start) = (workers[n]!, Stopwatch.GetTimestamp());
        var atChannel = new TaskCompletionSource();
        sinks[n].Hold(aim.IsOfChannel ? aim.Nth : 0, aim.Step == KillAim.Taken, () => atChannel.TrySetResult());
        var isOwn = aim != KillAim.None && !aim.IsOfChannel && aim.Step != KillAim.Moment;
        await worker.TellAsync($"{KillNames.Pass} {now.ToUnixTimeMilliseconds()} {(isOwn ? aim.Step : KillAim.None.Step)} {aim.Nth}");
        var momentOver = aim.Step == KillAim.Moment ? Task.Delay(moment) : Task.Delay(Timeout.Infinite);
        while (true)
        {
            var heard = HearAsync(worker);
            var first = await Task.WhenAny(heard, atChannel.Task, momentOver);
            if (first != heard)
            {
                await KillAsync(n, aim.Step, heard);
                return 0;
            }

            var line = await heard ?? throw new InvalidOperationException("A worker ended by itself.");
            switch (line.Split(' ', 2))
            {
                case [KillNames.Noted, var message]:
                    Noted[n].Add(message);
                    break;
                case [KillNames.Reached, _]:
                    await KillAsync(n, aim.Step, null);
                    return 0;
                case [KillNames.Passing, _]:
                    // A timer is too coarse for a transaction.
                    for (var seen = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(seen) < flight;)
                        Thread.SpinWait(50);
                    await KillAsync(n, aim.Step, null);
                    return 0;
                case [KillNames.Done, var many]:
                    if (aim == KillAim.None)
                    {
                        usualPass = (0.9 * usualPass) + (0.1 * Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                        return int.Parse(many, System.Globalization.CultureInfo.InvariantCulture);
                    }

                    await KillAsync(n, KillAim.Idle, null);
                    return 0;
                default:
                    books.Broken.Add(line);
                    if (!line.StartsWith(KillNames.Failed + " a message", StringComparison.Ordinal))
                        throw new InvalidOperationException(line);
                    break;
            }
        }
    }

    private async Task KillAsync(int n, string where, Task<string?>? heard)
    {
        var rest = await workers[n]!.KillAsync();
        if (heard is not null && await heard is { } line)
            rest = [line, .. rest];
        workers[n]!.Dispose();
        workers[n] = null;
        lock (kills)
            kills[where] = kills.TryGetValue(where, out var times) ? times + 1 : 1;
        Noted[n].AddRange(rest.Where(said => said.StartsWith(KillNames.Noted + " ", StringComparison.Ordinal)).Select(said => said[(KillNames.Noted.Length + 1)..]));
        var taken = await sinks[n].DrainAsync();
        lock (books)
            books.Settle(taken, Noted[n], isKilled: true);
        Noted[n].Clear();
    }

    private static async Task<string?> HearAsync(KilledProcess worker)
    {
        using var patience = new CancellationTokenSource(Patience);
        return await worker.HearAsync(patience.Token);
    }
}
