using PostingsBot.Commands;
using PostingsBot.Storage.Importing;

namespace PostingsBot.Tests.Commands;

public sealed class ProgressLineTests : IDisposable
{
    private readonly StringWriter terminal = new();
    private readonly SteppedClock clock = new();

    public void Dispose() => terminal.Dispose();

    [Fact]
    public void Report_OnATerminal_DrawsInPlaceAndClears()
    {
        using (var line = new ProgressLine(terminal, isTerminal: true, clock))
        {
            clock.Passed = TimeSpan.FromSeconds(1);
            line.Report(new ImportProgress(15, 30, 1_200));
        }

        var bar = $"[{new string('#', 15)}{new string('.', 15)}] 15 of 30 files, 1,200 documents";
        Assert.Equal($"\r{bar}\r{new string(' ', bar.Length)}\r", terminal.ToString());
    }

    [Fact]
    public void Report_SoonAgain_IsNotDrawn()
    {
        using var line = new ProgressLine(terminal, isTerminal: true, clock);

        line.Report(new ImportProgress(1, 30, 1));

        Assert.Equal("", terminal.ToString());
    }

    [Fact]
    public void Report_NotOnATerminal_WritesNothing()
    {
        using var line = new ProgressLine(terminal, isTerminal: false, clock);
        clock.Passed = TimeSpan.FromSeconds(1);

        line.Report(new ImportProgress(1, 30, 1));
        line.Clear();

        Assert.Equal("", terminal.ToString());
    }

    private sealed class SteppedClock : TimeProvider
    {
        public TimeSpan Passed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Passed.Ticks;
    }
}
