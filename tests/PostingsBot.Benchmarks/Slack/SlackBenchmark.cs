using System.Diagnostics;
using System.Globalization;

namespace PostingsBot.Benchmarks.Slack;

/// <summary>
/// Signed events at a steady rate, one in ten of them delivered again, in many conversations of many workspaces: how soon each is acknowledged, and whether each
/// is answered exactly once; then the same with the bot killed and started again in between.
/// </summary>
internal static class SlackBenchmark
{
    private const int DefaultSeconds = 30;
    private const int DefaultRate = 2_000;
    private const int Teams = 200;

    private static readonly TimeSpan LongestDrain = TimeSpan.FromMinutes(8);
    private static readonly TimeSpan Stragglers = TimeSpan.FromSeconds(5);

    /// <param name="args">Seconds and events a second, and "kill" or "calm" for one variant alone.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var numbers = args.Where(arg => char.IsAsciiDigit(arg[0])).Select(arg => int.Parse(arg, CultureInfo.InvariantCulture)).ToList();
        var (seconds, rate) = (numbers.ElementAtOrDefault(0) is > 0 and var s ? s : DefaultSeconds, numbers.ElementAtOrDefault(1) is > 0 and var r ? r : DefaultRate);
        var isGood = true;
        foreach (var kills in new[] { false, true }.Where(kills => !args.Contains(kills ? "calm" : "kill")))
            isGood &= await MeasureAsync(seconds, rate, kills);
        return isGood ? 0 : 1;
    }

    private static async Task<bool> MeasureAsync(int seconds, int rate, bool kills)
    {
        await using var sink = await SlackSink.StartAsync();
        await using var bot = await SlackBot.StartAsync(sink.ApiAddress, Enumerable.Range(0, Teams).Select(SlackLoad.Team));
        using var load = new SlackLoad(bot.Address, Teams);
        await load.WarmUpAsync(() => sink.Messages);
        var (cpu, start, messages) = (bot.Cpu, Stopwatch.GetTimestamp(), sink.Messages);
        if (kills)
        {
            var killing = KillAsync(bot, TimeSpan.FromSeconds(seconds / 2.0));
            await load.RunAsync(seconds, rate);
            var away = await killing;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the bot was away for {away.TotalSeconds:0.0} s"));
        }
        else
        {
            await load.RunAsync(seconds, rate);
        }

        var sent = Stopwatch.GetElapsedTime(start);
        var (taking, soFar) = (bot.Cpu - cpu, sink.Messages - messages);
        while (sink.Messages - messages < load.Events && Stopwatch.GetElapsedTime(start) < sent + LongestDrain)
            await Task.Delay(200);
        var drained = Stopwatch.GetElapsedTime(start);
        await Task.Delay(Stragglers);
        var lost = load.Ids.Count(id => !sink.Answers.ContainsKey(id));
        var doubled = load.Ids.Count(id => sink.Answers.GetValueOrDefault(id) > 1);
        var total = sink.Messages - messages;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(kills ? "killed and restarted" : "undisturbed")}: {load.Requests} requests in {sent.TotalSeconds:0.0} s ({load.Events} events, {load.Repeats} delivered again), acknowledged p50 {load.At(0.5):0.0} / p99 {load.At(0.99):0.0} / max {load.At(1):0.0} ms, over 3 s {load.Over(3_000)}, refused {load.Refused}; answered {total}, lost {lost}, doubled {doubled}, all answered after {drained.TotalSeconds:0} s{(kills ? $", looked for {sink.Looked} answers" : $", CPU {(bot.Cpu - cpu).TotalMilliseconds / load.Events:0.00} ms an event, {taking.TotalSeconds:0.0} s of it while they came, with {soFar} answered")}"));
        return lost == 0 && doubled == 0 && total == load.Events && load.Over(3_000) == 0;
    }

    private static async Task<TimeSpan> KillAsync(SlackBot bot, TimeSpan after)
    {
        await Task.Delay(after);
        var killed = Stopwatch.GetTimestamp();
        await bot.KillAsync();
        await bot.StartAsync();
        return Stopwatch.GetElapsedTime(killed);
    }
}
