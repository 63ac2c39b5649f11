using PostingsBot.Commands;
using PostingsBot.Storage.Importing;
using PostingsBot.Tests.Support;
using PostingsBot.Workers;

namespace PostingsBot.Tests.Commands;

public sealed class ImportCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    public ImportCommandTests()
    {
        folder.Write("jobs/a.md", "# Backend Engineer\n\nAcme hires in Berlin.\n\n## Requirements\n\n- Redis\n");
        folder.Write("jobs/b.md", "# Data Engineer\n\nAcme hires in Paris.\n\n## Requirements\n\n- Kafka\n");
    }

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
        errors.Dispose();
    }

    [Fact]
    public async Task Import_Folder_SaysWhatIsNewAndWhatTheCatalogueHas()
    {
        Assert.Equal(0, await ImportAsync(withdrawMissing: false));

        Assert.Contains("2 documents read (2 posting), 2 postings", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Postings: 2 new, 0 changed, 0 withdrawn.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("The catalogue has 2 open roles.", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_Again_SaysWhatIsUnchangedAndWithdrawn()
    {
        await ImportAsync(withdrawMissing: false);
        File.Delete(folder.File("jobs/b.md"));
        output.GetStringBuilder().Clear();

        await ImportAsync(withdrawMissing: true);

        Assert.Contains("Documents: 1 unchanged, 1 withdrawn. Postings: 0 new, 0 changed, 1 withdrawn.", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_BadFile_IsNamedAndEndsWithOne()
    {
        folder.Write("jobs/bad.zip", "no archive at all");

        Assert.Equal(1, await ImportAsync(withdrawMissing: false));
        Assert.Contains("bad.zip", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_Cancelled_SaysThatItIsNotAll()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ImportAsync(withdrawMissing: false, cancelled.Token));
        Assert.Contains("import again", errors.ToString(), StringComparison.Ordinal);
    }

    private async Task<int> ImportAsync(bool withdrawMissing, CancellationToken ct = default)
    {
        await using var opened = OpenCatalogue.InFolder(folder.File("data"), new ImportOptions());
        using var progress = new ProgressLine(errors, isTerminal: false, TimeProvider.System);
        return await ImportCommand.RunAsync(opened, [folder.File("jobs")], withdrawMissing, output, errors, progress, TimeProvider.System, ct);
    }
}
