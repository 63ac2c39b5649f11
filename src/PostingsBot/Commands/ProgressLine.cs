using System.Globalization;
using PostingsBot.Storage.Importing;

namespace PostingsBot.Commands;

/// <summary>A bar on standard error that is redrawn in place, at most ten times a second; on anything but a terminal nothing.</summary>
internal sealed class ProgressLine(TextWriter terminal, bool isTerminal, TimeProvider clock) : IProgress<ImportProgress>, IDisposable
{
    private const int Width = 30;
    private const string ToStartAndClear = "\r\u001B[K";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private long last = clock.GetTimestamp();
    private bool isDrawn;

    public static ProgressLine OnStandardError(TimeProvider clock) =>
        new(Console.Error, !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not "dumb", clock);

    public void Report(ImportProgress value)
    {
        if (!isTerminal || clock.GetElapsedTime(last) < Pause)
            return;
        last = clock.GetTimestamp();
        isDrawn = true;
        var full = value.Files == 0 ? Width : (int)((long)Width * value.Done / value.Files);
        terminal.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{ToStartAndClear}[{new string('#', full)}{new string('.', Width - full)}] {value.Done:N0} of {value.Files:N0} files, {value.Documents:N0} documents"));
        terminal.Flush();
    }

    /// <summary>Before anything else is written there.</summary>
    public void Clear()
    {
        if (!isDrawn)
            return;
        terminal.Write(ToStartAndClear);
        isDrawn = false;
    }

    public void Dispose() => Clear();
}
