using System.Text.Json;
using PostingsBot.Commands;
using PostingsBot.Storage.Importing;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Commands;

public sealed class ParseCommandTests : IDisposable
{
    private const string Role = "# Backend Engineer\n\nAcme hires in Berlin.\n\n## Requirements\n\n- Redis\n";

    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
        errors.Dispose();
    }

    [Fact]
    public async Task Parse_SoundFile_IsOneLineAndNothingElse()
    {
        Assert.Equal(0, await ParseAsync(folder.Write("a.md", Role)));

        Assert.Equal("posting", Lines().Single().GetProperty("kind").GetString());
        Assert.Equal("", errors.ToString());
    }

    [Fact]
    public async Task Parse_FolderWithBadFiles_GivesEachALineAndNamesThem()
    {
        folder.Write("a.md", Role);
        folder.Write("b.md", "");
        folder.Write("c.md", "MZ\0\u0001\u0002\u0003\0\u0001\u0002\u0003");
        folder.Write("d.zip", "no archive at all");

        Assert.Equal(1, await ParseAsync(folder.Path));

        Assert.Equal(["", "empty", "not-text", "damaged"], Lines().Select(line => string.Concat(line.GetProperty("diagnostics").EnumerateArray().Select(d => d.GetProperty("code").GetString()))));
        Assert.Contains("1 document read (1 posting), 1 posting", errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("Left out (3):", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parse_MissingPath_IsOneSentence()
    {
        Assert.Equal(1, await ParseAsync(folder.File("gone")));

        Assert.Contains("gone", Assert.Single(errors.ToString().Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parse_LargerThanTheLimit_NamesSizeAndLimit()
    {
        await ParseAsync(folder.Write("a.md", Role), new ReadingLimits { MostBytes = 10 });

        Assert.Matches("has 6[0-9] bytes; at most 10 are read", errors.ToString());
    }

    [Fact]
    public async Task Parse_TextWithOrdersForTheTerminal_IsDefused()
    {
        await ParseAsync(folder.Write("a.md", "# Backend\u001B[2J Engineer\n\nAcme hires.\n\n## Requirements\n\n- Redis\n"), json: false);

        Assert.DoesNotContain('\u001B', output.ToString());
    }

    [Fact]
    public async Task Parse_Cancelled_Stops()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ParseCommand.RunAsync(
            FileListing.Of([folder.Write("a.md", Role)]), new ReadingLimits(), json: true, output, errors, null, TimeProvider.System, cancelled.Token));
    }

    private Task<int> ParseAsync(string path, ReadingLimits? limits = null, bool json = true) =>
        ParseCommand.RunAsync(FileListing.Of([path]), limits ?? new ReadingLimits(), json, output, errors, null, TimeProvider.System, CancellationToken.None);

    private List<JsonElement> Lines() => [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
