using System.Globalization;
using PostingsBot.Storage.Importing;

namespace PostingsBot.Commands;

/// <summary>A bar on standard error that is redrawn in place, at most ten times a second; on anything but a terminal nothing.</summary>
internal sealed class ProgressLine(TextWriter terminal, bool isTerminal, TimeProvider clock) : IProgress<ImportProgress>, IDisposable
{
    private const int Width = 30;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private long last = clock.GetTimestamp();
    private int drawn;

    public static ProgressLine OnStandardError(TimeProvider clock) =>
        new(Console.Error, !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not "dumb", clock);

    public void Report(ImportProgress value)
    {
        if (!isTerminal || clock.GetElapsedTime(last) < Pause)
            return;
        last = clock.GetTimestamp();
        var full = value.Files == 0 ? Width : (int)((long)Width * value.Done / value.Files);
        Draw(string.Create(
            CultureInfo.InvariantCulture,
            $"[{new string('#', full)}{new string('.', Width - full)}] {value.Done:N0} of {value.Files:N0} files, {value.Documents:N0} documents"));
    }

    /// <summary>Before anything else is written there.</summary>
    public void Clear()
    {
        if (drawn == 0)
            return;
        Draw("");
        terminal.Write('\r');
    }

    public void Dispose() => Clear();

    // Blanks over what was longer before: not every terminal knows the order to clear a line.
    private void Draw(string text)
    {
        terminal.Write("\r" + text.PadRight(drawn));
        terminal.Flush();
        drawn = text.Length;
    }
}
