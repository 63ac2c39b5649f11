using BenchmarkDotNet.Running;
using PostingsBot.Benchmarks;

if (args is ["startup", .. var rest])
    return await Startup.MeasureAsync(rest);
BenchmarkSwitcher.FromAssembly(typeof(TurnBenchmark).Assembly).Run(args);
return 0;
