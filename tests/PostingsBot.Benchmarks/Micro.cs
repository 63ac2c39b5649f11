using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace PostingsBot.Benchmarks;

/// <summary>What BenchmarkDotNet measures.</summary>
internal static class Micro
{
    public static void Run(string[] args)
    {
        // In this process: a generated project would have to find the host's cards, seeds and settings again.
        var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
        BenchmarkSwitcher.FromAssembly(typeof(TurnBenchmark).Assembly).Run(args, config);
    }
}
