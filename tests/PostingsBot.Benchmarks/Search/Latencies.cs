using System.Diagnostics;
using System.Globalization;

namespace PostingsBot.Benchmarks.Search;

/// <summary>
/// Times of many calls, in ms. Beside the clock's, the process's own CPU time is kept where one call runs at a time: on a machine that others use
/// too, that is what tells.
/// </summary>
internal sealed class Latencies
{
    private readonly List<double> times = [];
    private readonly List<double> cpu = [];

    public double Median => At(times, 0.5);

    public double P95 => At(times, 0.95);

    public double CpuP95 => At(cpu, 0.95);

    public int Count => times.Count;

    public void Add(long since)
    {
        lock (times)
            times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
    }

    public void Add(Watch since)
    {
        times.Add(Stopwatch.GetElapsedTime(since.Start).TotalMilliseconds);
        cpu.Add((Environment.CpuUsage.TotalTime - since.Cpu).TotalMilliseconds);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Median:0.00} / {P95:0.00}{(cpu.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" (CPU {At(cpu, 0.5):0.00} / {CpuP95:0.00})"))}");

    private static double At(List<double> values, double share)
    {
        lock (values)
        {
            values.Sort();
            return values.Count == 0 ? 0 : values[Math.Min(values.Count - 1, (int)(share * values.Count))];
        }
    }
}

/// <summary>When a call began.</summary>
internal readonly record struct Watch(long Start, TimeSpan Cpu)
{
    public static Watch Now() => new(Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
}
