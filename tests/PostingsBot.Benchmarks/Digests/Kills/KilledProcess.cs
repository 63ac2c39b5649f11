using System.Diagnostics;
using System.Threading.Channels;

namespace PostingsBot.Benchmarks.Digests.Kills;

/// <summary>A worker in a process of its own, and what it says.</summary>
internal sealed class KilledProcess : IDisposable
{
    private readonly Process process;
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();
    private readonly Task reading;

    public KilledProcess(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PostingsBot.Benchmarks.dll"), "digest-kill-worker", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            // Short lives: nothing is gained from measuring what is hot.
            Environment = { ["DOTNET_TieredPGO"] = "0", ["DOTNET_gcServer"] = "0" },
        };
        process = Process.Start(start)!;
        process.StandardInput.AutoFlush = true;
        reading = ReadAsync();
    }

    public Task TellAsync(FormattableString line) => process.StandardInput.WriteLineAsync(FormattableString.Invariant(line));

    /// <summary>The next line; null when the process has ended and all was read.</summary>
    public async Task<string?> HearAsync(CancellationToken ct = default) => await lines.Reader.WaitToReadAsync(ct) && lines.Reader.TryRead(out var line) ? line : null;

    /// <summary>As by kill -9: nothing of it gets to finish.</summary>
    /// <returns>The rest of what it said.</returns>
    public async Task<IReadOnlyList<string>> KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        await reading;
        var rest = new List<string>();
        while (lines.Reader.TryRead(out var line))
            rest.Add(line);
        return rest;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            lines.Writer.TryWrite(line);
        lines.Writer.Complete();
    }
}
